internal import SummaryModel

/// Texts that were met, without keeping copies of them.
struct TextTable {
    private var seen: [UInt64: [ArraySlice<Unicode.Scalar>]] = [:]

    /// Whether the same characters were met before; from now on they were. Blanks do not count.
    mutating func isRepeated(_ text: Scalars) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in text where !scalar.isBlank {
            hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
        }
        let known = seen[hash] ?? []
        func same(_ other: Scalars) -> Bool {
            other.lazy.filter { !$0.isBlank }.elementsEqual(text.lazy.filter { !$0.isBlank })
        }
        if known.contains(where: same) { return true }
        seen[hash] = known + [text]
        return false
    }
}

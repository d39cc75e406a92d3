internal import SummaryModel

/// Texts that were met, without keeping copies of them.
struct TextTable {
    /// How many characters a text must have for its repetition to be worth a finding.
    static let shortest = 15

    /// By hash. Of two texts with one hash the first stays, and the other is never found; that is one case in 2⁶⁴.
    private var seen: [UInt64: Scalars] = [:]

    /// Creates a table.
    ///
    /// - Parameter count: How many texts may be expected.
    init(expecting count: Int) { seen.reserveCapacity(count) }

    /// Whether the same characters were met before; from now on they were. Blanks do not count.
    ///
    /// - Parameter hash: The hash of the text, when it is known.
    mutating func isRepeated(_ text: Scalars, hash: UInt64? = nil) -> Bool {
        let hash = hash ?? Self.hash(of: text)
        guard let known = seen[hash] else {
            seen[hash] = text
            return false
        }
        return known.lazy.filter { !$0.isBlank }.elementsEqual(text.lazy.filter { !$0.isBlank })
    }

    /// The hash of a text without its blanks.
    static func hash(of text: Scalars) -> UInt64 {
        text.withUnsafeBufferPointer { text in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for scalar in text where !scalar.isBlank {
                hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
            }
            return hash
        }
    }
}

/// Random numbers that a seed and a number of a run determine (SplitMix64).
struct Randomness {
    private var state: UInt64

    init(seed: UInt64, run: Int) {
        state = seed &* 0xD134_2543_DE82_EF95 ^ UInt64(truncatingIfNeeded: run) &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// A number from 0 up to, but not including, `bound`; 0 when there is none.
    mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

    /// One of the elements.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// A stretch of a text of this length, mostly a short one.
    mutating func stretch(of count: Int) -> Range<Int> {
        let start = below(count)
        let longest = below(4) == 0 ? count : 64
        return start..<min(count, start + 1 + below(longest))
    }
}

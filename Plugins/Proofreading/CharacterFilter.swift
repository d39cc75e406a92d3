internal import SummaryModel

/// Which characters a text holds, roughly: a look at a few bits tells of most texts that a character is not in them, and
/// most rules need no more of most texts. What may be there has still to be looked for.
struct CharacterFilter: Sendable {
    /// One bit for each ASCII character, then bits that other characters share.
    private var bits: [UInt64]

    private static let asciiWords = 2
    private static let otherWords = 16

    /// The filter of the characters of a text.
    init(_ text: Scalars) {
        bits = [UInt64](unsafeUninitializedCapacity: Self.asciiWords + Self.otherWords) { bits, count in
            bits.initialize(repeating: 0)
            count = bits.count
            text.withUnsafeBufferPointer { text in
                for scalar in text {
                    let value = Int(truncatingIfNeeded: scalar.value)
                    bits[Self.word(of: value)] |= 1 << UInt64(value & 63)
                }
            }
        }
    }

    /// The filter of some characters that a rule looks for.
    init(_ characters: String) { self.init(Array(characters.unicodeScalars)[...]) }

    /// Whether one of the characters of both filters may be the same.
    func meets(_ other: CharacterFilter) -> Bool {
        bits.withUnsafeBufferPointer { own in
            other.bits.withUnsafeBufferPointer { others in
                var common: UInt64 = 0
                for word in 0..<min(own.count, others.count) { common |= own[word] & others[word] }
                return common != 0
            }
        }
    }

    @inline(__always)
    private static func word(of value: Int) -> Int {
        value < 64 * asciiWords ? value >> 6 : asciiWords + ((value >> 6) & (otherWords - 1))
    }
}

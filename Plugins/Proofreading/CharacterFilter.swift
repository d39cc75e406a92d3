internal import SummaryModel

/// Which characters a text holds, roughly: a look at a few bits tells of most texts that a character is not in them, and
/// most rules need no more of most texts. What may be there has still to be looked for.
struct CharacterFilter: Sendable {
    /// One bit for each ASCII character.
    private var ascii = SIMD2<UInt64>()
    /// Bits that other characters share.
    private var others = SIMD16<UInt64>()

    /// The filter of the characters of a text.
    init(_ text: Scalars) {
        withUnsafeMutableBytes(of: &ascii) { ascii in
            withUnsafeMutableBytes(of: &others) { others in
                let (ascii, others) = (ascii.bindMemory(to: UInt64.self), others.bindMemory(to: UInt64.self))
                text.withUnsafeBufferPointer { text in
                    for scalar in text {
                        let value = scalar.value
                        let (bit, word) = (1 as UInt64 &<< UInt64(value), Int(truncatingIfNeeded: value &>> 6))
                        if word < ascii.count { ascii[word] |= bit } else { others[word & 15] |= bit }
                    }
                }
            }
        }
    }

    /// The filter of some characters that a rule looks for.
    init(_ characters: String) { self.init(Array(characters.unicodeScalars)[...]) }

    /// Whether one of the characters of both filters may be the same.
    func meets(_ other: CharacterFilter) -> Bool {
        (ascii & other.ascii) != SIMD2() || (others & other.others) != SIMD16()
    }
}

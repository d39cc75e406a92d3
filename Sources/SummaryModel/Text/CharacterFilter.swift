/// Which characters a text holds, roughly: a look at a few bits tells of most texts that a character is not in them, and
/// most of those who look for something need no more of most texts. What may be there has still to be looked for.
///
/// What is told of ASCII, of the marks of Chinese texts and of full-width forms is certain; other characters share bits.
@usableFromInline
package struct CharacterFilter: Sendable {
    /// Bits for the characters from U+4000 to U+9FFF, which have the ten lowest bits of their values in common with others, in
    /// the first sixteen words. Then one bit for each character of ASCII, of U+2000 to U+203F, U+3000 to U+303F and U+FF00 to
    /// U+FF7F, and bits that all others share.
    private var words = [UInt64](repeating: 0, count: 24)
    /// One bit for each of the words that holds any.
    private var occupied: UInt32 = 0

    private enum Word {
        static let ascii = 16
        static let punctuation = 18
        static let cjkMarks = 19
        static let fullWidth = 20
        static let others = 22
        static let beyondPlane = 23
    }

    /// The filter of some characters that are looked for.
    package init(_ characters: String) { self.init { $0.add(characters) } }

    /// The filter of what `fill` adds.
    init(_ fill: (inout CharacterFilter) -> Void) {
        fill(&self)
        noteOccupied()
    }

    /// Adds the characters of a text.
    mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        words.withUnsafeMutableBufferPointer { words in
            let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { Self.add($0, to: words) }
            if isAdded == nil { Array(text.utf8).withUnsafeBufferPointer { Self.add($0, to: words) } }
        }
    }

    /// The filter of some characters that are looked for.
    package init(_ characters: ScalarSet) {
        for (row, bits) in characters.bits.enumerated() where bits != 0 {
            let (word, bit) = Self.place(of: UInt32(row &<< 6))
            words[word] |= word >= Word.others ? 1 &<< bit : bits
        }
        noteOccupied()
    }

    private mutating func noteOccupied() {
        for word in words.indices where words[word] != 0 { occupied |= 1 &<< UInt32(word) }
    }

    /// Whether one of the characters of both filters may be the same.
    package func meets(_ other: CharacterFilter) -> Bool {
        words.withUnsafeBufferPointer { words in
            other.words.withUnsafeBufferPointer { others in
                var common = occupied & other.occupied
                while common != 0 {
                    let word = common.trailingZeroBitCount
                    if words[word] & others[word] != 0 { return true }
                    common &= common &- 1
                }
                return false
            }
        }
    }

    /// Adds the characters of valid UTF-8.
    private static func add(_ bytes: UnsafeBufferPointer<UInt8>, to words: UnsafeMutableBufferPointer<UInt64>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index &+ 4 <= bytes.count {
            let four = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
            let (lead, second) = (four & 0xFF, Int(truncatingIfNeeded: four &>> 8 & 0xFF))
            if lead &- 0xE4 < 6 {
                // U+4000 to U+9FFF, most characters of Chinese texts. What follows tells the ten lowest bits.
                words[second & 15] |= 1 &<< (four &>> 16)
                index &+= 3
            } else if lead < 0x80 {
                words[Word.ascii &+ Int(truncatingIfNeeded: lead &>> 6)] |= 1 &<< lead
                index &+= 1
            } else if lead == 0xEF, second == 0xBC || second == 0xBD {
                words[Word.fullWidth &+ second &- 0xBC] |= 1 &<< (four &>> 16)
                index &+= 3
            } else {
                index &+= addOne(of: bytes, at: index, to: words)
            }
        }
        while index < bytes.count { index &+= addOne(of: bytes, at: index, to: words) }
    }

    /// Adds one character, and tells its width.
    private static func addOne(
        of bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        to words: UnsafeMutableBufferPointer<UInt64>
    ) -> Int {
        let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
        let (word, bit) = place(of: value)
        words[word] |= 1 &<< bit
        return width
    }

    /// The word and the bit of a character.
    private static func place(of value: UInt32) -> (word: Int, bit: UInt64) {
        let (row, bit) = (Int(truncatingIfNeeded: value &>> 6), UInt64(truncatingIfNeeded: value & 63))
        return switch row {
        case 0x4000 >> 6..<0xA000 >> 6: (row & 15, bit)
        case 0, 1: (Word.ascii + row, bit)
        case 0x2000 >> 6: (Word.punctuation, bit)
        case 0x3000 >> 6: (Word.cjkMarks, bit)
        case 0xFF00 >> 6, 0xFF40 >> 6: (Word.fullWidth + (row & 1), bit)
        case ..<0x400: (Word.others, UInt64(truncatingIfNeeded: row &>> 2 & 63))
        default: (Word.beyondPlane, bit)
        }
    }
}

/// What was noted of the characters of a block.
@usableFromInline
struct CharacterNote: Sendable, Hashable {
    /// The characters; `nil` when nothing is noted.
    private(set) var filter: CharacterFilter?

    /// Notes nothing.
    @usableFromInline init() {}

    init(_ filter: CharacterFilter) { self.filter = filter }

    /// Whether a character may be there.
    func mayHold(_ characters: CharacterFilter) -> Bool { filter?.meets(characters) ?? true }

    /// Forgets what was noted, because the text changes.
    @usableFromInline mutating func forget() { if filter != nil { filter = nil } }

    /// A note says nothing that the text does not.
    @usableFromInline static func == (_: CharacterNote, _: CharacterNote) -> Bool { true }

    @usableFromInline func hash(into _: inout Hasher) {}
}

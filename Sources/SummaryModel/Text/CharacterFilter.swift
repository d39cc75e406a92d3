/// Which characters a text holds, roughly: a look at a few bits tells of most texts that a character is not in them, and
/// most of those who look for something need no more of most texts. What may be there has still to be looked for.
///
/// What is told of ASCII, of the marks of Chinese texts and of full-width forms is certain; other characters share bits.
package struct CharacterFilter: Sendable {
    /// One bit for each character of ASCII, of U+2000 to U+203F, U+3000 to U+303F and U+FF00 to U+FF7F, and bits that all
    /// others but Han characters share.
    private var marks = SIMD8<UInt64>()
    /// Bits that Han characters share.
    private var han = SIMD16<UInt64>()

    /// The filter of no characters.
    package init() {}

    /// The filter of some characters that are looked for.
    package init(_ characters: String) { add(characters) }

    /// The filter of some characters that are looked for.
    package init(_ characters: ScalarSet) {
        for (place, bits) in characters.bits.enumerated() where bits != 0 {
            switch Self.place(of: UInt32(place &<< 6)) {
            case .han(let word): han[word] |= bits
            case .own(let word): marks[word] |= bits
            case .shared(let word, let bit): marks[word] |= 1 &<< bit
            }
        }
    }

    /// Whether one of the characters of both filters may be the same.
    package func meets(_ other: CharacterFilter) -> Bool {
        let (marks, han) = (marks & other.marks, han & other.han)
        let quarters = han.lowHalf | han.highHalf | marks
        let eighths = quarters.lowHalf | quarters.highHalf
        return eighths.lowHalf | eighths.highHalf != SIMD2()
    }

    /// Adds the characters of a text.
    package mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { add($0) }
        if isAdded == nil { Array(text.utf8).withUnsafeBufferPointer { add($0) } }
    }

    /// Adds the characters of valid UTF-8.
    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (ownMarks, ownHan) = (marks, han)
        withUnsafeMutableBytes(of: &ownMarks) { marks in
            withUnsafeMutableBytes(of: &ownHan) { han in
                Self.add(bytes, to: marks.bindMemory(to: UInt64.self), han.bindMemory(to: UInt64.self))
            }
        }
        (marks, han) = (ownMarks, ownHan)
    }

    private static func add(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to marks: UnsafeMutableBufferPointer<UInt64>,
        _ han: UnsafeMutableBufferPointer<UInt64>
    ) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index &+ 4 <= bytes.count {
            let four = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
            let (lead, second) = (four & 0xFF, Int(truncatingIfNeeded: four &>> 8 & 0xFF))
            if lead &- 0xE4 < 6 {
                // U+4000 to U+9FFF, most characters of Chinese texts. What follows tells the ten lowest bits.
                han[second & 15] |= 1 &<< (four &>> 16)
                index &+= 3
            } else if lead < 0x80 {
                marks[Int(truncatingIfNeeded: lead &>> 6)] |= 1 &<< lead
                index &+= 1
            } else if lead == 0xEF, second &- 0xBC < 2, second >= 0xBC {
                marks[4 &+ second &- 0xBC] |= 1 &<< (four &>> 16)
                index &+= 3
            } else {
                index &+= add(bytes, at: index, to: marks, han)
            }
        }
        while index < bytes.count { index &+= add(bytes, at: index, to: marks, han) }
    }

    /// Adds one character, and tells its width.
    private static func add(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        to marks: UnsafeMutableBufferPointer<UInt64>,
        _ han: UnsafeMutableBufferPointer<UInt64>
    ) -> Int {
        let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
        switch place(of: value) {
        case .han(let word): han[word] |= 1 &<< UInt64(value)
        case .own(let word): marks[word] |= 1 &<< UInt64(value)
        case .shared(let word, let bit): marks[word] |= 1 &<< bit
        }
        return width
    }

    /// Where the bit of a character stands.
    private enum Place {
        /// In a word of ``han``, at the six lowest bits of the value.
        case han(Int)
        /// In a word of ``marks``, at the six lowest bits of the value.
        case own(Int)
        /// At a bit of a word of ``marks`` that other characters have as well.
        case shared(Int, UInt64)
    }

    @inline(__always)
    private static func place(of value: UInt32) -> Place {
        let row = value &>> 6
        if row &- 0x100 < 0x180 { return .han(Int(truncatingIfNeeded: row & 15)) }
        switch row {
        case 0, 1: return .own(Int(truncatingIfNeeded: row))
        case 0x2000 >> 6: return .own(2)
        case 0x3000 >> 6: return .own(3)
        case 0xFF00 >> 6: return .own(4)
        case 0xFF40 >> 6: return .own(5)
        case ..<0x400: return .shared(6, UInt64(truncatingIfNeeded: value &>> 8 & 63))
        default: return .shared(7, UInt64(truncatingIfNeeded: value & 63))
        }
    }
}

/// What was noted of the characters of a block: an object, so that blocks of which nothing is noted stay small.
@usableFromInline
struct CharacterNote: Sendable, Hashable {
    private final class Box: Sendable {
        let filter: CharacterFilter

        init(_ filter: CharacterFilter) { self.filter = filter }
    }

    private var box: Box?

    /// Notes nothing.
    @usableFromInline init() {}

    /// The characters; `nil` when nothing is noted.
    var filter: CharacterFilter? { box?.filter }

    /// Whether anything is noted.
    var isEmpty: Bool { box == nil }

    init(_ filter: CharacterFilter) { box = Box(filter) }

    /// Whether a character may be there.
    func mayHold(_ characters: CharacterFilter) -> Bool { box?.filter.meets(characters) ?? true }

    /// Forgets what was noted, because the text changes.
    @usableFromInline mutating func forget() { if box != nil { box = nil } }

    /// A note says nothing that the text does not.
    @usableFromInline static func == (_: CharacterNote, _: CharacterNote) -> Bool { true }

    @usableFromInline func hash(into _: inout Hasher) {}
}

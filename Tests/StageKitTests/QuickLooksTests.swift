import DraftFixtures
import SummaryModel
import Testing

/// What goes over the bytes of texts several at a time says the same as what goes over characters one by one.
@Suite struct QuickLooksTests {
    /// Characters of every width, most of them Han, and sets of which some stand among them.
    private static func text(_ generator: inout SeededGenerator) -> [Unicode.Scalar] {
        let others: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x3000...0x3020, 0xFF00...0xFF5E, 0x2010...0x2030, 0xA0...0x7FF, 0x800...0x1FFF,
            0xD000...0xD7FF, 0xE000...0xFFFF, 0x1F300...0x1F600,
        ]
        return (0..<Int.random(in: 0...400, using: &generator)).compactMap { _ in
            let isHan = Int.random(in: 0...9, using: &generator) < 7
            let range = isHan ? 0x4E00...0x9FFF : others.randomElement(using: &generator) ?? others[0]
            return Unicode.Scalar(UInt32.random(in: range, using: &generator))
        }
    }

    private static let sets = [
        ScalarSet("第见参"), ScalarSet([0...0x20, 0x26...0x26, 0x7F...0xBF, 0x1000...0x200F, 0xFFFE...0xFFFF]),
        ScalarSet([0...0x4DFF, 0xA000...0xFFFF]).union(ScalarSet("和与一二")),
    ]

    @Test(arguments: 0..<40) func wholeTexts(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scalars = Self.text(&generator)
        Array(scalars.string.utf8).withUnsafeBufferPointer { bytes in
            #expect([Unicode.Scalar](utf8: bytes) == scalars)
            #expect(bytes.scalarCount == scalars.count)
            #expect(bytes.wideCount == scalars.count { $0.value >= 0x2000 })
            for byte in "<&{".utf8 {
                #expect(bytes.firstIndex(ofByte: byte) == bytes.firstIndex(of: byte) ?? bytes.count)
            }
            for set in Self.sets {
                var places: [Int] = []
                var next = set.firstIndex(in: bytes)
                while next < bytes.count {
                    places.append(next)
                    next = set.firstIndex(in: bytes, from: next + Unicode.Scalar.value(at: next, of: bytes).width)
                }
                var offset = 0
                let expected = scalars.compactMap { scalar in
                    defer { offset += UTF8.width(scalar) }
                    return set.contains(scalar) ? offset : nil
                }
                #expect(places == expected)
            }
        }
    }

    /// A character that is there is never denied, and what is told of ASCII, marks and full-width forms is certain.
    @Test(arguments: 0..<40) func notedCharacters(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (first, second) = (Self.text(&generator), Self.text(&generator))
        var block = Block(id: BlockID(rawValue: "b"), kind: .paragraph, origin: .stage("test"))
        block.content = [.text(first.string)]
        block.body = [.text(second.string)]
        var document = Document(blocks: [block])
        #expect(document.blocks[0].mayHold(CharacterFilter("#")))
        document.noteCharacters()
        let scalars = Set(first + second)
        for scalar in scalars { #expect(document.blocks[0].mayHold(CharacterFilter(String(scalar)))) }
        for range in [0...0x7F, 0x2000...0x203F, 0x3000...0x303F, 0xFF00...0xFF7F] as [ClosedRange<UInt32>] {
            for scalar in range.compactMap(Unicode.Scalar.init) {
                #expect(document.blocks[0].mayHold(CharacterFilter(String(scalar))) == scalars.contains(scalar))
            }
        }
        for set in Self.sets where scalars.contains(where: set.contains) {
            #expect(document.blocks[0].mayHold(CharacterFilter(set)))
        }
        // A change of the text makes the note void, and the note makes no other block of it.
        #expect(document.blocks[0] == block)
        document.blocks[0].terminator = "\u{1}"
        #expect(document.blocks[0].mayHold(CharacterFilter("\u{1}")))
        document.noteCharacters()
        #expect(document.blocks[0].mayHold(CharacterFilter("\u{1}")))
        #expect(!document.blocks[0].mayHold(CharacterFilter("\u{2}")))
    }

    @Test(arguments: 0..<40) func charactersBeyondHan(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scalars = Self.text(&generator)
        Array(scalars.string.utf8).withUnsafeBufferPointer { bytes in
            var offset = 0
            var expected: [Int] = []
            for scalar in scalars {
                if !(0x4000..<0xA000).contains(scalar.value) { expected.append(offset) }
                offset += UTF8.width(scalar)
            }
            var places: [Int] = []
            var next = bytes.firstIndexBeyondHan()
            while next < bytes.count {
                places.append(next)
                next = bytes.firstIndexBeyondHan(from: next + Unicode.Scalar.value(at: next, of: bytes).width)
            }
            #expect(places == expected)
        }
    }

    /// Bytes that belong to no character stand for one each.
    @Test(arguments: 0..<40) func textsThatAreCut(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = Array(Self.text(&generator).string.utf8)
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = Int.random(in: start...bytes.count, using: &generator)
        Array(bytes[start..<end]).withUnsafeBufferPointer { bytes in
            var expected: [Unicode.Scalar] = []
            var index = 0
            while index < bytes.count {
                let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
                expected.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                index += width
            }
            #expect([Unicode.Scalar](utf8: bytes) == expected)
        }
    }
}

import DraftFixtures
import SummaryModel
import Testing

@testable import StageKit

@Suite struct OffsetMapTests {
    /// The place in the draft of every byte of a text, byte by byte; `nil` for what a stage made.
    private struct NaiveMap {
        var places: [Int?]
        let start: Int
        let end: Int

        mutating func apply(_ differences: [TextDifference]) {
            for difference in differences.reversed() {
                places.replaceSubrange(difference.before, with: Array(repeating: nil, count: difference.after.count))
            }
        }

        func sourceOffset(of offset: Int) -> Int {
            if offset < places.count, let place = places[offset] { return place }
            let last = places[..<min(offset, places.count)].last { $0 != nil }
            return last.flatMap { $0 }.map { $0 + 1 } ?? start
        }

        func sourceEnd(of offset: Int) -> Int {
            guard offset > 0 else { return start }
            if let last = places[offset - 1] { return last + 1 }
            return places[offset...].first { $0 != nil }.flatMap { $0 } ?? end
        }
    }

    @Test(arguments: 0..<60) func composesLikeAMapOfBytes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var text = generator.text(60)
        let start = 100
        let block = Block(
            id: BlockID(rawValue: "b"),
            kind: .paragraph,
            content: [.text(text)],
            origin: .source(SourceRange(start, start + text.utf8.count))
        )
        var map = OffsetMap(block)
        var naive = NaiveMap(
            places: (0..<text.utf8.count).map { start + $0 },
            start: start,
            end: start + text.utf8.count
        )
        for _ in 0..<8 {
            let next = generator.edited(text, edits: Int.random(in: 0...4, using: &generator), longest: 6)
            let differences = TextDifference.between(text, next)
            map = map.applying(differences)
            naive.apply(differences)
            text = next
            for offset in 0...text.utf8.count {
                #expect(map.sourceOffset(of: offset) == naive.sourceOffset(of: offset), "at \(offset)")
                #expect(map.sourceEnd(of: offset) == naive.sourceEnd(of: offset), "end at \(offset)")
            }
        }
    }

    @Test func partsOfABlockStandWhereTheDraftHasThem() {
        // "　一、工作情况。" and then, on another line, the body that runs on.
        let block = Block(
            id: BlockID(rawValue: "b"),
            kind: .heading1,
            prefix: "\u{3000}",
            label: NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: "一、"),
            content: [.text("工作", source: SourceRange(19, 25)), .text("情况", source: SourceRange(26, 32))],
            terminator: "。",
            body: [.text("正文", source: SourceRange(40, 46))],
            suffix: " ",
            origin: .source(SourceRange(10, 47))
        )
        let map = OffsetMap(block)
        let expected = [(0, 10), (3, 13), (9, 19), (15, 26), (21, 32), (24, 40), (30, 46), (31, 47)]
        for (offset, source) in expected { #expect(map.sourceOffset(of: offset) == source, "at \(offset)") }
        #expect(map.sourceEnd(of: 15) == 25)
        #expect(map.end == 47)
    }

    @Test func suffixOfATableStandsAtTheEnd() {
        let block = Block(
            id: BlockID(rawValue: "t"),
            kind: .table,
            table: Table(rows: [[.init(content: [.text("a", source: SourceRange(2, 3))])]]),
            suffix: "  ",
            origin: .source(SourceRange(0, 9))
        )
        let map = OffsetMap(block)
        #expect(map.sourceOffset(of: 0) == 2)
        #expect(map.sourceOffset(of: 1) == 7)
        #expect(map.end == 9)
    }
}

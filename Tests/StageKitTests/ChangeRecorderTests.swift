import DraftFixtures
import SummaryModel
import Testing

@testable import StageKit

@Suite struct ChangeRecorderTests {
    static func block(_ id: String, _ text: String, at start: Int? = nil) -> Block {
        Block(
            id: BlockID(rawValue: id),
            kind: .paragraph,
            content: [.text(text)],
            origin: start.map { .source(SourceRange($0, $0 + text.utf8.count)) } ?? .stage("test")
        )
    }

    /// A document of these paragraphs, one a line, with the draft that it was read from.
    static func document(_ texts: [String]) -> (document: Document, source: SourceText) {
        var blocks: [Block] = []
        var offset = 0
        for (index, text) in texts.enumerated() {
            blocks.append(block("b\(index)", text, at: offset))
            offset += text.utf8.count + 1
        }
        return (Document(blocks: blocks), SourceText(texts.joined(separator: "\n")))
    }

    static func text(_ document: Document) -> String { document.blocks.map(\.shownText).joined() }

    /// The characters of `start` without all `before` and with all `after`, as a multiset.
    static func applied(_ edits: [Edit], to start: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in start.unicodeScalars { counts[scalar, default: 0] += 1 }
        for edit in edits {
            for scalar in edit.before.unicodeScalars { counts[scalar, default: 0] -= 1 }
            for scalar in edit.after.unicodeScalars { counts[scalar, default: 0] += 1 }
        }
        return counts.filter { $0.value != 0 }
    }

    /// What one change of a document records, as `offset:before>after:reason`.
    func record(
        _ texts: [String],
        explain: (inout StageContext) -> Void = { _ in },
        _ change: (inout Document) -> Void
    ) throws -> [String] {
        let before = Self.document(texts).document
        var after = before
        change(&after)
        var recorder = ChangeRecorder(before)
        var context = StageContext(stage: "test", step: 0, source: SourceText(utf8: []))
        explain(&context)
        let edits = try recorder.record(after, in: context)
        return edits.map { "\($0.offset):\($0.before)>\($0.after):\($0.reason)" }
    }

    @Test func nothingChanged() throws { #expect(try record(["abc", "def"]) { _ in } == []) }

    @Test func textInsideABlock() throws {
        #expect(try record(["abc", "def"]) { $0.blocks[1].content = [.text("dXf")] } == ["5:e>X:changed"])
    }

    @Test func removedAndInserted() throws {
        #expect(try record(["abc", "def", "ghi"]) { $0.blocks.remove(at: 1) } == ["4:def>:removed"])
        #expect(
            try record(["abc", "def"]) { $0.blocks.insert(Self.block("new", "xyz"), at: 1) } == ["3:>xyz:inserted"]
        )
        #expect(try record(["abc"]) { $0.blocks.insert(Self.block("new", "xyz"), at: 0) } == ["0:>xyz:inserted"])
        #expect(try record(["abc", "def"]) { $0.blocks = [] } == ["0:abc>:removed", "4:def>:removed"])
    }

    @Test func oneMovedBlockIsOneMove() throws {
        #expect(
            try record(["abc", "def", "ghi"]) { $0.blocks.insert($0.blocks.remove(at: 2), at: 0) }
                == ["0:>ghi:moved", "8:ghi>:moved"]
        )
        #expect(
            try record(["abc", "def", "ghi"]) { $0.blocks.append($0.blocks.remove(at: 0)) }
                == ["0:abc>:moved", "11:>abc:moved"]
        )
    }

    @Test func movedAndChanged() throws {
        let edits = try record(["abc", "def", "ghi"]) {
            var block = $0.blocks.remove(at: 2)
            block.content = [.text("gXi")]
            $0.blocks.insert(block, at: 0)
            $0.blocks.insert(Self.block("new", "N"), at: 1)
        }
        #expect(edits == ["0:>ghi:moved", "9:h>X:changed", "0:>N:inserted", "8:ghi>:moved"])
    }

    @Test func markersAndPartsOfABlock() throws {
        let label = NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: "一、")
        var block = Self.block("h", "工作。", at: 0)
        block.label = label
        block.content = [.text("工作")]
        block.terminator = "。"
        let before = Document(blocks: [block])
        var after = before
        after.blocks[0].label?.marker = "二、"
        after.blocks[0].terminator = ""
        var recorder = ChangeRecorder(before)
        let edits = try recorder.record(
            after,
            in: StageContext(stage: "test", step: 0, source: SourceText(utf8: []))
        )
        #expect(edits.map(\.before) == ["一", "。"])
        #expect(edits.map(\.after) == ["二", ""])
        #expect(edits.map(\.offset) == [0, 12])
    }

    @Test func canonicalEquivalenceIsAChange() throws {
        #expect(try record(["\u{F900}"]) { $0.blocks[0].content = [.text("\u{8C48}")] }.count == 1)
    }

    @Test func reasonsThatTheStageGave() throws {
        let id = BlockID(rawValue: "b0")
        #expect(
            try record(["a,b.c"]) {
                $0.explain("comma", on: id, before: ",", after: "，")
                $0.explain("mark", on: id, before: "b.", after: "b。")
                $0.explain("other", on: id)
            } _: {
                $0.blocks[0].content = [.text("a，b。cd")]
            } == ["1:,>，:comma", "3:.>。:mark", "5:>d:other"]
        )
    }

    @Test func changesThatTouchAreOneWithTheReasonOfTheFirst() throws {
        let id = BlockID(rawValue: "b0")
        #expect(
            try record(["甲\",乙"]) {
                $0.explain("quote", on: id, before: "\"", after: "”")
                $0.explain("comma", on: id, before: ",", after: "，")
            } _: {
                $0.blocks[0].content = [.text("甲”，乙")]
            } == ["3:\",>”，:quote"]
        )
    }

    @Test func whatRepeatsItselfIsOneChange() throws {
        let many = String(repeating: "！", count: 500)
        #expect(try record(["甲\(many)乙"]) { $0.blocks[0].content = [.text("甲！！！乙")] }.count == 1)
    }

    @Test func twoBlocksOfOneIdentityAreRefused() throws {
        #expect(throws: ChangeRecorder.DuplicateIdentity.self) {
            try record(["abc"]) { $0.blocks.append($0.blocks[0]) }
        }
    }

    @Test(arguments: [
        ([], []), ([3], [3]), ([2, 0, 1], [0, 1]), ([1, 2, 0], [1, 2]), ([0, 5, 1, 2, 4, 3], [0, 1, 2, 3]),
    ])
    func longestIncreasing(values: [Int], expected: [Int]) {
        #expect(ChangeRecorder.longestIncreasing(values) == expected)
    }

    /// Random changes of every kind over several stages: characters are conserved, offsets point into the draft, what was
    /// replaced stands in the draft where the edit says, and edits inside a block come in order.
    @Test(arguments: 0..<60) func conservesCharacters(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let texts = (0..<12).map { _ in generator.text(Int.random(in: 0...40, using: &generator)) }
        let (start, source) = Self.document(texts)
        var recorder = ChangeRecorder(start)
        var document = start
        var all: [Edit] = []
        for step in 0..<5 {
            let before = document
            var context = StageContext(stage: "test", step: step, source: SourceText(utf8: []))
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                change(&document, &context, &generator)
            }
            let edits = try recorder.record(document, in: context)
            #expect(Self.applied(edits, to: Self.text(before)) == Self.applied([], to: Self.text(document)))
            all += edits
            for edit in edits {
                #expect((0...source.utf8.count).contains(edit.offset))
                #expect(edit.offset == source.utf8.count || source.utf8[edit.offset] & 0xC0 != 0x80)
                if step == 0, edit.reason == "changed" || edit.reason == "removed" {
                    #expect(
                        source[SourceRange(edit.offset, edit.offset + edit.before.utf8.count)].utf8
                            .elementsEqual(edit.before.utf8)
                    )
                }
            }
        }
        #expect(Self.applied(all, to: Self.text(start)) == Self.applied([], to: Self.text(document)))
    }

    private func change(_ document: inout Document, _ context: inout StageContext, _ generator: inout SeededGenerator) {
        guard !document.blocks.isEmpty else {
            document.blocks.append(Block(id: context.makeBlockID(), kind: .lead, origin: .stage("test")))
            return
        }
        let index = Int.random(in: 0..<document.blocks.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: document.blocks.remove(at: index)
        case 1:
            let text = generator.text(8)
            document.blocks.insert(
                Block(id: context.makeBlockID(), kind: .lead, content: [.text(text)], origin: .stage("test")),
                at: index
            )
        case 2:
            let block = document.blocks.remove(at: index)
            document.blocks.insert(block, at: Int.random(in: 0...document.blocks.count, using: &generator))
        case 3: document.blocks[index].suffix = generator.text(2)
        case 4:
            document.blocks[index].label = NumberLabel(
                scheme: .official,
                level: 1,
                ordinal: 1,
                marker: generator.text(2)
            )
        default:
            let text = document.blocks[index].content.shownText
            document.blocks[index].content = [.text(generator.edited(text, edits: 2, longest: 5))]
        }
    }
}

import DraftFixtures
import DraftReading
import ReadKit
import StageKit
import SummaryModel
import Testing

@testable import Punctuation

/// What the quick look over the bytes passes, no rule finds anything in.
@Suite("Punctuation: clean text is passed over")
struct ScreenTests {
    private func found(in block: Block) -> [Finding] {
        Passage.all(in: block, BlockText(block), mayLackStop: false).flatMap { passage in
            PunctuationRules.all.flatMap { $0.findings(in: passage) }
        }
    }

    @Test(arguments: LabelledDraft.all)
    func drafts(_ draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        var clean = 0
        for block in reading.document.blocks where !Screen.isSuspect(block) {
            clean += 1
            #expect(found(in: block).isEmpty, "\(block.shownText)")
        }
        #expect(clean > 0)
    }

    /// Short texts of the characters that rules look at, made by a generator with a seed.
    private static func texts(_ seed: UInt64, count: Int) -> [String] {
        let alphabet = Array(
            "甲一二三四是年级等和与及以产业.,;:?!()\"'<>-~%XＸ×。，、；：？！“”‘’（）《》〈〉【】…—～·•．１Ａ 1a2{}&#`".unicodeScalars
        )
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        return (0..<count).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<(1 + next(12)) { text.append(alphabet[next(alphabet.count)]) }
            return String(text)
        }
    }

    private func block(_ text: String) -> Block {
        Block(id: BlockID(rawValue: "b"), kind: .paragraph, content: [.text(text)], origin: .stage("test"))
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func randomTexts(_ seed: UInt64) {
        for text in Self.texts(seed, count: 4000) where !Screen.isSuspect(block(text)) {
            let findings = found(in: block(text))
            #expect(findings.isEmpty, "\(text): \(findings)")
        }
    }

    @Test("a second run changes nothing, whatever the text", arguments: 11...14 as ClosedRange<UInt64>)
    func idempotent(_ seed: UInt64) throws {
        let pipeline = Pipeline([try PunctuationStage(options: PunctuationOptions())])
        for text in Self.texts(seed, count: 2000) {
            let once = try pipeline.run(Document(blocks: [block(text)]), source: SourceText(""))
            let twice = try pipeline.run(once.document, source: SourceText(""))
            #expect(twice.edits.isEmpty, "\(text): \(twice.edits)")
        }
    }
}

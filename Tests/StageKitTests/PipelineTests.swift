import SummaryModel
import Testing

@testable import StageKit

@Suite struct PipelineTests {
    /// Puts a mark after every paragraph and reports it.
    private struct MarkStage: Stage {
        static let name = "mark"
        static let summary = LocalizedText(zh: "加标记", en: "adds a mark")
        init(options: NoOptions) {}
        func run(_ document: inout Document, in context: inout StageContext) {
            for index in document.blocks.indices {
                let text = document.blocks[index].content.shownText
                document.blocks[index].content = [.text("【" + text + "】")]
                let count = text.utf8.count
                context.report(
                    Diagnostic(
                        id: "mark.made",
                        severity: .info,
                        message: LocalizedText(zh: "已加标记", en: "marked"),
                        anchor: .init(document.blocks[index].id, range: 3..<3 + count)
                    )
                )
            }
        }
    }

    /// Breaks the rules.
    private struct BrokenStage: Stage {
        static let name = "broken"
        static let summary = LocalizedText(zh: "出错", en: "fails")
        init(options: NoOptions) {}
        func run(_ document: inout Document, in context: inout StageContext) { document.blocks += document.blocks }
    }

    @Test func recordsEditsFindingsAndTimes() throws {
        let (document, source) = ChangeRecorderTests.document(["甲乙", "丙丁"])
        let result = try Pipeline([MarkStage(options: NoOptions())]).run(document, source: source)
        #expect(result.document.blocks.map(\.shownText) == ["【甲乙】", "【丙丁】"])
        #expect(result.edits.map(\.offset) == [0, 6, 7, 13])
        #expect(result.edits.allSatisfy { $0.stage == "mark" })
        #expect(result.diagnostics.map(\.start) == [.init(line: 1, column: 1), .init(line: 2, column: 1)])
        #expect(result.diagnostics.map(\.endColumn) == [3, 3])
        #expect(result.times.map(\.stage) == ["mark"])
    }

    @Test func stagesMayRepeat() throws {
        let (document, source) = ChangeRecorderTests.document(["甲"])
        let pipeline = Pipeline([MarkStage(options: NoOptions()), MarkStage(options: NoOptions())])
        #expect(pipeline.stageNames == ["mark", "mark"])
        let result = try pipeline.run(document, source: source)
        #expect(result.document.blocks.map(\.shownText) == ["【【甲】】"])
        #expect(result.diagnostics.last?.start == .init(line: 1, column: 1))
    }

    @Test func noStagesChangeNothing() throws {
        let (document, source) = ChangeRecorderTests.document(["甲"])
        let result = try Pipeline([]).run(document, source: source)
        #expect(result.document == document)
        #expect(result.edits.isEmpty)
    }

    @Test func duplicateIdentityIsAFailure() {
        let (document, source) = ChangeRecorderTests.document(["甲"])
        #expect(throws: Pipeline.StageFailure.self) {
            try Pipeline([BrokenStage(options: NoOptions())]).run(document, source: source)
        }
    }

    @Test(
        "text that goes without a word is a failure that names the stage",
        arguments: [
            ("甲乙", "乙", nil, true), ("甲乙", "乙", "shortened", false), ("甲乙", "丙乙", nil, false), (" 甲", "甲", nil, false),
            ("甲", nil, nil, true), ("甲", nil, "shortened", false), (" ", nil, nil, false),
        ] as [(String, String?, String?, Bool)]
    )
    func losses(text: String, becomes: String?, reason: String?, isFailure: Bool) throws {
        let (document, source) = ChangeRecorderTests.document([text, "丁"])
        let stage = LossStage(text: becomes, reason: reason, label: "cut")
        if isFailure {
            let failure = #expect(throws: Pipeline.StageFailure.self) {
                try Pipeline([stage]).run(document, source: source)
            }
            #expect(failure?.stage == "cut" && failure?.reason.en.contains("without a reason") == true)
        } else {
            let edits = try Pipeline([stage]).run(document, source: source).edits
            #expect(edits.allSatisfy { $0.stage == "cut" })
        }
    }

    @Test func whatAStageThrowsIsShownAsItIs() throws {
        let (document, source) = ChangeRecorderTests.document(["甲"])
        let stage = LossStage(
            text: nil,
            reason: nil,
            label: "cut",
            error: StageError(LocalizedText(zh: "不行", en: "no"))
        )
        let failure = #expect(throws: Pipeline.StageFailure.self) {
            try Pipeline([stage]).run(document, source: source)
        }
        #expect(failure?.reason == LocalizedText(zh: "不行", en: "no"))
    }
}

/// Writes another text into the first block, or takes it away.
private struct LossStage: Stage {
    static let name = "loss"
    static let summary = LocalizedText(zh: "改写第一段", en: "Rewrites the first block.")

    var text: String?
    var reason: String?
    var label: String
    var error: StageError?

    init(text: String?, reason: String?, label: String, error: StageError? = nil) {
        (self.text, self.reason, self.label, self.error) = (text, reason, label, error)
    }

    init(options: NoOptions) { self.init(text: "", reason: nil, label: Self.name) }

    func run(_ document: inout Document, in context: inout StageContext) throws {
        if let error { throw error }
        if let reason { context.explain(reason, on: document.blocks[0].id) }
        if let text { document.blocks[0].content = [.text(text)] } else { document.blocks.remove(at: 0) }
    }
}

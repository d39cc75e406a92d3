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
}

import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite struct StageTestTests {
    /// Replaces every 甲 by 乙, and reports it; with `keepsOn`, it does something on every run.
    private struct ReplaceStage: Stage {
        struct Options: StageOptions {
            var keepsOn = false
            static var options: [StageOption<Options>] { [] }
        }
        static let name = "replace"
        static let summary = LocalizedText(zh: "替换", en: "Replaces.")
        static let findings = [
            FindingDescription("replace.found", .info, LocalizedText(zh: "有“甲”", en: "There is 甲."))
        ]
        let options: Options
        init(options: Options) { self.options = options }
        func run(_ document: inout Document, in context: inout StageContext) {
            for index in document.blocks.indices {
                let text = document.blocks[index].content.shownText
                if let place = text.utf8.firstRange(of: Array("甲".utf8)) {
                    let start =
                        document.blocks[index].prefix.utf8.count
                        + text.utf8.distance(from: text.startIndex, to: place.lowerBound)
                    context.report(
                        Diagnostic(
                            id: "replace.found",
                            severity: .info,
                            message: LocalizedText(zh: "有“甲”", en: "found 甲"),
                            anchor: .init(document.blocks[index].id, range: start..<start + 3)
                        )
                    )
                }
                let replaced = String(text.map { $0 == "甲" ? "乙" : $0 })
                document.blocks[index].content = [.text(replaced + (options.keepsOn ? "丙" : ""))]
            }
        }
    }

    private static func read(_ source: SourceText) -> Document {
        Document(
            blocks: source.lines.enumerated().map { index, line in
                Block(
                    id: BlockID(rawValue: "l\(index)"),
                    kind: .paragraph,
                    content: [.text(source[line], source: line)],
                    origin: .source(line)
                )
            }
        )
    }

    private func failures(_ draft: String, becomes expected: String? = nil, keepsOn: Bool = false) -> [String] {
        StageTest(ReplaceStage(options: .init(keepsOn: keepsOn)), reading: Self.read).failures(draft, becomes: expected)
    }

    @Test func allIsWell() {
        #expect(failures("子丑\n寅[[replace.found: 甲]]", becomes: "子丑\n寅乙") == [])
    }

    @Test func findingsAndTextAreCompared() {
        #expect(failures("甲", becomes: "乙") == ["unexpected finding: 1:1-2 replace.found"])
        #expect(failures("[[other.id, replace.found: 甲]]", becomes: "乙") == ["missing finding: 1:1-2 other.id"])
        #expect(failures("[[replace.found: 甲]]") == ["the text is\n乙\nwanted\n甲"])
    }

    @Test func secondRunsAreCompared() {
        let found = failures("子", becomes: "子丙", keepsOn: true)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.contains("second run") })
    }
}

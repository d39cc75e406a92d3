import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The page of what readers and renderers may report is made from their descriptions.
@Suite("The page of diagnostics")
struct DiagnosticsPageTests {
    @Test("it is what the descriptions say", arguments: [Language.english, .chinese])
    func page(language: Language) throws {
        let path = language == .english ? "Documentation/Diagnostics.md" : "Documentation/Diagnostics.zh-CN.md"
        try Repository.check(path, is: Self.page(in: language))
    }

    @Test("no description stands in one format twice")
    func unique() {
        let readers = ReaderCatalog.standard.readers.map { $0.findings + TextDecoder.findings + DraftReader.findings }
        for findings in readers + RendererCatalog.standard.renderers.map({ $0.findings }) {
            #expect(Set(findings.map(\.id)).count == findings.count)
        }
    }

    private static func page(in language: Language) -> String {
        func word(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
        let columns = [word("标识", "Identity"), word("级别", "Severity"), word("含义", "Meaning")]
        func table(_ findings: [FindingDescription]) -> String {
            let rows = findings.map { ["`\($0.id)`", $0.severity.rawValue, $0.summary(language)] }
            return ([columns, columns.map { _ in "---" }] + rows)
                .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
        }
        func section(_ name: String, _ summary: LocalizedText, _ findings: [FindingDescription]) -> String {
            guard !findings.isEmpty else { return "" }
            return "\n### `\(name)`\n\n\(summary(language))\(word("。", ""))\n\n\(table(findings))"
        }
        let reading = ReaderCatalog.standard.readers.map { section($0.format, $0.summary, $0.findings) }.joined()
        let writing = RendererCatalog.standard.renderers.map { section($0.format, $0.summary, $0.findings) }.joined()
        return word(
            "# 读取和输出时的发现\n\n由各种格式的说明生成；各阶段的发现见 [Stages.zh-CN.md](Stages.zh-CN.md)。\n",
            """
            # What is found while reading and writing

            Made from the descriptions of the formats; what stages find is in [Stages.md](Stages.md).

            """
        )
            + "\n## \(word("任何草稿", "Any draft"))\n\n"
            + table(DraftReader.findings + TextDecoder.findings + Pipeline.findings)
            + "\n## \(word("批量生成", "Many documents from one template"))\n\n" + table(MergeManifest.findings)
            + "\n## \(word("从 Word 文件学样式", "Learning a style sheet from a Word file"))\n\n"
            + table(LearnedStyle.findings)
            + "\n## \(word("读取", "Reading"))\n" + reading + "\n## \(word("输出", "Writing"))\n" + writing
    }
}

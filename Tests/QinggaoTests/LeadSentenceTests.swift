import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

@Suite("First sentences that are set apart")
struct LeadSentenceTests {
    private static let draft = """
        # 清溪县档案馆2024年工作总结

        一年来，工作稳步推进。现总结如下。

        ## 一、主要工作

        库房设施老化。见[上级文件](https://example.org)，维修{{费用}}万元。

        一是[库房](https://example.org/a)紧张[^1]。新接收的档案存放困难。

        二是人员偏少。

        三是（服务。）不足{{次数}}次！应当加强。

        （一）加强培训。组织培训。效果好。

        [^1]: 面积300平方米。
        """

    private func render(_ kinds: Set<LeadSentences>, to format: String) throws -> String {
        var sheet = try TestStyle.sheet()
        sheet.leadSentences = kinds
        sheet.characterStyles += [sheet.missingLeadSentenceStyle].compactMap(\.self)
        let loaded = TestPipeline.standard
        var conversion = try DraftConversion(DraftFile(Array(Self.draft.utf8), name: "a.md"), through: loaded)
        var sink = MemorySink()
        try conversion.render(
            try #require(RendererCatalog.standard[format]).init(),
            style: sheet,
            context: RenderContext(application: "test"),
            into: &sink
        )
        guard format == "docx" else { return String(decoding: sink.bytes, as: UTF8.self) }
        return String(decoding: try #require(try PackageReader(sink.bytes).read("word/document.xml")), as: UTF8.self)
    }

    /// The text of the runs that are bold as a first sentence, in a style or by themselves.
    private func lead(_ main: String) -> [String] {
        main.split(separator: "<w:p>").map { paragraph in
            paragraph.split(separator: "<w:r>").filter {
                $0.contains("\"LeadSentence\"") || $0.contains("<w:b/>")
            }.map { run in
                run.firstMatch(of: /<w:t[^>]*>([^<]*)</).map { String($0.output.1) } ?? ""
            }.joined()
        }.filter { !$0.isEmpty }
    }

    @Test func pointsInTheDocx() throws {
        #expect(try lead(render([.points], to: "docx")) == ["一是库房紧张。", "三是（服务。）不足{{次数}}次！"])
    }

    @Test func paragraphsInTheDocx() throws {
        #expect(try lead(render([.paragraphs], to: "docx")) == ["库房设施老化。"])
        #expect(try lead(render([], to: "docx")) == [])
    }

    @Test func inHTML() throws {
        let page = try render([.points, .paragraphs], to: "html")
        let found = page.matches(of: /<strong class="lead-sentence">(.*?)<\/strong>/).map { String($0.output.1) }
        #expect(found.count == 3 && found.first == "库房设施老化。")
        #expect(found[1].hasPrefix("一是<a href=\"https://example.org/a\">库房</a>紧张<sup>") && found[1].hasSuffix("。"))
        #expect(page.contains(".lead-sentence { font-weight: bold; }"))
    }

    @Test func inMarkdown() throws {
        let text = try render([.points, .paragraphs], to: "md")
        for line in [
            "**库房设施老化**。见[上级文件]", "**一是[库房](https://example.org/a)紧张[^1]**。新接收", "\n二是人员偏少。\n", "一年来，工作稳步推进。现总结",
        ] { #expect(text.contains(line), "\(line)") }
    }

    @Test("what is written is read as the same document", arguments: ["docx", "html", "md"])
    func readBack(_ format: String) throws {
        var sheet = try TestStyle.sheet()
        sheet.leadSentences = [.points, .paragraphs]
        sheet.characterStyles += [sheet.missingLeadSentenceStyle].compactMap(\.self)
        var conversion = try DraftConversion(
            DraftFile(Array(Self.draft.utf8), name: "a.md"),
            through: Pipeline([])
        )
        var sink = MemorySink()
        try conversion.render(
            try #require(RendererCatalog.standard[format]).init(),
            style: sheet,
            context: RenderContext(application: "test"),
            into: &sink
        )
        let again = try DraftConversion(DraftFile(sink.bytes, name: "b.\(format)"), through: Pipeline([]))
        func text(_ document: Document) -> [String] { document.blocks.map { "\($0.kind.rawValue) \($0.shownText)" } }
        #expect(text(again.document) == text(conversion.document))
    }
}

import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing
import WordprocessingML

@Suite("Findings as comments of Word")
struct CommentTests {
    private static func block(_ name: String, _ kind: BlockKind, _ text: String) -> Block {
        Block(id: BlockID(rawValue: name), kind: kind, content: [.text(text)], origin: .stage("test"))
    }

    private static func finding(
        _ id: String,
        at block: String? = nil,
        _ range: Range<Int>? = nil,
        before: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: .warning,
            message: LocalizedText(zh: "请核对\(id)", en: "check \(id)"),
            anchor: block.map { Diagnostic.Anchor(BlockID(rawValue: $0), range: range) },
            source: "GB/T 9704-2012 7.3.3",
            fixes: before.map { [FixIt(before: $0, after: "", applicability: .suggested)] } ?? []
        )
    }

    private func render(
        _ document: Document,
        _ findings: [Diagnostic],
        date: String? = nil,
        comments: Bool = true,
        language: String = "zh-CN"
    ) throws -> [UInt8] {
        var options = RendererOptions()
        options[flag: "comments"] = comments
        var context = RenderContext(date: date, application: "test")
        context.findings = findings
        var sheet = try TestStyle.sheet()
        sheet.language = language
        var sink = MemorySink()
        _ = try DocxRenderer(options: options).render(document, style: sheet, context: context, into: &sink)
        return sink.bytes
    }

    private func part(_ name: String, _ file: [UInt8]) throws -> String {
        String(decoding: try #require(try PackageReader(file).read("word/\(name).xml")), as: UTF8.self)
    }

    /// The text in the range of each comment, by its number.
    private func ranges(_ main: String) -> [String] {
        (0..<main.matches(of: /<w:commentReference/).count).map { number in
            guard let start = main.firstRange(of: "<w:commentRangeStart w:id=\"\(number)\"/>"),
                let end = main.firstRange(of: "<w:commentRangeEnd w:id=\"\(number)\"/>")
            else { return "?" }
            return main[start.upperBound..<end.lowerBound].matches(of: /<w:t[^>]*>([^<]*)/).map { String($0.output.1) }
                .joined()
        }
    }

    private static let document = Document(blocks: [
        block("mark", .issuerHead, "青山镇人民政府文件"), block("title", .title, "关于做好秋季生产的通知"),
        block("a", .paragraph, "全年投入资金十万元，效果良好。"), block("b", .paragraph, "各村抓好落实。"),
        block("copies", .copies, "抄送：县档案馆。"),
    ])

    @Test("each stands at its text, what is about no text at the title")
    func places() throws {
        let text = "全年投入资金十万元，效果良好。"
        let end = "全年投入资金".utf8.count
        let start = "全年投入".utf8.count
        let findings = [
            Self.finding("x.whole"), Self.finding("x.copies", at: "copies", 0..<6),
            Self.finding("x.range", at: "a", start..<end),
            Self.finding("x.inside", at: "a", start..<(start + 3)), Self.finding("x.next", at: "a", end..<(end + 3)),
            Self.finding("x.all", at: "b"), Self.finding("x.stale", at: "b", 0..<3, before: "县"),
            Self.finding("x.mark", at: "mark", 0..<3), Self.finding("x.gone", at: "none"),
            Self.finding("x.cut", at: "a", 1..<4), Self.finding("x.long", at: "a", 0..<500),
        ]
        let package = try render(Self.document, findings)
        let main = try part("document", package)
        let title = "关于做好秋季生产的通知"
        #expect(
            ranges(main) == [title, title, title, title, text, text, "资金", "资", "十", "各村抓好落实。", "各村抓好落实。"]
        )
        let comments = try part("comments", package)
        let identities = comments.matches(of: /警告 · (x\.[a-z]+) · GB\/T 9704-2012 7.3.3/).map { String($0.output.1) }
        #expect(
            identities == [
                "x.whole", "x.copies", "x.mark", "x.gone", "x.cut", "x.long", "x.range", "x.inside", "x.next", "x.all",
                "x.stale",
            ]
        )
        #expect(comments.contains("请核对x.whole") && !comments.contains("w:date"))
        #expect(try !part("styles", render(Self.document, findings, comments: false)).contains("CommentText"))
        for file in [try render(Self.document, findings, comments: false), try render(Self.document, [])] {
            #expect(try !PackageReader(file).names.contains("word/comments.xml"))
        }
    }

    @Test("in a table each stands in its cell, one on the whole table in the first")
    func tables() throws {
        func cell(_ text: String) -> Table.Cell { Table.Cell(content: [.text(text)]) }
        var table = Self.block("table", .table, "")
        table.content = []
        table.table = Table(
            rows: [[cell("类别"), cell("卷数")], [cell("文书"), cell("约XX卷")]],
            headerRowCount: 1
        )
        let start = "类别卷数文书约".utf8.count
        let findings = [
            Self.finding("x.gap", at: "table", start..<(start + 2)), Self.finding("x.table", at: "table"),
            Self.finding("x.across", at: "table", 3..<9),
        ]
        #expect(
            try ranges(part("document", render(Document(blocks: [table]), findings))) == ["类别", "类别", "XX"]
        )
    }

    @Test("date and language are those of the run and of the sheet")
    func date() throws {
        let package = try render(Self.document, [Self.finding("x.a")], date: "2024-12-20", language: "en-GB")
        let comments = try part("comments", package)
        #expect(comments.contains("w:date=\"2024-12-20T00:00:00Z\"") && comments.contains("check x.a"))
        #expect(comments.contains("warning · x.a"))
    }

    @Test("the text is the same with comments, and a reader reports each of them")
    func readBack() throws {
        let draft = """
            # 清溪县档案馆2024年工作总结

            一年来，整理档案XX卷[^1]，工作稳步推进,现将情况总结如下。

            ## 一、主要[工作](https://example.org)。

            （一）夯实基础业务。投入××万元，办好实事实事。

            | 类别 | 卷数 |
            | --- | --- |
            | 文书 | XX |

            （三）推进数字化。

            [^1]: 不含照片。
            """
        var bytes: [[UInt8]] = []
        var written = 0
        for comments in [false, true] {
            var conversion = try DraftConversion(
                DraftFile(Array(draft.utf8), name: "a.md"),
                through: TestPipeline.standard
            )
            var options = RendererOptions()
            options[flag: "comments"] = comments
            var sink = MemorySink()
            try conversion.render(
                DocxRenderer(options: options),
                style: TestStyle.sheet(),
                context: RenderContext(application: "test"),
                into: &sink
            )
            bytes.append(sink.bytes)
            written = conversion.diagnostics.count
            #expect(written > 5)
        }
        let plain = try part("document", bytes[0])
        let commented = try part("document", bytes[1])
        #expect(DocxText.shown(of: plain) == DocxText.shown(of: commented))
        #expect(ranges(commented).count == written && !ranges(commented).contains("?"))
        let read = try bytes.map {
            try DraftConversion(DraftFile($0, name: "b.docx"), through: Pipeline([]))
        }
        func text(_ document: Document) -> [String] { document.blocks.map { "\($0.kind.rawValue) \($0.shownText)" } }
        #expect(text(read[0].document) == text(read[1].document))
        #expect(read[1].diagnostics.count { $0.id == "reading.comment" } == written)
    }

    @Test("a prepared renderer writes them as well")
    func prepared() throws {
        var options = RendererOptions()
        options[flag: "comments"] = true
        let renderer = try DocxRenderer(options: options).prepared(
            style: TestStyle.sheet(),
            context: RenderContext(application: "test")
        )
        for count in [2, 0, 1] {
            var sink = MemorySink()
            _ = try renderer.render(
                Self.document,
                findings: Array(repeating: Self.finding("x.a", at: "a"), count: count),
                into: &sink
            )
            #expect(try ranges(part("document", sink.bytes)).count == count)
        }
    }
}

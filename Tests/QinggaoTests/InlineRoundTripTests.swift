import Foundation
import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// Links, the places to which they lead, and footnotes, from every format that holds them and into every format.
@Suite("Links and footnotes, written and read again")
struct InlineRoundTripTests {
    private static let draft = """
        # 某镇2024年档案工作总结

        全年整理档案3200卷[^1]，目录见[公开专栏](https://example.org/open_\\(a\\)?year=2024&page=2)，详见[第二部分](#erbu)。

        ## 一、重点工作 {#yibu}

        （一）整理[室藏档案](ftp://example.org/a)。方案经会议审定[^2]，<a id="fenlei">分类方案</a>另发[^1]。

        ## 二、下步打算 {#erbu}

        按[分类方案](#fenlei)建立目录，来信请寄<mailto:a@example.org>，[联系电话](HTTP://EXAMPLE.ORG)照旧。

        | 类别 | 卷数 |
        | --- | --- |
        | [文书](https://example.org/a\\|b) | 1800 |

        [^1]: 数据截至年底。

        [^2]: 见[管理规定](https://example.org/rule)。
        """

    private func convert(_ bytes: [UInt8], _ name: String) throws -> DraftConversion {
        try DraftConversion(DraftFile(bytes, name: name), through: Pipeline([]))
    }

    private func render(_ conversion: DraftConversion, _ format: String) throws -> (bytes: [UInt8], DraftConversion) {
        var conversion = conversion
        var sink = MemorySink()
        try conversion.render(
            try #require(RendererCatalog.standard[format]).init(),
            style: TestStyle.sheet(),
            context: RenderContext(application: "test"),
            into: &sink
        )
        return (sink.bytes, conversion)
    }

    /// The text of every link with its target, and of every place with its name.
    private func marks(_ document: Document) -> [String] {
        document.blocks.flatMap { block in
            (block.content + (block.body ?? []) + (block.table?.inlines ?? [])).compactMap { inline in
                guard inline.link != nil || inline.bookmark != nil else { return nil }
                return "\(inline.shownText) \(inline.link ?? "-") \(inline.bookmark ?? "-")"
            }
        }
    }

    private static let expected = [
        "公开专栏 https://example.org/open_(a)?year=2024&page=2 -", "第二部分 #erbu -", "重点工作 - yibu",
        "室藏档案 ftp://example.org/a -", "分类方案 - fenlei", "下步打算 - erbu", "分类方案 #fenlei -",
        "mailto:a@example.org mailto:a@example.org -", "联系电话 HTTP://EXAMPLE.ORG -", "文书 https://example.org/a|b -",
        "管理规定 https://example.org/rule -",
    ]

    @Test("Markdown is read")
    func markdown() throws {
        let conversion = try convert(Array(Self.draft.utf8), "a.md")
        #expect(marks(conversion.document) == Self.expected)
        #expect(conversion.document.blocks.count { $0.kind == .footnote } == 2)
    }

    @Test("what is written is read back", arguments: ["docx", "html", "md", "json"])
    func roundTrip(_ format: String) throws {
        let first = try convert(Array(Self.draft.utf8), "a.md")
        let (bytes, rendered) = try render(first, format)
        #expect(rendered.diagnostics.filter { $0.id.hasSuffix(".link") }.isEmpty)
        let second = try convert(bytes, "b.\(format)")
        var expected = Self.expected
        // An address in Markdown has no bracket, and none that ends a cell.
        if format == "md" {
            expected[0] = expected[0].replacing("(a)", with: "%28a%29")
            expected[9] = expected[9].replacing("|b", with: "%7Cb")
        }
        #expect(marks(second.document) == expected)
        #expect(second.document.blocks.map(\.shownText) == first.document.blocks.map(\.shownText))
        #expect(second.document.blocks.map(\.kind) == first.document.blocks.map(\.kind))
    }

    @Test("Word numbers the footnotes, and the record tells what the numbers replace")
    func footnotes() throws {
        let (bytes, rendered) = try render(convert(Array(Self.draft.utf8), "a.md"), "docx")
        let package = try PackageReader(bytes)
        let main = String(decoding: try #require(try package.read("word/document.xml")), as: UTF8.self)
        let notes = String(decoding: try #require(try package.read("word/footnotes.xml")), as: UTF8.self)
        #expect(main.components(separatedBy: "<w:footnoteReference ").count == 3)
        #expect(main.contains(" NOTEREF _Note_1 "))
        #expect(main.contains("HYPERLINK \"https://example.org/open_(a)?year=2024&amp;page=2\""))
        #expect(main.contains("<w:hyperlink w:anchor=\"erbu\""))
        #expect(main.contains(" REF fenlei \\h "))
        #expect(!main.contains("数据截至年底"))
        #expect(notes.contains("数据截至年底"))
        let replaced = rendered.edits.filter { $0.reason == "footnote" }
        #expect(replaced.map(\.before) == ["[^1]", "[^2]", "[^1]", "[^1]: ", "[^2]: "])
        #expect(replaced.map(\.after) == ["1", "2", "1", "1", "2"])
    }

    @Test(
        "links of other kinds are text, and a finding says so",
        arguments: ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#nirgends", "../a.docx"]
    )
    func refused(_ target: String) throws {
        let draft = "# 某局总结\n\n## 一、甲\n\n见[附件](\(target))。\n"
        for format in ["docx", "html", "md"] {
            let (bytes, rendered) = try render(convert(Array(draft.utf8), "a.md"), format)
            let findings = rendered.diagnostics.filter { $0.id == "\(format).link" }
            #expect(findings.count == 1)
            #expect(findings.first?.message(.chinese).contains(target) == true)
            let name = format == "docx" ? "word/document.xml" : ""
            let text = name.isEmpty ? bytes : try #require(try PackageReader(bytes).read(name))
            #expect(!String(decoding: text, as: UTF8.self).contains(target))
        }
    }

    @Test("plain text says that it has no links")
    func plainText() throws {
        let (_, rendered) = try render(convert(Array(Self.draft.utf8), "a.md"), "txt")
        #expect(rendered.diagnostics.filter { $0.id == "txt.link" }.count == 1)
    }

    @Test("pages of other programs are read")
    func pages() throws {
        let page = """
            <html><body><h1>某局总结</h1><h2 id="jia">一、甲</h2>
            <p>见 <a href="https://example.org/x?a=1&amp;b=2">目录</a>和<a href="#jia">前文</a><sup><a href="#fn:1">1</a></sup>。</p>
            <div class="footnotes"><ol><li id="fn:1"><p>数据截至年底。<a href="#fnref:1">↩</a></p></li></ol></div>
            </body></html>
            """
        let document = try convert(Array(page.utf8), "a.html").document
        #expect(
            marks(document) == ["甲 - jia", "目录 https://example.org/x?a=1&b=2 -", "前文 #jia -"]
        )
        #expect(document.blocks.last?.kind == .footnote)
        #expect(document.blocks.last?.shownText == "[^1]: 数据截至年底。")
        #expect(document.blocks.contains { $0.shownText == "见 目录和前文[^1]。" })
    }
}

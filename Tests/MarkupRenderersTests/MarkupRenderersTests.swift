import Foundation
import MarkupRenderers
import RenderKit
import SummaryModel
import Testing

@Suite struct MarkupRenderersTests {
    private func render(_ renderer: some Renderer, _ blocks: [Block], metadata: [String: String] = [:]) throws -> String
    {
        var sink = MemorySink()
        let report = try renderer.render(
            Document(metadata: metadata, blocks: blocks),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        #expect(report.edits.isEmpty)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func block(
        _ kind: BlockKind,
        _ text: String,
        marker: String? = nil,
        body: String? = nil,
        stop: String = "",
        table: [[String]]? = nil,
        head: Int = 0
    ) -> Block {
        Block(
            id: BlockID(rawValue: "b"),
            kind: kind,
            label: marker.map { NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: $0) },
            content: text.isEmpty ? [] : [.text(text)],
            terminator: stop,
            body: body.map { [.text($0)] },
            table: table.map { rows in
                Table(rows: rows.map { $0.map { Table.Cell(content: [.text($0)]) } }, headerRowCount: head)
            },
            origin: .source(SourceRange(0, 9))
        )
    }

    // MARK: Plain text

    @Test func plainTextHasEveryCharacterAndNoOther() throws {
        var blank = block(.paragraph, "正文", body: nil)
        blank.prefix = "\u{3000}\u{3000}"
        blank.suffix = " "
        let text = try render(
            PlainTextRenderer(),
            [
                block(.title, "第一行"), block(.title, "第二行"), blank,
                block(.heading2, "题", marker: "（一）", body: "接排", stop: "。"),
                block(.table, "", table: [["甲", "乙"], ["丙", "丁"]]),
                block(.table, "表题", table: [["戊", "己"]]),
            ]
        )
        #expect(text == "第一行\n第二行\n\u{3000}\u{3000}正文 \n（一）题。接排\n甲\t乙\n丙\t丁\n表题\n戊\t己\n")
        #expect(try render(PlainTextRenderer(), []) == "")
    }

    // MARK: Markdown

    @Test(
        "Blocks in Markdown",
        arguments: [
            (BlockKind.title, "总结", nil, nil, "", "# 总结"), (.part, "概况", "第一部分 ", nil, "", "## 第一部分 概况"),
            (.heading1, "工作", "一、", nil, "", "## 一、工作"), (.heading3, "登记", "1.", nil, "", "#### 1.登记"),
            (.heading3, "登记", "1. ", nil, "", "#### 1\\. 登记"),
            (.heading2, "抓责任", "（一）", "正文。", "。", "**（一）抓责任**。正文。"),
            (.heading2, "抓“责任”", "（一）", "正文。", "。", "**（一）抓“责任”**。正文。"),
            // Bold would not be seen: punctuation before the stars, a letter after them.
            (.heading2, "抓“责任”", "（一）", "正文。", "", "（一）抓“责任”正文。"),
            (.paragraph, "a*b_c[d](e)<f>`g`\\h|i", nil, nil, "", "a\\*b\\_c\\[d\\](e)\\<f\\>\\`g\\`\\\\h\\|i"),
            (.paragraph, "# 不是标题", nil, nil, "", "\\# 不是标题"), (.paragraph, "    不是代码", nil, nil, "", "不是代码"),
            (.paragraph, "1. 不是列表", nil, nil, "", "1\\. 不是列表"), (.paragraph, "2.5元", nil, nil, "", "2.5元"),
            (.paragraph, "- 不是列表", nil, nil, "", "\\- 不是列表"), (.listItem, "- 一条", nil, nil, "", "- 一条"),
            (.listItem, "一条", nil, nil, "", "- 一条"), (.listItem, "* 一条", nil, nil, "", "* 一条"),
            (.listItem, "● 一条", nil, nil, "", "● 一条"),
            (.paragraph, "上\n下", nil, nil, "", "上\\\n下"), (.footnote, "[^1]: 注", nil, nil, "", "[^1]: 注"),
        ] as [(BlockKind, String, String?, String?, String, String)]
    )
    func markdown(
        _ kind: BlockKind,
        _ text: String,
        _ marker: String?,
        _ body: String?,
        _ stop: String,
        _ wanted: String
    )
        throws
    {
        #expect(
            try render(MarkdownRenderer(), [block(kind, text, marker: marker, body: body, stop: stop)]) == wanted + "\n"
        )
    }

    @Test func aWholeItemIsAParagraph() throws {
        var item = block(.heading3, "清点；", marker: "1. ")
        item.isItem = true
        #expect(try render(MarkdownRenderer(), [item]) == "1\\. 清点；\n")
    }

    @Test func tablesHavePipes() throws {
        let rows = [["甲", "乙|"], ["丙\n丁"]]
        #expect(
            try render(MarkdownRenderer(), [block(.table, "", table: rows, head: 1), block(.paragraph, "完")])
                == "| 甲 | 乙\\| |\n| --- | --- |\n| 丙<br>丁 |  |\n\n完\n"
        )
        #expect(try render(MarkdownRenderer(), [block(.table, "", table: rows)]).hasPrefix("|  |  |\n| --- | --- |\n"))
    }

    // MARK: Page furniture

    @Test(arguments: [PlainTextRenderer() as any Renderer, MarkdownRenderer()])
    func whatHasNoPagesLeavesFurnitureOut(renderer: any Renderer) throws {
        var sink = MemorySink()
        let format = type(of: renderer).format
        let report = try renderer.render(
            Document(blocks: [block(.header, "内部资料"), block(.paragraph, "正文。"), block(.footer, "征求意见稿")]),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        #expect(String(decoding: sink.bytes, as: UTF8.self) == "正文。\n")
        #expect(report.edits.map(\.before) == ["内部资料", "征求意见稿"])
        #expect(report.edits.allSatisfy { $0.stage == format && $0.after.isEmpty && $0.reason == "page-furniture" })
        #expect(report.diagnostics.map(\.id) == [format + ".page-furniture", format + ".page-furniture"])
        #expect(report.diagnostics.first?.message.en.contains("the header '内部资料'") == true)
    }

    // MARK: JSON

    @Test func jsonGivesTheSameDocumentBack() throws {
        var blocks = [
            block(.heading2, "题\u{1}\u{FFFF}\u{2028}", marker: "（一）", body: "接排", stop: "。"),
            block(.table, "", table: [["甲"]]),
            block(BlockKind(rawValue: "新"), "x"),
        ]
        blocks[0].content += [
            Inline(.placeholder(Placeholder(key: "k", kind: .count, sign: "××"))), Inline(.lineBreak),
            Inline(.other(kind: "new", text: "新")),
        ]
        blocks[1].origin = .stage("s")
        let json = try render(JSONRenderer(), blocks, metadata: ["甲": "/乙"])
        let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        #expect(document == Document(metadata: ["甲": "/乙"], blocks: blocks))
        #expect(json.hasSuffix("}\n"))
        #expect(json.contains("\"甲\" : \"/乙\""))
        #expect(try render(JSONRenderer(), blocks, metadata: ["甲": "/乙"]) == json)
    }
}

import MarkupRenderers
import RenderKit
import SummaryModel
import Testing

@Suite("HTML") struct HTMLRendererTests {
    private func page(
        _ blocks: [Block],
        _ report: (RenderReport) -> Void = { #expect($0.edits.isEmpty && $0.diagnostics.isEmpty) },
        change: (inout StyleSheet) -> Void = { _ in }
    ) throws -> String {
        var style = try BuiltInSheet.named("gbt9704")
        change(&style)
        var sink = MemorySink()
        report(
            try HTMLRenderer().render(
                Document(blocks: blocks),
                style: style,
                context: RenderContext(date: "2024-12-31", application: "test <1>"),
                into: &sink
            )
        )
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    /// The lines inside the article.
    private func lines(_ blocks: [Block]) throws -> [String] {
        let lines = try page(blocks).split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex(of: "<article>"))
        let end = try #require(lines.lastIndex(of: "</article>"))
        return Array(lines[(start + 1)..<end])
    }

    private func block(
        _ kind: BlockKind,
        _ text: String,
        marker: String? = nil,
        body: String? = nil,
        stop: String = ""
    ) -> Block {
        Block(
            id: BlockID(rawValue: "b"),
            kind: kind,
            label: marker.map { NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: $0) },
            content: text.isEmpty ? [] : [.text(text)],
            terminator: stop,
            body: body.map { [.text($0)] },
            origin: .stage("test")
        )
    }

    // MARK: Elements

    @Test func headingsOfLinesAndOfPhrases() throws {
        let lines = try lines([
            block(.title, "总结"), block(.heading1, "工作", marker: "一、"),
            block(.heading2, "抓责任", marker: "（一）", body: "正文。", stop: "。"), block(.heading5, "小处", marker: "①"),
        ])
        #expect(
            lines == [
                "<header>", "<h1 class=\"title\">总结</h1>", "</header>", "<h2 class=\"heading1\">一、工作</h2>",
                "<p class=\"run-in\"><span class=\"heading2-phrase\" role=\"heading\" aria-level=\"3\">（一）抓责任。</span>正文。</p>",
                "<h6 class=\"heading5\"><span class=\"han\">①</span>小处</h6>",
            ]
        )
    }

    @Test func underPartsHeadingsAreOneLevelDeeper() throws {
        let lines = try lines([
            block(.part, "概况", marker: "第一部分 "), block(.heading1, "甲", marker: "一、"),
            block(.heading5, "乙", marker: "①"),
        ])
        #expect(lines.map { $0.prefix(3) } == ["<h2", "<h3", "<h6"])
    }

    @Test func itemsAreNoHeadings() throws {
        var item = block(.heading3, "整句是一条。", marker: "1.")
        item.isItem = true
        #expect(try lines([item]) == ["<p class=\"item\">1.整句是一条。</p>"])
    }

    @Test func aLongTitleIsBrokenAsInTheDocx() throws {
        let lines = try lines([block(.title, "某县"), block(.title, "石桥镇人民政府关于做好2026年度文书归档整理工作的通知")])
        #expect(lines[1].contains("某县<br>石桥镇人民政府关于做好2026年度<br class=\"wrap\">文书归档"))
    }

    @Test func blocksThatBelongTogetherStandInOneElement() throws {
        let lines = try lines([
            block(.tableOfContents, "一、甲 1"), block(.tableOfContents, "二、乙 2"), block(.listItem, "1）甲"),
            block(.listItem, "2）乙"), block(.note, "（此件公开发布）"), block(.footnote, "[^1]: 注"), block(.copies, "抄送：甲。"),
            block(.imprint, "某办公室"),
        ])
        let regions = lines.filter { !$0.hasPrefix("<p") }
        #expect(
            regions == [
                "<nav>", "</nav>", "<div role=\"list\">", "</div>", "<aside role=\"note\">", "</aside>", "<footer>",
                "</footer>",
            ]
        )
        #expect(lines.count { $0.hasPrefix("<p class=\"list_item\" role=\"listitem\">") } == 2)
    }

    @Test func everyDocumentOfAFileIsAnArticle() throws {
        let page = try page([
            block(.title, "甲"), block(.paragraph, "文"), block(.title, "乙"), block(.paragraph, "文"),
        ])
        #expect(page.components(of: "<article>") == 2)
        #expect(page.contains("article + article { break-before: page; }"))
        #expect(page.contains("</article>\n<article>\n<header>\n<h1 class=\"title\">乙</h1>"))
    }

    @Test func gapsAreMarkedAndNamed() throws {
        var gap = block(.paragraph, "全年投入")
        gap.content += [Inline(.placeholder(Placeholder(key: "投入\"_万元", kind: .amount, sign: "XX"))), .text("万元。")]
        let page = try page([gap])
        #expect(page.contains("全年投入<mark class=\"placeholder\" data-key=\"投入&quot;_万元\">XX</mark>万元。"))
        #expect(page.contains(".placeholder { background: #FFFF00; }"))
    }

    @Test(
        "dates for programs",
        arguments: [
            ("2024年12月31日", "2024-12-31"), ("2026年2月9日", "2026-02-09"), ("２０２６年２月９日", "2026-02-09"),
            ("二〇二四年十二月三十一日", "2024-12-31"), ("2025年2月29日", nil), ("2024年12月", nil), ("××年×月×日", nil),
            ("12月31日", nil), ("2024年 12月31日前", nil),
        ] as [(String, String?)]
    )
    func dates(_ text: String, _ date: String?) throws {
        let page = try page([block(.date, text)])
        #expect(page.contains("<time") == (date != nil))
        if let date { #expect(page.contains("<time datetime=\"\(date)\">")) }
    }

    @Test func tablesHaveHeadsAndEveryCell() throws {
        var table = block(.table, "")
        table.table = Table(
            rows: [["项目", "次数"], ["培训"]].map { $0.map { Table.Cell(content: [.text($0)]) } },
            headerRowCount: 1
        )
        table.suffix = "单位：次"
        let lines = try lines([table])
        #expect(
            lines == [
                "<table class=\"grid\">",
                "<colgroup><col style=\"width: 49.994%\"><col style=\"width: 50.006%\"></colgroup>", "<thead>",
                "<tr><th scope=\"col\" class=\"table-head\">项目</th><th scope=\"col\" class=\"table-head\">次数</th></tr>",
                "</thead>", "<tbody>", "<tr><td class=\"table-cell\">培训</td><td class=\"table-cell\"></td></tr>",
                "</tbody>",
                "</table>", "<p class=\"paragraph\">单位：次</p>",
            ]
        )
    }

    // MARK: Text

    @Test(
        "text in HTML",
        arguments: [
            ("甲<b>&\"丁\"", "甲&lt;b&gt;&amp;\"丁\""), ("上\n下\r\n底", "上<br>下<br>底"),
            ("上\u{2028}下\u{85}底\u{2029}", "上<br>下<br>底<br><br>"), ("one two", "one two"),
            ("甲  乙", "甲<span class=\"blank\">  </span>乙"),
            (" 甲 ", "<span class=\"blank\"> </span>甲<span class=\"blank\"> </span>"),
            ("甲\t乙", "甲<span class=\"blank\">\t</span>乙"), ("　　甲", "　　甲"), ("", "<br>"),
            (
                "开展“三会一课”——甲…",
                "开展<span class=\"han\">“</span>三会一课<span class=\"han\">”——</span>甲<span class=\"han\">…</span>"
            ),
            ("3×4=12°", "3<span class=\"han\">×</span>4=12<span class=\"han\">°</span>"), ("𠮷野é", "𠮷野é"),
            ("甲\u{200B}👨\u{200D}👩", "甲\u{200B}👨\u{200D}👩"),
            ("é÷è", "é<span class=\"han\">÷</span>è"),
        ]
    )
    func text(_ text: String, _ html: String) throws {
        #expect(try lines([block(.paragraph, text)]) == ["<p class=\"paragraph\">\(html)</p>"])
    }

    /// U+FDD0, which Swift takes in no literal.
    private static let noncharacter = Unicode.Scalar(UInt32(0xFDD0)).map { String($0) } ?? ""

    @Test func whatHTMLCannotHoldIsLeftOutAndReported() throws {
        var block = block(.paragraph, "甲\u{0}乙\u{FFFE}丙\u{7F}丁\(Self.noncharacter)戊\u{1FFFF}己\u{9F}庚\u{C}")
        block.origin = .source(SourceRange(3, 60))
        var edits: [Edit] = []
        let page = try page([block]) { edits = $0.edits }
        #expect(page.contains("<p class=\"paragraph\">甲乙丙丁戊己庚</p>"))
        #expect(
            edits.map(\.before) == ["\u{0}", "\u{FFFE}", "\u{7F}", Self.noncharacter, "\u{1FFFF}", "\u{9F}", "\u{C}"]
        )
        #expect(edits.allSatisfy { $0.stage == "html" && $0.after.isEmpty && $0.reason == "forbidden-character" })
    }

    // MARK: The page

    @Test func theHeadSaysWhatThePageIs() throws {
        let page = try page([block(.title, "甲<乙"), block(.paragraph, "文")])
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(page.contains("<title>甲&lt;乙</title>"))
        #expect(page.contains("<meta name=\"generator\" content=\"test &lt;1&gt;\">"))
        #expect(page.contains("<meta name=\"dcterms.created\" content=\"2024-12-31\">"))
        #expect(try self.page([block(.paragraph, "　没有标题")]).contains("<title>没有标题</title>"))
        #expect(try self.page([]).contains("<title>test &lt;1&gt;</title>"))
    }

    @Test func styleSheetAsCSS() throws {
        let page = try page([block(.title, "题"), block(.paragraph, "文"), block(.heading1, "甲", marker: "一、")])
        for rule in [
            "@page { size: 595.3pt 841.9pt; margin: 104.9pt 73.7pt 99.2pt 79.35pt; }",
            "@page :right { @bottom-right { content: \"— \" counter(page) \" —\"; white-space: pre;",
            "@page :left { @bottom-left {", "padding-bottom: 70.85pt; padding-right: 1em; }",
            "main { --latin: \"Times New Roman\"; --han: \"仿宋_GB2312\", \"FangSong_GB2312\", serif; font-family: var(--latin), var(--han); font-size: 16pt; line-height: 28.95pt; text-align: justify; orphans: 1; widows: 1;",
            ".paragraph { letter-spacing: -0.25pt; text-indent: 2em; }",
            "font-size: 22pt; line-height: 31.95pt; text-align: center; margin-bottom: 28.95pt; break-after: avoid; break-inside: avoid; }",
            "main { max-width: 442.25pt;",
        ] { #expect(page.contains(rule), "\(rule)") }
        // Only what the document uses.
        #expect(!page.contains(".signature {") && !page.contains(".grid") && !page.contains(".placeholder {"))
        #expect(!page.contains("<script") && !page.contains("http"))
    }

    @Test func aCentredNumberAndNone() throws {
        let centred = try page([block(.paragraph, "文")], change: { $0.pageNumber.position = .centred })
        #expect(centred.contains("@bottom-center { content: \"— \" counter(page) \" —\";"))
        #expect(!centred.contains("@page :left"))
        #expect(
            try !page([block(.paragraph, "文")], change: { $0.pageNumber.position = .none }).contains("counter(page)")
        )
    }

    @Test func linesOfThePageStandInItsMargins() throws {
        var edits: [Edit] = []
        let blocks = [
            block(.header, "内部\"资料\"</style>"), block(.paragraph, "文"), block(.footer, "第一行"), block(.footer, "第二行"),
        ]
        let page = try page(blocks) { edits = $0.edits }
        #expect(page.contains("@top-center { content: \"内部\\22 资料\\22 \\3c /style\\3e \";"))
        #expect(page.contains("@bottom-center { content: \"第一行\" \"\\a \" \"第二行\";"))
        #expect(page.contains("padding-bottom: 84.85pt;"))
        #expect(page.components(of: "</style>") == 1)
        #expect(edits.map(\.reason) == ["page-furniture", "page-furniture", "page-furniture"])
    }

    @Test func signatureAndDateStandAsInTheDocx() throws {
        let page = try page([block(.paragraph, "文"), block(.signature, "石桥镇人民政府"), block(.date, "2026年2月9日")])
        #expect(page.contains("<footer>\n<p class=\"signature joined-below\" style=\"margin-right: 32pt\">石桥镇人民政府</p>"))
        #expect(page.contains("<p class=\"date joined-above\" style=\"margin-right: 16pt\"><time"))
        #expect(page.contains("\n.joined-above { margin-top: 0; }"))
    }

    @Test func theEndOfATextStaysOnThePageOfItsSignature() throws {
        let end = [block(.signature, "石桥镇人民政府"), block(.date, "2026年2月9日")]
        let lines = try lines([block(.paragraph, "前文。"), block(.paragraph, "末段。")] + end)
        #expect(lines[0].hasPrefix("<p class=\"paragraph\""))
        #expect(lines[1] == "<div class=\"ending\">")
        #expect(lines[2].contains("末段。"))
        #expect(lines.suffix(2) == ["</footer>", "</div>"])
        #expect(try page(end).contains(".ending { break-inside: avoid; }"))
        // A long paragraph may be parted.
        let long = try self.lines([block(.paragraph, String(repeating: "长", count: 200))] + end)
        #expect(long[0].hasPrefix("<p class=\"paragraph\""))
        #expect(!long.contains { $0.contains("末段") })
    }

    @Test func theWordOfAJointMarkStandsBesideAllNames() throws {
        let lines = try lines([
            block(.issuerHead, "石桥镇人民政府"), block(.issuerHead, "清溪县水务局文件"), block(.documentNumber, "石政发〔2026〕1号"),
            block(.title, "通知"),
        ])
        #expect(lines[1] == "<div class=\"joint\">")
        #expect(lines[3].hasSuffix("清溪县水务局<span class=\"joint-word\">文件</span></p>"))
        #expect(lines[4] == "</div>")
        #expect(lines[5].contains("石政发"))
    }

    @Test func theNumberOfALetterStandsBesideItsFirstLine() throws {
        let letter = try BuiltInSheet.named("gbt9704-letter")
        let page = try page(
            [
                block(.issuerHead, "000001"), block(.issuerHead, "特急"), block(.issuerHead, "石桥镇人民政府"),
                block(.documentNumber, "石政函〔2026〕1号"), block(.title, "函"),
            ],
            { #expect($0.edits.isEmpty) }
        ) { $0 = letter }
        #expect(page.contains("<div class=\"letter\">\n<p class=\"copy-number\" style=\"grid-row: 2; grid-column: 1; "))
        #expect(page.contains("grid-row: 1; grid-column: 1 / 3; margin-bottom: 0\">石桥镇人民政府"))
        #expect(page.contains("grid-row: 2; grid-column: 2; margin-bottom: 0\">石政函"))
        #expect(page.contains("@page :first { @bottom-left { content: none; } @bottom-right { content: none; } }"))
    }

    @Test func thePageNumberOfALandscapePageIsTurned() throws {
        var turned = block(.paragraph, "横")
        turned.isLandscape = true
        let page = try page([block(.paragraph, "竖"), turned])
        #expect(page.contains("@page landscape:right { @bottom-right { content: none; } @left-middle {"))
        #expect(page.contains("writing-mode: vertical-rl"))
        #expect(!(try self.page([block(.paragraph, "竖")])).contains("landscape"))
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

import HTMLReading
import ReadKit
import SummaryModel
import Testing

@Suite("HTML")
struct HTMLReaderTests {
    @Test(
        "one line for each block, blanks as a browser has them",
        arguments: [
            ("<p>甲</p><p>乙</p>", ["甲", "乙"]), ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
            ("<p>全年召开\n  会议   three\ntimes</p>", ["全年召开会议 three times"]), ("<p>甲<b>乙</b><i>丙</i></p>", ["甲乙丙"]),
            ("<p>　　甲&nbsp;&nbsp;乙</p>", ["　　甲\u{A0}\u{A0}乙"]), ("<p>甲<br>乙<br/></p>", ["甲", "乙"]),
            ("<pre>甲\n  乙</pre>", ["甲", "  乙"]),
            ("<p>甲</p><p></p><p>&nbsp;</p><p><br></p><p>乙</p>", ["甲", "\u{A0}", "", "乙"]),
            ("<title>网站</title><p>甲</p>", ["甲"]), ("<title>网站</title><body></body>", ["网站"]),
            ("甲<hr>乙", ["甲", "乙"]), ("<dl><dt>甲<dd>乙</dl>", ["甲", "乙"]),
            ("<p>&ldquo;甲&#8221;&#x2014;&#150;&times;5</p>", ["“甲”—–×5"]),
            ("<p>甲&nbsp乙&lt3&gt&amp丙&ampx&unknown;</p>", ["甲\u{A0}乙<3>&丙&ampx&unknown;"]),
            ("<p>正文</p><script>var a='<p>x</p>'</script><style>p{}</style><noscript>无</noscript>", ["正文"]),
            ("<!--[if gte mso 9]><xml><w:x>y</w:x></xml><![endif]--><p>甲<o:p>&nbsp;</o:p></p>", ["甲\u{A0}"]),
            (
                "<form>甲<input value=x><select><option>一<option>二</select><textarea>丙</textarea><button>交</button></form>",
                ["甲"]
            ),
            ("<p>甲<s>乙</s><strike>丙</strike><ins>丁</ins></p>", ["甲乙丙丁"]), ("<ruby>汉<rt>hàn</rt></ruby>", ["汉hàn"]),
            ("<p>甲\u{2028}乙\u{85}丙</p>", ["甲", "乙", "丙"]), ("<svg><text>图</text></svg><p>甲</p>", ["甲"]),
        ]
    )
    func lines(_ html: String, _ wanted: [String]) throws {
        let page = try Page(html)
        #expect(page.lines == wanted)
        #expect(page.defects == [])
    }

    @Test(
        "no letter is lost where the mark-up is broken",
        arguments: [
            ("<p>不足<5%，a<b，<3项>的单位</p>", ["不足<5%，a<b，<3项>的单位"]), ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),
            ("<b><i>甲</b>乙</i>", ["甲乙"]), ("<span><p>甲</span></p>乙", ["甲", "乙"]), ("</div></p>甲</span>", ["甲"]),
            ("<p class=a style=color:red>甲</p>", ["甲"]), ("<p class=\"a>甲</p><p class=\"b\">乙</p>", ["甲", "乙"]),
            ("<p>甲</p", ["甲</p"]),
            ("<p title=\"a>b\">甲</p>", ["甲"]), ("<p>甲<!-- 注</p>乙", ["甲<!-- 注", "乙"]),
            ("<p>甲<WPS>乙<QQ></p>", ["甲<WPS>乙<QQ>"]),
            ("<p>召开<XX>次会议，<×>项</p>", ["召开<XX>次会议，<×>项"]), ("<p><关于×>甲</p>", ["<关于×>甲"]), ("<p>甲<></p>", ["甲<>"]),
            ("<![if !supportLists]>1.<![endif]>甲", ["1.甲"]), ("<font face=Times New Roman,宋体>甲</font>", ["甲"]),
            ("<font face=“宋体” color=red>甲</font>", ["甲"]), ("<?xml:namespace prefix = o />甲", ["甲"]),
            ("<p/>甲<br/>乙", ["甲", "乙"]),
            ("<p>甲<wbr>乙<source src=x>丙</p>", ["甲乙丙"]), ("甲 & 乙 && 丙 &; &#; &#xZ;", ["甲 & 乙 && 丙 &; &#; &#xZ;"]),
            ("— <sdfield type=PAGE>3</sdfield> —", ["— 3 —"]), ("<x=1>甲</x>", ["<x=1>甲</x>"]),
            ("<custom-tag>甲</custom-tag><st1:chsdate year=1>乙</st1:chsdate>", ["甲乙"]), ("<p <b>甲</b></p>", ["甲"]),
        ]
    )
    func broken(_ html: String, _ wanted: [String]) throws {
        let page = try Page(html)
        #expect(page.lines == wanted)
        #expect(page.defects == [])
    }

    @Test(
        "what an editor took for a tag is put back and reported",
        arguments: [
            "<p>《关于<×县招商办法>的通知》</p>", "<p>《关于<span ×县招商办法=\"\">的通知》</span></p>", "<p>《关于<font ×县招商办法>的通知》</font></p>",
            "<p>《关于<×县招商办法>的通知</×县招商办法>》</p>", "<p>《关于<span style=\"color:red\" ×县招商办法=''>的通知》</p>",
            "<p>《关于〈<span ×县招商办法=\"\">〉的通知》</p>", "<p>《关于〈<span ×县招商办法=\"\">×县招商办法</span>〉的通知》</p>",
        ]
    )
    func repairs(_ html: String) throws {
        let page = try Page(html)
        #expect(page.lines == ["《关于〈×县招商办法〉的通知》"])
        #expect(Set(page.findings) == ["reading.repaired-markup"])
    }

    @Test("headings, titles, alignment and bold text are told")
    func traits() throws {
        let page = try Page(
            """
            <h1 align=center>某局总结</h1><p class="MsoTitle">题</p><p style="text-align: center !important"><b>粗</b></p>
            <p style='mso-outline-level:2'>级</p><div align=right>某局<br>2023年</div><center>中</center>
            <p style="page-break-before:always">页</p><p class=MsoToc1>目录 1</p><p><b>半</b>粗</p><p style="font-weight:700">粗</p>
            """
        )
        let traits = page.draft.traits
        #expect(page.lines == ["某局总结", "题", "粗", "级", "某局", "2023年", "中", "页", "目录 1", "半粗", "粗"])
        #expect(traits.map(\.outlineLevel) == [1, nil, nil, 2, nil, nil, nil, nil, nil, nil, nil])
        #expect(traits.map(\.alignment) == [.centre, nil, .centre, nil, .end, .end, .centre, nil, nil, nil, nil])
        #expect(traits.map(\.isBold) == [false, false, true, false, false, false, false, false, false, false, true])
        #expect(traits[1].kind == .title)
        #expect(traits[5].continuesParagraph)
        #expect(traits[7].startsPage)
        #expect(traits[8].kind == .tableOfContents)
    }

    @Test(
        "items have the bullet or number that a browser shows",
        arguments: [
            ("<ul><li>甲<li>乙</ul>", ["• 甲", "• 乙"]), ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
            ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
            ("<ol type=a><li>甲<li>乙</ol>", ["a. 甲", "b. 乙"]),
            ("<ol type=I><li>甲<li>乙<li>丙<li>丁</ol>", ["I. 甲", "II. 乙", "III. 丙", "IV. 丁"]),
            ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
            ("<ol start=10 style='list-style-type: simp-chinese-informal'><li>甲<li>乙</ol>", ["十、甲", "十一、乙"]),
            ("<ol><li>（一）甲<li>1、乙<li>丙</ol>", ["（一）甲", "1、乙", "3. 丙"]),
            ("<ul><li>一、甲<li>• 乙<li>一是丙</ul>", ["一、甲", "• 乙", "一是丙"]),
            ("<ul style='list-style:none'><li>甲</ul>", ["甲"]),
            ("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", ["• 甲", "• 乙", "• 丙"]),
            ("<ul><li><p>甲</p><p>乙</p></ul>", ["• 甲", "乙"]), ("<ul><li></li><li>甲</ul>", ["• 甲"]),
            (
                "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7.0pt \"Times New Roman\"'>&nbsp;</span></span><![endif]>甲</p>",
                ["•\u{A0}甲"]
            ),
        ]
    )
    func items(_ html: String, _ wanted: [String]) throws {
        #expect(try Page(html).lines == wanted)
    }

    @Test("tables of data have cells; tables that lay out a page are paragraphs")
    func tables() throws {
        let page = try Page(
            """
            <table><thead><tr><th>项目<th>数量<th>备注</thead><tr><td rowspan=2>甲<td>1<td>x<tr><td>2<td><p>a</p><p>b</p>
            <tr><td colspan=2>合计<td>3</table><table><tr><td>乙<td>4</table>
            """
        )
        #expect(page.defects == [])
        #expect(page.lines == ["项目\t数量\t备注", "甲\t1\tx", "\t2\ta", "b", "合计\t\t3", "乙\t4"])
        #expect(page.draft.traits.map(\.isHeaderRow) == [true, false, false, false, false, false])
        #expect(page.draft.traits.map(\.tableNumber) == [1, 1, 1, 1, 1, 2])
        #expect(page.draft.traits.map(\.cells.count) == [3, 3, 3, 0, 3, 2])
        #expect(page.draft.traits[3].continuesParagraph)
        let layout = try Page(
            "<table><tr><td><h1>题</h1><p>甲</p></td><td><table><tr><td>1<td>2<tr><td>3<td>4</table></td></tr></table>"
        )
        #expect(layout.lines == ["题", "甲", "1\t2", "3\t4"])
        #expect(layout.draft.traits.map(\.cells.count) == [0, 0, 2, 2])
        #expect(try Page("<table><tr><td><p>甲</p><p>乙</p></table>").lines == ["甲", "乙"])
    }

    @Test(
        "what is hidden is left out and reported",
        arguments: [
            "display:none", "visibility:hidden", "font-size:0", "font-size: 0px", "mso-hide:all",
            "color:red;DISPLAY : none !important",
        ]
    )
    func hidden(_ style: String) throws {
        let page = try Page("<p>正文<span style=\"\(style)\">干扰<b>码</b></span>结束</p>")
        #expect(page.lines == ["正文结束"])
        #expect(page.findings == ["reading.hidden-text"])
        #expect(page.draft.diagnostics.first?.message.zh.contains("干扰码") == true)
        #expect(page.draft.diagnostics.first?.start == SourcePosition(line: 1, column: 3))
    }

    @Test("pictures and deletions are reported, once for each up to a number")
    func findings() throws {
        let page = try Page("<p>甲</p><p>乙<img src=a alt='图表'>丙<del>旧</del></p><div hidden>藏</div>")
        #expect(page.lines == ["甲", "乙丙"])
        #expect(page.findings == ["reading.picture", "reading.deleted-text", "reading.hidden-text"])
        #expect(page.draft.diagnostics.first?.start == SourcePosition(line: 2, column: 2))
        let many = try Page(String(repeating: "<p>甲<img></p>", count: 200))
        #expect(many.findings.count == 51)
        #expect(many.draft.diagnostics.last?.message.en.contains("150") == true)
    }

    @Test("notes of Word are footnotes")
    func footnotes() throws {
        let page = try Page(
            "<p>全年完成任务三项<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span>[1]</span></a>。</p><hr><div id=ftn1><p><a href=\"#_ftnref1\">[1]</a> 注文</p></div>"
        )
        #expect(page.lines == ["全年完成任务三项[^1]。", "[^1]: 注文"])
        #expect(page.draft.traits.last?.kind == .footnote)
    }

    @Test("a page becomes an outline")
    func outline() throws {
        let page = try Page(
            """
            <html><head><title>某局2023年工作总结_范文</title></head><body><h1>某局2023年工作总结</h1>
            <p>2023年，我局各项工作扎实推进，取得了新的成绩。现将情况总结如下。</p><h2>主要做法</h2>
            <p>（一）加强学习。全年组织集中学习12次，撰写心得体会36篇。</p><ul><li>完成台账整理，归档文件三百余份；</ul>
            <p style="text-align:right">某局</p><p style="text-align:right">2023年12月1日</p></body></html>
            """
        )
        #expect(
            page.blocks == [
                "title 某局2023年工作总结", "lead 2023年，我局各项工作扎实推进，取得了新的成绩。现将情况总结如下。", "heading1 主要做法",
                "heading2 （一）加强学习。全年组织集中学习12次，撰写心得体会36篇。", "list_item • 完成台账整理，归档文件三百余份；", "signature 某局",
                "date 2023年12月1日",
            ]
        )
    }

    @Test(
        "it is told by its content",
        arguments: [
            ("<!DOCTYPE html><p>甲", nil, .certain), ("\u{FEFF} <!-- 注 -->\n<HTML><body>甲", "a.txt", .certain),
            ("<?xml version='1.0'?>\n<html>", "a.doc", .certain),
            ("<body>甲", nil, .certain), ("<p>甲</p>\n<p>乙</p>", nil, .none), ("<p>甲</p><p>乙</p>", nil, .likely),
            ("<p>甲</p>\n<p>乙</p>", "a.html", .likely), ("甲<b>乙</b>", "a.html", .likely),
            ("甲乙", "a.html", .none),
            ("<p>甲</p>\n乙\n丙", nil, .none), ("甲<p>乙</p><p>丙</p>", nil, .none), ("<b>甲</b><i>乙</i>", nil, .none),
            ("<关于>", nil, .none),
            ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n", nil, .certain), ("", nil, .none),
        ] as [(String, String?, Recognition)]
    )
    func recognition(_ text: String, _ name: String?, _ wanted: Recognition) {
        #expect(HTMLReader.recognition(of: DraftFile(Array(text.utf8), name: name)) == wanted)
    }

    @Test("GB18030 and UTF-16 are decoded, whatever the page says of itself")
    func encodings() throws {
        let text = "<html><head><meta charset=iso-8859-1></head><p>某局工作总结</p>"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try Page(bytes).lines == ["某局工作总结"])
        #expect(try Page([0x3C, 0x70, 0x3E, 0xD7, 0xDC, 0xBD, 0xE1, 0x3C, 0x2F, 0x70, 0x3E]).lines == ["总结"])
        #expect(try Page(text).lines == ["某局工作总结"])
    }

    @Test("a web archive is refused by name")
    func archive() throws {
        let error = #expect(throws: DraftError.self) {
            try Page("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n")
        }
        #expect(error?.message.en.contains("MHTML") == true)
    }

    @Test("what is nested too deeply is refused with the name of the limit")
    func nesting() throws {
        #expect(try Page(String(repeating: "<div>", count: 200) + "甲").lines == ["甲"])
        let error = #expect(throws: DraftError.self) { try Page(String(repeating: "<div>", count: 100_000) + "甲") }
        #expect(error?.message.en.contains("256") == true)
        #expect(error?.message.en.contains("nesting") == true)
    }
}

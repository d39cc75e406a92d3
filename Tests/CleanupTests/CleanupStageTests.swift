import Cleanup
import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite("Cleanup")
struct CleanupStageTests {
    /// The lines of a draft after cleanup, and the changes.
    private func clean(
        _ draft: String,
        _ change: (inout CleanupOptions) -> Void = { _ in }
    ) throws -> (lines: [String], edits: [Edit], diagnostics: [Diagnostic]) {
        var options = CleanupOptions()
        change(&options)
        let reading = try DraftReader().read(text: Array(draft.utf8))
        let result = try Pipeline([CleanupStage(options: options)]).run(reading.document, source: reading.source)
        return (result.document.blocks.map(\.shownText), result.edits, result.diagnostics)
    }

    @Test(
        "text is cleaned",
        arguments: [
            ("一、 主要工作", "一、主要工作"), ("　　（ 一 ）抓学习。", "（一）抓学习。"), ("全年  召开 会议。", "全年召开会议。"),
            ("召开会议\u{A0}三次。", "召开会议三次。"), ("使用 Word 2016 排版。", "使用Word 2016排版。"), ("零\u{200B}宽字\u{FEFF}符。", "零宽字符。"),
            ("正文<script>show(3);</script>内容。", "正文内容。"),
            ("<p>网页<span style=\"color:red\">标签</span>。</p>", "网页标签。"), ("甲&amp;乙&nbsp;丙。", "甲&乙丙。"),
            ("不足<3项>的单位。", "不足<3项>的单位。"),
            ("控制\u{7}字符。", "控制字符。"), ("a < b 且 c > d。", "a < b且c > d。"),
        ]
    )
    func texts(_ written: String, _ wanted: String) throws {
        #expect(try clean(written).lines == [wanted])
    }

    @Test(
        "a tag that swallowed letters is repaired",
        arguments: [
            ("见《关于<span ×县招商办法=\"\">的通知》</span>。", "见《关于〈×县招商办法〉的通知》。"),
            ("见《关于<font color=\"red\" ×县招商办法>的通知》</font>。", "见《关于〈×县招商办法〉的通知》。"),
            ("见《关于<p 招商='' 办法=''>的通知》。", "见《关于〈招商办法〉的通知》。"), ("<span ×县办法=\"\">的通知。", "〈×县办法〉的通知。"),
            ("见《关于<×县招商办法>的通知》。", "见《关于〈×县招商办法〉的通知》。"),
            ("见<×县招商办法>的通知</×县招商办法>。", "见〈×县招商办法〉的通知。"), ("见《关于〈<span ×县办法>〉的通知》。", "见《关于〈×县办法〉的通知》。"),
            ("见《关于<span ×县办法》的通知=\"\">一文。", "见《关于〈×县办法〉》的通知一文。"),
            ("见《关于〈<span ×县办法=\"\">×县办法</span>〉的通知》。", "见《关于〈×县办法〉的通知》。"),
            ("<font face=Times New Roman,宋体>正文</font>。", "正文。"), ("<p title=\"标题\" class=正文>正文。</p>", "正文。"),
            ("见</×县办法>一文，<关于×>的通知。", "见</×县办法>一文，<关于×>的通知。"),
        ]
    )
    func repairs(_ written: String, _ wanted: String) throws {
        let result = try clean(written)
        #expect(result.lines == [wanted])
        if written.contains("<span ×") || written.contains("<×") {
            #expect(result.edits.contains { $0.reason == "repaired-markup" && !$0.before.isEmpty })
            #expect(
                result.edits.contains { $0.reason == "repaired-markup" && $0.after.contains("〈") }
                    || !wanted.contains("〈") || written.contains("〈")
            )
        }
    }

    @Test("a repair is recorded to the character, and a second run finds nothing")
    func repairRecord() {
        let test = StageTest(CleanupStage(options: CleanupOptions())) { source in
            DraftReader().read(Draft(source: source, format: "text")).document
        }
        let written = "今年以来，认真落实《关于<span ×县招商办法=\"\">的通知》</span>和《关于<×县考核办法>的通知》。"
        #expect(
            test.failures(written, becomes: "今年以来，认真落实《关于〈×县招商办法〉的通知》和《关于〈×县考核办法〉的通知》。") == []
        )
    }

    @Test("the number of a part keeps a blank before its text")
    func part() throws {
        let draft = "某局2021年工作总结\n第一部分　　工作回顾\n全年召开会议三次，研究议题十个，推动了工作落实。\n"
        #expect(try clean(draft).lines[1] == "第一部分 工作回顾")
    }

    @Test("a wide blank sets signers and the printing date apart, and a second run leaves it")
    func wideBlanks() throws {
        let texts: [(BlockKind, String, String)] = [
            (.documentNumber, "清政发〔2024〕5号　　签发人：某甲　 某乙", "清政发〔2024〕5号　签发人：某甲　某乙"),
            (.issuerHead, "签发人：某甲　某乙", "签发人：某甲　某乙"), (.issuerHead, "清溪镇　人民政府文件", "清溪镇 人民政府文件"),
            (.imprint, "清溪镇党政综合办公室　　　2024年12月23日印发", "清溪镇党政综合办公室　2024年12月23日印发"),
        ]
        let document = Document(
            blocks: texts.enumerated().map { index, text in
                Block(id: BlockID(rawValue: "\(index)"), kind: text.0, content: [.text(text.1)], origin: .stage("test"))
            }
        )
        let pipeline = Pipeline([CleanupStage(options: CleanupOptions())])
        let first = try pipeline.run(document, source: SourceText("")).document
        #expect(first.blocks.map(\.shownText) == texts.map(\.2))
        #expect(try pipeline.run(first, source: SourceText("")).document == first)
    }

    @Test("list signs go, and what may be a name or a box stays")
    func listSigns() {
        let test = StageTest(CleanupStage(options: CleanupOptions())) { source in
            DraftReader().read(Draft(source: source, format: "text")).document
        }
        let draft = """
            清溪镇2024年工作总结
            一年来，各项工作扎实推进，群众反映良好。
            一、主要工作
            ● 全年办结事项四十件，走访群众二百户，发放资料三千份。
            ➢全年召开会议三次，研究议题十个，推动了工作落实。
            ●●村全年召开会议三次，研究议题十个，推动了工作落实。
            """
        let expected = draft.replacing("● ", with: "").replacing("➢", with: "")
        let failures = test.failures(draft, becomes: expected)
        #expect(failures == [])
    }

    @Test("residue goes, and each line with its reason")
    func residue() throws {
        let draft =
            "加QQ群123456789免费领取会员资料\n\n某局2021年工作总结\n2021年，我局各项工作扎实推进，取得了新的成绩，现将情况总结如下。\n一、主要工作\n全年召开会议三次，研究议题十个，推动了工作落实。\n— 3 —\n"
        let result = try clean(draft)
        #expect(result.lines.first == "某局2021年工作总结")
        #expect(!result.lines.contains { $0.contains("QQ") || $0.contains("— 3 —") })
        #expect(result.edits.map(\.reason) == ["advert-contact", "page-number"])
        #expect(result.edits.first?.offset == 0)
    }

    @Test("with residue switched off it stays")
    func keepsResidue() throws {
        let draft = "仅供学习 禁止外传\n\n某局2021年工作总结\n"
        #expect(try clean(draft) { $0.removesResidue = false }.lines.count == 2)
    }

    @Test(
        "lines are kept and dropped by number and by what stands in them",
        arguments: [
            (["1"], [], 5), (["仅供*"], [], 5), (["禁止外传"], [], 5), ([], [], 4), ([], ["4"], 3), ([], ["三、*会议*十次。"], 3),
            ([], ["仅供*外传"], 4), (["3-9"], ["三、"], 4), ([], ["2020"], 4),
        ]
    )
    func lines(_ kept: [String], _ dropped: [String], _ count: Int) throws {
        let draft = "仅供学习 禁止外传\n\n某局2021年工作总结\n三、全年召开会议十次。\n四、全年研究议题十个，推动了工作落实。\n五、完善制度。\n"
        let result = try clean(draft) { options in
            options.keptLines = kept
            options.droppedLines = dropped
        }
        #expect(result.lines.count == count)
        if !dropped.isEmpty, count == 3 { #expect(result.edits.contains { $0.reason == "dropped-line" }) }
    }

    @Test("a gap made of blanks is kept and reported")
    func possibleGap() throws {
        let result = try clean("全年召开会议     次，参加培训。")
        #expect(result.lines == ["全年召开会议     次，参加培训。"])
        #expect(result.diagnostics.map(\.id) == ["cleanup.possible-gap"])
    }

    @Test("blanks tell words and names apart in titles and signatures")
    func separatingBlanks() throws {
        #expect(try clean("凝心聚力  再创佳绩\n——某局2021年工作总结\n").lines.first == "凝心聚力 再创佳绩")
    }

    @Test("the blank after the number of an article or of a decimal heading stays")
    func blanksAfterNumbers() throws {
        let rule = "志愿服务队管理办法\n第一条　为规范服务队 的活动，制定本办法。\n第二条  本办法由服务队负责解释。\n"
        #expect(
            try clean(rule).lines == ["志愿服务队管理办法", "第一条　为规范服务队的活动，制定本办法。", "第二条 本办法由服务队负责解释。"]
        )
        let outline = "图书室管理工作总结\n1　主要工作\n1.1　充实馆藏\n1.2　改善服务\n"
        #expect(try clean(outline).lines == ["图书室管理工作总结", "1　主要工作", "1.1　充实馆藏", "1.2　改善服务"])
    }

    @Test(
        "in titles blanks go beside marks and between a number and its unit",
        arguments: [
            ("某局 2021 年工作总结 （ 上半年 ）", "某局 2021年工作总结（上半年）"), ("某局“ 双创 ” “三员” 工作总结", "某局“双创”“三员”工作总结"),
        ]
    )
    func blanksInTitles(_ written: String, _ wanted: String) throws {
        #expect(try clean(written + "\n一、主要工作\n全年召开会议三次，研究议题十个。\n").lines.first == wanted)
    }

    @Test(
        "what is taken out leaves nothing behind that a second run would take",
        arguments: [
            "正文<b<b>>内容。", "<<b>b>正文内容。", "正文&amp;nbsp;内容。", "&lt;b&gt;正文&lt;/b&gt;内容。",
        ]
    )
    func thorough(_ written: String) throws {
        let once = try clean(written).lines
        #expect(try clean(once.joined(separator: "\n")).lines == once)
    }

    @Test("when most of a draft goes, that is a finding")
    func muchRemoved() throws {
        let draft = "加QQ群12345678免费领取会员资料\n关注公众号下载海量范文，加微信abcdef领取\n某局总结\n"
        #expect(try clean(draft).diagnostics.map(\.id) == ["cleanup.much-removed"])
    }
}

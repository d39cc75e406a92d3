import DraftReading
import SummaryModel
import Testing

@Suite("Several documents in one file are told apart")
struct SeveralDocumentsTests {
    private func document(_ year: Int) -> String {
        """
        某局\(year)年工作总结
        \(year)年，某局围绕中心、服务大局，各项工作取得了新的成绩，现将情况总结如下。
        一、主要工作
        全年召开会议三次，研究议题十个，推动了各项工作落实，群众满意度有了明显提高。
        二、存在的问题
        调查研究还不够深入，有的工作抓得还不够实，需要在今后的工作中认真加以改进。
        某局
        \(year)年12月20日

        """
    }

    @Test(
        "whatever stands between them",
        arguments: ["", "\n", "==========\n", "篇二\n", "【范文二】\n", "— 3 —\n", "更多范文请关注公众号：某某材料\n"]
    )
    func two(_ between: String) throws {
        let text = document(2020) + between + document(2021)
        let reading = try DraftReader().read(text: Array(text.utf8))
        let titles = reading.document.blocks.filter { $0.kind == .title }.map(\.content.shownText)
        #expect(titles == ["某局2020年工作总结", "某局2021年工作总结"])
        #expect(reading.document.blocks.filter { $0.kind == .lead }.count == 2)
        #expect(reading.document.blocks.filter { $0.kind == .signature }.count == 2)
        #expect(reading.document.furtherStarts.count == 1)
        #expect(reading.diagnostics.map(\.id) == ["reading.several-documents"])
        #expect(reading.document.titleLines == ["某局2020年工作总结"])
    }

    @Test("one document is one, also with an attachment that has a title")
    func one() throws {
        let text = document(2020) + "附件1\n某局2020年重点任务完成情况表\n任务\t进度\n项目建设\t完成\n"
        let reading = try DraftReader().read(text: Array(text.utf8))
        #expect(reading.document.furtherStarts.isEmpty)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.document.blocks.filter { $0.kind == .title }.count == 2)
    }

    @Test(
        "every attachment has a title, however short the one before",
        arguments: ["", "项目\t数量\n灭火器\t四具\n", "由检查人员填写。\n"]
    )
    func attachments(content: String) throws {
        let names = ["灭火器登记表", "消防栓检查记录和更换情况", "值班人员名单"]
        let pages = names.enumerated().map { "附件\($0.offset + 1)\n\($0.element)\n\(content)" }
        let reading = try DraftReader().read(text: Array((document(2020) + pages.joined()).utf8))
        let titles = reading.document.blocks.filter { $0.kind == .title }.map(\.content.shownText)
        #expect(titles == ["某局2020年工作总结"] + names)
        #expect(reading.document.furtherStarts.isEmpty)
    }
}

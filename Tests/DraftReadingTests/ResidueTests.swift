import DraftReading
import SummaryModel
import Testing

@Suite("Residue is recognised by evidence, not by a word or by repetition alone")
struct ResidueTests {
    private func dropped(_ draft: String) throws -> [String] {
        try DraftReader().read(text: Array(draft.utf8)).document.blocks.filter { $0.kind == .residue }.map(\.shownText)
    }

    @Test(
        "sentences that name an address or a group are text",
        arguments: [
            "请登录http://www.example.gov.cn/bm下载报名表。", "我们建立了便民服务QQ群：12345678，方便群众咨询。", "请加入工作QQ群：12345678。",
            "信息公开网址为www.example.gov.cn，全年发布信息六百条。", "通过微信公众号推送学习资料120期，组织会员扫码答题。",
        ]
    )
    func sentences(_ line: String) throws {
        let draft = "关于做好报名工作的通知\n\n各单位：\n一、报名方式\n\(line)\n二、其他事项\n未尽事宜另行通知。\n"
        #expect(try dropped(draft).isEmpty)
    }

    @Test(
        "repeated lines of forms, rosters and slips are text",
        arguments: [
            "请准时参加。\n请准时参加。\n", "审批意见表\n\n科室意见：\n同意。\n分管领导意见：\n同意。\n主要领导意见：\n同意。\n",
            "值班安排\n\n星期一\n张三\n星期二\n李四\n星期三\n张三\n", "工作总结。\n工作总结。\n工作总结。\n",
        ]
    )
    func repetition(_ draft: String) throws {
        #expect(try dropped(draft).isEmpty)
    }

    @Test("an advert in wrapped text is taken out by itself")
    func wrapped() throws {
        let draft = """
            （一）安全生产。检查企业、商场、学校和医院共三百家次，督促
            更多资料请加QQ群：12345678
            （二）消防安全。建立电梯、锅炉、压力容器等设备的台账，登记
            三百台，检验率百分之百，督促两家企业更换超期未检设备，组
            织应急演练四次，参加人数两千人次，取得了较好的效果，受到
            群众的好评。
            （三）消费维权。受理投诉举报两百件，办结率百分之百，为消费
            者挽回经济损失一百万元，在活动期间开展现场咨询。
            """
        let blocks = try DraftReader().read(text: Array(draft.utf8)).document.blocks
        #expect(blocks.map(\.kind) == [.heading2, .residue, .heading2, .heading2])
        #expect(blocks[1].shownText == "更多资料请加QQ群：12345678")
    }

    @Test("adverts, and innocent lines between them, are residue")
    func adverts() throws {
        let draft = """
            仅供内部学习 严禁外传
            文海一粟
            随时随地 想写就写
            加QQ群12345678免费领取会员资料

            某县水务局2021年工作总结

            文海一粟整理，微信公众号：whys2021
            2021年，县水务局认真履行职责，各项工作取得新的进展，现将有关情况总结如下。
            一、主要工作
            全年完成投资三亿元，新建水库两座，改造管网五十公里。
            """
        #expect(try dropped(draft).count == 5)
    }

    @Test("what a person said about lines holds")
    func corrections() throws {
        let bytes = Array("加QQ群12345678免费领取\n某局工作总结\n全年工作扎实推进，成效明显。\n".utf8)
        let kept = try DraftReader().read(text: bytes, corrections: .init(keptLines: [1]))
        #expect(kept.document.blocks.map(\.kind) == [.paragraph, .title, .lead])
        let dropped = try DraftReader().read(text: bytes, corrections: .init(droppedLines: [3]))
        #expect(dropped.document.blocks.map(\.kind) == [.residue, .title, .residue])
    }

    @Test("an empty draft is reported")
    func empty() throws {
        #expect(try DraftReader().read(text: []).diagnostics.map(\.id) == ["reading.empty"])
    }

    @Test("a title whose letters are spaced out is a title")
    func spacedOut() throws {
        let draft = "加QQ群12345678免费领取会员资料\n2020 年 度 个 人 述 职 报 告\n某局副局长　　张三\n2020年，本人认真履行职责，各项工作取得新的进展。\n"
        let kinds = try DraftReader().read(text: Array(draft.utf8)).document.blocks.map(\.kind)
        #expect(kinds == [.residue, .title, .author, .lead])
    }
}

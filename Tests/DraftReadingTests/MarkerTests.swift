import DraftReading
import ReadKit
import SummaryModel
import Testing

@Suite("Markers at the beginning of a line")
struct MarkerTests {
    /// A draft in which `line` stands where a heading may stand.
    private func block(_ line: String) throws -> Block {
        let draft =
            "某单位2021年工作总结\n2021年，我单位认真履行职责，各项工作取得新的进展，现将有关情况总结如下。\n\(line)\n以上工作为全年目标的完成打下了坚实的基础，也为明年的工作积累了经验。\n"
        let blocks = try DraftReader().read(text: Array(draft.utf8)).document.blocks
        return try #require(
            blocks.first { $0.source?.lowerBound == Array(draft.utf8).firstRange(of: Array(line.utf8))?.lowerBound }
        )
    }

    @Test(arguments: [
        ("一、主要工作", BlockKind.heading1, 1, "一、"), ("　二、存在问题", .heading1, 2, "二、"), ("十一、其他工作", .heading1, 11, "十一、"),
        ("三 、下一步打算", .heading1, 3, "三 、"), ("（一）抓学习。全年学习十次。", .heading2, 1, "（一）"), ("(二)抓落实", .heading2, 2, "(二)"),
        ("㈢抓整改", .heading2, 3, "㈢"), ("( 四 )抓作风", .heading2, 4, "( 四 )"), ("1.开展培训", .heading3, 1, "1."),
        ("2、开展检查", .heading3, 2, "2、"), ("３．开展评比", .heading3, 3, "３．"), ("4.2021年重点工作", .heading3, 4, "4."),
        ("（1）落实责任", .heading4, 1, "（1）"), ("(2)强化监督", .heading4, 2, "(2)"), ("①健全机制", .heading5, 1, "①"),
        ("第一部分　工作回顾", .part, 1, "第一部分"), ("第二章 主要成效", .part, 2, "第二章"), ("一是强化责任。", .point, 1, "一是"),
        ("二要突出重点。", .point, 2, "二要"), ("第三，加强督查。", .point, 3, "第三，"),
    ])
    func recognised(_ line: String, _ kind: BlockKind, _ ordinal: Int, _ marker: String) throws {
        let block = try block(line)
        #expect(block.kind == kind)
        #expect(block.label?.ordinal == ordinal)
        #expect(block.label?.marker == marker)
    }

    @Test("the end of a character reference is no stop", arguments: ["一、把好&ldquo;入口关&rdquo;", "一、把好关&#8221;"])
    func references(_ line: String) throws {
        let block = try block(line)
        #expect(block.terminator == "" && block.label?.marker == "一、")
        #expect(try self.block(line + "；").terminator == "；")
    }

    @Test(
        "what only looks like a marker",
        arguments: [
            "1.5亿元资金全部拨付到位，比上年增长两成。", "2021.12的统计数据显示，各项指标全部完成。", "第一季度共召开会议三次，研究议题十个。",
            "一季度完成投资三亿元，增长百分之五。", "三个方面的工作取得了明显的进展和成效。", "最后一批物资已经运到，全部发放完毕。",
        ]
    )
    func notAMarker(_ line: String) throws {
        let block = try block(line)
        #expect(block.label == nil)
    }

    @Test("首先 is a point only where another of its family opens a paragraph")
    func sequence() throws {
        func kinds(_ text: String) throws -> [BlockKind] {
            try DraftReader().read(text: Array(text.utf8)).document.blocks.map(\.kind)
        }
        #expect(try kinds("首先，我代表全局向大家表示感谢，祝大家身体健康。\n会议由局长主持，全体人员参加。\n").first == .lead)
        #expect(try kinds("首先，提高认识，加强领导。\n其次，明确责任，狠抓落实。\n") == [.point, .point])
    }

    @Test("a number beyond those of usual markers is one where the number before it stands above")
    func longList() throws {
        let items = (1...210).map { "（\($0)）整理易损显示屏，更新肥料返工下降" } + ["（310）整理易损显示屏，更新肥料返工下降"]
        let draft = "某单位2021年工作总结\n2021年，我单位认真履行职责，各项工作取得新的进展，现将有关情况总结如下。\n" + items.joined(separator: "\n")
        let blocks = try DraftReader().read(text: Array(draft.utf8)).document.blocks
        #expect(blocks.filter { $0.kind == .heading4 }.map { $0.label?.ordinal } == Array(1...210))
    }

    @Test("a point that holds the next one is a paragraph")
    func pointsInOneParagraph() throws {
        let block = try block("一是抓学习。二是抓落实。三是抓整改。")
        #expect(block.kind == .paragraph)
        #expect(block.label == nil)
    }

    @Test("the phrase of a run-in heading ends at the first 。")
    func runIn() throws {
        let block = try block("（一）抓学习，强素质。全年组织学习十次。参加者踊跃。")
        #expect(block.content.shownText == "抓学习，强素质")
        #expect(block.terminator == "。")
        #expect(block.body?.shownText == "全年组织学习十次。参加者踊跃。")
    }
}

extension MarkerTests {
    @Test(
        "rarer markers, and words that only look like them",
        arguments: [
            ("一）完善制度", BlockKind.heading2), ("【三】在作风建设方面", .heading2), ("第一节 调研背景", .heading1), ("一　工作情况", .heading1),
            ("第一节课大家都很认真，课堂气氛活跃。", .paragraph), ("三要素齐了，产业才立得住。", .paragraph),
            ("第二部分“方言故事会”能不能改改", .paragraph), ("1)加强学习", .heading3),
        ]
    )
    func rareMarkers(_ line: String, _ kind: BlockKind) throws {
        let draft = "某局2021年工作总结\n2021年，某局围绕中心、服务大局，各项工作取得了新的成绩。\n一、主要工作\n\(line)\n全年召开会议三次，研究议题十个，推动了工作落实。\n"
        let blocks = try DraftReader().read(text: Array(draft.utf8)).document.blocks
        #expect(blocks[3].kind == kind)
    }
}

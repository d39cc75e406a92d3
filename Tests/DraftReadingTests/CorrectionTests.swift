import DraftReading
import SummaryModel
import Testing

@Suite("Corrections by line decide, whatever the recogniser thinks")
struct CorrectionTests {
    private let draft = """
        仅供学习 禁止外传
        某局2021年工作总结
        2021年，某局围绕中心、服务大局，各项工作取得了新的成绩，现将情况总结如下。
        一、主要工作
        全年召开会议三次，研究议题十个，推动了工作落实。
        工作亮点
        建成服务站点六个，受到群众好评，相关做法在全市推广。
        """

    private func kinds(_ corrections: [Int: BlockKind]) throws -> [BlockKind] {
        try DraftReader().read(text: Array(draft.utf8), corrections: .init(kinds: corrections)).document.blocks.map(
            \.kind
        )
    }

    @Test("without corrections")
    func none() throws {
        #expect(try kinds([:]) == [.residue, .title, .lead, .heading1, .paragraph, .paragraph, .paragraph])
    }

    @Test("every kind can be given to every line", arguments: BlockKind.all, 1...7)
    func every(_ kind: BlockKind, _ line: Int) throws {
        let found = try kinds([line: kind])
        #expect(found.count == 7)
        #expect(found[line - 1] == kind)
    }

    @Test("a heading without a number takes the level that it is given, and its text stays whole")
    func heading() throws {
        let reading = try DraftReader().read(text: Array(draft.utf8), corrections: .init(kinds: [6: .heading2]))
        let block = reading.document.blocks[5]
        #expect(block.kind == .heading2)
        #expect(block.label == nil)
        #expect(block.content.shownText == "工作亮点")
    }

    @Test("a number that is none is text again")
    func noHeading() throws {
        let reading = try DraftReader().read(text: Array(draft.utf8), corrections: .init(kinds: [4: .paragraph]))
        #expect(reading.document.blocks[3].label == nil)
        #expect(reading.document.blocks[3].content.shownText == "一、主要工作")
    }

    @Test("explanations are sure of what is plain, and less sure of what is not")
    func confidence() throws {
        let reading = try DraftReader().read(text: Array(draft.utf8), explains: true)
        let confidence = reading.document.blocks.compactMap { reading.explanations[$0.id]?.confidence }
        #expect(confidence.count == 7)
        #expect(confidence.allSatisfy { (0.5...1).contains($0) })
        #expect(confidence[3] > 0.95)
        #expect(confidence[5] < confidence[6])
    }
}

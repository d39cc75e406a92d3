import DraftReading
import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Numbering

@Suite("Numbering: articles of rules, and decimal numbers")
struct RuleNumberTests {
    private func read(_ source: SourceText) -> Document {
        (try? DraftReader().read(text: source.utf8))?.document ?? Document()
    }

    private func test(_ stage: NumberingStage) -> StageTest {
        StageTest(stage, reading: read)
            .without(.fourByteOpenings, because: "an article whose number does not open its paragraph is none")
    }

    private static let head = "志愿服务队管理办法\n第一条　为规范服务队的活动，制定本办法。\n"

    @Test(arguments: [
        "第二条　本办法自发布之日起施行，由服务队负责解释。\n第三条　队员应当遵守本办法。\n第四条　队员每年服务不少于二十小时。",
        "[[numbering.gap: 第三条　]]队员应当遵守本办法。\n第四条　队员每年服务不少于二十小时。",
        "第二条　本办法由服务队负责解释。\n[[numbering.duplicate: 第二条　]]队员应当遵守本办法。",
        "第二条　违反第五条规定的，按章程第九条处理。\n第三条　队员应当遵守本办法。",
    ])
    func articles(draft: String) throws {
        var options = NumberingOptions()
        options.mode = .check
        #expect(test(try NumberingStage(options: options)).failures(Self.head + draft) == [])
    }

    @Test func articlesAreCountedThroughTheDocument() throws {
        let head = "志愿服务队管理办法\n第一章　总则\n第一条　为规范服务队的活动，制定本办法。\n"
        let draft = head + "第三条　本办法由服务队负责解释。\n第二章　队员\n第四条　队员应当遵守本办法。"
        let expected = head + "第二条　本办法由服务队负责解释。\n第二章　队员\n第三条　队员应当遵守本办法。"
        let marked = draft.replacing("第三条　", with: "[[numbering.gap: 第三条　]]")
        #expect(test(try NumberingStage(options: NumberingOptions())).failures(marked) == [])
        #expect(
            test(try .renumbering()).failures(
                draft,
                becomes: expected
            ) == []
        )
    }

    @Test(arguments: [
        ("1 甲的情况\n1.1 乙的情况\n1.3 丙的情况\n2 丁的情况", "1 甲的情况\n1.1 乙的情况\n1.2 丙的情况\n2 丁的情况"),
        (
            "1　甲的情况\n1.1　乙的情况\n1.2　丙的情况\n2　丁的情况\n1.1　戊的情况\n1.2　己的情况",
            "1　甲的情况\n1.1　乙的情况\n1.2　丙的情况\n2　丁的情况\n2.1　戊的情况\n2.2　己的情况"
        ),
        (
            "一、甲的情况\n1.1 乙的情况\n1.2 丙的情况\n三、丁的情况\n3.1 戊的情况\n3.2 己的情况",
            "一、甲的情况\n1.1 乙的情况\n1.2 丙的情况\n二、丁的情况\n2.1 戊的情况\n2.2 己的情况"
        ),
    ])
    func decimalNumbersFollowTheirParents(draft: String, expected: String) throws {
        let source = SourceText("图书室管理工作总结\n" + draft)
        let result = try Pipeline([.renumbering()]).run(read(source), source: source)
        #expect(result.document.blocks.dropFirst().map(\.shownText).joined(separator: "\n") == expected)
    }

    @Test func aNumberUnderAnotherHeadingIsReported() throws {
        let draft = """
            图书室管理工作总结
            1 甲的情况
            1.1 乙的情况
            1.2 丙的情况
            2 丁的情况
            2.1 戊的情况
            [[numbering.gap: 2.3 ]]己的情况
            3 庚的情况
            [[numbering.path: 2.1 ]]辛的情况
            [[numbering.path: 2.2 ]]壬的情况
            """
        let stage = try NumberingStage(options: NumberingOptions())
        #expect(StageTest(stage, reading: read).failures(draft) == [])
    }
}

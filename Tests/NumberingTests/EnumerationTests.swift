import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Numbering

@Suite("Numbering: points inside a paragraph")
struct EnumerationTests {
    @Test(arguments: [
        "主要做法：一是建章立制；二是加强培训；[[numbering.gap: 四是]]督促检查。",
        "一要提高认识，二要压实责任，[[numbering.gap: 四要]]强化督查。",
        "不足之处：一是人手少；二是经费紧；[[numbering.duplicate: 二是]]场地小；三是设备旧。",
        "原因有三：第一，准备不足；第二，沟通不畅；[[numbering.gap: 第四]]，检查不严。",
        "其一，准备不足；[[numbering.gap: 其三]]，检查不严。",
        "首先，摸清底数。[[numbering.gap: 再次]]，明确分工。最后，抓好落实。",
        "首先，摸清底数。再是明确分工。最后，抓好落实。", "首先摸清底数。\n首先，摸清底数。其次，明确分工。再次，抓好落实。\n[[numbering.order: 其次]]，总结经验。",
    ])
    func defects(draft: String) throws {
        #expect(StageTest(try NumberingStage(options: NumberingOptions()), reading: Sketch.read).failures(draft) == [])
    }

    @Test(arguments: [
        "主要做法：一是建章立制；二是加强培训；三是督促检查。", "说一是一、说二是二，三是三。",
        "实行第一书记负责制，第一时间响应，第一、第二产业协同，第一、三季度检查。", "首先要摸清底数，明确分工。",
        "他强调“一是要学，三是要用”，会议要求抓好落实。", "主要做法：一是抓学习，包括一是读原文、二是写体会；二是抓培训；三是抓检查。",
        "主要做法：一是抓学习，还有二是抓培训；三是抓检查。", "做法：一是抓学习，同时做好二是抓培训，四是的准备。",
        "前面已说一是和二是，这里说三是抓检查，四是抓整改。", "还有：三是抓检查；五是抓整改。", "先说三要素：一要素是人，二要素是物，四要素是法。",
        "措施：一是建章立制，一是加强培训，一是督促检查。", "先说：首先，摸清底数；第二，明确分工；再次，抓好落实。", "再说：其次，抓好落实。最后，总结经验。",
        "节日：十一是国庆节，五一是劳动节。",
    ])
    func ordinaryTextIsLeftAlone(draft: String) throws {
        #expect(StageTest(try NumberingStage(options: NumberingOptions()), reading: Sketch.read).failures(draft) == [])
        #expect(StageTest(try .renumbering(), reading: Sketch.read).failures(draft) == [])
    }

    @Test(arguments: [
        ("做法：一是甲；二是乙；四是丙；五是丁。", "做法：一是甲；二是乙；三是丙；四是丁。"), ("做法：一是甲；二是乙；二是丙。", "做法：一是甲；二是乙；三是丙。"),
        ("做法：一是甲；二是乙；四是丙。\n五是丁\n六是戊", "做法：一是甲；二是乙；三是丙。\n四是丁\n五是戊"),
        ("原因：第一，甲；第二，乙；第四，丙。", "原因：第一，甲；第二，乙；第三，丙。"),
    ])
    func plainRunsAreNumberedAnew(draft: String, expected: String) throws {
        #expect(StageTest(try .renumbering(), reading: Sketch.read).failures(draft, becomes: expected) == [])
    }

    @Test(
        "what a later paragraph goes on with, and enumerations inside each other, are not renumbered",
        arguments: [
            "做法：一是甲；二是乙；[[numbering.gap: 四是]]丙。\n另有：五是丁；六是戊。",
            "做法：一是甲；二是乙；[[numbering.gap: 四是]]丙。还要：一是丁；二是戊。",
        ]
    )
    func onlyPlainRuns(draft: String) throws {
        #expect(StageTest(try .renumbering(), reading: Sketch.read).failures(draft) == [])
    }
}

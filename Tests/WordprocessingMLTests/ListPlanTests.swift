import RenderKit
import SummaryModel
import Testing

@testable import WordprocessingML

@Suite("Lists by which Word numbers headings")
struct ListPlanTests {
    private func blocks(_ headings: [(Int, Int, String)]) -> [Block] {
        headings.map { level, ordinal, marker in
            Block(
                id: BlockID(rawValue: "b"),
                kind: level == 0 ? .part : BlockKind(rawValue: "heading\(level)"),
                label: NumberLabel(scheme: .official, level: level, ordinal: ordinal, marker: marker),
                content: [.text("甲")],
                origin: .stage("test")
            )
        }
    }

    /// The instance and the level of each heading: `1.0`; `-` where the marker is text.
    private func plan(_ headings: [(Int, Int, String)]) -> [String] {
        let blocks = blocks(headings)
        let plan = ListPlan(blocks, .native)
        return blocks.indices.map { index in plan[index].map { "\($0.number).\($0.level)" } ?? "-" }
    }

    @Test func regularHeadingsAreOneList() {
        let plan = plan([
            (1, 1, "一、"), (2, 1, "（一）"), (3, 1, "1."), (3, 2, "2."), (2, 2, "（二）"), (3, 1, "1."), (1, 2, "二、"),
            (2, 1, "（一）"),
        ])
        #expect(plan == ["1.0", "1.1", "1.2", "1.2", "1.1", "1.2", "1.0", "1.1"])
    }

    @Test("a number that does not follow on begins a new instance, which goes on from there")
    func restarts() {
        let headings = [
            (1, 1, "一、"), (2, 1, "（一）"), (1, 3, "三、"), (1, 4, "四、"), (2, 1, "（一）"), (3, 1, "1."), (3, 1, "1."),
        ]
        #expect(plan(headings) == ["1.0", "1.1", "2.0", "2.0", "2.1", "2.2", "3.2"])
        let plan = ListPlan(blocks(headings), .native)
        #expect(plan.instances.map(\.starts) == [[:], [0: 3, 1: 1, 2: 1], [0: 5, 1: 2, 2: 1]])
    }

    @Test("a level that an instance begins elsewhere gets another instance before it begins anew")
    func startsAreNotReused() {
        let headings = [(1, 1, "一、"), (2, 3, "（三）"), (1, 2, "二、"), (2, 1, "（一）")]
        #expect(plan(headings) == ["1.0", "2.1", "2.0", "3.1"])
    }

    @Test("markers that no list shows stay text, and do not count")
    func oddMarkers() {
        #expect(plan([(1, 1, "一、"), (1, 2, "二 、"), (1, 2, "二、")]) == ["1.0", "-", "1.0"])
        #expect(plan([(2, 1, "（一）"), (2, 2, "(二)"), (2, 3, "（三）")]) == ["1.1", "-", "2.1"])
        #expect(plan([(5, 20, "⑳"), (5, 21, "㉑")]) == ["1.4", "-"])
        #expect(plan([(1, 1, "壹、"), (1, 1, "%一、")]) == ["-", "-"])
    }

    @Test("parts are a list of their own, and headings under each begin anew")
    func parts() {
        let headings = [(0, 1, "第一部分"), (1, 1, "一、"), (1, 2, "二、"), (0, 2, "第二部分"), (1, 1, "一、")]
        #expect(plan(headings) == ["1.0", "2.0", "2.0", "1.0", "3.0"])
    }

    @Test("numbers with parents need those parents; articles run on")
    func pathsAndArticles() {
        #expect(
            plan([(1, 1, "1　"), (2, 1, "1.1　"), (2, 2, "1.2　"), (1, 2, "2　"), (2, 1, "2.1　"), (2, 2, "3.2　")])
                == ["1.0", "1.1", "1.1", "1.0", "1.1", "-"]
        )
        #expect(
            plan([(1, 1, "第一章　"), (3, 1, "第一条　"), (1, 2, "第二章　"), (3, 2, "第二条　")]) == ["1.0", "1.2", "1.0", "1.2"]
        )
    }

    @Test(arguments: [
        (12, "第十二章　", "chineseCountingThousand", "第%1章　"), (3, "3.", "decimal", "%1."),
        (4, "④", "decimalEnclosedCircle", "%1"),
        (4, "IV、", "upperRoman", "%1、"),
    ])
    func patterns(ordinal: Int, marker: String, format: String, text: String) throws {
        let label = NumberLabel(scheme: .official, level: 1, ordinal: ordinal, marker: marker)
        let pattern = try #require(ListPattern.of(label)).pattern
        #expect(pattern.format.rawValue == format)
        #expect(pattern.text(level: 0) == text)
    }

    @Test("a marker that does not say its number has no pattern")
    func contradiction() {
        #expect(ListPattern.of(NumberLabel(scheme: .official, level: 1, ordinal: 2, marker: "三、")) == nil)
        #expect(ListPattern.of(NumberLabel(scheme: .official, level: 1, ordinal: 2, marker: "、")) == nil)
    }
}

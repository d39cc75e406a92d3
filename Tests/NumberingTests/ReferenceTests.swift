import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Numbering

@Suite("Numbering: references")
struct ReferenceTests {
    private static let outline = "一、甲\n（一）子\n（二）丑\n（三）寅\n二、乙\n（一）卯\n（二）辰\n1.巳\n2.午\n三、丙\n"

    private func check(_ sentence: String) throws -> [String] {
        StageTest(try NumberingStage(options: NumberingOptions()), reading: Sketch.read).failures(
            Self.outline + sentence
        )
    }

    @Test(arguments: [
        "详见第二部分。", "见第一部分、第二部分和第三部分。", "见本文第二部分第（二）项。", "（见第一部分第（三）点）", "如第二部分所述，工作有序。", "本文第二部分第二点已有说明。",
        "详见“二、乙”。", "前述第1点已有说明。", "上述第2点已有说明。", "本报告第三部分另有说明。",
        // Of other documents, or no references at all.
        "按照《条例》第三条办理。", "党章第九条规定。", "报告第七部分另有说明。", "详见《方案》第八部分。", "第九届会议通过第八项议程。", "中央八项规定精神。",
        "提出第五条意见。", "见附件第九部分。", "如第一条龙服务。", "常见第九条问题。", "意见第九条。", "见一、二季度报表。", "见第一时间。",
        "见2024年第九期简报。", "见习第五点。", "参见3.5万字材料。",
    ])
    func clearReferencesAndOrdinaryText(sentence: String) throws { #expect(try check(sentence) == []) }

    @Test(arguments: [
        "详见[[numbering.reference-missing: 第五部分]]。", "见本文[[numbering.reference-missing: 第一部分第（四）项]]。",
        "前述[[numbering.reference-missing: 第（九）项]]另有说明。", "前述[[numbering.reference-unclear: 第（二）项]]另有说明。",
        "前述[[numbering.reference-unclear: 第二条]]另有说明。", "见[[numbering.reference-unclear: 第三章]]。",
        "详见“[[numbering.reference-missing: 五、]]戊”。", "见[[numbering.reference-missing: （九）]]。",
    ])
    func referencesWithoutTarget(sentence: String) throws { #expect(try check(sentence) == []) }

    @Test(arguments: [
        (
            "一、甲\n（一）子\n（三）丑\n前述第（三）项另有说明。\n三、乙\n见第三部分、本文第一部分第（三）点，如第三部分所述，详见“三、乙”。",
            "一、甲\n（一）子\n（二）丑\n前述第（二）项另有说明。\n二、乙\n见第二部分、本文第一部分第（二）点，如第二部分所述，详见“二、乙”。"
        ),
        ("（一）子\n（三）丑\n前述第（三）项和《条例》第（三）项不同。", "（一）子\n（二）丑\n前述第（二）项和《条例》第（三）项不同。"),
        ("1.子\n3.丑\n上述第3点另有说明。", "1.子\n2.丑\n上述第2点另有说明。"),
    ])
    func referencesFollow(draft: String, expected: String) throws {
        #expect(StageTest(try .renumbering(), reading: Sketch.read).failures(draft, becomes: expected) == [])
    }

    private static let full = "一、甲\n（一）子\n（二）丑\n1.寅\n2.卯\n前述第（二）项、第一部分另有说明。\n二、乙\n见第一部分第（二）项，详见“一、甲”，参见本文第一部分。"

    @Test(arguments: [
        (
            "articles",
            "第一章　甲\n第一节　子\n第二节　丑\n第一条　寅\n第二条　卯\n前述第二节、第一章另有说明。\n第二章　乙\n见第一章第二节，详见“第一章　甲”，参见本文第一章。"
        ),
        (
            "decimal",
            "1　甲\n1.1　子\n1.2　丑\n1.2.1　寅\n1.2.2　卯\n前述第1.2项、第1部分另有说明。\n2　乙\n见第1部分第1.2项，详见“1　甲”，参见本文第1部分。"
        ),
    ])
    func referencesAreConvertedThereAndBack(scheme: String, expected: String) throws {
        let source = SourceText(Self.full)
        let document = Sketch.read(source)
        let there = try Pipeline([.converting(to: scheme)]).run(document, source: source)
        #expect(there.document.blocks.map(\.shownText).joined(separator: "\n") == expected)
        #expect(there.diagnostics.filter { $0.id.hasPrefix("numbering.reference") }.isEmpty)
        let again = try Pipeline([.converting(to: scheme)]).run(there.document, source: source)
        #expect(again.document == there.document)
        let back = try Pipeline([.converting(to: "official")]).run(there.document, source: source)
        #expect(back.document == document)
    }
}

import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing
@testable import Placeholders

@Suite("Sections of templates")
struct TemplateTests {
    private static let title = "某馆2024年工作总结\n"

    private let data = Fill.mapping([
        (
            "各支部",
            Fill.records([["名称": "第一支部", "人数": "12", "先进": "是"], ["名称": "第二支部", "人数": "9人", "先进": ""]])
        ),
        ("空表", Fill.value(.list([]))), ("名单", Fill.value(.list(["甲", "乙"].map { Fill.value(.string($0)) }))),
        ("有奖", Fill.value(.bool(true))), ("无奖", Fill.value(.string("否"))),
        ("馆", Fill.texts(["名称": "清溪馆", "人数": "21"])), ("单位", Fill.value(.string("某馆"))),
    ])

    private func failures(_ draft: String, becomes expected: String, placeless: [String] = []) throws -> [String] {
        // Every key of the data stands in some draft, not in each.
        let known = ["各支部", "空表", "名单", "有奖", "无奖", "馆", "单位"]
        let used = known.filter {
            draft.contains("#\($0)}}") || draft.contains("^\($0)}}") || draft.contains("{{\($0)")
        }
        let stage = try Fill.stage(
            Fill.mapping(data.entries?.filter { used.contains($0.key) }.map { ($0.key, $0.value) } ?? [])
        )
        let test = StageTest(stage, reading: { DraftReader().read(Draft(source: $0, format: "text")).document })
            .without(.readAgain, because: "the data belongs to the draft; what came of it has no gaps for it")
        return test.failures(Self.title + draft, becomes: Self.title + expected, placeless: placeless)
    }

    @Test(
        "are repeated, shown or left out",
        arguments: [
            // In one paragraph.
            ("各支部情况：{{#各支部}}{{名称}}{{人数}}人；{{/各支部}}情况良好。", "各支部情况：第一支部12人；第二支部9人；情况良好。"),
            ("参加的有{{#名单}}{{.}}班、{{/}}等。", "参加的有甲班、乙班、等。"),
            ("{{#有奖}}全年获奖。{{/有奖}}{{^有奖}}没有获奖。{{/有奖}}继续努力。", "全年获奖。继续努力。"),
            ("{{#无奖}}全年获奖。{{/无奖}}{{^无奖}}没有获奖。{{/无奖}}继续努力。", "没有获奖。继续努力。"),
            ("{{#馆}}{{名称}}有职工{{人数}}人。{{/馆}}", "清溪馆有职工21人。"), ("现有{{馆.人数}}人。", "现有21人。"),
            ("其中：{{#各支部}}{{单位}}{{名称}}{{#先进}}（先进）{{/先进}}，{{/}}均已完成。", "其中：某馆第一支部（先进），某馆第二支部，均已完成。"),
            ("没有：{{#空表}}{{名称}}{{/空表}}。", "没有：。"),
            // Over several paragraphs.
            ("{{#各支部}}\n{{名称}}工作扎实。\n共有{{人数}}人。\n{{/各支部}}\n以上。", "第一支部工作扎实。\n共有12人。\n第二支部工作扎实。\n共有9人。\n以上。"),
            ("{{#空表}}\n这一段不出现。\n{{/空表}}\n以上情况属实。", "以上情况属实。"),
            ("{{#各支部}}\n{{名称}}：\n{{#名单}}\n{{.}}班参加。\n{{/名单}}\n{{/}}", "第一支部：\n甲班参加。\n乙班参加。\n第二支部：\n甲班参加。\n乙班参加。"),
        ]
    )
    func sections(_ draft: String, _ expected: String) throws {
        #expect(try failures(draft, becomes: expected) == [])
    }

    @Test(
        "without a value stay as they are, and count as gaps",
        arguments: [
            "各组：[[placeholders.unresolved: {{#各组}}]][[placeholders.unresolved: {{名称}}]]、{{/各组}}。",
            "[[placeholders.unresolved: {{#各组}}]]\n[[placeholders.unresolved: {{名称}}]]工作扎实。\n{{/各组}}",
            "[[placeholders.unresolved: {{^无}}]]继续努力。{{/无}}",
        ]
    )
    func open(_ draft: String) throws {
        let test = try Fill.test()
        #expect(test.failures(Self.title + draft) == [])
    }

    @Test(
        "marks without a partner are reported",
        arguments: [
            "本年度[[placeholders.stray-mark: {{#有奖}}]]获奖一项，成绩突出。",
            "本年度获奖一项[[placeholders.stray-mark: {{/有奖}}]]，成绩突出。",
            "[[placeholders.stray-mark: {{#有奖}}]]\n本年度获奖一项，成绩突出。",
            "本年度[[placeholders.stray-mark: {{#有奖}}]]获奖一项。\n成绩突出[[placeholders.stray-mark: {{/有奖}}]]。",
            "[[placeholders.stray-mark: {{/}}]]\n本年度获奖一项，成绩突出。",
        ]
    )
    func stray(_ draft: String) throws {
        let test = try Fill.test(Fill.mapping([("有奖", Fill.value(.bool(true)))]))
        #expect(test.failures(Self.title + draft).filter { !$0.contains("unused-value") } == [])
    }

    @Test("rows of a table are repeated, and its head stays")
    func rows() throws {
        let cell = { (text: String) in Table.Cell(content: text.isEmpty ? [] : [.text(text)]) }
        func table(_ rows: [[String]]) -> Document {
            Document(blocks: [
                Block(
                    id: BlockID(rawValue: "t"),
                    kind: .table,
                    table: Table(rows: rows.map { $0.map(cell) }, headerRowCount: 1),
                    origin: .source(SourceRange(0, 0))
                )
            ])
        }
        func rows(_ document: Document) -> [[String]] {
            document.blocks.flatMap { $0.table?.rows ?? [] }.map { $0.map(\.content.shownText) }
        }
        let head = ["名称", "人数"]
        let filled = [head, ["第一支部", "12"], ["第二支部", "9"], ["合计", "21"]]
        let records = Fill.records([["名称": "第一支部", "人数": "12"], ["名称": "第二支部", "人数": "9"]])
        let pipeline = Pipeline([try Fill.stage(Fill.mapping([("各支部", records), ("合计", Fill.value(.integer(21)))]))])
        for pattern in [
            [["{{#各支部}}{{名称}}", "{{人数}}{{/各支部}}"]],
            [["{{#各支部}}", ""], ["{{名称}}", "{{人数}}"], ["", "{{/}}"]],
        ] {
            let document = table([head] + pattern + [["合计", "{{合计}}"]])
            let result = try pipeline.run(document, source: SourceText(""))
            #expect(rows(result.document) == filled)
            #expect(result.document.blocks[0].table?.headerRowCount == 1)
            #expect(result.diagnostics.isEmpty)
            let again = try pipeline.run(result.document, source: SourceText(""))
            #expect(again.edits.isEmpty)
            // Without a value everything stays.
            let open = try Pipeline([Fill.stage()]).run(document, source: SourceText(""))
            #expect(rows(open.document) == rows(document))
            #expect(open.diagnostics.allSatisfy { $0.id == "placeholders.unresolved" })
        }
    }

    @Test("every repeated block is a block of its own")
    func identities() throws {
        let draft = Self.title + "{{#各支部}}\n{{名称}}工作扎实。\n{{/各支部}}"
        let source = SourceText(draft)
        let stage = try Fill.stage(Fill.mapping([("各支部", data["各支部"] ?? Fill.value(.null))]))
        let result = try Pipeline([stage]).run(
            DraftReader().read(Draft(source: source, format: "text")).document,
            source: source
        )
        #expect(Set(result.document.blocks.map(\.id)).count == 3)
        #expect(Set(result.edits.map(\.reason)) == ["filled", "template"])
    }

    @Test("too many repetitions end with a finding")
    func limit() throws {
        let list = Fill.value(.list((1...1000).map { Fill.value(.integer($0)) }))
        let draft = Self.title + "{{#a}}{{#b}}{{#c}}一{{/c}}{{/b}}{{/a}}。"
        let source = SourceText(draft)
        let stage = try Fill.stage(Fill.mapping([("a", list), ("b", list), ("c", list)]))
        let result = try Pipeline([stage]).run(
            DraftReader().read(Draft(source: source, format: "text")).document,
            source: source
        )
        #expect(result.diagnostics.map(\.id) == ["placeholders.too-many-repetitions"])
    }
}

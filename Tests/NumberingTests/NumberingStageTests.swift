import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Numbering

@Suite struct NumberingStageTests {
    private func stage(_ mode: NumberingOptions.Mode) throws -> NumberingStage {
        var options = NumberingOptions()
        options.mode = mode
        return try NumberingStage(options: options)
    }

    /// What is wrong when the draft is checked.
    private func check(_ draft: String) throws -> [String] {
        StageTest(try stage(.check), reading: Sketch.read).failures(draft)
    }

    /// What is wrong when the draft is numbered anew.
    private func renumber(_ draft: String, becomes expected: String) throws -> [String] {
        StageTest(try stage(.renumber), reading: Sketch.read).failures(draft, becomes: expected)
    }

    @Test(arguments: [
        "没有编号的正文",
        "# 总结\n引言\n一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n②己\n（2）庚\n2.辛\n（二）壬\n二、癸\n",
        "1.甲\n2.乙\n3.丙", "（一）甲\n（二）乙",
        "第一部分 甲\n一、乙\n二、丙\n第二部分 丁\n一、戊\n二、己",
        "第一章 甲\n第二章 乙",
        "一、甲\n二、乙\n附件1\n一、丙\n二、丁", "# 总结\n一、甲\n二、乙\n# 附表\n一、丙\n二、丁",
        "一是甲\n二是乙\n三是丙", "一、甲\n一是子\n二是丑\n二、乙\n一是寅\n二是卯", "一要甲\n二要乙\n一是丙\n二是丁",
        "第一，甲\n第二，乙", "一是甲\n二是乙\n另一方面\n一是丙\n二是丁",
        "## 甲\n1.子\n2.丑\n## 乙\n1.寅\n2.卯\n3.辰",
        "## 甲\n1.子\n2.丑\n## 乙\n（一）寅\n（二）卯", "一、甲\n## 乙\n二、丙\n### 丁\n1.子\n2.丑",
        "## 甲\n一是子\n二是丑\n### 乙\n一是寅\n二是卯", "主要做法：一是甲；二是乙。\n三是丙\n四是丁", "一是甲\n还有二是乙；三是丙。\n四是丁",
    ])
    func regularNumbersAreLeftAlone(draft: String) throws {
        #expect(try check(draft) == [])
        #expect(try renumber(draft, becomes: draft.trimmingEndOfLine) == [])
    }

    @Test("sections are counted under their chapter, and the levels below them under each")
    func sections() throws {
        let written: [(BlockKind, NumberLabel.Scheme, String, Int)] = [
            (.part, .chapters, "第一章", 1), (.heading1, .sections, "第二节", 2), (.heading1, .official, "一、", 1),
            (.heading1, .sections, "第五节", 5), (.part, .chapters, "第三章", 3), (.heading1, .sections, "第一节", 1),
        ]
        let blocks = written.enumerated().map { index, entry in
            Block(
                id: BlockID(rawValue: "b\(index)"),
                kind: entry.0,
                label: NumberLabel(scheme: entry.1, level: 1, ordinal: entry.3, marker: entry.2),
                content: [.text("甲")],
                origin: .stage("test")
            )
        }
        let result = try Pipeline([stage(.renumber)]).run(Document(blocks: blocks), source: SourceText(utf8: []))
        #expect(
            result.document.blocks.compactMap(\.label?.marker) == ["第一章", "第一节", "一、", "第二节", "第二章", "第一节"]
        )
    }

    @Test("a heading on a line of its own that ends with a stop is reported at the stop, and nothing is changed")
    func headingStop() throws {
        var block = Block(id: BlockID(rawValue: "h"), kind: .heading2, origin: .stage("test"))
        block.label = NumberLabel(scheme: .official, level: 2, ordinal: 1, marker: "（一）")
        block.content = [.text("加强学习")]
        block.terminator = "。"
        var other = block
        other.id = BlockID(rawValue: "i")
        other.label?.ordinal = 2
        other.label?.marker = "（二）"
        other.body = [.text("全年学习十次。")]
        let document = Document(blocks: [block, other])
        let result = try Pipeline([stage(.renumber)]).run(document, source: SourceText(""))
        #expect(result.document == document)
        #expect(result.diagnostics.map(\.id) == ["numbering.heading-stop"])
        #expect(result.diagnostics.first?.anchor == .init(block.id, range: 21..<24))
    }

    @Test(arguments: [
        "一、甲\n[[numbering.gap: 三、]]乙\n四、丙", "一、甲\n[[numbering.gap: 四、]]乙\n三、丙\n四、丁",
        "一、甲\n二、乙\n[[numbering.duplicate: 二、]]丙\n三、丁", "一、甲\n二、乙\n[[numbering.duplicate: 二、]]丙\n四、丁",
        "一、甲\n二、乙\n[[numbering.gap: 四、]]丙\n[[numbering.order: 三、]]丁\n五、戊",
        "一、甲\n二、乙\n[[numbering.restart: 一、]]丙\n二、丁", "[[numbering.not-starting-at-one: 二、]]甲\n三、乙",
        "　　一、甲\n　　[[numbering.gap: 三、]]乙",
    ])
    func orderOfSiblings(draft: String) throws { #expect(try check(draft) == []) }

    @Test(arguments: [
        "第一部分 甲\n一、乙\n二、丙\n第二部分 丁\n[[numbering.continued: 三、]]戊\n四、己",
        "一、甲\n（一）子\n（二）丑\n二、乙\n[[numbering.continued: （三）]]寅\n（四）卯",
        "一、甲\n[[numbering.skipped-level: 1.]]子\n2.丑\n还有\n[[numbering.restart: 1.]]寅\n2.卯\n二、乙",
    ])
    func rowsThatRunOnOrBeginAgain(draft: String) throws { #expect(try check(draft) == []) }

    @Test(arguments: [
        "一、甲\n[[numbering.skipped-level: 1.]]子\n2.丑\n二、乙\n1.寅\n2.卯",
        "一、甲\n[[numbering.skipped-level: 1.]]子\n2.丑\n[[numbering.inverted-level: （一）]]寅\n（二）卯\n二、乙",
        "（一）甲\n（二）乙\n[[numbering.inverted-level: 一、]]丙\n二、丁",
    ])
    func levels(draft: String) throws { #expect(try check(draft) == []) }

    @Test(arguments: [
        "[[numbering.marker-form: (一)]]甲\n[[numbering.marker-form: (二)]]乙",
        "（一）甲\n[[numbering.marker-form, numbering.mixed-forms: (二)]]乙\n[[numbering.marker-form: （三）、]]丙",
        "[[numbering.marker-form: ㈠]]甲\n[[numbering.marker-form: ㈡]]乙",
        "[[numbering.marker-form: 1、]]甲\n[[numbering.marker-form: 2、]]乙",
        "[[numbering.marker-form: 1．]]甲\n[[numbering.marker-form: 2．]]乙",
        "[[numbering.marker-form: 一.]]甲\n[[numbering.marker-form: 二.]]乙",
        "（1）甲\n[[numbering.marker-form, numbering.mixed-forms: (2)]]乙", "第一，甲\n第二、乙",
    ])
    func forms(draft: String) throws { #expect(try check(draft) == []) }

    @Test(arguments: [
        "一、甲\n[[numbering.single-child: （一）]]子\n二、乙", "[[numbering.single-child: 一、]]甲",
        "一、甲\n[[numbering.single-child: 一是]]子\n二、乙\n一是丑\n二是寅",
    ])
    func singleChildren(draft: String) throws { #expect(try check(draft) == []) }

    @Test(arguments: [
        "一是甲\n[[numbering.gap: 三是]]乙", "一是甲\n二是乙\n[[numbering.duplicate: 二是]]丙\n三是丁",
        "一是甲\n[[numbering.duplicate: 一是]]乙\n三是丙", "[[numbering.not-starting-at-one: 二是]]甲\n三是乙",
        "一是甲\n二是乙\n[[numbering.gap: 五是]]丙\n四是丁", "第一，甲\n[[numbering.gap: 第三，]]乙",
        "一是甲\n二是乙\n三是丙\n[[numbering.order: 二是]]丁\n四是戊",
    ])
    func points(draft: String) throws { #expect(try check(draft) == []) }

    @Test func renumbering() {
        #expect(
            renumberIgnoringFindings("一、甲\n三、乙\n三、丙\n(一)子\n（一）、丑\n㈠寅\n1、卯\n1．辰")
                == "一、甲\n二、乙\n三、丙\n（一）子\n（二）丑\n（三）寅\n1.卯\n2.辰"
        )
        #expect(
            renumberIgnoringFindings("第一部分 甲\n一、子\n二、丑\n第三部分 乙\n三、寅\n四、卯")
                == "第一部分 甲\n一、子\n二、丑\n第二部分 乙\n一、寅\n二、卯"
        )
        #expect(renumberIgnoringFindings("1.甲\n3.乙\n文\n1.丙\n3.丁") == "1.甲\n2.乙\n文\n1.丙\n2.丁")
        #expect(renumberIgnoringFindings("一是甲\n三是乙\n三是丙\n第一，子\n第三、丑") == "一是甲\n二是乙\n三是丙\n第一，子\n第二、丑")
        #expect(renumberIgnoringFindings("一是甲\n一是乙\n还有三是丙；四是丁。\n五是戊") == "一是甲\n二是乙\n还有三是丙；四是丁。\n五是戊")
    }

    /// The text after numbering anew, having checked that a second time changes nothing.
    private func renumberIgnoringFindings(_ draft: String) -> String? {
        let source = SourceText(draft)
        guard let stage = try? stage(.renumber) else { return nil }
        let pipeline = Pipeline([stage])
        guard let result = try? pipeline.run(Sketch.read(source), source: source) else { return nil }
        let text = result.document.blocks.map(\.shownText).joined(separator: "\n")
        let again = SourceText(text)
        #expect((try? pipeline.run(Sketch.read(again), source: again))?.edits == [])
        return text
    }

    @Test func levelsAreNeverPromoted() throws {
        let source = SourceText("（二）甲\n1.乙\n一、丙\n①丁")
        let before = Sketch.read(source)
        let result = try Pipeline([stage(.renumber)]).run(before, source: source)
        #expect(result.document.blocks.map(\.kind) == before.blocks.map(\.kind))
        #expect(result.document.blocks.map(\.label?.level) == before.blocks.map(\.label?.level))
        #expect(result.edits.map(\.reason) == ["renumbered"])
    }

    @Test func formAndNumberAreExplained() throws {
        let source = SourceText("(一)甲\n（三）乙")
        let result = try Pipeline([stage(.renumber)]).run(Sketch.read(source), source: source)
        #expect(result.edits.map(\.reason) == ["marker-form", "marker-form", "renumbered"])
        #expect(result.edits.map(\.offset) == [0, 4, 12])
    }

    /// Random outlines: numbered anew they have consecutive siblings, keep their words and levels, and stay as they are.
    @Test func randomOutlinesComeOutRegular() throws {
        var state: UInt64 = 7
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let han = ["一", "二", "三", "四", "十", "二十一"]
        let irregular: Set = [
            "gap", "duplicate", "order", "not-starting-at-one", "continued", "marker-form", "mixed-forms",
        ]
        for _ in 0..<200 {
            let lines = (0..<25).map { _ -> String in
                switch random(9) {
                case 0: "\(han[random(6)])、甲"
                case 1: "（\(han[random(6)])）乙"
                case 2: "(\(han[random(6)]))丙"
                case 3: "\(random(4) + 1)\([".", "、", "．"][random(3)])丁"
                case 4: "(\(random(4) + 1)）戊"
                case 5: ["①", "②", "③", "④"][random(4)] + "己"
                case 6: "\(han[random(5)])是庚"
                case 7: "第\(han[random(6)])部分 辛"
                default: "正文"
                }
            }
            let source = SourceText(lines.joined(separator: "\n"))
            let before = Sketch.read(source)
            let result = try Pipeline([stage(.renumber)]).run(before, source: source)
            let found = result.diagnostics.filter { irregular.contains(String($0.id.dropFirst("numbering.".count))) }
            #expect(found.isEmpty, "\(found.map(\.message.en)) in \(result.document.blocks.map(\.shownText))")
            #expect(result.document.blocks.map(\.content) == before.blocks.map(\.content))
            #expect(result.document.blocks.map(\.label?.level) == before.blocks.map(\.label?.level))
            let again = SourceText(result.document.blocks.map(\.shownText).joined(separator: "\n"))
            #expect(try Pipeline([stage(.renumber)]).run(Sketch.read(again), source: again).edits == [])
        }
    }

    @Test func numbersOutsideTheOutlineCountForNothing() throws {
        let source = SourceText("一、甲\n三、乙")
        for kind in [BlockKind.tableOfContents, .residue, .note, .footnote] {
            var document = Sketch.read(source)
            for index in document.blocks.indices { document.blocks[index].kind = kind }
            #expect(try Pipeline([stage(.renumber)]).run(document, source: source).edits == [])
        }
    }

    @Test func circledNumbersEndAtFifty() throws {
        let lines = (1...51).map { _ in "①项" }.joined(separator: "\n")
        let source = SourceText(lines)
        let result = try Pipeline([stage(.renumber)]).run(Sketch.read(source), source: source)
        #expect(result.document.blocks[49].label?.marker == "㊿")
        #expect(result.document.blocks[50].label?.marker == "①")
        #expect(result.diagnostics.map(\.id) == ["numbering.restart"])
    }

    @Test(arguments: [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (111, "一百一十一"), (250, "二百五十"), (999, "九百九十九"), (1001, "一千零一"), (1010, "一千零一十"),
    ])
    func hanNumbers(number: Int, text: String) { #expect(HanNumeral.text(number) == text) }

    @Test func findingsNameTheClauseAndAFix() throws {
        let source = SourceText("一、甲\n三、乙")
        let result = try Pipeline([stage(.check)]).run(Sketch.read(source), source: source)
        let finding = try #require(result.diagnostics.first)
        #expect(finding.source == "GB/T 9704-2012 7.3.3")
        #expect(finding.fixes == [FixIt(before: "三、", after: "二、", applicability: .suggested)])
        #expect(finding.message.zh == "“三、”之前缺“二、”，请补上或改正编号")
    }
}

extension String {
    fileprivate var trimmingEndOfLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}

import StageKit
import SummaryModel
import Testing

@Suite struct BlockTextTests {
    private static let gap = Inline(.placeholder(Placeholder(key: "次", kind: .count, sign: "××")))

    private static let block = Block(
        id: BlockID(rawValue: "b"),
        kind: .heading2,
        prefix: " ",
        label: NumberLabel(scheme: .official, level: 2, ordinal: 1, marker: "（一）"),
        content: [.text("开会"), gap, .text("次")],
        terminator: "。",
        body: [.text("全年,"), .text("完成。")],
        suffix: "\t",
        origin: .stage("test")
    )

    @Test func rowIsWhatTheBlockShows() {
        let text = BlockText(Self.block)
        #expect(text.string(0..<text.scalars.count) == Self.block.shownText)
        #expect(text.string(text.marker) == "（一）")
        #expect(text.passages.map(text.string) == ["开会××次。全年,完成。"])
        #expect(text.stretches.filter(\.isPlaceholder).map { text.string($0.range) } == ["××"])
        let range = text.utf8Range(4..<6)
        #expect(range == 10..<16)
        #expect(text.range(ofUTF8: range) == 4..<6)
        #expect(text.range(ofUTF8: 11..<16) == nil)
        #expect(text.range(ofUTF8: 10..<1000) == nil)
    }

    @Test(
        "changes go where they belong",
        arguments: [
            // Inside a piece, and at the border of two.
            ([(12..<13, "，")], " （一）开会××次。全年，完成。\t"), ([(13..<13, "我们")], " （一）开会××次。全年,我们完成。\t"),
            // Over several pieces, the gap among them.
            ([(4..<10, "办会。")], " （一）办会。全年,完成。\t"),
            // The marker, the blanks, the stop.
            ([(0..<1, ""), (1..<4, "（二）"), (9..<10, "：")], "（二）开会××次：全年,完成。\t"),
            // Changes that touch are made, one that overlaps is not.
            ([(10..<11, "半"), (11..<13, "年"), (12..<14, "无")], " （一）开会××次。半年完成。\t"),
            // An insertion at the end of the text.
            ([(16..<16, "！")], " （一）开会××次。全年,完成。！\t"), ([(4..<4, "共")], " （一）共开会××次。全年,完成。\t"),
            ([(0..<17, "")], ""),
        ] as [([(Range<Int>, String)], String)]
    )
    func changes(changes: [(Range<Int>, String)], expected: String) {
        var block = Self.block
        let text = BlockText(block)
        text.apply(changes.map { TextChange($0.0, $0.1, reason: "test") }, to: &block)
        #expect(block.shownText == expected)
    }

    @Test func aGapKeepsItsKeyUnderANewSign() {
        var block = Self.block
        let text = BlockText(block)
        text.apply([TextChange(6..<8, "X", reason: "test")], to: &block)
        #expect(block.content[1] == Inline(.placeholder(Placeholder(key: "次", kind: .count, sign: "X"))))
    }

    @Test func cellsAreTextsOfTheirOwn() {
        let table = Table(rows: [[.init(content: [.text("甲")]), .init(content: [])], [.init(content: [.text("乙,丙")])]])
        var block = Block(id: BlockID(rawValue: "t"), kind: .table, table: table, origin: .stage("test"))
        let text = BlockText(block)
        #expect(text.passages.map(text.string) == ["甲", "乙,丙"])
        let made = text.apply([TextChange(1..<1, "子", reason: "a"), TextChange(2..<3, "、", reason: "b")], to: &block)
        #expect(made.count == 2)
        #expect(block.table?.rows.map { $0.map(\.content.shownText) } == [["甲子", ""], ["乙、丙"]])
    }

    @Test func ofTwoThatBeginTogetherTheFirstIsMade() {
        var block = Self.block
        let text = BlockText(block)
        let made = text.apply(
            [
                TextChange(4..<5, "办", reason: "a"), TextChange(4..<6, "无", reason: "b"),
                TextChange(4..<4, "共", reason: "c"),
            ],
            to: &block
        )
        #expect(made.map(\.reason) == ["a"])
        #expect(block.shownText == " （一）办会××次。全年,完成。\t")
    }
}

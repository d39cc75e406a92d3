internal import SummaryModel

/// A document that a renderer must be able to write.
struct SampleDocument {
    let name: String
    let document: Document

    /// One paragraph for each text.
    private init(_ name: String, texts: [String]) {
        self.init(name, texts.map { Self.block(.paragraph, [.text($0)]) })
    }

    /// Gives the blocks identities and the places of a draft that holds them line by line.
    private init(_ name: String, _ blocks: [Block]) {
        self.name = name
        var offset = 0
        document = Document(
            blocks: blocks.enumerated().map { index, block in
                var block = block
                let end = offset + block.shownText.utf8.count
                block.id = BlockID(rawValue: "b\(index)")
                block.origin = .source(SourceRange(offset, end))
                offset = end + 1
                return block
            }
        )
    }

    private static func block(_ kind: BlockKind, _ content: [Inline] = []) -> Block {
        Block(id: BlockID(rawValue: ""), kind: kind, content: content, origin: .source(SourceRange(0, 0)))
    }

    private static func table(_ rows: [[String]], head: Int = 0) -> Block {
        var block = block(.table)
        block.table = Table(
            rows: rows.map { $0.map { Table.Cell(content: $0.isEmpty ? [] : [.text($0)]) } },
            headerRowCount: head
        )
        return block
    }

    /// A document with every kind of block that this version knows.
    static let everyKind = SampleDocument(
        "every kind of block",
        BlockKind.all.map { kind in
            kind == .table
                ? table([["项目", "次数"], ["培训", "3"]], head: 1) : block(kind, [.text("\(kind.rawValue) 全年工作")])
        }
    )

    /// All documents.
    static var all: [SampleDocument] {
        [
            SampleDocument("an empty document", []), everyKind, unknown, headings, pieces, nothing, tables, furniture,
            SampleDocument(
                "footnotes",
                [block(.paragraph, [.text("见附表[^1]。")]), block(.footnote, [.text("[^1]: 数据截至年底。")])]
            ),
            controls,
            SampleDocument("four-byte characters", texts: ["𠮷𠮷野县𪚥工作总结", "👨‍👩‍👧‍👦家庭日，cafe\u{301}。"]),
            SampleDocument("characters that are none", texts: ["甲\u{FFFE}乙\u{FFFF}丙\u{1FFFE}丁"]),
            SampleDocument(
                "marks of direction and joining",
                texts: ["甲\u{200E}乙\u{200F}丙\u{202E}丁\u{202C}戊\u{2066}己\u{2069}庚\u{200B}辛\u{FEFF}壬"]
            ),
            SampleDocument("line ends inside a text", texts: ["甲\n乙\r\n丙\r丁\u{2028}戊\u{85}己\u{2029}庚", "\n", "\n\n辛"]),
            SampleDocument(
                "signs of mark-up",
                texts: [
                    "<p>&amp;</p> ]]> <!-- 注 --> \"甲\" '乙'", "**甲** _乙_ `丙` [丁](戊) | 己 | \\庚 ~辛~ $壬$", "# 甲", "1. 乙",
                    "- 丙",
                    "    丁", "---", "```", "{\\rtf1 甲}", "=SUM(A1)", "%PDF-1.7",
                ]
            ),
            SampleDocument("a paragraph of 100,000 characters", texts: [String(repeating: "全年工作扎实推进，", count: 11112)]),
            SampleDocument("a line of 10,000 signs", texts: [String(repeating: "*", count: 10000)]),
        ]
    }

    private static var unknown: SampleDocument {
        SampleDocument(
            "unknown kinds of blocks and pieces",
            [
                block(BlockKind(rawValue: "picture-of-2099"), [.text("图一")]),
                block(
                    .paragraph,
                    [Inline(.other(kind: "link-of-2099", text: "网址")), Inline(.other(kind: "", text: ""))]
                ),
                block(BlockKind(rawValue: ""), [.text("无名")]),
            ]
        )
    }

    private static var headings: SampleDocument {
        let kinds: [BlockKind] = [.part, .heading1, .heading2, .heading3, .heading4, .heading5, .point, .listItem]
        let markers = ["第一部分", "一、", "（一）", "1.", "（1）", "①", "一是", "1）"]
        let labelled = zip(kinds, markers).enumerated().flatMap { index, pair -> [Block] in
            var heading = block(pair.0, [.text("主要工作")])
            heading.label = NumberLabel(scheme: .official, level: max(1, index), ordinal: 1, marker: pair.1)
            var runIn = heading
            runIn.terminator = "。"
            runIn.body = [.text("全年开展培训三次。")]
            var item = heading
            item.isItem = true
            item.prefix = "　　"
            item.suffix = " "
            return [heading, runIn, item]
        }
        var strange = block(.heading1, [.text("级别在方案之外")])
        strange.label = NumberLabel(
            scheme: NumberLabel.Scheme(rawValue: "scheme-of-2099"),
            level: 40,
            ordinal: -1,
            marker: "〇、"
        )
        return SampleDocument("numbers, run-in text, blanks around", labelled + [strange])
    }

    private static var pieces: SampleDocument {
        let gap = Inline(.placeholder(Placeholder(key: "投入_万元", kind: .amount, sign: "××")))
        return SampleDocument(
            "line breaks and gaps",
            [
                block(.title, [.text("某馆"), Inline(.lineBreak), .text("工作总结")]),
                block(.paragraph, [Inline(.lineBreak), .text("全年投入"), gap, .text("万元。"), Inline(.lineBreak)]),
                block(.paragraph, [gap]),
            ]
        )
    }

    private static var nothing: SampleDocument {
        var hollow = block(.paragraph, [.text(""), Inline(.lineBreak), .text("")])
        hollow.body = []
        var empty = block(.heading1)
        empty.label = NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: "")
        empty.body = [.text("")]
        var bare = block(.table)
        bare.table = Table(rows: [])
        return SampleDocument(
            "blocks, pieces, rows and cells with nothing in them",
            BlockKind.all.map { block($0) } + [
                hollow, empty, bare, table([[]]), table([[], [""]]), table([[""]], head: 9),
            ]
        )
    }

    private static var tables: SampleDocument {
        var around = table([["甲", "乙"]])
        around.prefix = "　"
        around.content = [.text("表一")]
        around.suffix = "单位：次"
        return SampleDocument(
            "tables with ragged rows",
            [
                table([["甲"], ["乙", "丙", "丁"], [], ["戊", ""]], head: 2), table([["|", "a\nb", "　"]], head: 1), around,
                table([(0..<80).map { "列\($0)" }]),
            ]
        )
    }

    private static var furniture: SampleDocument {
        SampleDocument(
            "headers and footers",
            [
                block(.header, [.text("内部资料")]), block(.paragraph, [.text("全年工作扎实推进。")]),
                block(.footer, [.text("年度材料汇编")]),
                block(.header), block(.footer, [.text("第二行<&>\u{1}")]),
            ]
        )
    }

    /// Every control character, in a text that is long enough not to be taken for noise.
    private static var controls: SampleDocument {
        let codes = Array(UInt8(0)...0x1F) + Array(UInt8(0x7F)...0x9F)
        return SampleDocument(
            "control characters",
            texts: codes.map { code in
                "全年工作扎实推进，各项任务如期完成，" + String(Unicode.Scalar(code)) + "群众满意度稳步提高，有关台账按月核对。"
            }
        )
    }
}

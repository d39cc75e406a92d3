import Foundation
import RenderKit
import SummaryModel
import Testing

@testable import WordprocessingML

@Suite struct DocxRendererTests {
    private func render(_ blocks: [Block], style: String = "gbt9704", date: String? = nil) throws -> WordFile {
        try WordFile(bytes(blocks, style: style, date: date))
    }

    private func bytes(_ blocks: [Block], style: String = "gbt9704", date: String? = nil) throws -> [UInt8] {
        var sink = MemorySink()
        _ = try DocxRenderer().render(
            Document(blocks: blocks),
            style: BuiltInSheet.named(style),
            context: RenderContext(date: date, application: "test"),
            into: &sink
        )
        return sink.bytes
    }

    private func block(_ kind: BlockKind, _ text: String, marker: String? = nil, body: String? = nil, stop: String = "")
        -> Block
    {
        Block(
            id: BlockID(rawValue: "b"),
            kind: kind,
            label: marker.map { NumberLabel(scheme: .official, level: kind.headingLevel ?? 1, ordinal: 1, marker: $0) },
            content: text.isEmpty ? [] : [.text(text)],
            terminator: stop,
            body: body.map { [.text($0)] },
            origin: .stage("test")
        )
    }

    private static let allKinds: [BlockKind] = [
        .title, .subtitle, .author, .salutation, .lead, .part, .heading1, .heading2, .heading3, .heading4, .heading5,
        .point,
        .paragraph, .listItem, .closing, .attachment, .signature, .date, .note, .formula, .footnote, .issuerHead,
        .documentNumber, .copies, .imprint, .tableOfContents, .pageNumber, .residue, BlockKind(rawValue: "unknown"),
    ]

    // MARK: Page

    @Test(
        "each grid is written as Word wants it",
        arguments: [
            (PageLayout.Grid.condensed, #"<w:docGrid w:type="lines" w:linePitch="579"/>"#),
            (.word, #"<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>"#),
            (.none, #"<w:docGrid w:linePitch="579"/>"#),
        ]
    )
    func grids(grid: PageLayout.Grid, written: String) throws {
        var sheet = try BuiltInSheet.named("gbt9704")
        sheet.page.grid = grid
        var sink = MemorySink()
        _ = try DocxRenderer().render(
            Document(blocks: [block(.paragraph, "正文")]),
            style: sheet,
            context: RenderContext(application: "test"),
            into: &sink
        )
        let main = try WordFile(sink.bytes).parts["word/document.xml"]
        #expect(main?.contains(written) == true, "\(main?.suffix(400) ?? "")")
    }

    @Test(arguments: [true, false])
    func anImprintStandsAtTheFootUnlessThereAreFootnotes(hasNotes: Bool) throws {
        var blocks = [block(.paragraph, hasNotes ? "全年投入十万元[^1]。" : "全年投入十万元。"), block(.copies, "抄送：县档案馆。")]
        if hasNotes { blocks.insert(block(.footnote, "[^1]: 不含上年结转。"), at: 1) }
        for index in blocks.indices { blocks[index].id = BlockID(rawValue: "b\(index)") }
        var sink = MemorySink()
        let report = try DocxRenderer().render(
            Document(blocks: blocks),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        let main = try WordFile(sink.bytes).parts["word/document.xml"]
        #expect(main?.contains("<w:tblpPr") == !hasNotes)
        #expect(report.diagnostics.map(\.id) == (hasNotes ? ["docx.imprint-below-text"] : []))
    }

    @Test func gapsAreContentControlsWhereTheSheetSaysSo() throws {
        var gap = block(.paragraph, "全年投入")
        gap.content.append(Inline(.placeholder(Placeholder(key: "投入_万元", kind: .amount, sign: "××"))))
        gap.content.append(Inline(.placeholder(Placeholder(key: "另", kind: .other, sign: "X"))))
        gap.content.append(.text("万元。"))
        var sheet = try BuiltInSheet.named("gbt9704")
        let index = try #require(sheet.characterStyles.firstIndex { $0.key == .placeholder })
        for isControl in [false, true] {
            sheet.characterStyles[index].isControl = isControl
            var sink = MemorySink()
            _ = try DocxRenderer().render(
                Document(blocks: [gap]),
                style: sheet,
                context: RenderContext(application: "test"),
                into: &sink
            )
            let file = try WordFile(sink.bytes)
            #expect(file.text == gap.shownText)
            #expect(file.elements["w:sdt"] == (isControl ? 2 : nil))
            #expect(file.parts["word/document.xml"]?.contains("<w:tag w:val=\"投入_万元\"/>") == isControl)
        }
    }

    // MARK: Text

    @Test func everyCharacterOfEveryKindIsShownInOrder() throws {
        var blocks = Self.allKinds.map { kind in
            var block = block(kind, "正文<&>\"“引”——×\(kind.rawValue)", marker: "（一）", body: " 接排 ", stop: "。")
            block.prefix = "\u{3000} \u{A0}"
            block.suffix = " 尾 "
            return block
        }
        var item = block(.heading3, "整句", marker: "1.", body: "余下")
        item.isItem = true
        blocks.append(item)
        let file = try render(blocks)
        // The title is broken over two lines.
        #expect(file.text.filter { $0 != "\n" } == blocks.map(\.shownText).joined())
        #expect(file.paragraphs.count == blocks.count)
    }

    @Test func lineEndsBecomeBreaksAndTabsBecomeTabs() throws {
        let file = try render([block(.paragraph, "甲\n乙\r\n丙\r丁\t戊")])
        #expect(file.paragraphs.map(\.text) == ["甲\n乙\n丙\n丁\t戊"])
        #expect(file.elements["w:br"] == 3)
        #expect(file.elements["w:tab"] == 1)
    }

    @Test func anEmptyDocumentIsAWholeFile() throws {
        let file = try render([])
        #expect(file.paragraphs.map(\.text) == [""])
        #expect(file.names.first == "[Content_Types].xml")
    }

    @Test func ambiguousCharactersAreHinted() throws {
        let file = try render([
            block(.paragraph, "“引”——…·×°±"), block(.paragraph, "平常 abc 123，。"), block(.paragraph, "3×4"),
        ])
        #expect(file.paragraphs.map { $0.runs.map(\.isHinted) } == [[true], [false], [true]])
    }

    @Test func placeholdersHaveTheirStyle() throws {
        var heading = block(.heading2, "", marker: "（一）", body: "正文", stop: "。")
        let gap = Placeholder(key: "k", kind: .count, sign: "××")
        heading.content = [.text("共"), Inline(.placeholder(gap)), .text("次")]
        var paragraph = block(.paragraph, "")
        paragraph.content = [Inline(.placeholder(gap)), Inline(.lineBreak), Inline(.other(kind: "new", text: "新"))]
        let file = try render([heading, paragraph])
        #expect(file.paragraphs[0].runs.filter { $0.style == "Placeholder" }.map(\.text) == ["××"])
        #expect(file.paragraphs[1].runs.map(\.text) == ["××", "\n新"])
    }

    // MARK: Headings

    @Test func aRunInHeadingIsOneBodyParagraphWithItsPhraseMarked() throws {
        let file = try render([block(.heading2, "抓好“责任”落实", marker: "（一）", body: "各单位负责。", stop: "。")])
        let paragraph = file.paragraphs[0]
        #expect(paragraph.style == "RunInHeading")
        let shown = paragraph.runs.filter { !$0.text.isEmpty }
        #expect(shown.map(\.text) == ["（一）抓好“责任”落实。", "各单位负责。"])
        #expect(shown.map(\.style) == ["Heading2Phrase", nil])
        #expect(paragraph.instructions == #" TC "（一）抓好\“责任\”落实" \f C \l 2 "#)
        #expect(file.elements["w:outlineLvl"] == nil)
    }

    @Test func headingsOnTheirOwnLineHaveHeadingStyles() throws {
        let kinds: [BlockKind] = [.heading1, .heading2, .heading3, .heading4, .heading5]
        let file = try render(kinds.map { block($0, "题", marker: "一") })
        #expect(file.paragraphs.map(\.style) == ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5"])
        #expect(file.paragraphs.allSatisfy { $0.instructions.isEmpty })
    }

    @Test func aWholeItemIsBodyText() throws {
        var item = block(.heading3, "逐件清点；", marker: "1.")
        item.isItem = true
        #expect(try render([item]).paragraphs[0].style == "NumberedItem")
    }

    // MARK: Title

    @Test func theLinesOfATitleAreOneParagraph() throws {
        let file = try render([block(.title, "石桥镇人民政府"), block(.title, "关于归档的通知"), block(.lead, "正文")])
        #expect(file.paragraphs.map(\.text) == ["石桥镇人民政府\n关于归档的通知", "正文"])
        #expect(file.parts["docProps/core.xml"]?.contains("<dc:title>石桥镇人民政府关于归档的通知</dc:title>") == true)
    }

    @Test func aLongTitleIsBrokenAndItsPropertyIsNot() throws {
        let title = "石桥镇人民政府关于做好2026年度文书归档整理工作的通知"
        let file = try render([block(.title, title)])
        #expect(file.paragraphs.map(\.text) == ["石桥镇人民政府关于做好2026年度\n文书归档整理工作的通知"])
        #expect(file.parts["docProps/core.xml"]?.contains("<dc:title>\(title)</dc:title>") == true)
        // A break of the draft stays, and so does a line that fits.
        var manual = block(.title, "")
        manual.content = [.text("石桥镇人民政府"), Inline(.lineBreak), .text("关于做好2026年文书归档工作的通知")]
        #expect(try render([manual]).paragraphs[0].text == "石桥镇人民政府\n关于做好2026年文书归档工作的通知")
        #expect(
            try render([block(.title, "石桥镇档案馆"), block(.title, title)]).paragraphs[0].text
                == "石桥镇档案馆\n石桥镇人民政府关于做好2026年度\n文书归档整理工作的通知"
        )
    }

    @Test func theTitleOfAnAttachmentIsNotThatOfTheDocument() throws {
        let file = try render([block(.title, "通知"), block(.lead, "正文"), block(.title, "目录格式")])
        #expect(file.parts["docProps/core.xml"]?.contains("<dc:title>通知</dc:title>") == true)
    }

    @Test func onlyBreaksOfTheLayoutNameTheirType() throws {
        let title = "石桥镇人民政府关于做好2026年度文书归档整理工作的通知"
        let file = try render([block(.title, "石桥镇档案馆"), block(.title, title)])
        #expect(file.elements["w:br"] == 2)
        let main = try #require(file.parts["word/document.xml"])
        #expect(main.contains("档案馆</w:t></w:r><w:r><w:br/><w:t>石桥镇"))
        #expect(main.contains("年度</w:t></w:r><w:r><w:br w:type=\"textWrapping\"/><w:t>文书"))
    }

    // MARK: Groups, signature and date

    @Test func spaceStandsAtTheEdgesOfAGroup() throws {
        let file = try render([block(.title, "题"), block(.subtitle, "副题"), block(.lead, "正文")])
        #expect(file.paragraphs.map { $0.direct["w:after"] } == ["0", nil, nil])
    }

    @Test(
        "Signature and date, right indents in twips (GB/T 9704-2012, 7.3.5.2)",
        arguments: [
            // Seven characters over six: the date starts two to the right.
            ("石桥镇人民政府", "2026年2月9日", "640", "320"),
            // Three over seven: the date ends two from the right, the signature starts two to its left.
            ("镇政府", "2026年12月19日", "2560", "640"),
        ]
    )
    func signature(_ signature: String, _ date: String, _ signatureIndent: String, _ dateIndent: String) throws {
        let file = try render([block(.paragraph, "正文"), block(.signature, signature), block(.date, date)])
        #expect(file.paragraphs[1].direct["w:right"] == signatureIndent)
        #expect(file.paragraphs[2].direct["w:right"] == dateIndent)
        #expect(file.paragraphs[2].direct["w:before"] == "0")
    }

    @Test func signaturesOfSeveralBodiesStartBelowEachOther() throws {
        let file = try render([
            block(.signature, "石桥镇人民政府"), block(.signature, "石桥镇档案馆"), block(.date, "2026年2月9日"),
            block(.signature, "无日期"),
        ])
        #expect(file.paragraphs.map { $0.direct["w:right"] } == ["640", "960", "320", nil])
    }

    @Test func attachmentsAreTheNoteItsLinesAndTheHead() throws {
        let file = try render([
            block(.attachment, "附件：1.目录"), block(.attachment, "2.登记表"), block(.attachment, "附件1"),
            block(.attachment, "附件"),
        ])
        #expect(file.paragraphs.map(\.style) == ["Attachment", "AttachmentItem", "AttachmentHead", "AttachmentHead"])
    }

    // MARK: Tables

    @Test func aTableHasAllItsCells() throws {
        func cell(_ text: String) -> Table.Cell { Table.Cell(content: [.text(text)]) }
        var table = block(.table, "")
        table.table = Table(rows: [[cell("甲"), cell("乙")], [cell("丙")], [cell("丁"), cell("戊")]], headerRowCount: 1)
        let file = try render([table, table])
        #expect(file.elements["w:tbl"] == 2)
        #expect(file.elements["w:tc"] == 12)
        #expect(file.elements["w:tblHeader"] == 2)
        #expect(file.text == table.shownText + table.shownText)
        let cells = file.paragraphs.filter(\.isInTable)
        #expect(cells.prefix(3).map(\.style) == ["TableHead", "TableHead", "TableText"])
        // One paragraph between the tables and one at the end.
        #expect(file.paragraphs.count(where: { !$0.isInTable }) == 2)
    }

    @Test func mergedCellsReachOverTheirColumnsAndRows() throws {
        func cell(_ text: String, _ rows: Int = 1, _ columns: Int = 1) -> Table.Cell {
            Table.Cell(content: text.isEmpty ? [] : [.text(text)], span: Table.Span(rows: rows, columns: columns))
        }
        var table = block(.table, "")
        table.table = Table(rows: [[cell("甲", 2, 2), cell(""), cell("乙")], [cell(""), cell(""), cell("丙")]])
        let file = try render([table])
        #expect(file.elements["w:tc"] == 4)
        #expect(file.elements["w:gridCol"] == 3)
        let xml = try #require(file.parts["word/document.xml"])
        #expect(xml.components(separatedBy: "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>").count == 2)
        #expect(xml.components(separatedBy: "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"continue\"/>").count == 2)
    }

    // MARK: The file

    @Test func theSameDocumentGivesTheSameBytes() throws {
        let blocks = Self.allKinds.map { block($0, "正文") }
        #expect(try bytes(blocks) == bytes(blocks))
    }

    @Test func aDateIsWrittenOnlyWhenItIsGiven() throws {
        #expect(try render([]).parts["docProps/core.xml"]?.contains("dcterms:created") == false)
        #expect(
            try render([], date: "2026-02-09").parts["docProps/core.xml"]?
                .contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-02-09T00:00:00Z</dcterms:created>") == true
        )
    }

    @Test func pageNumbersFollowTheStyleSheet() throws {
        let outer = try render([])
        #expect(outer.names.contains("word/footer2.xml"))
        #expect(outer.parts["word/settings.xml"]?.contains("<w:evenAndOddHeaders/>") == true)
        let centred = try render([], style: "gbt9704-centred")
        #expect(!centred.names.contains("word/footer2.xml"))
        #expect(centred.parts["word/settings.xml"]?.contains("evenAndOddHeaders") == false)
        #expect(centred.parts["word/footer1.xml"]?.contains("<w:jc w:val=\"center\"/>") == true)
    }

    @Test func aStyleSheetMayLeaveThePageNumberOut() throws {
        var sheet = try BuiltInSheet.named("gbt9704")
        sheet.pageNumber.position = .none
        var sink = MemorySink()
        _ = try DocxRenderer().render(
            Document(),
            style: sheet,
            context: RenderContext(application: "test"),
            into: &sink
        )
        let file = try WordFile(sink.bytes)
        #expect(!file.names.contains("word/footer1.xml"))
        #expect(file.elements["w:footerReference"] == nil)
    }

    // MARK: Page furniture

    private func furniture() -> [Block] {
        var line = block(.header, "内部\u{1}资料　")
        line.content.append(Inline(.placeholder(Placeholder(key: "k", kind: .other, sign: "××"))))
        return [line, block(.title, "总结"), block(.paragraph, "正文。"), block(.footer, "第一次征求意见稿")]
    }

    @Test(arguments: [("gbt9704", 2), ("gbt9704-centred", 1)])
    func headerAndFooterStandOnEveryPage(style: String, kinds: Int) throws {
        let file = try render(furniture(), style: style)
        #expect(file.paragraphs.map(\.text) == ["总结", "正文。"])
        #expect(file.elements["w:headerReference"] == kinds && file.elements["w:footerReference"] == kinds)
        let header = try #require(file.parts["word/header1.xml"])
        #expect(header.contains("<w:pStyle w:val=\"Header\"/>") && header.contains("内部资料　"))
        #expect(header.contains("<w:rStyle w:val=\"Placeholder\"/>"))
        for name in ["footer1", "footer2"].prefix(kinds) {
            let footer = try #require(file.parts["word/\(name).xml"])
            let line = try #require(footer.range(of: "第一次征求意见稿")), number = try #require(footer.range(of: "PAGE"))
            #expect(line.lowerBound < number.lowerBound)
        }
        let types = try #require(file.parts["[Content_Types].xml"])
        #expect(types.contains("/word/header1.xml"))
        #expect(file.parts["word/_rels/document.xml.rels"]?.contains("Target=\"header1.xml\"") == true)
    }

    @Test func aDocumentWithoutAHeaderHasNone() throws {
        let file = try render([block(.paragraph, "正文。")])
        #expect(!file.names.contains("word/header1.xml") && file.elements["w:headerReference"] == nil)
    }

    @Test func aFooterNeedsNoPageNumber() throws {
        var sheet = try BuiltInSheet.named("gbt9704")
        sheet.pageNumber.position = .none
        var sink = MemorySink()
        let context = RenderContext(application: "test")
        _ = try DocxRenderer().render(Document(blocks: furniture()), style: sheet, context: context, into: &sink)
        let footer = try #require(try WordFile(sink.bytes).parts["word/footer1.xml"])
        #expect(footer.contains("第一次征求意见稿") && !footer.contains("PAGE"))
    }

    @Test func pageFurnitureLeavesTheText() throws {
        var sink = MemorySink()
        var blocks = furniture()
        blocks[2].origin = .source(SourceRange(7, 16))
        let report = try DocxRenderer().render(
            Document(blocks: blocks),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        func edit(_ offset: Int, _ before: String, _ reason: String) -> Edit {
            Edit(stage: "docx", offset: offset, before: before, after: "", reason: reason)
        }
        #expect(
            report.edits == [
                edit(0, "\u{1}", "forbidden-character"), edit(0, "内部资料　××", "page-furniture"),
                edit(16, "第一次征求意见稿", "page-furniture"),
            ]
        )
    }

    @Test func everyStyleOfTheDocumentIsInTheFile() throws {
        var blocks = Self.allKinds.map { block($0, "题××", marker: "一", body: "文") }
        for index in blocks.indices {
            blocks[index].content.append(Inline(.placeholder(Placeholder(key: "k", kind: .other, sign: "X"))))
        }
        let file = try render(blocks)
        let styles = try #require(file.parts["word/styles.xml"])
        for paragraph in file.paragraphs {
            #expect(styles.contains("w:styleId=\"\(paragraph.style)\""))
            for style in paragraph.runs.compactMap(\.style) { #expect(styles.contains("w:styleId=\"\(style)\"")) }
        }
    }

    @Test func charactersThatXMLForbidsAreReported() throws {
        var read = block(.paragraph, "")
        read.origin = .source(SourceRange(100, 111))
        read.content = [.text("甲\u{1}乙\u{FFFF}", source: SourceRange(101, 111))]
        read.prefix = "\u{2}"
        var changed = block(.paragraph, "")
        changed.origin = .source(SourceRange(200, 205))
        changed.content = [.text("\u{0}换", source: SourceRange(200, 205))]
        var sink = MemorySink()
        let report = try DocxRenderer().render(
            Document(blocks: [read, changed]),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        #expect(try WordFile(sink.bytes).paragraphs.map(\.text) == ["甲乙", "换"])
        func edit(_ offset: Int, _ before: String) -> Edit {
            Edit(stage: "docx", offset: offset, before: before, after: "", reason: "forbidden-character")
        }
        #expect(report.edits == [edit(100, "\u{2}"), edit(104, "\u{1}"), edit(108, "\u{FFFF}"), edit(200, "\u{0}")])
    }

    @Test func whatTheSinkThrowsComesOut() throws {
        struct Full: Error {}
        struct FullSink: ByteSink {
            mutating func write(_ bytes: UnsafeRawBufferPointer) throws { throw Full() }
        }
        var sink = FullSink()
        #expect(throws: Full.self) {
            _ = try DocxRenderer().render(
                Document(),
                style: BuiltInSheet.named("gbt9704"),
                context: RenderContext(application: "test"),
                into: &sink
            )
        }
    }

    // MARK: Speed

    /// A document of several chunks, with titles and headers where one may end.
    private func large() -> Document {
        var blocks: [Block] = []
        for index in 0..<4_000 {
            switch index % 100 {
            case 0, 1: blocks.append(block(.title, "第\(index)篇"))
            case 2: blocks.append(block(.header, "页眉"))
            case 3: blocks.append(block(.heading2, "小结", marker: "（一）", body: String(repeating: "接排，", count: 40)))
            default: blocks.append(block(.paragraph, String(repeating: "第\(index)段“正文”，", count: 20)))
            }
        }
        return Document(blocks: blocks)
    }

    @Test("the bytes do not depend on the number of threads, nor on whether the sink can go back")
    func workers() throws {
        struct Pipe: ByteSink {
            var bytes: [UInt8] = []
            mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
        }
        let (document, sheet) = (large(), try BuiltInSheet.named("gbt9704"))
        var one = MemorySink()
        let report = try DocxRenderer().render(
            document,
            style: sheet,
            context: RenderContext(application: "test"),
            into: &one
        )
        #expect(report.edits.count == 40)
        var three = Pipe()
        let context = RenderContext(application: "test", workers: 3)
        let other = try DocxRenderer().render(document, style: sheet, context: context, into: &three)
        #expect(three.bytes == one.bytes && other.edits == report.edits)
        let shown = document.blocks.filter { $0.kind != .header }.map(\.shownText).joined()
        #expect(try WordFile(one.bytes).text.filter { $0 != "\n" } == shown)
    }

    @Test(arguments: Compression.allCases)
    func aPreparedRendererWritesTheSame(compression: Compression) throws {
        let sheet = try BuiltInSheet.named("gbt9704")
        let context = RenderContext(application: "test", compression: compression)
        let prepared = try DocxRenderer().prepared(style: sheet, context: context)
        for blocks in [[], furniture(), Self.allKinds.map { block($0, "正文") }] {
            var (one, other) = (MemorySink(), MemorySink())
            _ = try prepared.render(Document(blocks: blocks), into: &one)
            _ = try DocxRenderer().render(Document(blocks: blocks), style: sheet, context: context, into: &other)
            #expect(one.bytes == other.bytes)
        }
    }

    @Test func aSmallFileIsSmallerThanAFastOne() throws {
        let (document, sheet) = (large(), try BuiltInSheet.named("gbt9704"))
        let sizes = try Compression.allCases.map { compression in
            var sink = MemorySink()
            let context = RenderContext(application: "test", compression: compression)
            _ = try DocxRenderer().render(document, style: sheet, context: context, into: &sink)
            return sink.bytes.count
        }
        #expect(sizes == sizes.sorted(by: >))
    }
}

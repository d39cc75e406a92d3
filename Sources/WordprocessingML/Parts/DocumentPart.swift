internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// One document in `word/document.xml`: its blocks as paragraphs and tables in one section (ISO/IEC 29500-1, 17.2).
///
/// It is written in runs of blocks, which may be written at the same time.
struct DocumentPart: Sendable {
    /// What follows the last block.
    enum Ending: Sendable {
        /// The rest of the document, in another run.
        case rest
        /// Another document, in a section of its own: the last paragraph holds the properties of this section.
        case section
        /// The end of the file.
        case body
    }

    private let layout: BlockLayout
    private let lists: ListPlan
    private let firstList: Int
    /// The pictures by the names of their bytes.
    private let pictures: [String: MediaParts.Entry]
    /// The number of the first picture of each block that has some.
    private let pictureNumbers: [Int: Int]
    private let section: SectionProperties
    private let fragments: FormatFragments
    private let inlines: InlinePlan
    /// The table of contents.
    private let contents: ContentsWriter?
    /// What stands in comments.
    let comments: CommentPlan?
    /// The last block of the text.
    private let last: Int?
    /// The heads and the imprints of official documents, when the sheet arranges them.
    private let heads: [Range<Int>]
    private let imprints: [Range<Int>]

    private var blocks: [Block] { layout.blocks }
    private var style: StyleSheet { fragments.table.sheet }

    /// Prepares what a block takes from others.
    ///
    /// - Parameters:
    ///   - firstList: How many instances of lists the documents above have.
    ///   - pictures: The pictures of the document, by the names of their bytes.
    ///   - firstPicture: How many pictures the documents above have.
    ///   - isAlone: Whether the file holds no other document.
    ///   - isPrinted: Whether the file is printed at once.
    ///   - findings: What stands in comments.
    init(
        _ document: Document,
        section: SectionProperties,
        fragments: FormatFragments,
        lists: ListPlan,
        inlines: InlinePlan,
        firstList: Int = 0,
        pictures: [String: MediaParts.Entry] = [:],
        firstPicture: Int = 0,
        isAlone: Bool = true,
        isPrinted: Bool = false,
        findings: [Diagnostic] = []
    ) {
        self.pictures = pictures
        var numbers: [Int: Int] = [:]
        if !pictures.isEmpty {
            var count = firstPicture
            for index in document.blocks.indices where !document.blocks[index].pictures.isEmpty {
                numbers[index] = count + 1
                count += document.blocks[index].pictures.count
            }
        }
        pictureNumbers = numbers
        layout = BlockLayout(document, fragments.table)
        self.section = section
        self.lists = lists
        self.firstList = firstList
        self.fragments = fragments
        self.inlines = inlines
        contents = ContentsWriter(
            layout,
            firstBookmark: inlines.bookmarkCount,
            isAlone: isAlone,
            isPrinted: isPrinted
        )
        last = layout.text(before: document.blocks.count)
        heads = layout.heads
        imprints = layout.imprints
        let apart = heads + imprints
        comments = CommentPlan(findings, of: layout) { index in apart.contains { $0.contains(index) } }
    }

    /// The text before the first block of the file.
    static let start = XMLFragment(
        text: """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="\(Namespaces.main)" xmlns:r="\(Namespaces.relationships)"><w:body>
            """
    )

    /// The text after the last.
    static let end = XMLFragment(text: "</w:body></w:document>")

    /// The next run of blocks: from `start` on, and about as large as `room` says, in bytes of XML; whether it reaches to the
    /// end, and its size.
    func run(from start: Int, room: Int) -> (range: Range<Int>, isLast: Bool, size: Int) {
        var size = 0
        var end = start
        while end < blocks.count {
            if size >= room {
                // The lines of a title are one paragraph, whatever stands between them.
                let traits = fragments.table.traits(of: blocks[end].kind)
                let isInside =
                    heads.contains { $0.contains(end) } || imprints.contains { $0.dropFirst().contains(end) }
                if !traits.isTitle, !traits.isPageFurniture, !isInside { break }
            }
            size += Self.size(of: blocks[end])
            end += 1
        }
        return (start..<end, end == blocks.count, size)
    }

    /// About how many bytes of XML a block takes.
    private static func size(of block: borrowing Block) -> Int {
        var size = 128
        func add(_ inlines: borrowing [Inline]) {
            for index in inlines.indices {
                if case .text(let text) = inlines[index].content { size += text.utf8.count }
            }
        }
        add(block.content)
        if let body = block.body { add(body) }
        if let table = block.table {
            for row in table.rows {
                for cell in row {
                    size += 256
                    add(cell.content)
                }
            }
        }
        return size
    }

    private static let unwritable = UnwritableCharacters(DocxRenderer.format) { ForbiddenCharacters.offsets(in: $0) }

    /// What the document loses because a page cannot hold it.
    var losses: [Diagnostic] {
        MissingElements.losses(of: layout, in: DocxRenderer.format)
            + MarkSize.losses(of: layout, in: DocxRenderer.format)
            + ImprintPlace.losses(of: layout, hasNotes: inlines.hasNotes)
            + (contents?.losses(in: layout) ?? [])
    }

    /// What comes into the text that the blocks do not hold.
    var additions: [Edit] { contents?.edits(in: layout) ?? [] }

    /// How many places with names the documents of the file have, this one among them.
    var bookmarkCount: Int { contents?.bookmarkCount ?? inlines.bookmarkCount }

    /// What a run of blocks loses because a .docx cannot hold it.
    func edits(in range: Range<Int>) -> [Edit] {
        var edits: [Edit] = []
        for index in range { Self.unwritable.append(blocks[index], to: &edits) }
        return edits
    }

    /// Writes a run of blocks.
    func write(_ range: Range<Int>, _ ending: Ending, _ xml: borrowing XMLWriter) {
        let table = fragments.table
        var previous = layout.text(before: range.lowerBound).map { layout.style(at: $0) }
        var index = layout.text(from: range.lowerBound)
        var style = index < blocks.count ? layout.style(at: index) : table.body
        while index < range.upperBound {
            contents?.write(before: index, startsPage: layout.startsPage(at: index), fragments, xml)
            if let head = heads.first(where: { $0.lowerBound == index }),
                let writer = HeadWriter(layout, head, fragments)
            {
                writer.write(xml)
                previous = layout.text(before: head.upperBound).map { layout.style(at: $0) }
                if layout.turnsPage(after: head.lowerBound, before: head.upperBound) {
                    emptyParagraph(xml, section: section(at: head.lowerBound))
                }
                index = head.upperBound
                style = index < blocks.count ? layout.style(at: index) : table.body
                continue
            }
            if let imprint = imprints.first(where: { $0.lowerBound == index }),
                let writer = ImprintWriter(layout, imprint, fragments, hasNotes: inlines.hasNotes)
            {
                let isLast = imprint.upperBound == blocks.count
                writer.write(section: isLast && ending == .section ? section(at: index) : nil, xml)
                if isLast { break }
                previous = layout.text(before: imprint.upperBound).map { layout.style(at: $0) }
                index = layout.text(from: imprint.upperBound)
                style = index < blocks.count ? layout.style(at: index) : table.body
                continue
            }
            var titles = [index]
            var end = layout.text(from: index + 1)
            let isTitle = table.traits(of: blocks[index].kind).isTitle
            while isTitle, end < blocks.count, table.traits(of: blocks[end].kind).isTitle {
                titles.append(end)
                end = layout.text(from: end + 1)
            }
            let next = end < blocks.count ? layout.style(at: end) : nil
            var placement = ParagraphPlacement(
                layout.placement(of: index, after: previous, style: style, before: next)
            )
            if ending == .section, end == blocks.count, blocks[index].table == nil {
                placement.section = self.section(at: index)
            }
            let turnsPage = layout.turnsPage(after: index, before: end)
            if turnsPage, blocks[index].table == nil { placement.section = self.section(at: index) }
            if isTitle {
                paragraph(index, placement, titlePieces(titles.map { blocks[$0] }), xml)
            } else if let cells = blocks[index].table, !cells.rows.isEmpty {
                self.table(cells, of: blocks[index], at: index, placement, before: end, xml)
                if turnsPage { emptyParagraph(xml, section: self.section(at: index)) }
            } else {
                paragraph(index, placement, xml)
            }
            (index, previous, style) = (end, style, next ?? style)
        }
        guard ending != .rest else { return }
        // Word wants a paragraph at the end, and so does a reader of a document without text.
        let endsWithHead = heads.last?.upperBound == blocks.count
        if last.map({ blocks[$0].table != nil }) ?? true || endsWithHead {
            emptyParagraph(xml, section: ending == .section ? section(at: last ?? 0) : nil)
        }
        if ending == .body { section(at: last ?? 0).write(xml) }
    }

    /// The section in which a block stands: a document has one, and others where its pages are turned.
    private func section(at index: Int) -> SectionProperties {
        guard !layout.turned.isEmpty else { return section }
        var section = section
        section.isLandscape = layout.turned.contains(index)
        section.goesOn = !layout.isInFirstSection(index)
        return section
    }

    /// Writes a paragraph of one block.
    private func paragraph(_ index: Int, _ placement: ParagraphPlacement, _ xml: borrowing XMLWriter) {
        let position = lists[index]
        let lead = style.leadSentences.isEmpty ? 0 : style.leadSentenceLength(of: blocks[index])
        if position == nil, inlines.isEmpty, pictureNumbers[index] == nil, contents?.lists(index) != true, lead == 0,
            comments?.concerns(index) != true,
            let text = blocks[index].onlyText
        {
            fragments.startParagraph(placement, xml)
            if !text.isEmpty { fragments.write(text, .plain, xml) }
            xml.raw("</w:p>")
            return
        }
        paragraph(index, placement, TextPiece.pieces(of: blocks[index], withMarker: position == nil, lead: lead), xml)
    }

    private func paragraph(
        _ index: Int,
        _ placement: ParagraphPlacement,
        _ pieces: [TextPiece],
        _ xml: borrowing XMLWriter
    ) {
        let block = blocks[index]
        var placement = placement
        if var list = lists[index] {
            list.number += firstList
            placement.list = list
            if block.body != nil, !block.isItem { placement.phraseLevel = block.kind.headingLevel }
        } else if block.label != nil, fragments.table.styles[placement.layout.style].isNumbered {
            placement.isUnnumbered = true
        }
        fragments.startParagraph(placement, xml)
        contents?.begin(index, xml)
        if block.body != nil, !block.isItem, let level = block.kind.headingLevel {
            contentsEntry(block.headingPhrase, level: level, xml)
        }
        if let first = pictureNumbers[index] { writePictures(of: block, at: index, from: first, xml) }
        // Of a table, the comments stand in its cells.
        if block.table?.rows.isEmpty ?? true, let comments, comments.concerns(index) {
            let (marked, trailing) = comments.marked(pieces, of: index, .first, block.shownText)
            write(marked, xml)
            CommentPlan.write(trailing, xml)
        } else {
            write(pieces, xml)
        }
        contents?.end(index, xml)
        xml.raw("</w:p>")
    }

    private func write(_ pieces: [TextPiece], _ xml: borrowing XMLWriter) {
        if inlines.isEmpty {
            for piece in pieces {
                if !piece.marks.isEmpty { CommentPlan.write(piece.marks, xml) }
                fragments.write(piece, xml)
            }
        } else {
            inlines.write(pieces, by: fragments, xml)
        }
    }

    private func writePictures(of block: Block, at index: Int, from first: Int, _ xml: borrowing XMLWriter) {
        let room = PictureLayout.room(
            for: block.pictures.count,
            on: style.page,
            isLandscape: layout.turned.contains(index)
        )
        for (place, picture) in block.pictures.enumerated() {
            guard let entry = pictures[picture.media] else { continue }
            let size = PictureLayout(picture, entry.header, in: room)
            PictureRun(picture: picture, entry: entry, size: size, number: first + place).write(xml)
        }
    }

    private func emptyParagraph(_ xml: borrowing XMLWriter, section: SectionProperties? = nil) {
        fragments.startParagraph(ParagraphPlacement(style: fragments.table.body, section: section), xml)
        xml.raw("</w:p>")
    }

    /// The lines of a title.
    private func titlePieces(_ blocks: [Block]) -> [TextPiece] {
        var pieces: [TextPiece] = []
        for (index, line) in TitleLayout(blocks, style.title).lines.enumerated() {
            let isNewLine = index > 0 && !line.isWrapped
            var new = TextPiece.pieces(of: isNewLine ? [Inline(.lineBreak)] + line.inlines : line.inlines)
            if line.isWrapped, !new.isEmpty { new[0].isWrapped = true }
            pieces += new
        }
        return pieces
    }

    /// Marks a phrase as an entry of a table of contents (ISO/IEC 29500-1, 17.16.5.69), which shows nothing here: the
    /// paragraph itself has no outline level, because it holds body text as well.
    private func contentsEntry(_ phrase: String, level: Int, _ xml: borrowing XMLWriter) {
        xml.raw(
            """
            <w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:instrText xml:space="preserve"> TC "
            """
        )
        var text = ""
        for scalar in phrase.unicodeScalars {
            switch scalar {
            // Word takes curly quotation marks for straight ones in a field.
            case "\\", "\"", "\u{201C}", "\u{201D}": text += "\\\(scalar)"
            case "\t", "\n", "\r": text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        xml.text(text)
        // LibreOffice reads the level only without quotation marks, and takes it for one deeper.
        xml.raw("\" \\f C \\l ")
        xml.text(String(level))
        xml.raw(" </w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>")
    }

    // MARK: Tables

    /// A table over the full width of the text, with what stands around it in paragraphs of their own.
    private func table(
        _ table: Table,
        of block: Block,
        at index: Int,
        _ placement: ParagraphPlacement,
        before next: Int,
        _ xml: borrowing XMLWriter
    ) {
        var before = block
        before.table = nil
        before.suffix = ""
        let startsPage = before.shownText.isEmpty && placement.layout.startsPage
        if !before.shownText.isEmpty { paragraph(index, placement, TextPiece.pieces(of: before), xml) }
        let isTurned = layout.turned.contains(index)
        let columns = TableColumns(table, fragments.table, isTurned: isTurned)
        let widths = columns.widths.map(\.twips)
        let grid = TableGrid(table)
        xml.element("w:tbl") {
            xml.element("w:tblPr") {
                xml.value("w:tblStyle", style.table.id)
                xml.empty("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
                xml.empty("w:tblLayout", ["w:type": "fixed"])
            }
            xml.element("w:tblGrid") {
                for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
            }
            for (number, row) in table.rows.enumerated() {
                let isHead = number < table.headerRowCount
                xml.element("w:tr") {
                    xml.element("w:trPr") {
                        xml.flag("w:cantSplit", true)
                        if isHead, style.table.repeatsHead { xml.flag("w:tblHeader", true) }
                    }
                    for column in widths.indices {
                        guard let cell = MergedCell(number, column, in: grid) else { continue }
                        xml.element("w:tc") {
                            xml.element("w:tcPr") {
                                let width = widths[column..<column + cell.columns].reduce(0, +)
                                xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                                cell.write(xml)
                                xml.value("w:vAlign", "center")
                            }
                            let style = isHead ? fragments.table.tableHead : fragments.table.tableCell
                            var placement = ParagraphPlacement(style: style)
                            if number == 0, column == 0, startsPage { placement.layout.startsPage = true }
                            if !isHead, cell.columns == 1, columns.holdsFigures[column] {
                                placement.layout.alignment = .right
                            }
                            fragments.startParagraph(placement, xml)
                            let content = column < row.count && !cell.goesOn ? row[column].content : []
                            let pieces = TextPiece.pieces(of: content)
                            if let comments, comments.concerns(index) {
                                let cell = CommentPlan.Cell(row: number, column: column)
                                let (marked, trailing) = comments.marked(pieces, of: index, cell, content.shownText)
                                write(marked, xml)
                                CommentPlan.write(trailing, xml)
                            } else {
                                write(pieces, xml)
                            }
                            xml.raw("</w:p>")
                        }
                    }
                }
            }
        }
        if !block.suffix.isEmpty {
            fragments.startParagraph(ParagraphPlacement(style: fragments.table.body), xml)
            fragments.write(block.suffix, .plain, xml)
            xml.raw("</w:p>")
        } else if next < blocks.count, blocks[next].table != nil, !layout.turnsPage(after: index, before: next) {
            // Two tables without a paragraph between them become one.
            emptyParagraph(xml)
        }
    }
}

extension Block {
    /// The text, when it is all that there is and in one piece.
    fileprivate var onlyText: String? {
        guard body == nil, label == nil, content.count <= 1, prefix.isEmpty, terminator.isEmpty, suffix.isEmpty else {
            return nil
        }
        guard let piece = content.first else { return "" }
        guard case .text(let text) = piece.content else { return nil }
        return text
    }
}

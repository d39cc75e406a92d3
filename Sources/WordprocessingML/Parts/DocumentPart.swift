internal import RenderKit
internal import SummaryModel
internal import TitleBreaking
internal import XMLWriting

/// `word/document.xml`: the blocks as paragraphs and tables in one section (ISO/IEC 29500-1, 17.2).
struct DocumentPart {
    private let blocks: [Block]
    private let style: StyleSheet
    private let header: HeaderPart?
    private let footers: [FooterPart]
    private let layout: BlockLayout
    private let lists: ListPlan
    private let fragments: FormatFragments

    /// Prepares what is the same for many blocks.
    init(
        _ document: Document,
        style: StyleSheet,
        header: HeaderPart?,
        footers: [FooterPart],
        fragments: FormatFragments,
        lists: ListPlan
    ) {
        blocks = document.blocks
        self.style = style
        self.header = header
        self.footers = footers
        self.lists = lists
        layout = BlockLayout(document.blocks, style: style)
        self.fragments = fragments
    }

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:document")
        xml.attribute("xmlns:w", Namespaces.main)
        xml.attribute("xmlns:r", Namespaces.relationships)
        xml.start("w:body")
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            var end = index + 1
            if block.kind == .title {
                while end < blocks.count, blocks[end].kind == .title { end += 1 }
                paragraph(index..<end, titlePieces(blocks[index..<end]), xml)
            } else if let table = block.table, !table.rows.isEmpty {
                self.table(table, of: block, at: index, xml)
            } else {
                paragraph(index..<end, TextPiece.pieces(of: block, withMarker: lists[index] == nil), xml)
            }
            index = end
        }
        // Word wants a paragraph at the end, and so does a reader of a document without text.
        if blocks.last.map({ $0.table != nil }) ?? true { emptyParagraph(xml) }
        section(xml)
        xml.end()
        xml.end()
    }

    private func paragraph(_ range: Range<Int>, _ pieces: [TextPiece], _ xml: borrowing XMLWriter) {
        let block = blocks[range.lowerBound]
        var placement = layout.placement(of: range)
        if let list = lists[range.lowerBound] {
            placement.list = list
            if block.body != nil, !block.isItem { placement.phraseLevel = block.kind.headingLevel }
        }
        fragments.startParagraph(placement, xml)
        if block.body != nil, !block.isItem, let level = block.kind.headingLevel {
            contentsEntry((block.label?.marker ?? "") + block.content.shownText, level: level, xml)
        }
        for piece in pieces { fragments.write(piece, xml) }
        xml.raw("</w:p>")
    }

    private func emptyParagraph(_ xml: borrowing XMLWriter) {
        fragments.startParagraph(BlockLayout.Placement(key: .body), xml)
        xml.raw("</w:p>")
    }

    /// The lines of a title: those of the draft, of which each that is too long is broken at word boundaries.
    private func titlePieces(_ blocks: ArraySlice<Block>) -> [TextPiece] {
        var lines: [[Inline]] = []
        for block in blocks {
            var inlines: [Inline] = [.text(block.prefix + (block.label?.marker ?? ""))]
            inlines += block.content
            inlines.append(.text(block.terminator + (block.body ?? []).shownText + block.suffix))
            lines += inlines.split(omittingEmptySubsequences: false) { $0.content == .lineBreak }.map(Array.init)
        }
        var pieces: [TextPiece] = []
        for (index, line) in lines.enumerated() {
            let breaks =
                style.title.breaksLines
                ? TitleLines.breaks(in: line.shownText, charactersPerLine: style.title.charactersPerLine) : []
            for (part, inlines) in Self.splitting(line, at: breaks).enumerated() {
                let isNewLine = index > 0 && part == 0
                var new = TextPiece.pieces(of: isNewLine ? [Inline(.lineBreak)] + inlines : inlines)
                if part > 0, !new.isEmpty { new[0].isWrapped = true }
                pieces += new
            }
        }
        return pieces
    }

    /// The parts of inlines between UTF-8 offsets into their text; an offset inside a gap divides before it.
    static func splitting(_ inlines: [Inline], at breaks: [Int]) -> [[Inline]] {
        var parts: [[Inline]] = [[]]
        var offset = 0
        var breaks = breaks[...]
        for inline in inlines {
            let text = inline.shownText
            let end = offset + text.utf8.count
            var start = text.startIndex
            while let next = breaks.first, next < end {
                breaks = breaks.dropFirst()
                if case .text = inline.content {
                    let index = text.utf8.index(text.startIndex, offsetBy: max(0, next - offset))
                    if index > start { parts[parts.count - 1].append(.text(String(text[start..<index]))) }
                    start = index
                }
                parts.append([])
            }
            if case .text = inline.content {
                parts[parts.count - 1].append(.text(String(text[start...])))
            } else {
                parts[parts.count - 1].append(inline)
            }
            offset = end
        }
        return parts
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
    private func table(_ table: Table, of block: Block, at index: Int, _ xml: borrowing XMLWriter) {
        var before = block
        before.table = nil
        before.suffix = ""
        if !before.shownText.isEmpty { paragraph(index..<index + 1, TextPiece.pieces(of: before), xml) }
        let columns = max(1, table.rows.map(\.count).max() ?? 0)
        let width = style.page.textWidth.twips
        let edges = (0...columns).map { width * $0 / columns }
        let widths = zip(edges, edges.dropFirst()).map { String($1 - $0) }
        xml.element("w:tbl") {
            xml.element("w:tblPr") {
                xml.value("w:tblStyle", style.table.id)
                xml.empty("w:tblW", ["w:w": String(width), "w:type": "dxa"])
                xml.empty("w:tblLayout", ["w:type": "fixed"])
            }
            xml.element("w:tblGrid") {
                for width in widths { xml.empty("w:gridCol", ["w:w": width]) }
            }
            for (number, row) in table.rows.enumerated() {
                let isHead = number < table.headerRowCount
                xml.element("w:tr") {
                    xml.element("w:trPr") {
                        xml.flag("w:cantSplit", true)
                        if isHead, style.table.repeatsHead { xml.flag("w:tblHeader", true) }
                    }
                    for column in 0..<columns {
                        xml.element("w:tc") {
                            xml.element("w:tcPr") {
                                xml.empty("w:tcW", ["w:w": widths[column], "w:type": "dxa"])
                                xml.value("w:vAlign", "center")
                            }
                            fragments.startParagraph(BlockLayout.Placement(key: isHead ? .tableHead : .tableCell), xml)
                            let content = column < row.count ? row[column].content : []
                            for piece in TextPiece.pieces(of: content) { fragments.write(piece, xml) }
                            xml.raw("</w:p>")
                        }
                    }
                }
            }
        }
        if !block.suffix.isEmpty {
            fragments.startParagraph(BlockLayout.Placement(key: .body), xml)
            fragments.write(TextPiece(format: .plain, text: block.suffix), xml)
            xml.raw("</w:p>")
        } else if index + 1 < blocks.count, blocks[index + 1].table != nil {
            // Two tables without a paragraph between them become one.
            emptyParagraph(xml)
        }
    }

    // MARK: The section

    private func section(_ xml: borrowing XMLWriter) {
        let page = style.page
        xml.element("w:sectPr") {
            if header != nil {
                let pages: [FooterPart.Pages] = style.pageNumber.position == .outer ? [.odd, .even] : [.odd]
                for pages in pages {
                    xml.empty("w:headerReference", ["w:type": pages.rawValue, "r:id": HeaderPart.relationship])
                }
            }
            for footer in footers {
                xml.empty("w:footerReference", ["w:type": footer.pages.rawValue, "r:id": footer.relationship])
            }
            xml.empty("w:pgSz", ["w:w": String(page.width.twips), "w:h": String(page.height.twips)])
            xml.empty(
                "w:pgMar",
                [
                    "w:top": String(page.top.twips), "w:right": String(page.right.twips),
                    "w:bottom": String(page.bottom.twips), "w:left": String(page.left.twips),
                    "w:header": String(page.header.twips), "w:footer": String(page.footer.twips), "w:gutter": "0",
                ]
            )
            xml.empty("w:pgNumType", ["w:start": "1"])
            xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": String(page.linePitch.twips)])
        }
    }
}

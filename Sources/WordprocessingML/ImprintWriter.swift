internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// Writes the imprint of an official document (版记, GB/T 9704-2012, 7.4) as a table with a rule above and below each row, which
/// stands at the foot of the page on which the text ends.
struct ImprintWriter {
    private let fragments: FormatFragments
    private let style: ImprintStyle
    private let layout: BlockLayout
    private let rows: [Int]
    private let isAtFoot: Bool

    private var page: PageLayout { fragments.table.sheet.page }

    /// - Parameter hasNotes: Whether footnotes may stand at the foot of the page.
    init?(_ layout: BlockLayout, _ range: Range<Int>, _ fragments: FormatFragments, hasNotes: Bool) {
        guard !range.isEmpty, let style = fragments.table.sheet.imprint else { return nil }
        self.style = style
        isAtFoot = ImprintPlace.isAtFoot(style, hasNotes: hasNotes)
        self.fragments = fragments
        self.layout = layout
        rows = range.filter { layout.text(from: $0) == $0 }
    }

    /// Writes the table, and the paragraph on whose page it stands.
    func write(section: SectionProperties?, _ xml: borrowing XMLWriter) {
        let width = String(page.textWidth.twips)
        xml.element("w:tbl") {
            xml.element("w:tblPr") {
                if isAtFoot {
                    // LibreOffice lets a table float that is as wide as the text only when its place is that on the paper.
                    xml.empty(
                        "w:tblpPr",
                        [
                            "w:leftFromText": "0", "w:rightFromText": "0", "w:vertAnchor": "margin",
                            "w:horzAnchor": "page",
                            "w:tblpX": String(page.left.twips), "w:tblpYSpec": "bottom",
                        ]
                    )
                }
                xml.empty("w:tblW", ["w:w": width, "w:type": "dxa"])
                xml.empty("w:tblLayout", ["w:type": "fixed"])
                xml.element("w:tblCellMar") {
                    xml.empty("w:left", ["w:w": "0", "w:type": "dxa"])
                    xml.empty("w:right", ["w:w": "0", "w:type": "dxa"])
                }
            }
            xml.element("w:tblGrid") { xml.empty("w:gridCol", ["w:w": width]) }
            for (place, index) in rows.enumerated() {
                xml.element("w:tr") {
                    xml.element("w:trPr") { xml.flag("w:cantSplit", true) }
                    xml.element("w:tc") {
                        xml.element("w:tcPr") {
                            xml.empty("w:tcW", ["w:w": width, "w:type": "dxa"])
                            borders(place, xml)
                        }
                        row(index, xml)
                    }
                }
            }
        }
        // Programs hang the table on the paragraph after it, which takes no room; LibreOffice not on one that ends a section.
        fragments.emptyLine(xml)
        if let section { fragments.emptyLine(section: section, xml) }
    }

    /// The rules of a row: the first and the last of the imprint are thick, those between thin (7.4.1). What goes to the
    /// addressees and to others has no rule between (7.4.2).
    private func borders(_ place: Int, _ xml: borrowing XMLWriter) {
        let isLast = place + 1 == rows.count
        let above = place == 0 ? style.outerRule : isJoined(place) ? .zero : style.innerRule
        let below = isLast ? style.outerRule : isJoined(place + 1) ? .zero : style.innerRule
        xml.element("w:tcBorders") {
            if above > .zero { RuleStyle(thickness: above).write("w:top", space: .zero, xml) }
            if below > .zero { RuleStyle(thickness: below).write("w:bottom", space: .zero, xml) }
        }
    }

    /// Whether a row and the one above it are both lists of those who get the document.
    private func isJoined(_ place: Int) -> Bool {
        layout.blocks[rows[place]].kind == .copies && layout.blocks[rows[place - 1]].kind == .copies
    }

    private func row(_ index: Int, _ xml: borrowing XMLWriter) {
        let block = layout.blocks[index]
        let style = layout.style(at: index)
        var placement = ParagraphPlacement(BlockLayout.Placement(style: style))
        let pieces = TextPiece.pieces(of: block)
        guard block.kind == .imprint, pieces.count == 1, let date = ImprintLine.dateAtEnd(of: pieces[0].text) else {
            fragments.startParagraph(placement, xml)
            for piece in pieces { fragments.write(piece, xml) }
            xml.raw("</w:p>")
            return
        }
        // Who printed it stands at the left, and when at the right (7.4.3).
        let format = fragments.table.styles[style].format
        let inset = format.rightIndent.length(characterSize: format.text.size, linePitch: page.linePitch)
        let right = Length(twips: page.textWidth.twips - inset.twips)
        placement.layout.alignment = .left
        placement.decoration = ParagraphDecoration(tabs: [.init(position: right, isRight: true)])
        fragments.startParagraph(placement, xml)
        if !date.before.isEmpty { fragments.write(date.before, .plain, xml) }
        xml.raw("<w:r><w:tab/></w:r>")
        fragments.write(date.text, .plain, xml)
        xml.raw("</w:p>")
    }
}

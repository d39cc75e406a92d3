internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// A header: the lines at the top of every page; an empty one when there are none (ISO/IEC 29500-1, 17.10.4).
struct HeaderPart {
    let blocks: [Block]
    let fragments: FormatFragments

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:hdr")
        xml.attribute("xmlns:w", Namespaces.main)
        for block in blocks {
            fragments.startParagraph(ParagraphPlacement(style: fragments.table.header), xml)
            for piece in TextPiece.pieces(of: block) { fragments.write(piece, xml) }
            xml.raw("</w:p>")
        }
        if blocks.isEmpty { xml.raw("<w:p/>") }
        xml.end()
    }
}

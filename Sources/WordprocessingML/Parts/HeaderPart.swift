internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// `word/header1.xml`: the lines at the top of every page (ISO/IEC 29500-1, 17.10.4).
struct HeaderPart {
    let blocks: [Block]
    let fragments: FormatFragments

    /// The header that the document asks for; `nil` for none.
    init?(_ blocks: [Block], _ fragments: FormatFragments) {
        guard !blocks.isEmpty else { return nil }
        self.blocks = blocks
        self.fragments = fragments
    }

    /// The name of the part, without folder and extension.
    static let name = "header1"
    /// The identity of the relationship from the main part.
    static let relationship = "rId13"

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:hdr")
        xml.attribute("xmlns:w", Namespaces.main)
        for block in blocks {
            fragments.startParagraph(BlockLayout.Placement(key: .header), xml)
            for piece in TextPiece.pieces(of: block) { fragments.write(piece, xml) }
            xml.raw("</w:p>")
        }
        xml.end()
    }
}

internal import OpenPackaging
internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// The footnotes of a file (ISO/IEC 29500-1, 17.11), which are written and compressed as the documents come.
struct FootnotesPart: ~Copyable {
    private let compression: Compression
    private let fragments: FormatFragments
    private var notes: PieceStream
    /// How many footnotes there are.
    private(set) var count = 0

    /// The content type.
    static let type = "footnotes"

    init(_ fragments: FormatFragments, _ compression: Compression) {
        self.fragments = fragments
        self.compression = compression
        notes = PieceStream(compression)
    }

    /// Adds the footnotes of the next document.
    mutating func add(_ document: DocumentNotes, _ inlines: InlinePlan) throws {
        guard !document.isEmpty else { return }
        let first = count
        let fragments = fragments
        try XMLWriter.write(to: { try notes.write($0) }, declaration: false) { xml in
            for note in document.notes {
                xml.element("w:footnote") {
                    xml.attribute("w:id", String(first + note.number))
                    let style = fragments.table.traits(of: .footnote).style
                    fragments.startParagraph(ParagraphPlacement(style: style), xml)
                    xml.raw("<w:r><w:rPr>")
                    xml.value("w:rStyle", fragments.table.sheet.noteReference)
                    xml.raw("</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>")
                    inlines.write(TextPiece.pieces(of: note.block), by: fragments, xml)
                    xml.raw("</w:p>")
                }
            }
        }
        count += document.notes.count
    }

    /// Writes the part.
    consuming func finish(name: String, to package: inout PackageWriter, _ sink: inout some ByteSink) throws {
        try package.begin(name, to: &sink)
        var start = PieceStream(compression)
        try XMLWriter.write(to: { try start.write($0) }, declaration: false) { xml in
            xml.raw(Self.start)
        }
        for piece in try start.finish() { try package.add(piece, to: &sink) }
        for piece in try notes.finish() { try package.add(piece, to: &sink) }
        var end = PieceStream(compression)
        try Array("</w:footnotes>".utf8).withUnsafeBytes { try end.write($0) }
        for piece in try end.finish() { try package.add(piece, to: &sink) }
        try package.end(to: &sink)
    }

    /// The separators, which the settings name.
    private static let start = XMLFragment(
        text: """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:footnotes xmlns:w="\(Namespaces.main)" xmlns:r="\(Namespaces.relationships)">\
            <w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>\
            </w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>\
            <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" \
            w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
            """
    )
}

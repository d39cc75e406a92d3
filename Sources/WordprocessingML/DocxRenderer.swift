public import RenderKit
public import SummaryModel
internal import XMLWriting

/// Makes a .docx (ISO/IEC 29500, transitional) that Word, WPS and LibreOffice open.
///
/// Everything is set by named styles of the style sheet. Characters that XML cannot hold are left out, and each of them
/// is in the report.
public struct DocxRenderer: Renderer {
    /// The name of the format.
    public static let format = "docx"

    /// What the format is.
    public static let summary = LocalizedText(zh: "Word 文档（.docx）", en: "A Word document (.docx).")

    /// A terminal should not get a .docx.
    public static let isBinary = true

    /// Links that are not written, marks of issuing bodies that do not fit their lines, imprints in another place, and tables
    /// of contents without page numbers.
    public static let findings =
        DocumentLinks.findings(in: format) + MarkSize.findings(in: format) + ImprintPlace.findings
        + ContentsWriter.findings + MissingElements.findings(in: format)

    /// Comments.
    public static let options = [
        RendererOption(
            "comments",
            .flag(false),
            LocalizedText(
                zh: "把查出的问题写成批注，附在所指的文字上",
                en: "Whether findings are written as comments at the text that they are about."
            )
        )
    ]

    private let hasComments: Bool

    /// Creates the renderer with the defaults of its options.
    public init() { hasComments = false }

    /// Creates the renderer.
    public init(options: RendererOptions) { hasComments = options[flag: "comments"] ?? false }

    /// Writes `document` into `sink`, which may be a pipe. A large one needs much memory then, unless the sink can leave a
    /// place for what is known only later (``/RenderKit/ByteSink/reserve(_:)``).
    ///
    /// - Throws: What the sink throws, or an error when the document passes 4 GiB.
    public func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        try PreparedDocx(style: style, context: context, hasComments: hasComments)
            .render(document, findings: context.findings, into: &sink)
    }

    /// The renderer with the parts that do not depend on the document made and compressed.
    ///
    /// - Throws: When they cannot be made.
    public func prepared(style: StyleSheet, context: RenderContext) throws -> any PreparedRenderer {
        try PreparedDocx(style: style, context: context, hasComments: hasComments)
    }

    private static let unwritable = UnwritableCharacters(format) { ForbiddenCharacters.offsets(in: $0) }

    /// What is reported of a document besides what the blocks of its text lose.
    static func leaving(_ furniture: PageFurniture, _ notes: DocumentNotes) -> [Edit] {
        var edits = furniture.edits(for: format) { !ForbiddenCharacters.isForbidden($0) }
        guard !notes.isEmpty else { return edits }
        for note in notes.notes { unwritable.append(note.block, to: &edits) }
        return edits + notes.edits(for: format)
    }

    /// Writes only the main part, `word/document.xml`, and does not compress it: what the writing of XML costs can be measured
    /// by it.
    ///
    /// - Throws: What the sink throws.
    public func writeMainPart(of document: Document, style: StyleSheet, into sink: inout some ByteSink) throws {
        let fragments = try FormatFragments(style: style)
        let section = SectionProperties(style: style, header: nil, footers: [])
        let links = DocumentLinks(document)
        let notes = DocumentNotes(links.document)
        let part = DocumentPart(
            notes.text,
            section: section,
            fragments: fragments,
            lists: ListPlan(notes.text.blocks, style.numbering),
            inlines: InlinePlan(links, notes, style)
        )
        try XMLWriter.write(to: { try sink.write($0) }, declaration: false) { xml in
            xml.raw(DocumentPart.start)
            part.write(notes.text.blocks.indices, .body, xml)
            xml.raw(DocumentPart.end)
        }
    }
}

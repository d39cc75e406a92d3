public import RenderKit
public import SummaryModel

/// Makes one HTML file that needs no other: semantic elements, and a style sheet that prints the pages of the .docx.
///
/// It holds no scripts and loads nothing. Every style of the style sheet that the document uses is a class of its name. What
/// stands at the top and the foot of pages stands in the margins of the printed page (CSS Paged Media 3). Characters that
/// HTML cannot hold are left out, and each of them is in the report.
public struct HTMLRenderer: Renderer {
    /// The name of the format.
    public static let format = "html"

    /// What the format is.
    public static let summary = LocalizedText(
        zh: "网页（.html），单个文件，打印的版面与 .docx 相同",
        en: "A web page in one file (.html) that prints like the .docx."
    )

    /// Text may go to a terminal.
    public static let isBinary = false

    /// Links that are not written, and marks of issuing bodies that do not fit their lines.
    public static let findings =
        DocumentLinks.findings(in: format) + MarkSize.findings(in: format) + MissingElements.findings(in: format)

    /// Creates the renderer.
    public init() {}

    /// Writes `document` into `sink` as UTF-8.
    ///
    /// - Throws: What the sink throws.
    public func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        try PreparedHTML(style: style, context: context).render(document, into: &sink)
    }

    /// The renderer with what the style sheet says written as CSS.
    public func prepared(style: StyleSheet, context: RenderContext) throws -> any PreparedRenderer {
        PreparedHTML(style: style, context: context)
    }
}

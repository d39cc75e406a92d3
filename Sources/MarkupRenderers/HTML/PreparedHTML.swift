internal import RenderKit
internal import SummaryModel

/// Writes one page after the other in one style.
struct PreparedHTML: PreparedRenderer {
    private let css: StyleSheetCSS
    private let context: RenderContext

    private static let unwritable = UnwritableCharacters(HTMLRenderer.format) { HTMLCharacters.forbidden(in: $0) }
    /// How many bytes are gathered before the sink gets them.
    private static let chunk = 1 << 16

    init(style: StyleSheet, context: RenderContext) {
        css = StyleSheetCSS(style)
        self.context = context
    }

    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport {
        let links = DocumentLinks(document)
        let notes = DocumentNotes(links.document)
        let document = notes.document
        let furniture = PageFurniture(document)
        var body = HTMLBody(links, notes, css)
        var report = RenderReport(diagnostics: links.refusals(in: HTMLRenderer.format) + body.losses)
        for block in document.blocks where !block.kind.isPageFurniture {
            Self.unwritable.append(block, to: &report.edits)
        }
        report.edits += furniture.edits(for: HTMLRenderer.format) { !HTMLCharacters.isForbidden($0) }
        report.edits += notes.edits(for: HTMLRenderer.format)
        report.edits += body.additions
        head(of: document, furniture, body.usedStyles, into: &body.output)
        while body.writeNext() {
            if body.output.bytes.count >= Self.chunk { try body.output.flush(to: &sink) }
        }
        body.output.raw("</body>\n</html>\n")
        try body.output.flush(to: &sink)
        return report
    }

    private func head(
        of document: Document,
        _ furniture: PageFurniture,
        _ used: UsedStyles,
        into output: inout HTMLOutput
    ) {
        output.raw("<!DOCTYPE html>\n<html")
        output.attribute("lang", css.sheet.language)
        output.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
        output.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\"")
        output.attribute("content", context.application)
        output.raw(">\n")
        if let date = context.date {
            output.raw("<meta name=\"dcterms.created\"")
            output.attribute("content", date)
            output.raw(">\n")
        }
        output.raw("<title>")
        output.plain(title(of: document))
        output.raw("</title>\n<style>\n")
        output.raw(css.text(for: used, furniture))
        if used.holdsLink || used.holdsNote { output.raw(css.links) }
        if used.holdsNote { output.raw(css.notes) }
        output.raw("</style>\n</head>\n<body>\n")
    }

    /// The title of the document or, since a page must have one, the first words of its text, or the name of the program.
    private func title(of document: Document) -> String {
        let title = document.titleLines.joined()
        if !title.isEmpty { return title }
        for block in document.blocks {
            let text = Array(block.shownText.unicodeScalars)[...].trimmed.prefix(40)
            if !text.isEmpty { return text.string }
        }
        return context.application
    }
}

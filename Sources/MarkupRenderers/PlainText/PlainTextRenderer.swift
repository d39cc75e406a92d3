public import RenderKit
public import SummaryModel

/// Makes plain text: each block on a line of its own, with every character that it has and no other.
/// What stands at the top and the foot of pages is left out and reported.
///
/// Read again, the text gives the same blocks. The rows of a table are lines, its cells stand between tabs.
public struct PlainTextRenderer: Renderer {
    /// The name of the format.
    public static let format = "txt"

    /// What the format is.
    public static let summary = LocalizedText(zh: "纯文本（.txt）", en: "Plain text (.txt).")

    /// Text may go to a terminal.
    public static let isBinary = false

    /// Lines of pages, merged cells and links, which the format does not have.
    public static let findings =
        PageFurniture.findings(in: format) + losses.findings + DocumentLinks.losses(in: format)

    private static let losses = BlockLosses(format, lacks: [.mergedCells, .pictures, .pageBreaks])

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
        let furniture = PageFurniture(document)
        var edits: [Edit] = []
        for block in furniture.text.blocks {
            for picture in block.pictures {
                let words = BlockLosses.words(for: picture)
                let offset = block.source?.lowerBound ?? 0
                edits.append(Edit(stage: Self.format, offset: offset, before: "", after: words, reason: "picture"))
                try sink.write(words + "\n")
            }
            if !block.pictures.isEmpty, block.shownText.isEmpty { continue }
            try sink.write(Self.text(of: block) + "\n")
        }
        return RenderReport(
            edits: furniture.edits(for: Self.format) + edits,
            diagnostics: furniture.losses(in: Self.format) + Self.losses.losses(of: document)
                + DocumentLinks(document).losses(in: Self.format)
        )
    }

    private static func text(of block: Block) -> String {
        guard let table = block.table else { return block.shownText }
        var around = block
        around.table = nil
        around.suffix = ""
        let rows = table.rows.map { $0.map(\.content.shownText).joined(separator: "\t") }
        // Blanks before a table stand before its first row; a text has its own line.
        let separator = around.content.isEmpty && around.label == nil ? "" : "\n"
        return around.shownText + separator + rows.joined(separator: "\n") + block.suffix
    }
}

public import RenderKit
public import SummaryModel

/// Makes plain text: each block on a line of its own, with every character that it has and no other.
/// What stands at the top and the foot of pages is left out and reported.
///
/// Read again, the text gives the same blocks. The rows of a table are lines, its cells stand between tabs. By its options
/// lines are wrapped, with blank lines between the blocks, or numbers are left out, which is reported.
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
        + ContentsList.findings(in: format)

    private static let losses = BlockLosses(format, lacks: [.mergedCells, .pictures, .pageBreaks])

    /// Wrapping and numbers.
    public static let options = PlainTextOptions.descriptions

    private let options: PlainTextOptions

    /// Creates the renderer with the defaults of its options.
    public init() { self.init(PlainTextOptions()) }

    /// Creates the renderer.
    public init(options: RendererOptions) { self.init(PlainTextOptions(options)) }

    /// Creates the renderer.
    public init(_ options: PlainTextOptions) { self.options = options }

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
        var isFirst = true
        var offset = 0
        for block in furniture.text.blocks {
            offset = block.source?.lowerBound ?? offset
            var block = block
            if !options.hasNumbers, let label = block.label, Self.hasNumber(block.kind) {
                let before = offset + (block.source == nil ? 0 : block.prefix.utf8.count)
                edits.append(
                    Edit(stage: Self.format, offset: before, before: label.marker, after: "", reason: "number")
                )
                block.label = nil
            }
            // By the blank line a paragraph is told from a line that goes on.
            if options.width != nil, !isFirst { try sink.write("\n") }
            isFirst = false
            for picture in block.pictures {
                let words = BlockLosses.words(for: picture)
                edits.append(Edit(stage: Self.format, offset: offset, before: "", after: words, reason: "picture"))
                try sink.write(words + "\n")
            }
            if !block.pictures.isEmpty, block.shownText.isEmpty { continue }
            guard let width = options.width else {
                try sink.write(Self.text(of: block) + "\n")
                continue
            }
            let isWrapped = block.table == nil && Self.isWrapped(block.kind)
            let lines = isWrapped ? LineWrap(width: width).lines(of: Self.text(of: block)) : [Self.text(of: block)]
            try sink.write(lines.joined(separator: "\n") + "\n")
        }
        return RenderReport(
            edits: edits + furniture.edits(for: Self.format),
            diagnostics: furniture.losses(in: Self.format) + Self.losses.losses(of: document)
                + DocumentLinks(document).losses(in: Self.format)
                + ContentsList.losses(of: document, style, in: Self.format)
        )
    }

    /// Whether the marker of such a block is a number, and not a word of its text as in 一是.
    private static func hasNumber(_ kind: BlockKind) -> Bool {
        kind.headingLevel != nil || kind == .part || kind == .listItem
    }

    /// Whether a block is text that runs on; the lines of a title, of a head and the like stand as they are.
    private static func isWrapped(_ kind: BlockKind) -> Bool {
        switch kind {
        case .lead, .part, .heading1, .heading2, .heading3, .heading4, .heading5, .point, .paragraph, .listItem,
            .closing, .footnote, .copies:
            true
        default: false
        }
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

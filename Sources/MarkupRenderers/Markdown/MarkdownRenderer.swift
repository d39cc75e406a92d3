public import RenderKit
public import SummaryModel

/// Makes Markdown (CommonMark with the tables of GFM): the title under `#`, 一、 under `##` and so on, with the markers
/// of the draft. The phrase of a heading that text runs on after is bold.
/// What stands at the top and the foot of pages is left out and reported. What the document says about itself is the front
/// matter.
public struct MarkdownRenderer: Renderer {
    /// The name of the format.
    public static let format = "md"

    /// What the format is.
    public static let summary = LocalizedText(zh: "Markdown（.md）", en: "Markdown (.md).")

    /// Text may go to a terminal.
    public static let isBinary = false

    /// Lines of pages and merged cells, which the format does not have, links that are not written, and facts about the document.
    public static let findings =
        PageFurniture.findings(in: format) + losses.findings + DocumentLinks.findings(in: format)
        + ContentsList.findings(in: format) + [
            FindingDescription(
                "md.metadata",
                .info,
                LocalizedText(zh: "没有写入的文档信息", en: "A fact about the document that was left out.")
            )
        ]

    private static let losses = BlockLosses(format, lacks: [.mergedCells, .pictureSizes])

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
        let frontMatter = WrittenFrontMatter(document.metadata)
        try sink.write(frontMatter.text)
        var isFirst = frontMatter.text.isEmpty
        let pages = MarkdownPages()
        let pictures = MarkdownPictures(document)
        let links = DocumentLinks(document)
        let furniture = PageFurniture(links.document)
        let text = furniture.text
        let notes = MarkdownNotes(text)
        let starts = Set(text.furtherStarts)
        for (index, block) in text.blocks.enumerated() {
            if !isFirst { try sink.write("\n") }
            // By the rule a further document is told from a chapter when the file is read again.
            if starts.contains(index) { try sink.write("---\n\n") }
            try sink.write(pages.before(index, of: text.blocks))
            if !block.pictures.isEmpty { try sink.write(pictures.text(of: block)) }
            try sink.write(notes.restored(Self.markdown(of: block, lead: style.leadSentenceLength(of: block))) + "\n")
            isFirst = false
        }
        try sink.write(pages.end(of: text.blocks))
        return RenderReport(
            edits: furniture.edits(for: Self.format),
            diagnostics: furniture.losses(in: Self.format) + Self.losses.losses(of: document)
                + links.refusals(in: Self.format) + ContentsList.losses(of: document, style, in: Self.format)
                + frontMatter.lost.map(Self.metadata)
        )
    }

    private static func metadata(_ name: String) -> Diagnostic {
        Diagnostic(
            id: "md.metadata",
            severity: .info,
            message: LocalizedText(
                zh: "Markdown 的文首信息不能有“\(name)”这一项，没有写入；需要时请输出 json",
                en: "the front matter of Markdown cannot hold '\(name)', so it was left out; render json to have it"
            )
        )
    }

    /// - Parameter lead: The length of the first sentence, with the marker, when that is set apart; otherwise 0.
    static func markdown(of block: Block, lead: Int = 0) -> String {
        if let table = block.table, !table.rows.isEmpty {
            var around = block
            around.table = nil
            around.suffix = ""
            let before = around.shownText.isEmpty ? "" : paragraph(text(of: around)) + "\n\n"
            let after = block.suffix.isEmpty ? "" : "\n\n" + paragraph(MarkdownText.escaped(block.suffix))
            return before + MarkdownText.table(table) + after
        }
        switch block.kind {
        case .formula:
            // It is Markdown already.
            return block.shownText
        case .footnote: return MarkdownNotes.markdown(of: block)
        case .title, .part:
            return heading(block.kind == .title ? 1 : 2, block)
        case .listItem:
            return listItem(block)
        default:
            guard let level = block.kind.headingLevel, !block.isItem else {
                return paragraph(text(of: block, lead: lead))
            }
            if block.body == nil { return heading(level + 1, block) }
            return paragraph(text(of: block))
        }
    }

    private static func heading(_ level: Int, _ block: Block) -> String {
        var block = block
        var name = ""
        if let named = MarkdownInlines.heading(block.content) {
            block.content = named.phrase
            name = " {#\(named.name)}"
        }
        // A heading ends with its line.
        let line = text(of: block).split(separator: "\n").joined(separator: " ")
        let text = MarkdownText.guardingStart(MarkdownText.trimmed(line))
        return String(repeating: "#", count: level) + " " + text + name
    }

    private static func paragraph(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { MarkdownText.guardingStart(MarkdownText.trimmed(String($0))) }
            .filter { !$0.isEmpty }
        // A backslash at the end of a line breaks it.
        return lines.joined(separator: "\\\n")
    }

    private static let bullets = Set("•●◆■▪◇○▲►➢➤√✓※◎▶☆–".unicodeScalars)

    private static func listItem(_ block: Block) -> String {
        let text = MarkdownText.trimmed(text(of: block)).split(separator: "\n").joined(separator: " ")
        if let first = text.split(separator: " ").first {
            // A bullet of the document says enough; with another sign before it, both would be read.
            if let sign = first.unicodeScalars.first, bullets.contains(sign) { return text }
            // A sign in front is one of Markdown's own, escaped or not.
            switch first {
            case "-", "+": return text
            case "\\*": return String(text.dropFirst())
            default: break
            }
            if first.last == ".", first.dropLast().allSatisfy(\.isNumber), first.count > 1 { return text }
        }
        // The sign alone would be read as text.
        return text.isEmpty ? "" : "- " + MarkdownText.guardingStart(text)
    }

    /// All text of a block but its table, escaped, with the phrase of a run-in heading, or the first sentence, in bold.
    private static func text(of block: Block, lead: Int = 0) -> String {
        let marker = block.label?.marker ?? ""
        let phrase = MarkdownText.escaped(marker) + MarkdownInlines.text(block.content)
        var text = MarkdownText.escaped(block.prefix)
        if lead > 0 {
            // Marks that end bold text are none between a stop and a character.
            let stop = "。".utf8.count
            let (head, tail) = block.content(toEndOf: lead - stop)
            let shown = marker + MarkdownText.joined(head) + (head.last?.link == nil ? "" : ")")
            if MarkdownText.canBeBold(shown, before: tail.shownText.first) {
                text += "**\(MarkdownText.escaped(marker))\(MarkdownInlines.text(head))**\(MarkdownInlines.text(tail))"
                return text + MarkdownText.escaped(block.suffix)
            }
        }
        let isRunIn = block.body != nil && block.kind.headingLevel != nil && !block.isItem
        let next = (block.terminator + (block.body ?? []).shownText).first
        // A link ends with a bracket.
        let shown = marker + MarkdownText.joined(block.content) + (block.content.last?.link == nil ? "" : ")")
        if isRunIn, MarkdownText.canBeBold(shown, before: next) {
            text += "**\(phrase)**"
        } else {
            text += phrase
        }
        text += MarkdownText.escaped(block.terminator)
        text += MarkdownInlines.text(block.body ?? [])
        return text + MarkdownText.escaped(block.suffix)
    }
}

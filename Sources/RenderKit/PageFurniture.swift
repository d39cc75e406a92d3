public import SummaryModel

/// What stands at the top and at the foot of every page, told apart from the text that flows.
///
/// Page furniture does not count as text that an output shows. So that the record of changes still adds up, a renderer
/// that shows it on the pages, or cannot show it at all, returns ``edits(for:isWritable:)``, by which it leaves the text.
public struct PageFurniture: Sendable {
    /// The lines at the top of every page.
    public let header: [Block]
    /// The lines at the foot of every page.
    public let footer: [Block]
    /// The document without them.
    public let text: Document
    /// The end of what was read from the draft, as a UTF-8 offset.
    private let end: Int

    /// Takes a document apart.
    public init(_ document: Document) {
        header = document.blocks.filter { $0.kind == .header }
        footer = document.blocks.filter { $0.kind == .footer }
        guard !header.isEmpty || !footer.isEmpty else {
            text = document
            end = 0
            return
        }
        var rest = document
        rest.blocks.removeAll { $0.kind.isPageFurniture }
        text = rest
        end = document.blocks.reduce(0) { max($0, $1.source?.upperBound ?? 0) }
    }

    /// The edits by which the furniture leaves the text of an output.
    ///
    /// - Parameters:
    ///   - format: The name of the output format.
    ///   - isWritable: Whether the format can hold a character; one that it cannot hold has an edit of its own.
    public func edits(for format: String, isWritable: (Unicode.Scalar) -> Bool = { _ in true }) -> [Edit] {
        (header + footer).compactMap { block in
            let shown = block.shownText.unicodeScalars.filter(isWritable)
            guard !shown.isEmpty else { return nil }
            return Edit(
                stage: format,
                offset: block.source?.lowerBound ?? (block.kind == .header ? 0 : end),
                before: String(String.UnicodeScalarView(shown)),
                after: "",
                reason: "page-furniture"
            )
        }
    }

    /// What ``losses(in:)`` may report.
    public static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).page-furniture",
                .info,
                LocalizedText(zh: "没有写入的页眉或页脚", en: "A header or footer that was left out.")
            )
        ]
    }

    /// Findings for a format without pages, one for each line that it leaves out.
    public func losses(in format: String) -> [Diagnostic] {
        (header + footer).map { block in
            let isHeader = block.kind == .header
            return Diagnostic(
                id: "\(format).page-furniture",
                severity: .info,
                message: LocalizedText(
                    zh: "\(format) 没有页面，\(isHeader ? "页眉" : "页脚")“\(block.shownText)”没有写入；需要时请输出 docx",
                    en:
                        "\(format) has no pages, so the \(isHeader ? "header" : "footer") '\(block.shownText)' was left out; render docx to have it"
                ),
                anchor: Diagnostic.Anchor(block.id)
            )
        }
    }
}

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
    private let document: Document

    /// Takes a document apart.
    public init(_ document: Document) {
        self.document = document
        // A loop over indices does not copy the blocks.
        var (header, footer): ([Block], [Block]) = ([], [])
        for index in document.blocks.indices {
            switch document.blocks[index].kind {
            case .header: header.append(document.blocks[index])
            case .footer: footer.append(document.blocks[index])
            default: continue
            }
        }
        (self.header, self.footer) = (header, footer)
    }

    /// The document without them.
    public var text: Document {
        guard !header.isEmpty || !footer.isEmpty else { return document }
        var rest = document
        rest.blocks.removeAll { $0.kind.isPageFurniture }
        return rest
    }

    /// The edits by which the furniture leaves the text of an output.
    ///
    /// - Parameters:
    ///   - format: The name of the output format.
    ///   - isWritable: Whether the format can hold a character; one that it cannot hold has an edit of its own.
    public func edits(for format: String, isWritable: (Unicode.Scalar) -> Bool = { _ in true }) -> [Edit] {
        guard !header.isEmpty || !footer.isEmpty else { return [] }
        // The end of what was read from the draft.
        let end = document.blocks.reduce(0) { max($0, $1.source?.upperBound ?? 0) }
        return (header + footer).compactMap { block in
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

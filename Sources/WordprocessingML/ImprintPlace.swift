internal import RenderKit
internal import SummaryModel

/// Where the imprint stands: at the foot of the last page (GB/T 9704-2012, 7.4.1), or below the text where footnotes stand at
/// the foot of pages.
enum ImprintPlace {
    static let findings = [
        FindingDescription(
            "docx.imprint-below-text",
            .warning,
            LocalizedText(
                zh: "文中有脚注，版记排在正文之后",
                en: "The imprint stands below the text, since the document has footnotes."
            ),
            source: "GB/T 9704-2012 7.4.1"
        )
    ]

    /// Whether the imprint of a document stands at the foot: what floats there would cover footnotes.
    static func isAtFoot(_ style: ImprintStyle, hasNotes: Bool) -> Bool { style.isAtFoot && !hasNotes }

    /// The finding about the imprints of a document that cannot stand at the foot.
    static func losses(of layout: BlockLayout, hasNotes: Bool) -> [Diagnostic] {
        guard hasNotes, layout.table.sheet.imprint?.isAtFoot == true, let imprint = layout.imprints.first else {
            return []
        }
        return [
            Diagnostic(
                id: "docx.imprint-below-text",
                severity: .warning,
                message: LocalizedText(
                    zh: "文中有脚注，版记排在正文之后，不在版心下边缘；正式公文一般不用脚注，可改为文中说明",
                    en:
                        "the document has footnotes, so the imprint stands below the text and not at the foot of the page; issued documents do without footnotes"
                ),
                anchor: .init(layout.blocks[imprint.lowerBound].id),
                source: "GB/T 9704-2012 7.4.1"
            )
        ]
    }
}

package import SummaryModel

/// What a style sheet expects of a document and the document does not have.
package enum MissingElements {
    /// What ``losses(of:in:)`` may report.
    package static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).missing-element",
                .warning,
                LocalizedText(
                    zh: "样式要求的公文要素，文中没有",
                    en: "An element that the style sheet expects and the document lacks."
                ),
                source: source
            )
        ]
    }

    /// A finding for each element that a document of the file lacks. A document without text lacks none.
    package static func losses(of layout: BlockLayout, in format: String) -> [Diagnostic] {
        let expected = layout.table.sheet.expectedElements
        guard !expected.isEmpty else { return [] }
        let starts = [0] + layout.furtherStarts.sorted()
        return zip(starts, starts.dropFirst() + [layout.blocks.count]).flatMap { start, end -> [Diagnostic] in
            let first = layout.text(from: start)
            guard first < end else { return [] }
            let present = Set((first..<end).compactMap { element(of: layout.blocks[$0]) })
            return ExpectedElement.allCases.filter { expected.contains($0) && !present.contains($0) }.map {
                finding(of: $0, layout.blocks[first], layout.table.sheet, format)
            }
        }
    }

    private static func element(of block: Block) -> ExpectedElement? {
        switch block.kind {
        case .issuerHead: HeadLine(block.content.shownText) == .mark ? .issuer : nil
        case .documentNumber: .number
        case .title: .title
        case .salutation: .recipient
        case .signature: .signature
        case .date: .date
        case .copies: .copies
        case .imprint: .printer
        default: nil
        }
    }

    private static func finding(
        of element: ExpectedElement,
        _ block: Block,
        _ sheet: StyleSheet,
        _ format: String
    ) -> Diagnostic {
        let term = element.term
        return Diagnostic(
            id: "\(format).missing-element",
            severity: .warning,
            message: LocalizedText(
                zh: "按样式 \(sheet.name) 印发的公文要有\(term)，文中没有；请补在文中，或用 --set \(term)=… 给出",
                en:
                    "the style \(sheet.name) expects \(element.rawValue) (\(term)), which the document lacks; write it into the draft, or give it by --set \(term)=…"
            ),
            anchor: .init(block.id),
            source: source
        )
    }

    private static let source = "GB/T 9704-2012 7.1"
}

extension ExpectedElement {
    /// The name in the standard.
    fileprivate var term: String {
        switch self {
        case .issuer: "发文机关标志"
        case .number: "发文字号"
        case .title: "标题"
        case .recipient: "主送机关"
        case .signature: "署名"
        case .date: "成文日期"
        case .copies: "抄送"
        case .printer: "印发机关"
        }
    }
}

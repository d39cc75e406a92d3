internal import RenderKit
internal import SummaryModel

/// What stands at the right edge of a line of a head or an imprint: who signs for issue beside the document number, and the
/// printing date beside who prints it (GB/T 9704-2012, 7.2.6 and 7.4.3).
struct BesideText {
    /// The text at the left.
    let before: String
    /// The text at the right, with the blank in front of it.
    let text: String

    /// `nil` when nothing stands there.
    init?(_ block: Block) {
        guard block.label == nil, block.body == nil, block.terminator.isEmpty, block.content.count == 1,
            case .text = block.content[0].content,
            block.content[0] == .text(block.content[0].shownText, source: block.content[0].source)
        else { return nil }
        let shown = block.shownText
        let start: String.Index?
        switch block.kind {
        case .documentNumber, .issuerHead: start = shown.firstRange(of: "签发人")?.lowerBound
        case .imprint: start = ImprintLine.dateAtEnd(of: shown).flatMap { shown.range(ofLast: $0.text) }
        default: return nil
        }
        guard let start, start > shown.startIndex else { return nil }
        let blanks = shown[..<start].lastIndex { !$0.isWhitespace }.map { shown.index(after: $0) }
        guard let blanks, blanks < start else { return nil }
        before = String(shown[..<blanks])
        text = String(shown[blanks...])
    }
}

extension String {
    /// Where `text` stands last.
    fileprivate func range(ofLast text: String) -> String.Index? { ranges(of: text).last?.lowerBound }
}

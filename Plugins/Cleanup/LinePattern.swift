internal import StageKit
internal import SummaryModel

/// Which lines of a draft a configuration means: by number (`4`, `7-9`) or by what stands in them.
struct LinePattern: Sendable, Hashable {
    private enum Form: Hashable {
        case lines(ClosedRange<Int>)
        /// The pieces between the `*` of a pattern, which stand for anything; one piece alone may stand anywhere.
        case text([[Unicode.Scalar]])
    }

    private let form: Form

    /// Creates a pattern; digits with or without a hyphen are line numbers.
    init(_ text: String) {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        if let first = ends[0], first >= 1, let last = ends.count == 2 ? ends[1] : first, last >= first {
            form = .lines(first...last)
        } else {
            form = .text(
                text.split(separator: "*", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
            )
        }
    }

    /// Whether the pattern means this block.
    func matches(_ block: Block, in context: StageContext) -> Bool {
        switch form {
        case .lines(let range): context.lines(of: block)?.overlaps(range) == true
        case .text(let pieces): Self.matches(Array(block.shownText.unicodeScalars)[...].trimmed, pieces)
        }
    }

    private static func matches(_ text: Scalars, _ pieces: [[Unicode.Scalar]]) -> Bool {
        guard let first = pieces.first, let last = pieces.last else { return false }
        guard pieces.count > 1 else { return !first.isEmpty && text.firstRange(of: first) != nil }
        guard text.count >= first.count + last.count, text.starts(with: first),
            text.suffix(last.count).elementsEqual(last)
        else { return false }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}

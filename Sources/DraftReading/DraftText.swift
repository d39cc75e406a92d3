internal import ReadKit
internal import SummaryModel

/// The text of a draft without the syntax of its format.
struct DraftText {
    let source: SourceText
    private let syntax: [SourceRange]

    init(_ draft: Draft) {
        source = draft.source
        syntax = draft.syntax
    }

    /// Whether there is no syntax, so that every range is one piece.
    var isPlain: Bool { syntax.isEmpty }

    /// What `range` shows, with the way back to the draft.
    func text(of range: SourceRange) -> PiecedText {
        guard !isPlain else { return PiecedText(range, in: source) }
        let pieces = pieces(of: range)
        return PiecedText(pieces.first, Array(pieces.dropFirst()), in: source)
    }

    /// The parts of `range` between the pieces of syntax in it.
    func pieces(of range: SourceRange) -> [SourceRange] {
        guard !syntax.isEmpty else { return [range] }
        var pieces: [SourceRange] = []
        var start = range.lowerBound
        for mark in syntax[firstSyntax(endingAfter: range.lowerBound)...] {
            guard mark.lowerBound < range.upperBound else { break }
            if mark.lowerBound > start { pieces.append(SourceRange(start, mark.lowerBound)) }
            start = max(start, mark.upperBound)
        }
        if start < range.upperBound { pieces.append(SourceRange(start, range.upperBound)) }
        return pieces
    }

    /// What `range` shows.
    func string(_ range: SourceRange) -> String {
        guard range.count > 0 else { return "" }
        guard !syntax.isEmpty else { return source[range] }
        return pieces(of: range).reduce(into: "") { $0 += source[$1] }
    }

    /// Every piece of syntax, as edits.
    var edits: [Edit] {
        syntax.map {
            Edit(stage: "reading", offset: $0.lowerBound, before: source[$0], after: "", reason: "syntax")
        }
    }

    private func firstSyntax(endingAfter offset: Int) -> Int {
        var low = 0
        var high = syntax.count
        while low < high {
            let middle = (low + high) / 2
            if syntax[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

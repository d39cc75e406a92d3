internal import SummaryModel

/// The text of a line, joined from its pieces, with the way back to the draft for each character.
struct PiecedText {
    private let pieces: [SourceRange]
    /// The characters.
    let characters: [Unicode.Scalar]
    /// The number of the first character of each piece.
    private let starts: [Int]
    private let source: SourceText

    init(_ pieces: [SourceRange], in source: SourceText) {
        self.pieces = pieces
        self.source = source
        guard pieces.count != 1 else {
            characters = source.scalars(pieces[0])
            starts = [0]
            return
        }
        var characters: [Unicode.Scalar] = []
        var starts: [Int] = []
        for piece in pieces {
            starts.append(characters.count)
            characters += source.scalars(piece)
        }
        self.characters = characters
        self.starts = starts
    }

    var count: Int { characters.count }
    /// Where the first piece begins in the draft.
    var start: Int { pieces.first?.lowerBound ?? 0 }
    /// Where the last piece ends in the draft.
    var end: Int { pieces.last?.upperBound ?? 0 }

    /// The characters from `lower` to `upper` as text.
    func string(_ lower: Int, _ upper: Int) -> String { characters[lower..<upper].string }

    /// The place in the draft of the character `index`.
    func offset(of index: Int) -> Int {
        // The nearer end of the text is the quicker one to count from.
        if starts.count == 1, index > characters.count / 2 { return pieces[0].upperBound - characters[index...].utf8Count }
        let piece = starts.lastIndex { $0 <= index } ?? 0
        return pieces[piece].lowerBound + characters[starts[piece]..<index].utf8Count
    }

    /// The place in the draft after the character `index`.
    func offset(after index: Int) -> Int { offset(of: index) + characters[index...index].utf8Count }

    /// The characters from `lower` to `upper` as pieces with their ranges.
    func inlines(_ lower: Int, _ upper: Int) -> [Inline] {
        var inlines: [Inline] = []
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : characters.count
            let (from, to) = (max(lower, start), min(upper, end))
            guard from < to else { continue }
            let offset = pieces[number].lowerBound + characters[start..<from].utf8Count
            let range = SourceRange(offset, to == end ? pieces[number].upperBound : offset + characters[from..<to].utf8Count)
            inlines.append(.text(source[range], source: range))
        }
        return inlines
    }

    /// The same without blanks at either end.
    func trimmedInlines(_ lower: Int, _ upper: Int) -> [Inline] {
        let part = characters[lower..<upper].trimmed
        return inlines(part.startIndex, part.endIndex)
    }
}

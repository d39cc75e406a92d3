internal import SummaryModel

/// The text of a line, joined from its pieces, with the way back to the draft for each character.
struct PiecedText {
    /// The first piece; `nil` where there is none.
    private let first: SourceRange?
    /// The others.
    private let further: [SourceRange]
    /// The characters.
    let characters: [Unicode.Scalar]
    /// The number of the first character of each of the other pieces.
    private let furtherStarts: [Int]
    private let source: SourceText

    init(_ first: SourceRange?, _ further: [SourceRange] = [], in source: SourceText) {
        self.first = first
        self.further = further
        self.source = source
        var characters = first.map { source.scalars($0) } ?? []
        var starts: [Int] = []
        for piece in further {
            starts.append(characters.count)
            characters += source.scalars(piece)
        }
        self.characters = characters
        furtherStarts = starts
    }

    var count: Int { characters.count }
    /// Where the first piece begins in the draft.
    var start: Int { first?.lowerBound ?? 0 }
    /// Where the last piece ends in the draft.
    var end: Int { further.last?.upperBound ?? first?.upperBound ?? 0 }

    /// The characters from `lower` to `upper` as text.
    func string(_ lower: Int, _ upper: Int) -> String { characters[lower..<upper].string }

    /// The place in the draft of the character `index`.
    func offset(of index: Int) -> Int {
        guard let piece = furtherStarts.lastIndex(where: { $0 <= index }) else {
            // The nearer end of the text is the quicker one to count from.
            if further.isEmpty, index > characters.count / 2 { return end - characters[index...].utf8Count }
            return start + characters[..<index].utf8Count
        }
        return further[piece].lowerBound + characters[furtherStarts[piece]..<index].utf8Count
    }

    /// The place in the draft after the character `index`.
    func offset(after index: Int) -> Int { offset(of: index) + characters[index...index].utf8Count }

    /// The characters from `lower` to `upper` as pieces with their ranges.
    func inlines(_ lower: Int, _ upper: Int) -> [Inline] {
        var inlines: [Inline] = []
        func add(_ piece: SourceRange, _ start: Int, _ end: Int) {
            let (from, to) = (max(lower, start), min(upper, end))
            guard from < to else { return }
            let offset = piece.lowerBound + characters[start..<from].utf8Count
            let range = SourceRange(
                offset,
                to == end ? piece.upperBound : offset + characters[from..<to].utf8Count
            )
            inlines.append(.text(source[range], source: range))
        }
        if let first { add(first, 0, furtherStarts.first ?? characters.count) }
        for (number, piece) in further.enumerated() {
            add(
                piece,
                furtherStarts[number],
                number + 1 < further.count ? furtherStarts[number + 1] : characters.count
            )
        }
        return inlines
    }

    /// The same without blanks at either end.
    func trimmedInlines(_ lower: Int, _ upper: Int) -> [Inline] {
        let part = characters[lower..<upper].trimmed
        return inlines(part.startIndex, part.endIndex)
    }
}

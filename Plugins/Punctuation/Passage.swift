internal import StageKit
internal import SummaryModel

/// One text that belongs together, with what the rules need to know of it.
struct Passage: Sendable {
    /// The characters of the whole block.
    let text: [Unicode.Scalar]
    /// The characters of this text.
    let range: Range<Int>
    /// What the block is.
    let kind: BlockKind
    /// Whether the text is the marker of a number.
    let isMarker: Bool
    /// Whether the text is a cell of a table.
    let isCell: Bool
    /// Whether the text is a paragraph that has to end in the mark of a sentence.
    let mayLackStop: Bool
    /// The stop after the phrase of a heading; empty when there is none.
    let terminator: Range<Int>
    /// Which marks belong together.
    let pairs: MarkPairs
    private let exempt: ExemptSpans

    /// The texts of a block.
    ///
    /// - Parameter mayLackStop: Whether the block is a paragraph that has to end in the mark of a sentence.
    static func all(in block: Block, _ row: BlockText, mayLackStop: Bool) -> [Passage] {
        let gaps = row.stretches.filter(\.isPlaceholder).map(\.range)
        let terminator = row.stretches.first { $0.part == .terminator }?.range ?? 0..<0
        var passages: [Passage] = []
        var next = 0
        for range in row.passages {
            let first = next
            while next < gaps.count, gaps[next].upperBound <= range.upperBound { next += 1 }
            passages.append(
                Passage(
                    row.scalars,
                    range,
                    block,
                    Array(gaps[first..<next]),
                    terminator: terminator,
                    mayLackStop: mayLackStop
                )
            )
        }
        if !row.marker.isEmpty {
            passages.insert(Passage(row.scalars, row.marker, block, [], terminator: 0..<0, isMarker: true), at: 0)
        }
        return passages
    }

    private init(
        _ text: [Unicode.Scalar],
        _ range: Range<Int>,
        _ block: Block,
        _ gaps: [Range<Int>],
        terminator: Range<Int>,
        isMarker: Bool = false,
        mayLackStop: Bool = false
    ) {
        self.text = text
        self.range = range
        self.terminator = terminator
        self.isMarker = isMarker
        self.mayLackStop = mayLackStop
        kind = block.kind
        isCell = block.table != nil
        let exempt = ExemptSpans(text, range, gaps: gaps)
        self.exempt = exempt
        pairs = MarkPairs(text, range) { exempt[$0] }
    }

    /// Whether no rule may change the character.
    func isExempt(_ index: Int) -> Bool { exempt[index] }

    /// The character directly before an index.
    func before(_ index: Int) -> Unicode.Scalar? { index > range.lowerBound ? text[index - 1] : nil }

    /// The character directly at or after an index.
    func at(_ index: Int) -> Unicode.Scalar? { index < range.upperBound ? text[index] : nil }

    /// The characters with the blanks on either side.
    func withBlanks(_ inner: Range<Int>) -> Range<Int> {
        var (start, end) = (inner.lowerBound, inner.upperBound)
        while start > range.lowerBound, text[start - 1].isBlank { start -= 1 }
        while end < range.upperBound, text[end].isBlank { end += 1 }
        return start..<end
    }

    /// Whether the text at an index is Chinese: a Han character, a Chinese mark or a gap.
    func isChinese(_ index: Int) -> Bool {
        guard range.contains(index) else { return false }
        return text[index].isChinese || exempt.isGap(index)
    }

    /// Whether `text` stands at an index.
    func starts(_ index: Int, with words: String) -> Bool {
        index <= range.upperBound && text[index..<range.upperBound].starts(with: words)
    }

    func string(_ range: Range<Int>) -> String { text[range].string }
}

internal import SummaryModel

/// Turns characters of a text into places in the draft, from left to right.
struct ByteCounter {
    private let text: [Unicode.Scalar]
    private var index: Int
    private var place: Int?

    init(_ text: [Unicode.Scalar], from start: Int, source: SourceRange?) {
        self.text = text
        index = start
        place = source?.lowerBound
    }

    /// The place of `range`, which does not begin before the end of the one asked for last.
    mutating func source(of range: Range<Int>) -> SourceRange? {
        guard let known = place else { return nil }
        let lower = known + text[index..<range.lowerBound].utf8Count
        let upper = lower + text[range].utf8Count
        (index, place) = (range.upperBound, upper)
        return SourceRange(lower, upper)
    }
}

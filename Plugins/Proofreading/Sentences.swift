internal import SummaryModel

/// The sentences of a passage, each with the mark that ends it.
struct Sentences: Sequence {
    private let text: Scalars
    private let stops: Set<Unicode.Scalar>

    /// Creates the sequence.
    ///
    /// - Parameter stops: The marks that end a sentence.
    init(_ text: Scalars, stops: String = "。！？") {
        self.text = text
        self.stops = Set(stops.unicodeScalars)
    }

    func makeIterator() -> AnyIterator<Range<Int>> {
        var start = text.startIndex
        return AnyIterator {
            guard start < text.endIndex else { return nil }
            var end = start
            while end < text.endIndex, !stops.contains(text[end]) { end += 1 }
            // The mark, and a quotation mark or bracket that closes after it.
            while end < text.endIndex, stops.contains(text[end]) || "”’）》".unicodeScalars.contains(text[end]) {
                end += 1
            }
            defer { start = end }
            return start..<end
        }
    }
}

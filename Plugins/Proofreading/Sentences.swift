internal import SummaryModel

/// The sentences of a passage, each with the mark that ends it.
struct Sentences: Sequence, IteratorProtocol {
    private let text: Scalars
    private let stops: ScalarSet
    private var start: Int

    /// The marks that end a sentence.
    static let full = ScalarSet("。！？")
    /// The marks that end a clause which is read by itself.
    static let clauses = ScalarSet("。！？；：")
    /// What closes after the mark.
    private static let closing = ScalarSet("”’）》")

    /// Creates the sequence.
    ///
    /// - Parameter stops: The marks that end a sentence.
    init(_ text: Scalars, stops: ScalarSet = full) {
        self.text = text
        self.stops = stops
        start = text.startIndex
    }

    mutating func next() -> Range<Int>? {
        guard start < text.endIndex else { return nil }
        var end = stops.firstIndex(in: text, from: start)
        while end < text.endIndex, stops.contains(text[end]) || Self.closing.contains(text[end]) { end += 1 }
        defer { start = end }
        return start..<end
    }
}

internal import SummaryModel

/// A text that is put together piece by piece.
struct FilledText {
    /// The pieces so far; none is an empty text.
    private(set) var inlines: [Inline] = []
    /// The last characters so far.
    private(set) var tail: Scalars = []

    private static let reach = 16

    /// Adds a piece.
    ///
    /// - Parameter offset: The UTF-8 offset of the end so far, which moves on.
    mutating func add(_ inline: Inline, at offset: inout Int) {
        if inline.content == .text("") { return }
        inlines.append(inline)
        let text = inline.shownText
        offset += text.utf8.count
        let end = text.unicodeScalars.suffix(Self.reach)
        tail = Array(tail.suffix(Self.reach) + end)[...]
    }
}

/// How a title is broken into lines (GB/T 9704-2012, 7.3.1). Its type is that of the style of the kind `title`.
public struct TitleStyle: Sendable, Hashable {
    /// How many full-width characters a line holds.
    public var charactersPerLine: Int
    /// Whether a long title that the draft gives on one line is broken at word boundaries.
    public var breaksLines: Bool

    /// Creates a style.
    public init(charactersPerLine: Int, breaksLines: Bool) {
        self.charactersPerLine = charactersPerLine
        self.breaksLines = breaksLines
    }
}

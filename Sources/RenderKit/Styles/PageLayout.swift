/// The page: its paper, its margins, and the grid of lines and characters (GB/T 9704-2012, 5.1 and 5.2).
public struct PageLayout: Sendable, Hashable {
    /// What brings the characters of a page to their places.
    public enum Grid: String, Sendable, Hashable, CaseIterable {
        /// A grid of lines; as many characters as the standard wants stand on a line because the styles condense their text. It
        /// looks the same in every program.
        case condensed
        /// Word's grid of lines and characters. LibreOffice does not draw a character that is wider than its place as Word
        /// does: about half as many stand on a line.
        case word
        /// No grid: lines stand where the styles put them.
        case none
    }

    /// The width of the paper.
    public var width: Length
    /// The height of the paper.
    public var height: Length
    /// The margin above the text (天头).
    public var top: Length
    /// The margin below the text.
    public var bottom: Length
    /// The margin left of the text (订口).
    public var left: Length
    /// The margin right of the text.
    public var right: Length
    /// From the upper edge of the paper to the header.
    public var header: Length
    /// From the lower edge of the paper to the lower edge of the footer.
    public var footer: Length
    /// From line to line.
    public var linePitch: Length
    /// How many lines a page holds.
    public var linesPerPage: Int
    /// How many characters of the body size a line holds.
    public var charactersPerLine: Int
    /// What brings characters to their places.
    public var grid: Grid

    /// Creates a page.
    public init(
        width: Length,
        height: Length,
        top: Length,
        bottom: Length,
        left: Length,
        right: Length,
        header: Length,
        footer: Length,
        linePitch: Length,
        linesPerPage: Int,
        charactersPerLine: Int,
        grid: Grid = .condensed
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
        self.header = header
        self.footer = footer
        self.linePitch = linePitch
        self.linesPerPage = linesPerPage
        self.charactersPerLine = charactersPerLine
        self.grid = grid
    }

    /// The width of the text.
    public var textWidth: Length { Length(twips: width.twips - left.twips - right.twips) }

    /// The height of the text.
    public var textHeight: Length { Length(twips: height.twips - top.twips - bottom.twips) }
}

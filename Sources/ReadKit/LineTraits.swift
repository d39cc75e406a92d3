public import SummaryModel

/// What a file says about one line by other means than its text: by a style, a tag, a mark of Markdown.
///
/// It is evidence, not a verdict: offices misuse styles, and the text wins where both disagree.
public struct LineTraits: Sendable, Hashable {
    /// Where a line is set between the margins.
    public enum Alignment: Sendable, Hashable {
        case centre, end
    }

    /// What the file says the line is: a title, a subtitle, an item of a list, a row of a table, a footnote. Headings
    /// are told by ``outlineLevel``.
    public var kind: BlockKind?
    /// Whether the file was made by this program, or names the kind by a style of this program, so that ``kind`` is
    /// certain.
    public var isCertain = false
    /// The outline level that the file gives the line, from 1 (`#`, `<h1>`, `Heading 1`).
    public var outlineLevel: Int?
    /// Whether the line goes on in the paragraph of the line before it: after a forced line break, or where the text was
    /// wrapped.
    public var continuesParagraph = false
    /// Where the line is set, when it is not at the start.
    public var alignment: Alignment?
    /// Whether all of its text is bold.
    public var isBold = false
    /// Whether it begins a new page.
    public var startsPage = false
    /// Whether it stands on pages in landscape.
    public var isLandscape = false
    /// The cells of a row of a table, as ranges of the text; empty for everything else. A cell may go over line ends;
    /// the lines after the first then have ``continuesParagraph``.
    public var cells: [SourceRange] = []
    /// How far each of the cells reaches; empty when none is merged with others. What a cell covers has empty cells of its
    /// own.
    public var cellSpans: [Table.Span] = []
    /// Whether a row is at the head of its table.
    public var isHeaderRow = false
    /// The number of the table that a row belongs to, so that two tables below each other are told apart.
    public var tableNumber = 0

    /// Creates traits that say nothing.
    public init() {}
}

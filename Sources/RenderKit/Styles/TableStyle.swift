/// How tables look. The text of the cells has styles of its own.
public struct TableStyle: Sendable, Hashable {
    /// The identity inside a file.
    public var id: String
    /// The name that people see.
    public var name: String
    /// The thickness of the rules; zero draws none.
    public var ruleThickness: Length
    /// The colour of the rules.
    public var ruleColour: Colour?
    /// The space between a rule at the side and the text.
    public var cellMargin: Length
    /// The space above and below the text of a cell.
    public var rowMargin: Length
    /// Whether the head is repeated on every page.
    public var repeatsHead: Bool

    /// Which tables stand on landscape pages, besides those of which the draft says so.
    public enum Landscape: String, Sendable, Hashable, CaseIterable {
        /// None.
        case never
        /// Those whose columns are too narrow on a page as it is.
        case wide
    }

    /// Which tables the style sheet sets on landscape pages.
    public var landscape = Landscape.never

    /// Creates a style.
    public init(
        id: String,
        name: String,
        ruleThickness: Length,
        ruleColour: Colour?,
        cellMargin: Length,
        rowMargin: Length,
        repeatsHead: Bool
    ) {
        self.id = id
        self.name = name
        self.ruleThickness = ruleThickness
        self.ruleColour = ruleColour
        self.cellMargin = cellMargin
        self.rowMargin = rowMargin
        self.repeatsHead = repeatsHead
    }
}

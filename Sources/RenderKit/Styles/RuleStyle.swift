/// A line over the width of a paragraph, a table or a page.
public struct RuleStyle: Sendable, Hashable {
    /// What the line consists of.
    public enum Pattern: String, Sendable, Hashable, CaseIterable {
        /// One line.
        case single
        /// A thick line above a thin one.
        case thickThin = "thick-thin"
        /// A thin line above a thick one.
        case thinThick = "thin-thick"
    }

    /// What the line consists of.
    public var pattern: Pattern
    /// How thick it is, or the thick one of two. Files hold eighths of a point.
    public var thickness: Length
    /// The colour; `nil` is that of the text.
    public var colour: Colour?
    /// The distance to the text, at most 31 points. It counts from the edge of the characters, not from that of the line in
    /// which they stand.
    public var distance: Length

    /// From its upper edge to its lower one: the thin line of two and the space between are about as thick as the thick one.
    package var height: Length { pattern == .single ? thickness : Length(twips: thickness.twips * 2) }

    /// Creates a rule.
    public init(
        pattern: Pattern = .single,
        thickness: Length,
        colour: Colour? = nil,
        distance: Length = .zero
    ) {
        self.pattern = pattern
        self.thickness = thickness
        self.colour = colour
        self.distance = distance
    }
}

/// Where the page number stands and what stands around it (GB/T 9704-2012, 7.5). Its type is that of the style
/// ``ParagraphStyle/Key/footer``.
public struct PageNumberStyle: Sendable, Hashable {
    /// Where the number stands.
    public enum Position: String, Sendable, Hashable, CaseIterable {
        /// At the outer edge: right on odd pages, left on even ones.
        case outer
        /// In the middle of every page.
        case centred
        /// Nowhere.
        case none
    }

    /// Where the number stands.
    public var position: Position
    /// The distance from the edge of the text.
    public var inset: Measure
    /// What stands before the number.
    public var before: String
    /// What stands after the number.
    public var after: String

    /// Creates a style.
    public init(position: Position, inset: Measure, before: String, after: String) {
        self.position = position
        self.inset = inset
        self.before = before
        self.after = after
    }
}

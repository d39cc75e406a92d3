public import SummaryModel

/// A picture of a draft, and where it stands in the text.
public struct DraftPicture: Sendable, Hashable {
    /// What stands for it in the text: the syntax of Markdown; empty where the format has none.
    public var range: SourceRange
    /// The picture; its bytes are in ``Draft/media``.
    public var picture: Picture

    /// Creates a picture.
    public init(range: SourceRange, picture: Picture) {
        self.range = range
        self.picture = picture
    }
}

public import SummaryModel

/// What a file says about a stretch of its text: that it leads somewhere, or that links of the file lead to it.
public struct TextMark: Sendable, Hashable {
    /// What is said.
    public enum Meaning: Sendable, Hashable {
        /// The text is a link (``/SummaryModel/Inline/link``).
        case link(String)
        /// The text is a place with a name (``/SummaryModel/Inline/bookmark``).
        case bookmark(String)
    }

    /// The stretch, as a range of the text of the draft.
    public var range: SourceRange
    /// What is said about it.
    public var meaning: Meaning

    /// Creates a mark.
    public init(_ range: SourceRange, _ meaning: Meaning) {
        self.range = range
        self.meaning = meaning
    }
}

extension [TextMark] {
    /// The marks without those of places that nothing of the file leads to.
    ///
    /// - Parameter keeps: Whether the name of a place is kept although nothing leads to it.
    package func withoutUnusedBookmarks(_ keeps: (String) -> Bool = { _ in false }) -> [TextMark] {
        var targets: Set<String> = []
        for mark in self {
            if case .link(let target) = mark.meaning, target.hasPrefix("#") {
                targets.insert(String(target.dropFirst()))
            }
        }
        return filter { mark in
            guard case .bookmark(let name) = mark.meaning else { return true }
            return targets.contains(name) || keeps(name)
        }
    }
}

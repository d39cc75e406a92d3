internal import SummaryModel

/// What the stories of a document have in common: styles, lists, comments.
final class WordContext {
    /// A comment of a reviewer.
    struct Comment {
        var author: String
        var text: String
    }

    /// A header or footer that a section refers to.
    struct Furniture {
        /// The identity of the relationship to its part.
        var relation: String
        var isHeader: Bool
        /// Where the section begins in the text.
        var offset: Int
    }

    let styles: WordStyles
    var labels: ListLabels
    /// The comments that have not been met in the text yet, by their identity.
    var comments: [String: Comment]
    /// The notes that the text refers to, in order, by their marks: `1`, and `e1` for an endnote.
    private(set) var references: [String] = []
    private var referred: Set<String> = []
    /// Where the relationships of the main part lead that lead outside, by their identity.
    let links: [String: String]
    /// How many tables have been met.
    var tables = 0
    /// The headers and footers, in order.
    var furniture: [Furniture] = []

    init(styles: WordStyles, labels: ListLabels, comments: [String: Comment], links: [String: String] = [:]) {
        self.styles = styles
        self.labels = labels
        self.comments = comments
        self.links = links
    }

    /// Notes that the text refers to a note.
    func refer(to mark: String) {
        if referred.insert(mark).inserted { references.append(mark) }
    }
}

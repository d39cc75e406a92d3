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

    /// Whether this program wrote the file.
    let isOwn: Bool
    let styles: WordStyles
    var labels: ListLabels
    /// The comments that have not been met in the text yet, by their identity.
    var comments: [String: Comment]
    /// The notes that the text refers to, in order, by their marks: `1`, and `e1` for an endnote.
    private(set) var references: [String] = []
    private var referred: Set<String> = []
    /// The notes by the names of places that are references to them.
    private var notePlaces: [String: String] = [:]
    /// The names that this program gave notes, and the notes that have one.
    private var noteNames: [String: String] = [:]
    private var namedNotes: Set<String> = []
    /// Where the relationships of the main part lead that lead outside, by their identity.
    let links: [String: String]
    /// How many tables have been met.
    var tables = 0
    /// The headers and footers, in order.
    var furniture: [Furniture] = []

    init(
        styles: WordStyles,
        labels: ListLabels,
        comments: [String: Comment],
        links: [String: String] = [:],
        isOwn: Bool = false
    ) {
        self.isOwn = isOwn
        self.styles = styles
        self.labels = labels
        self.comments = comments
        self.links = links
    }

    /// Notes that the text refers to a note.
    func refer(to mark: String) {
        if referred.insert(mark).inserted { references.append(mark) }
    }

    /// Notes that the place of this name is the reference to a note.
    func name(_ note: String, by place: String) {
        notePlaces[place] = note
        let prefix = "_Note_"
        guard place.hasPrefix(prefix), noteNames[note] == nil else { return }
        let name = String(place.dropFirst(prefix.count))
        // The number of another note must not be the name of this one.
        guard name == note || Int(name) == nil, namedNotes.insert(name).inserted else { return }
        noteNames[note] = name
    }

    /// What stands between the brackets of the mark of a note.
    func mark(of note: String) -> String { noteNames[note] ?? note }

    /// The mark of the note whose reference has the name of a place.
    func mark(ofPlace place: String) -> String? { notePlaces[place].map { mark(of: $0) } }
}

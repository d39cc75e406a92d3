/// A passage of the library: what to say, where, and when not.
struct Snippet {
    /// The section for a place inside a section.
    enum Section {
        /// The number of a heading of the highest level in the document.
        case ordinal(Int)
        /// The words of a heading.
        case heading(String)
    }

    var name: String
    var place: Place
    /// The paragraphs; `{{key}}` in them is a placeholder sign.
    var paragraphs: [String]
    var section: Section?
    /// Phrases any of which, somewhere in the document, makes the snippet unnecessary.
    var unless: [String]
}

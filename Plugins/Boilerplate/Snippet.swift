internal import StageKit

/// A passage of the library: what to say, where, and when not.
struct Snippet {
    /// A heading on the way to a section.
    enum Step: Hashable {
        /// The number of a heading of the highest level there.
        case ordinal(Int)
        /// The words of a heading.
        case heading(String)
    }

    /// A value that the configuration may give for a sign in the text.
    struct Parameter {
        var name: String
        /// The value when the configuration gives none; `nil` leaves the sign in the text.
        var defaultValue: String?
    }

    var name: String
    var place: Place
    /// The paragraphs with the signs of parameters and gaps in them.
    var templates: [String]
    var parameters: [Parameter]
    /// The headings that lead to the section, from the outermost; empty for places outside of sections.
    var section: [Step]
    /// Phrases any of which, somewhere in the document, makes the snippet unnecessary.
    var unless: [String]
    /// What must be so for the snippet to be inserted; all of it.
    var conditions: [FactCondition]
    /// When the snippet may be used; `nil` for always.
    var validity: Validity?
    var tags: [String]
}

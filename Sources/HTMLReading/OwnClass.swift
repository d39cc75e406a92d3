internal import SummaryModel

/// The classes of a page that this program wrote, which say what the text alone does not tell for certain.
///
/// Only kinds that nobody gives a line by accident. Body text, headings and points are not among them: their text says what
/// they are.
enum OwnClass {
    /// The class of the element around such classes.
    static let page = "qinggao"
    /// Blanks that are shown as they are.
    static let blank = "blank"
    /// A line break of the layout, which the document does not have.
    static let wrap = "wrap"

    /// The table of contents, which is made of the headings.
    static let contents = "contents"

    /// What the names of footnotes and of the references to them begin with.
    static let note = "fn-"
    static let noteReference = "fnref-"

    /// The kind that a class says.
    static func kind(_ name: Substring) -> BlockKind? { kinds[String(name)] }

    private static let kinds: [String: BlockKind] = {
        var kinds = Dictionary(
            uniqueKeysWithValues: [
                BlockKind.title, .subtitle, .author, .salutation, .listItem, .formula, .closing, .attachment,
                .signature,
                .date, .note, .footnote, .issuerHead, .documentNumber, .copies, .imprint, .tableOfContents, .caption,
            ].map { ($0.rawValue, $0) }
        )
        kinds["attachment-item"] = .attachment
        kinds["attachment-head"] = .attachment
        for line in ["copy-number", "classification", "urgency"] { kinds[line] = .issuerHead }
        return kinds
    }()
}

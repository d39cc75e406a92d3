internal import SummaryModel

/// Blocks below each other that belong together, and the element that says so.
enum HTMLRegion {
    /// What stands above the text: title, subtitle, author, the mark of the issuing authority.
    case head
    /// Who signs and when, copies, the imprint.
    case foot
    /// A table of contents.
    case contents
    /// Notes.
    case note
    /// A list. Its markers are text, so that they are those of the document.
    case list

    init?(_ kind: BlockKind) {
        switch kind {
        case .issuerHead, .documentNumber, .title, .subtitle, .author: self = .head
        case .signature, .date, .copies, .imprint: self = .foot
        case .tableOfContents: self = .contents
        case .note, .footnote: self = .note
        case .listItem: self = .list
        default: return nil
        }
    }

    var element: String {
        switch self {
        case .head: "header"
        case .foot: "footer"
        case .contents: "nav"
        case .note: "aside"
        case .list: "div"
        }
    }

    var role: String? {
        switch self {
        case .note: "note"
        case .list: "list"
        case .head, .foot, .contents: nil
        }
    }
}

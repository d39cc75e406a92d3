internal import SummaryModel

/// Where in a document a snippet belongs.
enum Place: String, CaseIterable {
    case beforeTitle = "before-title"
    case underTitle = "under-title"
    case salutation
    case leadStart = "lead-start"
    case leadEnd = "lead-end"
    case sectionStart = "section-start"
    case sectionEnd = "section-end"
    case closing
    case attachment
    case signature
    case date
    case note
    case copies

    /// What a paragraph at this place is.
    var kind: BlockKind {
        switch self {
        case .beforeTitle, .sectionStart, .sectionEnd: .paragraph
        case .underTitle: .author
        case .salutation: .salutation
        case .leadStart, .leadEnd: .lead
        case .closing: .closing
        case .attachment: .attachment
        case .signature: .signature
        case .date: .date
        case .note: .note
        case .copies: .copies
        }
    }

    /// Whether the place is inside a section that must be named.
    var isInSection: Bool { self == .sectionStart || self == .sectionEnd }

    /// Whether a document has at most one paragraph of this kind, so that any one of it is the one.
    var isSingular: Bool { self == .salutation || self == .signature || self == .date }
}

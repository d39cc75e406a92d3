internal import SummaryModel

/// Where in a document a snippet belongs.
enum Place: String, CaseIterable {
    case header
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
    case footer

    /// What a paragraph at this place is.
    var kind: BlockKind {
        switch self {
        case .header: .header
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
        case .footer: .footer
        }
    }

    /// Whether the place is inside a section that must be named.
    var isInSection: Bool { self == .sectionStart || self == .sectionEnd }

    /// Whether the place is on every page, outside the text.
    var isPageFurniture: Bool { kind.isPageFurniture }

    /// Whether a document has at most one element of this kind, so that any one of it is the one.
    var isSingular: Bool { self == .salutation || self == .signature || self == .date || self == .copies }

    /// Whether what stands there is recognised by something else than words that it shares with a text.
    var needsNoWords: Bool { isSingular || isPageFurniture }
}

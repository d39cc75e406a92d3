internal import SummaryModel

/// An element of an official document that has a place of its own (GB/T 9704-2012, clause 7).
///
/// The raw value is the key of configurations and front matter. They are in the order in which they stand in a document.
enum Element: String, CaseIterable {
    case copyNumber = "copy-number"
    case classification, urgency
    case issuer
    case number
    case signers
    case title, subtitle, author, recipient
    case attachments, signature, date, note, copies
    case printer
    case printDate = "print-date"

    /// The name in the standard, under which values may be given as well.
    var term: String {
        switch self {
        case .copyNumber: "份号"
        case .classification: "密级"
        case .urgency: "紧急程度"
        case .issuer: "发文机关标志"
        case .number: "发文字号"
        case .signers: "签发人"
        case .title: "标题"
        case .subtitle: "副标题"
        case .author: "作者"
        case .recipient: "主送机关"
        case .attachments: "附件"
        case .signature: "署名"
        case .date: "成文日期"
        case .note: "附注"
        case .copies: "抄送"
        case .printer: "印发机关"
        case .printDate: "印发日期"
        }
    }

    /// The words between which one text holds several; `nil` for an element that is one text.
    var separators: ScalarSet? {
        switch self {
        case .issuer, .signers, .signature: ScalarSet("、；;\n")
        case .attachments: ScalarSet("；;\n")
        default: nil
        }
    }

    /// What a block is; `nil` for the text, and for the pages of attachments.
    init?(_ block: Block) {
        switch block.kind {
        case .issuerHead:
            switch HeadLine(block.content.shownText) {
            case .copyNumber: self = .copyNumber
            case .classification: self = .classification
            case .urgency: self = .urgency
            case .mark: self = .issuer
            case .signers: self = .number
            }
        case .documentNumber: self = .number
        case .title: self = .title
        case .subtitle: self = .subtitle
        case .author: self = .author
        case .salutation: self = .recipient
        case .attachment:
            if Self.isAttachmentHead(block) { return nil }
            self = .attachments
        case .signature: self = .signature
        case .date: self = .date
        case .note: self = .note
        case .copies: self = .copies
        case .imprint: self = .printer
        default: return nil
        }
    }

    /// The element of whose block this is a part: signers stand beside the number, the printing date beside the printer.
    var whole: Element { self == .signers ? .number : self == .printDate ? .printer : self }

    /// The place in a document from above.
    var order: Int { Self.allCases.firstIndex(of: whole) ?? 0 }

    /// Whether it stands above the text.
    var isAboveText: Bool { order <= Element.recipient.order }

    /// 附件 with at most a number, above an attachment (GB/T 9704-2012, 7.3.7).
    static func isAttachmentHead(_ block: Block) -> Bool {
        let text = block.content.shownText.unicodeScalars.filter { !$0.isBlank }
        return text.starts(with: "附件".unicodeScalars) && text.dropFirst(2).allSatisfy { $0.digitValue != nil }
    }
}

internal import SummaryModel

/// An element of an official document that has a place of its own (GB/T 9704-2012, clause 7).
///
/// The raw value is the key of configurations and front matter.
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
}

internal import SummaryModel

/// The part of the document in which a line stands. A document runs through them in this order.
enum Zone: Int, CaseIterable {
    /// Before the title: residue, and the head of a formal document.
    case front
    /// The title.
    case title
    /// Between the title and the text: subtitle, author, addressee.
    case under
    /// The text.
    case body
    /// After the text: closing, attachments, signature, date.
    case end
}

/// What a line can be, in its zone. Residue can stand in every zone and does not end it.
enum LineState: Int, CaseIterable {
    case frontResidue, frontForm, frontText
    case title
    case subtitle, author, salutation, underNote, underResidue, underForm
    case numbered, unnumbered, paragraph, bodyForm, bodyNote, bodySalutation, bodyResidue
    case closing, attachment, attachmentItem, signature, date, endNote, endForm, endResidue

    var zone: Zone {
        switch self {
        case .frontResidue, .frontForm, .frontText: .front
        case .title: .title
        case .subtitle, .author, .salutation, .underNote, .underResidue, .underForm: .under
        case .numbered, .unnumbered, .paragraph, .bodyForm, .bodyNote, .bodySalutation, .bodyResidue: .body
        case .closing, .attachment, .attachmentItem, .signature, .date, .endNote, .endForm, .endResidue: .end
        }
    }

    var isResidue: Bool {
        switch self {
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: true
        default: false
        }
    }

    /// What a line in this state is, whatever its zone.
    enum Role {
        case residue, form, text, title, subtitle, author, salutation, note, heading, closing, attachment, signature,
            date
    }

    var role: Role {
        switch self {
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: .residue
        case .frontForm, .underForm, .bodyForm, .endForm: .form
        case .frontText, .paragraph: .text
        case .title: .title
        case .subtitle: .subtitle
        case .author: .author
        case .salutation, .bodySalutation: .salutation
        case .underNote, .bodyNote, .endNote: .note
        case .numbered, .unnumbered: .heading
        case .closing: .closing
        case .attachment, .attachmentItem: .attachment
        case .signature: .signature
        case .date: .date
        }
    }

    /// Whether a line in this state can be of `kind`.
    func fits(_ kind: BlockKind) -> Bool {
        switch kind {
        case .residue: isResidue
        case .title: self == .title
        case .subtitle: self == .subtitle
        case .author: self == .author
        case .salutation: self == .salutation || self == .bodySalutation
        case .note: self == .underNote || self == .bodyNote || self == .endNote
        case .closing: self == .closing
        case .attachment: self == .attachment || self == .attachmentItem
        case .signature: self == .signature
        case .date: self == .date
        case .part, .heading1, .heading2, .heading3, .heading4, .heading5, .point:
            self == .numbered || self == .unnumbered
        case .lead, .paragraph: self == .paragraph || self == .frontText
        default: self == .frontForm || self == .underForm || self == .bodyForm || self == .endForm
        }
    }

    /// How well this state follows `previous` on the line before it; `nil` when it cannot.
    func transition(from previous: LineState) -> Double? {
        var sum: Double
        switch (previous.zone, zone) {
        case (.front, .front), (.under, .under), (.body, .body), (.end, .end), (.title, .title), (.title, .under),
            (.title, .body), (.under, .body), (.front, .title):
            sum = 0
        case (.front, .under), (.front, .body): sum = -2
        case (.front, .end): sum = -6
        case (.title, .end), (.under, .end): sum = -3
        case (.body, .end): sum = -0.5
        case (.body, .title): sum = -5.5
        case (.end, .body): sum = -2.5
        case (.end, .title): sum = -4.5
        case (.body, .front), (.end, .front): sum = -7
        default: return nil
        }
        switch (previous, self) {
        case (.attachment, .attachmentItem), (.attachmentItem, .attachmentItem): break
        case (_, .attachmentItem): return nil
        case (.signature, .date): sum += 1.2
        case (.date, .signature): sum += 0.2
        case (.title, .subtitle): sum += 0.5
        default: break
        }
        return sum
    }
}

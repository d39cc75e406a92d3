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
    case frontResidue, frontForm
    case title
    case subtitle, author, salutation, underNote, underResidue, underForm
    case numbered, paragraph, bodyForm, bodyNote, bodySalutation, bodyResidue
    case closing, attachment, attachmentItem, signature, date, endNote, endForm, endResidue

    var zone: Zone {
        switch self {
        case .frontResidue, .frontForm: .front
        case .title: .title
        case .subtitle, .author, .salutation, .underNote, .underResidue, .underForm: .under
        case .numbered, .paragraph, .bodyForm, .bodyNote, .bodySalutation, .bodyResidue: .body
        case .closing, .attachment, .attachmentItem, .signature, .date, .endNote, .endForm, .endResidue: .end
        }
    }

    var isResidue: Bool {
        switch self {
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: true
        default: false
        }
    }

    /// The residue state of each zone that has one.
    static func residue(in zone: Zone) -> LineState {
        switch zone {
        case .front: .frontResidue
        case .title, .under: .underResidue
        case .body: .bodyResidue
        case .end: .endResidue
        }
    }
}

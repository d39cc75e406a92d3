/// What a line of the head of an official document is (版头, GB/T 9704-2012, 7.2). The reader calls all of them
/// ``BlockKind/issuerHead`` or ``BlockKind/documentNumber``; their form tells them apart.
package enum HeadLine: Sendable, Hashable {
    /// The number of the copy (份号, 7.2.1).
    case copyNumber
    /// The security classification and its period (密级和保密期限, 7.2.2).
    case classification
    /// The urgency (紧急程度, 7.2.3).
    case urgency
    /// The mark of the issuing body (发文机关标志, 7.2.4).
    case mark

    /// Tells a line by its form.
    package init(_ text: String) {
        let bare = text.unicodeScalars.filter { !$0.isBlank }
        let isDigits = bare.allSatisfy { ("0"..."9").contains($0) }
        if isDigits, (3...8).contains(bare.count) {
            self = .copyNumber
        } else if Self.classifications.contains(where: { bare.starts(with: $0.unicodeScalars) }), bare.count <= 16 {
            self = .classification
        } else if Self.urgencies.contains(String(String.UnicodeScalarView(bare))) {
            self = .urgency
        } else {
            self = .mark
        }
    }

    /// The classifications, the highest first.
    package static let classifications = ["绝密", "机密", "秘密"]
    /// The urgencies; 特提 is that of a telegram.
    package static let urgencies = ["特急", "加急", "平急", "特提"]
}

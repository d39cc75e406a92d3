internal import ReadKit
internal import SummaryModel

/// Tells whether a paragraph that opens like a point holds the next points as well and so is one paragraph.
enum PointSequence {
    /// Whether the next member of the family of `marker` follows inside `text`.
    static func isInside(_ text: [Unicode.Scalar], marker: Marker) -> Bool {
        let rest = text[min(marker.length, text.count)...]
        let next: [String]
        switch marker.label.scheme {
        case .isPoints: next = numeral(marker.label.ordinal + 1).map { $0 + "是" }
        case .mustPoints: next = numeral(marker.label.ordinal + 1).map { $0 + "要" }
        case .ordinalPoints:
            next = numeral(marker.label.ordinal + 1).flatMap { ["第\($0)，", "第\($0),", "第\($0)、", "其\($0)"] }
        case .sequencePoints where marker.label.ordinal == 1: next = ["其次", "再次", "最后", "然后"]
        case .sequencePoints where marker.label.ordinal < 9: next = ["再次", "最后"]
        default: return false
        }
        for phrase in next {
            var part = rest
            while let place = part.firstIndex(ofText: phrase) {
                if place > rest.startIndex, "。；;，,：:、！？ ”".unicodeScalars.contains(text[place - 1]) { return true }
                part = part[(place + 1)...]
            }
        }
        return false
    }

    private static func numeral(_ value: Int) -> [String] {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        switch value {
        case 1...10: return [digits[value]]
        case 11...19: return ["十" + digits[value - 10]]
        default: return []
        }
    }
}

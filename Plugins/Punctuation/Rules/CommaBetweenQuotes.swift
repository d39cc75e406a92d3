internal import StageKit
internal import SummaryModel

/// No 、 between quotations or titles that stand side by side: “甲”“乙”. It stays where something follows the closing mark,
/// as in 《甲》（试行）、《乙》, and in lists of which other items have no such marks.
enum CommaBetweenQuotes: PunctuationRule {
    static let name = "comma-between-quotes"
    static let summary = LocalizedText(
        zh: "并列的引号之间、并列的书名号之间用了顿号",
        en: "A 、 stands between quotations or titles side by side."
    )
    static let source: String? = "GB/T 15834-2011, 4.5.3.5"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var places: [Int] = []
        for index in passage.range where passage.text[index] == "、" && !passage.isExempt(index) {
            guard let before = passage.before(index), let after = passage.at(index + 1),
                closing(of: after) == before, passage.pairs.partners[index - 1] != nil,
                passage.pairs.partners[index + 1] != nil
            else { continue }
            places.append(index)
        }
        var findings: [Finding] = []
        var first = 0
        while first < places.count {
            // The places of one list: the item after one 、 is the item before the next.
            var last = first
            while last + 1 < places.count, passage.pairs.partners[places[last] + 1] == places[last + 1] - 1 {
                last += 1
            }
            if !isMixed(places[first], places[last], passage) {
                findings += places[first...last].map { Finding($0..<$0 + 1, message, replacement: "", isSafe: true) }
            }
            first = last + 1
        }
        return findings
    }

    /// Whether an item before or after the list is joined to it by 、 and is no quotation.
    private static func isMixed(_ first: Int, _ last: Int, _ passage: Passage) -> Bool {
        guard let start = passage.pairs.partners[first - 1], let end = passage.pairs.partners[last + 1] else {
            return true
        }
        if passage.before(start) == "、", passage.before(start - 1).map({ !$0.isClosing }) ?? true { return true }
        if passage.at(end + 1) == "、", passage.at(end + 2).map({ !$0.isOpening }) ?? true { return true }
        return false
    }

    private static func closing(of opening: Unicode.Scalar) -> Unicode.Scalar? {
        switch opening {
        case "“": "”"
        case "‘": "’"
        case "《": "》"
        case "〈": "〉"
        default: nil
        }
    }

    private static let message = LocalizedText(
        zh: "并列的引号或书名号之间的“、”请删去",
        en: "delete '、' between quotations or titles side by side"
    )
}

internal import StageKit
internal import SummaryModel

/// …… is the only form of an ellipsis in Chinese text: not `...`, 。。。, ··· or a single ….
enum Ellipsis: PunctuationRule {
    static let name = "ellipsis"
    static let summary = LocalizedText(
        zh: "省略号没有写成“……”",
        en: "An ellipsis is not written as ……."
    )
    static let source: String? = "GB/T 15834-2011, 4.11"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            let sign = passage.text[index]
            guard ".。·…．".unicodeScalars.contains(sign), !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.range.upperBound, passage.text[end] == sign, !passage.isExempt(end) { end += 1 }
            defer { index = end }
            guard isEllipsis(sign, end - index), isBesideChinese(index..<end, passage) else { continue }
            let range = index..<end
            findings.append(Finding(range, message(passage.string(range)), replacement: "……", isSafe: true))
        }
        return findings
    }

    /// Four … stand for a paragraph that was left out; more than six points lead to a page number.
    private static func isEllipsis(_ sign: Unicode.Scalar, _ count: Int) -> Bool {
        switch sign {
        case "…": count == 1 || count == 3
        case "。": count >= 3
        default: (3...6).contains(count)
        }
    }

    private static func isBesideChinese(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let next = passage.withBlanks(range).upperBound
        if passage.at(next)?.digitValue != nil { return false }
        if passage.before(range.lowerBound)?.isNarrowWord == true, passage.at(range.upperBound)?.isHan != true {
            return false
        }
        return passage.isChinese(range.lowerBound - 1) || passage.isChinese(range.upperBound)
    }

    private static func message(_ found: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”应是省略号，请改为“……”", en: "'\(found)' is an ellipsis; write '……'")
    }
}

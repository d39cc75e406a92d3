internal import StageKit
internal import SummaryModel

/// —— is the form of a dash. A single — between words may be a connector (网格—楼栋) and stays, except after a mark or at the
/// beginning of a subtitle, where only a dash can stand.
enum Dash: PunctuationRule {
    static let name = "dash"
    static let summary = LocalizedText(
        zh: "破折号没有写成“——”",
        en: "A dash is not written as ——."
    )
    static let source: String? = "GB/T 15834-2011, 4.10"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker, !passage.isCell else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard isStroke(passage.text[index]), !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.range.upperBound, isStroke(passage.text[end]), !passage.isExempt(end) { end += 1 }
            let range = index..<end
            index = end
            guard isDash(range, passage) else { continue }
            let spaced = passage.withBlanks(range)
            findings.append(Finding(spaced, message(passage.string(range)), replacement: "——", isSafe: true))
        }
        return findings
    }

    private static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "—", "–", "―", "─", "━", "－": true
        default: false
        }
    }

    private static func isDash(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let strokes = passage.text[range]
        let spaced = passage.withBlanks(range)
        guard passage.isChinese(spaced.upperBound), let next = passage.at(spaced.upperBound) else { return false }
        let isSubtitle = passage.kind == .subtitle && spaced.lowerBound == passage.range.lowerBound
        let before = passage.isChinese(spaced.lowerBound - 1) ? passage.text[spaced.lowerBound - 1] : nil
        if strokes.allSatisfy({ $0 == "—" }) {
            // A single one is a connector between words.
            guard strokes.count == 1, next.isHan || next.isOpening else { return false }
            return isSubtitle || before?.isPoint == true
        }
        guard before != nil || isSubtitle else { return false }
        if let before, HanNumeral.digit(before) != nil, HanNumeral.digit(next) != nil { return false }
        return strokes.count == 2 || (strokes.count <= 4 && strokes.allSatisfy { $0 == "-" || $0 == "－" })
    }

    private static func message(_ found: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”应是破折号，请改为“——”", en: "'\(found)' is a dash; write '——'")
    }
}

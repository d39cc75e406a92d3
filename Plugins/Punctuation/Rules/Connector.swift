internal import StageKit
internal import SummaryModel

/// From and to: — between times and places, ～ between numbers; a hyphen joins codes. 2018—2020年 and 2018～2020年 are both
/// left alone.
enum Connector: PunctuationRule {
    static let name = "connector"
    static let summary = LocalizedText(
        zh: "起止之间的连接号用了短横线、半角波浪号或破折号",
        en: "A hyphen, a tilde or a dash stands between from and to."
    )
    static let source: String? = "GB/T 15834-2011, 4.13"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker, !passage.isCell else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard isSign(passage.text[index]), !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.range.upperBound, isSign(passage.text[end]) { end += 1 }
            let sign = index..<end
            index = end
            guard isWrong(passage.string(sign)), let mark = mark(sign, passage) else { continue }
            findings.append(
                Finding(sign, message(passage.string(sign), mark), replacement: mark)
            )
        }
        return findings
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "~", "—", "–", "－", "～": true
        default: false
        }
    }

    private static func isWrong(_ sign: String) -> Bool { ["-", "--", "~", "——", "–", "－"].contains(sign) }

    /// What belongs between the two numbers around the sign; `nil` where they may be a code, a date or a score.
    private static func mark(_ sign: Range<Int>, _ passage: Passage) -> String? {
        var start = sign.lowerBound
        if let unit = passage.before(start), "年月日时%％℃".unicodeScalars.contains(unit) { start -= 1 }
        let firstEnd = start
        while let digit = passage.before(start), digit.isNarrowDigit || digit == "." { start -= 1 }
        guard start < firstEnd else { return nil }
        var end = sign.upperBound
        while let digit = passage.at(end), digit.isNarrowDigit || digit == "." { end += 1 }
        guard end > sign.upperBound, let unit = passage.at(end) else { return nil }
        // 2020-01-05, A-1-2, 〔2020〕1-3号 and 第1-3版 are names.
        if let before = passage.before(start), !before.isHan, !before.isPoint, !before.isOpening, !before.isBlank {
            return nil
        }
        if passage.before(start) == "第" { return nil }
        let widest = max(firstEnd - start, end - sign.upperBound)
        if "年月日时".unicodeScalars.contains(unit) {
            return widest <= 4 ? "—" : nil
        }
        if passage.starts(end, with: "学年") { return widest == 4 ? "—" : nil }
        guard widest <= 5, "%％‰万亿元个名人次项件天岁周倍米吨亩℃".unicodeScalars.contains(unit) else { return nil }
        return passage.string(sign) == "——" || passage.string(sign) == "--" ? nil : "～"
    }

    private static func message(_ found: String, _ mark: String) -> LocalizedText {
        LocalizedText(zh: "表示起止的“\(found)”请改为“\(mark)”", en: "'\(found)' stands between from and to; write '\(mark)'")
    }
}

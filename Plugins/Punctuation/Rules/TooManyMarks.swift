internal import StageKit
internal import SummaryModel

/// At most three ？ or ！ stand together.
enum TooManyMarks: PunctuationRule {
    static let name = "too-many-marks"
    static let summary = LocalizedText(
        zh: "问号或叹号叠用超过三个",
        en: "More than three question or exclamation marks stand together."
    )
    static let source: String? = "GB/T 15834-2011, 4.2, 4.3"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard isEmphatic(passage.text[index]), !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.range.upperBound, isEmphatic(passage.text[end]), !passage.isExempt(end) { end += 1 }
            if end - index > 3 {
                let marks = passage.text[index..<end]
                let isOneKind = marks.allSatisfy { $0 == marks.first }
                findings.append(
                    Finding(
                        index..<end,
                        message(marks.string, isOneKind ? marks.prefix(3).string : "？！"),
                        replacement: isOneKind ? marks.prefix(3).string : "？！",
                        isSafe: isOneKind
                    )
                )
            }
            index = end
        }
        return findings
    }

    private static func isEmphatic(_ scalar: Unicode.Scalar) -> Bool { scalar == "？" || scalar == "！" }

    private static func message(_ found: String, _ kept: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”最多叠用三个，请改为“\(kept)”", en: "'\(found)' has more than three marks; write '\(kept)'")
    }
}

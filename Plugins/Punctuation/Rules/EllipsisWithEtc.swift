internal import StageKit
internal import SummaryModel

/// …… and 等 say the same, and the mark before …… falls away unless it ends a sentence.
enum EllipsisWithEtc: PunctuationRule {
    static let name = "ellipsis-with-etc"
    static let summary = LocalizedText(
        zh: "省略号与“等”同时使用，或省略号前留有顿号、逗号、分号",
        en: "…… stands beside 等, or after a mark that does not end a sentence."
    )
    static let source: String? = "GB/T 15834-2011, 4.11"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index + 1 < passage.range.upperBound {
            guard passage.text[index] == "…", passage.text[index + 1] == "…", !passage.isExempt(index) else {
                index += 1
                continue
            }
            let sign = index..<index + 2
            index += 2
            if passage.at(sign.upperBound) == "等", !Words.startsWithEtc(passage, sign.upperBound) {
                findings.append(
                    Finding(sign, etc, replacement: "")
                )
            } else if passage.before(sign.lowerBound) == "等" {
                findings.append(Finding(sign, etc, replacement: ""))
            } else if let mark = passage.before(sign.lowerBound), "、，；".unicodeScalars.contains(mark) {
                findings.append(
                    Finding((sign.lowerBound - 1)..<sign.lowerBound, before(mark), replacement: "")
                )
            }
        }
        return findings
    }

    private static let etc = LocalizedText(zh: "“……”与“等”重复，请留一个", en: "'……' and '等' say the same; keep one")

    private static func before(_ mark: Unicode.Scalar) -> LocalizedText {
        LocalizedText(zh: "“……”前的“\(mark)”请删去", en: "delete '\(mark)' before '……'")
    }
}

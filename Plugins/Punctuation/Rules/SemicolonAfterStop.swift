internal import StageKit
internal import SummaryModel

/// Items that hold a 。 end in 。 and not in ；.
enum SemicolonAfterStop: PunctuationRule {
    static let name = "semicolon-after-stop"
    static let summary = LocalizedText(
        zh: "分项内有句号，分项末尾却用分号",
        en: "An item that holds a 。 ends in ；."
    )
    static let source: String? = "GB/T 15834-2011, A.5"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker, !passage.isCell else { return [] }
        var findings: [Finding] = []
        /// Whether an item 一是… is open, and whether it holds a stop.
        var isItem = false
        var holdsStop = false
        var anyStop = false
        var depth = 0
        for index in passage.range {
            let scalar = passage.text[index]
            if scalar.isOpening { depth += 1 }
            if scalar.isClosing { depth = max(0, depth - 1) }
            if isMarker(index, passage) {
                isItem = true
                holdsStop = false
            }
            guard depth == 0 else { continue }
            if scalar == "。" {
                holdsStop = true
                anyStop = true
            } else if scalar == "；" {
                let isLast = index + 1 == passage.range.upperBound
                if (isItem && holdsStop && isMarker(index + 1, passage)) || (isLast && anyStop) {
                    findings.append(
                        Finding(index..<index + 1, message, replacement: "。")
                    )
                }
                if !isMarker(index + 1, passage) { isItem = isItem && !holdsStop }
            }
        }
        return findings
    }

    private static func isMarker(_ index: Int, _ passage: Passage) -> Bool {
        guard let digit = passage.at(index), digit.hanDigit != nil, passage.at(index + 1) == "是" else { return false }
        return passage.before(index).map { $0.isPoint || $0.isOpening } ?? true
    }

    private static let message = LocalizedText(
        zh: "这一项里已有句号，末尾的“；”请改为“。”",
        en: "the item holds a 。; end it with '。' instead of '；'"
    )
}

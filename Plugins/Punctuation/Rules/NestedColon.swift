internal import StageKit
internal import SummaryModel

/// A second ： inside what the first one announces.
enum NestedColon: PunctuationRule {
    static let name = "nested-colon"
    static let summary = LocalizedText(
        zh: "一句话里冒号套冒号",
        en: "A colon stands inside what another colon announces."
    )
    static let source: String? = "GB/T 15834-2011, 4.7"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker, !passage.isCell else { return [] }
        var findings: [Finding] = []
        var isOpen = false
        var depth = 0
        for index in passage.range {
            let scalar = passage.text[index]
            if scalar.isOpening { depth += 1 }
            if scalar.isClosing { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if scalar.isStop || scalar == "；" { isOpen = false }
            guard scalar == "：", !passage.isExempt(index), announces(index, passage) else { continue }
            if isOpen {
                findings.append(
                    Finding(index..<index + 1, message)
                )
            }
            isOpen = true
        }
        return findings
    }

    /// Whether the words before a colon announce a text; those of a label (时间：) do not.
    private static func announces(_ index: Int, _ passage: Passage) -> Bool {
        let before = passage.text[passage.range.lowerBound..<index]
        return words.contains { before.ends(with: $0) }
    }

    private static let words = [
        "如下", "指出", "强调", "要求", "认为", "以下几点", "几个方面", "做到", "包括", "提出", "表示", "以下工作", "几项工作", "主要是", "具体是", "即",
    ]

    private static let message = LocalizedText(
        zh: "前一个冒号还没有说完，又用了冒号；请改为逗号或分成两句",
        en: "the colon stands inside what another colon announces; write '，' or two sentences"
    )
}

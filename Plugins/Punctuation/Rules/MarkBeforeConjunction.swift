internal import StageKit
internal import SummaryModel

/// 、 before 和, 与, 及, 以及 and 等 says what the word says.
enum MarkBeforeConjunction: PunctuationRule {
    static let name = "mark-before-conjunction"
    static let summary = LocalizedText(
        zh: "“和”“与”“及”“等”前用了顿号",
        en: "A 、 stands before 和, 与, 及 or 等."
    )
    static let source: String? = "GB/T 15834-2011, 4.5"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        for index in passage.range where passage.text[index] == "、" && !passage.isExempt(index) {
            guard let word = word(index + 1, passage) else { continue }
            findings.append(
                Finding(index..<index + 1, message(word), replacement: "")
            )
        }
        return findings
    }

    private static func word(_ index: Int, _ passage: Passage) -> String? {
        if passage.starts(index, with: "以及") { return "以及" }
        for word in "和与及".unicodeScalars
        where Words.isConjunction(passage, index, word) && Words.joinsItem(passage, index) {
            return String(word)
        }
        return Words.endsList(passage, index) ? "等" : nil
    }

    private static func message(_ word: String) -> LocalizedText {
        LocalizedText(zh: "“\(word)”前的“、”请删去", en: "delete '、' before '\(word)'")
    }
}

internal import StageKit
internal import SummaryModel

/// Fixed phrases with a character too few, too many or wrong.
struct FixedPhrase: PassageRule {
    static let name = "fixed-phrase"
    static let summary = LocalizedText(
        zh: "固定说法漏字、多字或错字",
        en: "Fixed phrases with a character too few, too many or wrong."
    )
    static let level = RuleLevel.warning

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    var phrases: [PhraseFilter] { [words.phrases.filter] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        words.phrases.findings(in: passage, correct: words.correct) { wrong, right in
            LocalizedText(
                zh: "“\(wrong)”应为“\(right.joined(separator: "”或“"))”",
                en: "'\(wrong)' should be '\(right.joined(separator: "' or '"))'"
            )
        }
    }
}

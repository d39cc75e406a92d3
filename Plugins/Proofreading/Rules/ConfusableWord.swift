internal import StageKit
internal import SummaryModel

/// Words that are taken for one another.
struct ConfusableWord: PassageRule {
    static let name = "confusable-word"
    static let summary = LocalizedText(zh: "错别字和易混词", en: "Words that are taken for one another.")
    static let level = RuleLevel.warning

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    var phrases: [PhraseFilter] { [words.confusable.filter] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        words.confusable.findings(in: passage, correct: words.correct) { wrong, right in
            LocalizedText(
                zh: "“\(wrong)”应为“\(right.joined(separator: "”或“"))”",
                en: "'\(wrong)' should be '\(right.joined(separator: "' or '"))'"
            )
        }
    }
}

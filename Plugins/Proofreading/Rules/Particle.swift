internal import StageKit
internal import SummaryModel

/// 的, 地 and 得 in fixed phrases.
struct Particle: PassageRule {
    static let name = "de-particle"
    static let summary = LocalizedText(zh: "固定搭配中的“的”“地”“得”", en: "的, 地 and 得 in fixed phrases.")
    static let level = RuleLevel.info

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    var phrases: [PhraseFilter] { [words.particles.filter] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        words.particles.findings(in: passage, correct: words.correct) { wrong, right in
            LocalizedText(
                zh: "“\(wrong)”一般写作“\(right.joined(separator: "”或“"))”",
                en: "'\(wrong)' is usually written '\(right.joined(separator: "' or '"))'"
            )
        }
    }
}

internal import StageKit
internal import SummaryModel

/// A rate of more than 100% that is a part of a whole.
struct PercentOver100: PassageRule {
    static let name = "percent-over-100"
    static let summary = LocalizedText(
        zh: "覆盖率、合格率等不可能超过 100% 的比率超过 100%",
        en: "Rates above 100% that are parts of a whole, such as coverage."
    )
    static let level = RuleLevel.warning

    init(words: WordLists) {}

    var phrases: [PhraseFilter] { [RateWords.names] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let (text, figures) = (passage.text, passage.figures)
        var findings: [Finding] = []
        var next = 0
        var last: Int?
        for statement in passage.rates where statement.isBounded && statement.value != last {
            last = statement.value
            while next < figures.count, figures[next].range.lowerBound < statement.value { next += 1 }
            guard next < figures.count, figures[next].range.lowerBound == statement.value,
                figures[next].value > 100 * Figure.scale,
                text[figures[next].unit].first.map({ $0 == "%" || $0 == "％" }) ?? false
            else { continue }
            let range = figures[next].whole
            findings.append(Finding(range, Self.message(statement.word, text[range].string)))
        }
        return findings
    }

    // MARK: - Wording

    private static func message(_ word: String, _ value: String) -> LocalizedText {
        LocalizedText(
            zh: "\(word)不可能超过 100%，请核对“\(value)”",
            en: "\(word) cannot exceed 100%; check '\(value)'"
        )
    }
}

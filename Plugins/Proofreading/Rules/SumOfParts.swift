internal import StageKit
internal import SummaryModel

/// Parts that do not make their total.
struct SumOfParts: PassageRule {
    static let name = "sum"
    static let summary = LocalizedText(
        zh: "分项之和与总数不符，或者分项大于总数",
        en: "Parts that do not add up to their total, or are greater than it."
    )
    static let level = RuleLevel.warning

    static let signs: CharacterFilter? = CharacterFilter("其（(不")

    init(words: WordLists) {}

    var phrases: [PhraseFilter] { [PartList.phrase.filter] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let list = PartList(
            text: passage.text,
            gaps: passage.entry.gaps,
            figures: passage.figures,
            places: passage.phrasePlaces
        )
        return list.wrongParts().map { part in
            let written = passage.text[part.range].string
            return Finding(
                part.range,
                part.sum.map { Self.sumMessage(written, Figure.text($0), part.unit) }
                    ?? Self.partMessage(written, part.total)
            )
        }
    }

    // MARK: - Wording

    private static func sumMessage(_ total: String, _ sum: String, _ unit: String) -> LocalizedText {
        LocalizedText(
            zh: "总数为\(total)，各分项相加为\(sum)\(unit)，请核对",
            en: "the total is \(total), but its parts add up to \(sum)\(unit); check them"
        )
    }

    private static func partMessage(_ part: String, _ total: String) -> LocalizedText {
        LocalizedText(
            zh: "分项\(part)大于总数\(total)，请核对",
            en: "the part \(part) is greater than the total \(total); check them"
        )
    }
}

internal import StageKit
internal import SummaryModel

/// A decrease that is given in multiples.
struct DecreaseByTimes: PassageRule {
    static let name = "decrease-times"
    static let summary = LocalizedText(zh: "减少、下降用“倍”表示", en: "Decreases that are given in multiples.")
    static let level = RuleLevel.warning

    static let signs: CharacterFilter? = CharacterFilter("倍")

    private static let verbs = PhraseIndex(["减少", "下降", "降低", "缩减", "缩短", "减低", "压缩", "压减", "下跌", "缩小"])
    private static let fillers = PhraseIndex(["了", "近", "约", "超过", "将近", "至少", "逾", "达", "整整"])

    private static let inNumbers = ScalarSet(".．余多几数")
    private static let notAfter = ScalarSet("率数增式")

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        return Self.verbs.matches(in: text).compactMap { match in
            var index = match.range.upperBound
            while let filler = Self.fillers.longestMatch(in: text, at: index) { index = filler.range.upperBound }
            guard let end = end(of: index, in: text) else { return nil }
            let range = match.range.lowerBound..<end
            return Finding(range, Self.message(text[range].string))
        }
    }

    /// The end of the number of times that begins at `start`.
    private func end(of start: Int, in text: Scalars) -> Int? {
        var index = start
        while index < text.endIndex, index - start < 8,
            text[index].digitValue != nil || Self.inNumbers.contains(text[index])
                || HanNumeral.characters.contains(text[index])
        {
            index += 1
        }
        guard index > start, index < text.endIndex, text[index] == "倍" else { return nil }
        let next = index + 1
        return next < text.endIndex && Self.notAfter.contains(text[next]) ? nil : next
    }

    // MARK: - Wording

    private static func message(_ text: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(text)”：减少不用“倍”表示，请改用百分数或几分之几",
            en: "'\(text)': a decrease is not given in multiples; use per cent or a fraction"
        )
    }
}

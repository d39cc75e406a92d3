internal import StageKit
internal import SummaryModel

/// A rate whose value has no per cent sign.
struct MissingPercent: PassageRule {
    static let name = "missing-percent"
    static let summary = LocalizedText(zh: "比率的数值缺少百分号", en: "Rates whose value has no per cent sign.")
    static let level = RuleLevel.warning

    private static let marks = ScalarSet("，。；,;！")
    private static let gapSigns = ScalarSet("xXｘＸ×＊*")

    init(words: WordLists) {}

    var phrases: [PhraseFilter] { [RateWords.names] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        var last: Int?
        return passage.rates.compactMap { statement in
            guard statement.value != last else { return nil }
            last = statement.value
            guard let end = end(of: statement.value, in: text, gaps: passage.entry.gaps), isClosed(end, in: text) else {
                return nil
            }
            let range = statement.value..<end
            let value = text[range].string
            return Finding(range, Self.message(statement.word, value), replacement: value + "%")
        }
    }

    /// Where the number from 1 to 100, or the gap, ends that begins at `start`.
    private func end(of start: Int, in text: Scalars, gaps: [Bool]) -> Int? {
        var index = start
        var (value, digits, signs, points) = (0, 0, 0, 0)
        while index < text.endIndex, index - start < 12 {
            let scalar = text[index]
            if Self.gapSigns.contains(scalar) {
                signs += 1
            } else if index < gaps.count, gaps[index] {
                // A line or a bracket that is to be filled in may take the sign, too.
                return nil
            } else if let digit = scalar.digitValue {
                digits += 1
                if points == 0 { value = value * 10 + digit }
            } else if scalar == "." || scalar == "．", points == 0, index + 1 < text.endIndex,
                text[index + 1].digitValue != nil || text[index + 1].isGapSign
            {
                points = 1
            } else {
                break
            }
            index += 1
        }
        if signs > 0 { return digits == 0 ? index : nil }
        return digits > 0 && (1...100).contains(value) ? index : nil
    }

    private func isClosed(_ index: Int, in text: Scalars) -> Bool {
        index == text.endIndex || Self.marks.contains(text[index])
            || (text[index] == "." && (index + 1 == text.endIndex || text[index + 1].isHan))
    }

    // MARK: - Wording

    private static func message(_ word: String, _ value: String) -> LocalizedText {
        LocalizedText(
            zh: "\(word)“\(value)”缺少百分号，请补上",
            en: "the value '\(value)' of \(word) has no per cent sign; add it"
        )
    }
}

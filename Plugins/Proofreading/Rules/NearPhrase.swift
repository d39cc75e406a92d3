internal import StageKit
internal import SummaryModel

/// Fixed phrases in which one character was replaced by one that sounds the same: slips of those who type by sound.
///
/// What was typed is let pass when it can be meant: the new character is a numeral, makes a common word with one of its
/// neighbours, or stands at an end of the phrase and is a word that belongs to the text around it.
struct NearPhrase: PassageRule {
    static let name = "near-phrase"
    static let summary = LocalizedText(
        zh: "固定说法中一字误作同音字",
        en: "Fixed phrases with one character replaced by a homophone."
    )
    static let level = RuleLevel.warning

    /// Made when the rule is first used.
    private static let phrases = SetPhrases(PackageResources.set_phrases_txt)
    private static let homophones = Homophones(PackageResources.homophones_txt)
    private static let commonWords = CommonWords(PackageResources.common_words_txt)

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    var phrases: [PhraseFilter] { lists.map(\.filter) }
    var setPhrases: [PhraseFilter] { [Self.phrases.filter] }

    /// What other rules report.
    private var lists: [WordList] { [words.confusable, words.phrases, words.particles] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        slips(in: passage).map { slip in
            let right = Self.phrases[slip.phrase][...].string
            return Finding(slip.range, Self.message(passage.text[slip.range].string, right), replacement: right)
        }
    }

    /// The slips of a passage; of those that overlap the longest and then the first of the list, and what other rules report is left to them.
    private func slips(in passage: Proof.Passage) -> [SetPhrases.Match] {
        let text = passage.text
        var slips: [SetPhrases.Match] = []
        Self.phrases.forEachMatch(in: text, at: passage.pairs.setPhrases) { match in
            guard let changed = match.changed, isSlip(match, changed, in: text) else { return }
            slips.append(match)
        }
        guard !slips.isEmpty else { return [] }
        let reported = lists.flatMap { list in
            list.hits(in: text, at: passage.phrasePlaces, correct: words.correct).map(\.range)
        }
        slips.removeAll { slip in reported.contains { $0.overlaps(slip.range) } }
        slips.sort { ($1.range.count, $0.phrase) < ($0.range.count, $1.phrase) }
        var kept: [SetPhrases.Match] = []
        for slip in slips where !kept.contains(where: { $0.range.overlaps(slip.range) }) { kept.append(slip) }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isSlip(_ match: SetPhrases.Match, _ changed: Int, in text: Scalars) -> Bool {
        let typed = text[changed]
        let right = Self.phrases[match.phrase][changed - match.range.lowerBound]
        return Self.homophones.areSame(typed, right) && !Self.numerals.contains(typed)
            && !makesWord(match, changed, in: text) && !standsAlone(match, changed, in: text)
            && !isCorrect(changed, in: text)
    }

    private static let numerals: Set<Unicode.Scalar> = [
        "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两", "元", "角", "厘", "毫",
    ]

    /// Whether the new character and a neighbour are a common word. The middle of a phrase of four is where its two words
    /// meet: a word there would leave two halves of words.
    private func makesWord(_ match: SetPhrases.Match, _ changed: Int, in text: Scalars) -> Bool {
        let middle = match.range.count == 4 ? match.range.lowerBound + 1 : nil
        return [changed - 1, changed].contains { first in
            first != middle && first >= text.startIndex && first + 1 < text.endIndex
                && Self.commonWords.isWord(text[first], text[first + 1])
        }
    }

    /// Whether the new character is a word of the text around the phrase, or the end of the name of a body before it.
    private func standsAlone(_ match: SetPhrases.Match, _ changed: Int, in text: Scalars) -> Bool {
        let (start, end) = (match.range.lowerBound, match.range.upperBound)
        if changed == start { return Self.commonWords.isFinal(text[changed]) || Self.commonWords.isWord(text[changed]) }
        guard Self.commonWords.isWord(text[changed]) else { return false }
        let (isAfterHan, isBeforeHan) = (
            start > text.startIndex && text[start - 1].isHan, end < text.endIndex && text[end].isHan
        )
        if changed == end - 1, isBeforeHan { return true }
        // With one character of the phrase left beyond it, that may begin or end a word outside.
        if changed == start + 1, isAfterHan, Self.commonWords.isWord(text[start - 1], text[start]) { return true }
        return changed == end - 2 && isBeforeHan && Self.commonWords.isWord(text[end - 1], text[end])
    }

    /// Whether a fixed phrase, or one that is known to be right, stands over the character as it is.
    private func isCorrect(_ changed: Int, in text: Scalars) -> Bool {
        let reach = SetPhrases.lengths.upperBound - 1
        let start = max(text.startIndex, changed - reach)
        let around = text[start..<min(text.endIndex, changed + reach + 1)]
        var isCorrect = false
        Self.phrases.forEachMatch(in: around, at: Self.phrases.filter.places(in: around)) { match in
            if match.changed == nil, match.range.contains(changed) { isCorrect = true }
        }
        return isCorrect
            || (start...changed).contains { index in
                words.correct.longestMatch(in: text, at: index)?.range.contains(changed) ?? false
            }
    }

    // MARK: - Wording

    private static func message(_ wrong: String, _ right: String) -> LocalizedText {
        LocalizedText(zh: "“\(wrong)”疑为“\(right)”之误，请核对", en: "'\(wrong)' looks like a slip for '\(right)'; check it")
    }
}

internal import StageKit
internal import SummaryModel

/// A day of the week that is not that of the date before it.
struct Weekday: ProofRule {
    static let name = "weekday"
    static let summary = LocalizedText(
        zh: "星期与日期不符",
        en: "Days of the week that do not agree with the date before them."
    )
    static let level = RuleLevel.warning

    private static let days: [Unicode.Scalar] = ["日", "一", "二", "三", "四", "五", "六"]
    private static let opening = PhraseIndex(["（", "(", " （", " ("])
    private static let signs = CharacterFilter("星周拜")
    private static let words = PhraseIndex(["星期", "周", "礼拜"])

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        proof.parts.flatMap { part -> [Finding] in
            let years = Proof.years(in: part.title[...]).map(\.value)
            let year = years.count == 1 ? years[0] : nil
            return part.blocks.flatMap { block -> [Finding] in
                let entry = proof.blocks[block]
                guard entry.block.mayHold(Self.signs) else { return [] }
                return entry.passages.flatMap { findings(in: entry, block, $0, year: year) }
            }
        }
    }

    private func findings(in entry: Proof.Entry, _ block: Int, _ passage: Range<Int>, year: Int?) -> [Finding] {
        entry.dates(in: passage).compactMap { date in
            guard let found = weekday(in: entry.scalars[passage], after: date.range.upperBound),
                let wanted = wanted(of: date, saying: found.day, year: year)
            else { return nil }
            let written = entry.text.string(found.range)
            let right = String(written.unicodeScalars.dropLast()) + String(Self.days[wanted])
            let name = (date.fullYear == nil ? year.map { "\($0)年" } ?? "" : "") + entry.text.string(date.range)
            return Finding(block: block, found.range, Self.message(name, written, right), replacement: right)
        }
    }

    /// The day that a date has, when it is not the one said; `nil` when it is, or cannot be told.
    ///
    /// A date without a year is of the year in the title, unless the day said fits the year before or after it.
    private func wanted(of date: WrittenDate, saying day: Int, year: Int?) -> Int? {
        if date.fullYear != nil { return date.weekday.flatMap { $0 == day ? nil : $0 } }
        guard let year else { return nil }
        func weekday(_ year: Int) -> Int? {
            var date = date
            date.fullYear = year
            return date.weekday
        }
        guard let wanted = weekday(year), ![year - 1, year, year + 1].contains(where: { weekday($0) == day }) else {
            return nil
        }
        return wanted
    }

    /// The day of the week that is said of the date that ends at `index`.
    private func weekday(in text: Scalars, after index: Int) -> (day: Int, range: Range<Int>)? {
        let bracket = Self.opening.longestMatch(in: text, at: index)
        let start = bracket?.range.upperBound ?? index
        guard let word = Self.words.longestMatch(in: text, at: start), word.range.upperBound < text.endIndex else {
            return nil
        }
        let sign = text[word.range.upperBound]
        guard let day = sign == "天" ? 0 : Self.days.firstIndex(of: sign) else { return nil }
        let end = word.range.upperBound + 1
        let found = (day, word.range.lowerBound..<end)
        guard end < text.endIndex else { return found }
        let next = text[end]
        if bracket != nil { return "）)，,".unicodeScalars.contains(next) ? found : nil }
        // Without brackets 周一 may be a part of what follows: 周三夜校.
        if word.range.count == 1 {
            return next.isHan || next.isRangeSign || next == "、" ? nil : found
        }
        return next.isRangeSign || next == "、" || HanNumeral.characters.contains(next) ? nil : found
    }

    // MARK: - Wording

    private static func message(_ date: String, _ written: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "\(date)是\(right)，不是\(written)，请核对日期或者星期",
            en: "\(date) is \(right), not \(written); check the date or the day of the week"
        )
    }
}

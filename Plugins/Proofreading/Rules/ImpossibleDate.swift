internal import StageKit
internal import SummaryModel

/// Dates and times that do not exist.
struct ImpossibleDate: PassageRule {
    static let name = "date"
    static let summary = LocalizedText(zh: "不存在的日期和时刻", en: "Dates and times that do not exist.")
    static let level = RuleLevel.warning

    static let signs: CharacterFilter? = CharacterFilter("月时点:：")

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        let dates = passage.dates.filter { isWrong($0, in: text) }
        return dates.map { Finding($0.range, Self.dateMessage(text[$0.range].string)) }
            + times(in: text).map { Finding($0, Self.timeMessage(text[$0].string)) }
    }

    private func isWrong(_ date: WrittenDate, in text: Scalars) -> Bool {
        guard !date.exists else { return false }
        let before = text[max(text.startIndex, date.range.lowerBound - 6)..<date.range.lowerBound]
        if ["农历", "阴历", "旧历", "夏历"].contains(where: before.holds) { return false }
        guard let day = date.day else { return date.fullYear.map { (1900...2100).contains($0) } ?? false }
        // Dates of the lunar calendar are written in Han characters; its second month may have 30 days.
        return !(date.isHan && date.year == nil && (1...12).contains(date.month.value) && (1...30).contains(day.value))
    }

    // MARK: - Times

    private static let marks = ScalarSet("时点:：")
    private static let digits = ScalarSet("0123456789０１２３４５６７８９")
    private static let partsOfDay = PhraseSet(["上午", "下午", "中午", "晚上", "早上", "凌晨", "日", "日）", "午"])

    /// Times with 60 minutes or more: 8时75分, 下午2:60.
    private func times(in text: Scalars) -> [Range<Int>] {
        var times: [Range<Int>] = []
        var index = text.startIndex
        while true {
            let start = Self.digits.firstIndex(in: text, from: index)
            index = start
            while index < text.endIndex, text[index].digitValue != nil { index += 1 }
            guard index < text.endIndex else { break }
            guard index - start <= 2, Self.marks.contains(text[index]) else { continue }
            let end = digits(in: text, after: index + 1)
            guard end - index == 3, let hour = value(text[start..<index]), hour <= 24,
                let minute = value(text[index + 1..<end]), minute >= 60,
                start == text.startIndex
                    || !(text[start - 1].isGapSign || ".．:：第".unicodeScalars.contains(text[start - 1]))
            else { continue }
            if text[index] == "时" || text[index] == "点" {
                if end < text.endIndex, text[end] == "分", !text[(end + 1)...].starts(with: "钟") {
                    times.append(start..<end + 1)
                }
            } else if Self.partsOfDay.ends(text[..<start]),
                end == text.endIndex || !(text[end].isGapSign || ":：.．".unicodeScalars.contains(text[end]))
            {
                times.append(start..<end)
            }
        }
        return times
    }

    private func digits(in text: Scalars, after index: Int) -> Int {
        var end = index
        while end < text.endIndex, end - index < 3, text[end].digitValue != nil { end += 1 }
        return end
    }

    private func value(_ digits: Scalars) -> Int? {
        digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    }

    // MARK: - Wording

    private static func dateMessage(_ text: String) -> LocalizedText {
        LocalizedText(zh: "没有“\(text)”这个日期，请核对", en: "there is no date '\(text)'; check it")
    }

    private static func timeMessage(_ text: String) -> LocalizedText {
        LocalizedText(zh: "没有“\(text)”这个时刻，请核对", en: "there is no time '\(text)'; check it")
    }
}

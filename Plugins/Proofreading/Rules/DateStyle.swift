internal import StageKit
internal import SummaryModel

/// Dates that are not written as official documents write them.
struct DateStyle: PassageRule {
    static let name = "date-style"
    static let summary = LocalizedText(
        zh: "日期写法不规范：年份两位、月日编虚位、“日”写作“号”",
        en: "Dates with a year of two digits, leading zeros, or 号 for 日."
    )
    static let source: String? = "GB/T 9704-2012, 7.3.5.4"
    static let level = RuleLevel.info

    /// What stands before a length of time: 近20年, 服刑20年3月, 第20年度.
    private static let lengths = "近前后连续过去这每第两满达历期刑龄约余共了超逾满干长用".unicodeScalars
    /// What follows 号 when it is a number of something and no day: 3月7号文件.
    private static let numbered = "文楼令线井院门公通车库馆机厅室桥仓船".unicodeScalars
    private static let standardOfNumerals = "GB/T 15835-2011, 5.1.4"

    static let signs: CharacterFilter? = CharacterFilter("年月")

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        var findings: [Finding] = []
        for date in passage.dates where date.exists {
            if let finding = form(of: date, in: text) { findings.append(finding) }
            if let year = date.year, isShort(year.range, in: text), date.day != nil || isBegun(year.range, in: text) {
                findings.append(shortYear(year.range.lowerBound..<year.range.upperBound + 1, year.value, in: text))
            }
        }
        return findings + shortYears(in: text)
    }

    // MARK: - Leading zeros and 号

    private func form(of date: WrittenDate, in text: Scalars) -> Finding? {
        guard !date.isHan else { return nil }
        let numbers = [date.hasMonth ? date.month : nil, date.day].compactMap { $0 }
        let hasZero = numbers.contains { $0.range.count == 2 && text[$0.range.lowerBound].digitValue == 0 }
        let hasNumber = isNumber(date, in: text)
        guard hasZero || hasNumber else { return nil }
        var skipped = Set<Int>()
        for number in numbers where number.range.count == 2 && text[number.range.lowerBound].digitValue == 0 {
            skipped.insert(number.range.lowerBound)
        }
        var right: [Unicode.Scalar] = []
        for index in date.range where !skipped.contains(index) {
            right.append(hasNumber && index == date.range.upperBound - 1 ? "日" : text[index])
        }
        let written = text[date.range].string
        return Finding(
            date.range,
            hasZero ? Self.zeroMessage(written, right[...].string) : Self.dayMessage(written, right[...].string),
            replacement: right[...].string,
            isSafe: !hasNumber && date.fullYear != nil
        )
    }

    private func isNumber(_ date: WrittenDate, in text: Scalars) -> Bool {
        guard date.day != nil, date.hasMonth, text[date.range.upperBound - 1] == "号" else { return false }
        let end = date.range.upperBound
        return end == text.endIndex || !(Self.numbered.contains(text[end]) || text[end].isLatinLetter)
    }

    // MARK: - Years of two digits

    /// Whether a number is a year of two digits and no length of time.
    private func isShort(_ range: Range<Int>, in text: Scalars) -> Bool {
        guard range.count == 2, text[range].allSatisfy({ $0.digitValue != nil }) else { return false }
        guard range.lowerBound > text.startIndex else { return true }
        let before = text[range.lowerBound - 1]
        return
            !(Self.lengths.contains(before) || before.isGapSign || before.isRangeSign || before.isLatinLetter
            || before.digitValue != nil || "/.．、*〔[(（'’".unicodeScalars.contains(before))
    }

    /// Whether a text or clause begins with the number, or 于, 在, 从 and the like stand before it.
    private func isBegun(_ range: Range<Int>, in text: Scalars) -> Bool {
        guard range.lowerBound > text.startIndex else { return true }
        let before = text[range.lowerBound - 1]
        return before.isClauseMark || "于在自从至到".unicodeScalars.contains(before)
    }

    /// The years of 20年度.
    private func shortYears(in text: Scalars) -> [Finding] {
        var findings: [Finding] = []
        for index in text.indices.dropFirst(2) where text[index] == "年" && text[index...].starts(with: "年度") {
            guard isShort(index - 2..<index, in: text) else { continue }
            let value = text[index - 2..<index].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
            findings.append(shortYear(index - 2..<index + 1, value, in: text))
        }
        return findings
    }

    private func shortYear(_ range: Range<Int>, _ value: Int, in text: Scalars) -> Finding {
        let right = "\(value < 50 ? 2000 + value : 1900 + value)年"
        return Finding(
            range,
            Self.yearMessage(text[range].string, right),
            replacement: right,
            source: Self.standardOfNumerals
        )
    }

    // MARK: - Wording

    private static func zeroMessage(_ text: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "月、日不编虚位，“\(text)”应写作“\(right)”",
            en: "months and days have no leading zeros; write '\(right)' for '\(text)'"
        )
    }

    private static func dayMessage(_ text: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "日期用“日”，“\(text)”应写作“\(right)”",
            en: "days are written with 日; write '\(right)' for '\(text)'"
        )
    }

    private static func yearMessage(_ text: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "年份应写全，“\(text)”可写作“\(right)”",
            en: "years have four digits; '\(text)' may be '\(right)'"
        )
    }
}

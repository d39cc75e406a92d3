internal import StageKit
internal import SummaryModel

/// A date in a text: a month with what stands of year and day.
struct WrittenDate {
    /// A number in a date.
    struct Number {
        var range: Range<Int>
        var value: Int
    }

    /// The year before 年, as it is written.
    var year: Number?
    /// The month; that of the date before when only a day follows a range sign.
    var month: Number
    /// The day, when there is one.
    var day: Number?
    /// The characters of the date, from the first number to 年, 月, 日 or 号.
    var range: Range<Int>
    /// The year in four digits, also when it is that of the date at the other end of a range; `nil` when it is unknown.
    var fullYear: Int?
    /// Whether the date is written in Han characters.
    var isHan: Bool
    /// Whether the month is written with the date.
    var hasMonth = true

    /// How many days a month has; 29 for February when the year is not known.
    static func days(in month: Int, of year: Int?) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.map(isLeap) ?? true ? 29 : 28
        default: 31
        }
    }

    /// Whether a year of the Gregorian calendar has a 29th of February.
    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Whether month and day exist.
    var exists: Bool {
        guard (1...12).contains(month.value) else { return false }
        guard let day else { return true }
        return (1...Self.days(in: month.value, of: fullYear)).contains(day.value)
    }

    /// The day of the week, 0 for Sunday, by Zeller's congruence; `nil` when year or day is unknown or the day does not
    /// exist.
    var weekday: Int? {
        guard exists, let day, let fullYear else { return nil }
        let year = month.value < 3 ? fullYear - 1 : fullYear
        let shifted = month.value < 3 ? month.value + 12 : month.value
        let days = day.value + 13 * (shifted + 1) / 5 + year + year / 4 - year / 100 + year / 400
        return (days + 6) % 7
    }
}

extension Proof.Entry {
    /// The dates of a passage with at least a month, in order. The time is linear.
    func dates(in passage: Range<Int>) -> [WrittenDate] {
        guard block.mayHold(DateScanner.signs) else { return [] }
        return DateScanner(scalars: scalars[passage], gaps: gaps).dates()
    }
}

extension Proof.Passage {
    /// The dates with at least a month, in order.
    var dates: [WrittenDate] { entry.dates(in: text.indices) }
}

/// Finds the dates of a passage.
private struct DateScanner {
    let scalars: Scalars
    let gaps: [Bool]

    /// What every date has in it.
    static let signs = CharacterFilter("月")

    /// Longer numbers are not read.
    private static let longestNumber = 6

    func dates() -> [WrittenDate] {
        var dates: [WrittenDate] = []
        for index in scalars.indices where scalars[index] == "月" {
            guard var date = date(at: index) else { continue }
            if date.fullYear == nil, date.year == nil, let last = dates.last, last.day != nil,
                isRange(last.range.upperBound, date.range.lowerBound), last.month.value <= date.month.value
            {
                date.fullYear = last.fullYear
            }
            dates.append(date)
            if let end = secondDay(of: date) { dates.append(end) }
        }
        return dates
    }

    private func date(at mark: Int) -> WrittenDate? {
        guard let month = number(before: mark), isFree(month.range.lowerBound - 1) else { return nil }
        var date = WrittenDate(
            month: month,
            range: month.range.lowerBound..<mark + 1,
            isHan: scalars[month.range.lowerBound].digitValue == nil
        )
        let before = skipBlanks(backFrom: month.range.lowerBound)
        if before > scalars.startIndex, scalars[before - 1] == "年" {
            // A year that cannot be read is one that may be any.
            if let year = number(before: before - 1), isFree(year.range.lowerBound - 1) {
                date.year = year
                date.range = year.range.lowerBound..<date.range.upperBound
                if (1000...9999).contains(year.value) { date.fullYear = year.value }
            }
        } else if isPartOfList(before) {
            return nil
        }
        if let day = number(after: mark + 1), day.end < scalars.endIndex, "日号".unicodeScalars.contains(scalars[day.end])
        {
            date.day = day.number
            date.range = date.range.lowerBound..<day.end + 1
        }
        return date
    }

    /// Whether the number that begins at `start` is no month of its own: 第2月, or the 13 of 1—13月.
    private func isPartOfList(_ start: Int) -> Bool {
        var index = start
        guard index > scalars.startIndex else { return false }
        if "第每个".unicodeScalars.contains(scalars[index - 1]) { return true }
        while index > scalars.startIndex, start - index < 2, scalars[index - 1].isRangeSign || scalars[index - 1] == "、"
        {
            index -= 1
        }
        guard index < start, index > scalars.startIndex else { return false }
        let before = scalars[index - 1]
        return before.digitValue != nil || HanNumeral.characters.contains(before) || isGap(index - 1)
    }

    /// The 5日 of 2024年5月1日至5日.
    private func secondDay(of date: WrittenDate) -> WrittenDate? {
        guard date.day != nil else { return nil }
        var index = date.range.upperBound
        while index < scalars.endIndex, scalars[index].isRangeSign { index += 1 }
        guard index > date.range.upperBound, index - date.range.upperBound <= 2, let day = number(after: index),
            day.end < scalars.endIndex, "日号".unicodeScalars.contains(scalars[day.end])
        else { return nil }
        var second = date
        second.year = nil
        second.day = day.number
        second.hasMonth = false
        second.range = day.number.range.lowerBound..<day.end + 1
        return second
    }

    /// Whether only a range sign stands between two places.
    private func isRange(_ start: Int, _ end: Int) -> Bool {
        start < end && end - start <= 2 && scalars[start..<end].allSatisfy(\.isRangeSign)
    }

    /// Whether a number may begin after the character at `index`.
    private func isFree(_ index: Int) -> Bool {
        guard scalars.indices.contains(index) else { return true }
        let scalar = scalars[index]
        // 日期：2024年3月7日 is a date, the end of 8:30 is none.
        if ":：".unicodeScalars.contains(scalar), index > scalars.startIndex, scalars[index - 1].digitValue != nil {
            return false
        }
        return !isGap(index) && scalar.digitValue == nil && !scalar.isLatinLetter
            && !".．/".unicodeScalars.contains(scalar)
            && !HanNumeral.characters.contains(scalar)
    }

    private func isGap(_ index: Int) -> Bool {
        scalars[index].isGapSign || (index < gaps.count && gaps[index])
    }

    private func skipBlanks(backFrom index: Int) -> Int {
        var index = index
        while index > scalars.startIndex, scalars[index - 1] == " " { index -= 1 }
        return index
    }

    private func number(before mark: Int) -> WrittenDate.Number? {
        let end = skipBlanks(backFrom: mark)
        guard end > scalars.startIndex else { return nil }
        let isArabic = scalars[end - 1].digitValue != nil
        var start = end
        while start > scalars.startIndex, end - start <= Self.longestNumber, isNumeral(start - 1, isArabic) {
            start -= 1
        }
        return number(start..<end)
    }

    private func number(after index: Int) -> (number: WrittenDate.Number, end: Int)? {
        var start = index
        while start < scalars.endIndex, scalars[start] == " " { start += 1 }
        guard start < scalars.endIndex else { return nil }
        let isArabic = scalars[start].digitValue != nil
        var end = start
        while end < scalars.endIndex, end - start <= Self.longestNumber, isNumeral(end, isArabic) { end += 1 }
        guard let number = number(start..<end) else { return nil }
        while end < scalars.endIndex, scalars[end] == " " { end += 1 }
        return (number, end)
    }

    private func isNumeral(_ index: Int, _ isArabic: Bool) -> Bool {
        guard !isGap(index) else { return false }
        return isArabic ? scalars[index].digitValue != nil : HanNumeral.characters.contains(scalars[index])
    }

    private func number(_ range: Range<Int>) -> WrittenDate.Number? {
        guard !range.isEmpty, range.count <= Self.longestNumber else { return nil }
        let characters = scalars[range]
        if characters.allSatisfy({ $0.digitValue != nil }) {
            return WrittenDate.Number(range: range, value: characters.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) })
        }
        // 二〇二四 is read digit by digit, 三十一 as a number.
        let digits = characters.compactMap { HanNumeral.digit($0) }
        if range.count == 4, digits.count == 4, digits.allSatisfy({ $0 < 10 }) {
            return WrittenDate.Number(range: range, value: digits.reduce(0) { $0 * 10 + $1 })
        }
        return HanNumeral.value(characters).map { WrittenDate.Number(range: range, value: $0) }
    }
}

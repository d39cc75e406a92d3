internal import SummaryModel

/// A date as documents write it, for programs: 2024年12月31日 and 二〇二四年十二月三十一日 are `2024-12-31`.
enum WrittenDate {
    /// The date; `nil` when the text is anything else.
    static func machineForm(of text: String) -> String? {
        let scalars = Array(text.unicodeScalars)[...].trimmed
        guard scalars.last == "日", let yearEnd = scalars.firstIndex(of: "年"),
            let monthEnd = scalars[yearEnd...].firstIndex(of: "月")
        else { return nil }
        guard let year = digits(scalars[..<yearEnd]), year.count == 4,
            let month = number(scalars[(yearEnd + 1)..<monthEnd]),
            let day = number(scalars[(monthEnd + 1)..<(scalars.endIndex - 1)])
        else { return nil }
        let date = "\(year.map(String.init).joined())-\(padded(month))-\(padded(day))"
        return CalendarDate.isValid(date) ? date : nil
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The values of digits, Arabic or Han, one by one.
    private static func digits(_ scalars: Scalars) -> [Int]? {
        let values = scalars.compactMap { $0.digitValue ?? HanNumeral.digit($0) }
        return values.count == scalars.count && values.allSatisfy { $0 < 10 } ? values : nil
    }

    /// A number of one or two Arabic digits, or in Han up to 三十一.
    private static func number(_ scalars: Scalars) -> Int? {
        guard (1...3).contains(scalars.count) else { return nil }
        let values = scalars.compactMap(\.digitValue)
        if values.count == scalars.count { return values.count <= 2 ? values.reduce(0) { $0 * 10 + $1 } : nil }
        return (1...31).first { HanNumeral.text($0).map { Array($0.unicodeScalars)[...] } == scalars }
    }
}

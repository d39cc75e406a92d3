#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How a number in a cell is shown (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
///
/// General, whole numbers, decimals, thousands, percentages and words around them are written as the workbook shows them.
/// Dates are written as 2024-03-05, or as 2024年3月5日 where the format is written in Chinese. Other formats, such as fractions,
/// give the number itself.
struct CellFormat: Hashable {
    private enum Kind: Hashable {
        case general
        case number(decimals: Int, isGrouped: Bool, isPercent: Bool)
        case date(year: Bool, month: Bool, day: Bool, hour: Bool, second: Bool, isHan: Bool)
    }

    private var kind = Kind.general
    private var before = ""
    private var after = ""

    static let general = CellFormat()

    private init() {}

    /// The format of a number that the standard lists, as it is in China.
    init(number: Int) {
        let code: String
        switch number {
        case 1: code = "0"
        case 2: code = "0.00"
        case 3, 37, 38: code = "#,##0"
        case 4, 39, 40: code = "#,##0.00"
        case 9: code = "0%"
        case 10: code = "0.00%"
        case 14...17, 30: code = "yyyy-m-d"
        case 18...21, 32...35, 45...47, 55, 56: code = "h:mm:ss"
        case 22: code = "yyyy-m-d h:mm"
        case 27, 36, 50, 52, 57: code = "yyyy\"年\"m\"月\""
        case 28, 29, 51, 53, 54, 58: code = "m\"月\"d\"日\""
        case 31: code = "yyyy\"年\"m\"月\"d\"日\""
        default:
            self.init()
            return
        }
        self.init(code: code)
    }

    /// The format that a code describes.
    init(code: String) {
        if code.lowercased().hasPrefix("general") { return }
        var literal = ""
        var pattern: [Unicode.Scalar] = []
        var tokens: [Unicode.Scalar] = []
        let scalars = Array(code.unicodeScalars)
        var index = 0
        /// Keeps a character that is shown as it is.
        func keep(_ scalar: Unicode.Scalar) { literal.unicodeScalars.append(scalar) }
        scan: while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case ";": break scan
            case "\"":
                while index < scalars.count, scalars[index] != "\"" {
                    keep(scalars[index])
                    index += 1
                }
                index += 1
            case "\\", "!":
                if index < scalars.count { keep(scalars[index]) }
                index += 1
            case "_", "*": index += 1
            case "[":
                let start = index
                while index < scalars.count, scalars[index] != "]" { index += 1 }
                let name = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
                if ["h", "hh", "m", "mm", "s", "ss"].contains(name) { tokens.append(scalars[start]) }
                index += 1
            case "0", "#", ".", ",":
                if pattern.isEmpty {
                    before = literal
                    literal = ""
                }
                pattern.append(scalar)
            case "%":
                pattern.append(scalar)
                keep(scalar)
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e": tokens.append(scalar)
            case "?", "/", "E", "@":
                if tokens.isEmpty, scalar != "/" { return }
                if scalar == "/", !pattern.isEmpty { return }
            case "年", "月", "日", "时", "分", "秒": keep(scalar)
            default: if scalar.value > 0x7F || " $+-()~".unicodeScalars.contains(scalar) { keep(scalar) }
            }
        }
        let text = before + literal
        if !tokens.isEmpty {
            self.kind = Self.date(tokens, isHan: text.unicodeScalars.contains { "年月日".unicodeScalars.contains($0) })
            before = ""
        } else if pattern.contains("0") || pattern.contains("#") {
            let point = pattern.firstIndex(of: ".") ?? pattern.count
            let digits = min(15, pattern[point...].count { $0 == "0" || $0 == "#" })
            // A comma at the end divides by a thousand, which is not done here.
            if pattern.last == "," {
                before = ""
                return
            }
            kind = .number(
                decimals: digits,
                isGrouped: pattern[..<point].contains(","),
                isPercent: pattern.contains("%")
            )
            after = literal
        } else {
            before = ""
        }
    }

    private static func date(_ tokens: [Unicode.Scalar], isHan: Bool) -> Kind {
        var month = false
        var hour = false
        var second = false
        let lower = tokens.map { Character($0).lowercased() }
        for (index, token) in lower.enumerated() {
            switch token {
            case "h": hour = true
            case "s": second = true
            case "m":
                // After hours and before seconds it means minutes.
                let last = lower[..<index].last { $0 != "m" }
                let next = lower[index...].first { $0 != "m" }
                if last != "h", next != "s" { month = true } else { hour = true }
            default: break
            }
        }
        let year = lower.contains("y") || lower.contains("e")
        return .date(year: year, month: month, day: lower.contains("d"), hour: hour, second: second, isHan: isHan)
    }

    /// The number as it is shown.
    ///
    /// - Parameters:
    ///   - text: The number as the file has it.
    ///   - is1904: Whether days are counted from 1904.
    func shown(_ text: String, is1904: Bool) -> String {
        guard let value = Double(text), value.isFinite else { return text }
        switch kind {
        case .general: return before + Self.general(value, text) + after
        case .number(let decimals, let isGrouped, let isPercent):
            var digits = Self.fixed(abs(value) * (isPercent ? 100 : 1), decimals: decimals)
            if isGrouped { digits = Self.grouped(digits) }
            let isZero = digits.utf8.allSatisfy { !(0x31...0x39).contains($0) }
            return (value < 0 && !isZero ? "-" : "") + before + digits + after
        case .date(let year, let month, let day, let hour, let second, let isHan):
            guard value >= 0, value < 2_958_466 else { return Self.general(value, text) }
            var seconds = Int((value * 86_400).rounded())
            let days = seconds / 86_400
            seconds %= 86_400
            var parts: [String] = []
            if year || month || day {
                let date = Self.civil(days, is1904: is1904)
                if isHan {
                    parts.append(
                        (year ? "\(date.year)年" : "") + (month ? "\(date.month)月" : "") + (day ? "\(date.day)日" : "")
                    )
                } else if year, month, !day {
                    parts.append("\(date.year)-\(Self.two(date.month))")
                } else if year, !month {
                    parts.append("\(date.year)")
                } else {
                    parts.append("\(date.year)-\(Self.two(date.month))-\(Self.two(date.day))")
                }
            }
            if hour || second {
                let hours = parts.isEmpty ? days * 24 + seconds / 3600 : seconds / 3600
                let clock = "\(Self.two(hours)):\(Self.two(seconds / 60 % 60))"
                parts.append(second ? "\(clock):\(Self.two(seconds % 60))" : clock)
            }
            return parts.joined(separator: " ")
        }
    }

    /// As `General` shows it: no more than the fifteen digits that a workbook counts with.
    private static func general(_ value: Double, _ text: String) -> String {
        if let integer = Int(text) { return String(integer) }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        let short = printed("%.15g", value)
        guard short.contains("e") else { return short }
        return abs(value) < 1 && abs(value) > 1e-9 ? trimmed(printed("%.20f", value)) : short
    }

    private static func trimmed(_ text: String) -> String {
        // Of the digits of a small number fifteen count.
        var digits = Array(text.utf8)
        if let first = digits.firstIndex(where: { (0x31...0x39).contains($0) }) {
            digits = Array(digits.prefix(first + 11))
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return String(decoding: digits, as: UTF8.self)
    }

    /// With a fixed number of decimals. Half is rounded up, as people expect it of the fifteen digits that are shown.
    private static func fixed(_ value: Double, decimals: Int) -> String {
        let exact = Double(printed("%.15g", value)) ?? value
        let scale = pow(10, Double(min(decimals, 15)))
        let scaled = (Double(printed("%.15g", exact * scale)) ?? exact * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 1e15 else { return printed("%.\(decimals)f", value) }
        return printed("%.\(decimals)f", scaled / scale)
    }

    private static func grouped(_ digits: String) -> String {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        var whole: [UInt8] = []
        let first = Array(parts[0].utf8)
        for (index, digit) in first.enumerated() {
            if index > 0, (first.count - index) % 3 == 0 { whole.append(UInt8(ascii: ",")) }
            whole.append(digit)
        }
        return ([String(decoding: whole, as: UTF8.self)] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func printed(_ format: String, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The date of a day. In the count from 1900 the day 60 is the 29th of February that this year did not have.
    private static func civil(_ day: Int, is1904: Bool) -> (year: Int, month: Int, day: Int) {
        // Days since the first of March of the year 0 in the Gregorian calendar.
        let epoch = is1904 ? 695_361 : day < 60 ? 693_900 : 693_899
        let days = day + epoch
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

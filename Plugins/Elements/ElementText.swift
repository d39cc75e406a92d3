internal import SummaryModel

/// How the elements are written (GB/T 9704-2012, 7.2 to 7.4).
enum ElementText {
    /// A document number with its year in 〔〕, and its serial number without 第 and without zeros in front (7.2.5); `nil` when
    /// the text is none.
    static func number(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)[...].trimmed
        guard let open = scalars.firstIndex(where: { openings.contains($0) }), open > scalars.startIndex else {
            return nil
        }
        let rest = scalars[(open + 1)...]
        let year = rest.prefix { $0.digitValue != nil }
        guard year.count == 4, let close = rest.dropFirst(4).first, closings.contains(close) else { return nil }
        let tail = rest.dropFirst(5).trimmed
        guard tail.last == "号" else { return nil }
        var serial = tail.dropLast().trimmed
        if serial.first == "第" { serial = serial.dropFirst().trimmed }
        guard !serial.isEmpty, serial.allSatisfy({ $0.digitValue != nil }) else { return nil }
        let digits = serial.drop { $0.digitValue == 0 }
        guard !digits.isEmpty else { return nil }
        return scalars[..<open].trimmed.string + "〔" + ascii(year) + "〕" + ascii(digits) + "号"
    }

    /// A classification with ★ before its period (7.2.2), from that or from 机密*1年 and its like; `nil` when the text is none.
    static func classification(_ text: String) -> String? {
        guard HeadLine(text) == .classification else { return nil }
        let bare = text.unicodeScalars.filter { !$0.isBlank }
        let rest = bare.dropFirst(2)
        guard let sign = rest.first, sign != "★" else { return bare[...].string }
        let isSign = stars.contains(sign)
        guard isSign || sign.digitValue != nil || HanNumeral.digit(sign) != nil || sign == "长" else { return nil }
        return bare.prefix(2).string + "★" + rest.dropFirst(isSign ? 1 : 0).string
    }

    /// Whether a text is the number of an order, of minutes or of a bulletin: 第12号, 政府令第5号, （第12期）.
    static func isOrderNumber(_ text: String) -> Bool {
        var scalars = Array(text.unicodeScalars.filter { !$0.isBlank })[...]
        if let first = scalars.first, let last = scalars.last, "（(".unicodeScalars.contains(first),
            "）)".unicodeScalars.contains(last)
        {
            scalars = scalars.dropFirst().dropLast()
        }
        guard let end = scalars.last, end == "号" || end == "期", let start = scalars.firstIndex(of: "第") else {
            return false
        }
        let number = scalars[(start + 1)...].dropLast()
        return !number.isEmpty && number.allSatisfy { $0.digitValue != nil || HanNumeral.digit($0) != nil }
    }

    /// A number without 签发人 and what stands after it.
    static func beforeSigners(_ text: String) -> String {
        text.firstRange(of: "签发人").map { String(text[..<$0.lowerBound]) } ?? text
    }

    /// The day on which a document goes to be printed, with or without 印发 at the end; `nil` when the text is none.
    static func printDate(_ text: String) -> String? { date(text.replacing("印发", with: "")) }

    /// A date as 2024年12月20日, from that or from 2024-12-20 and its like (7.3.5.4); `nil` when the text is none that exists.
    static func date(_ text: String) -> String? {
        let bare = text.unicodeScalars.filter { !$0.isBlank }
        var parts: [[Unicode.Scalar]] = [[]]
        for scalar in bare {
            if scalar.digitValue != nil {
                parts[parts.count - 1].append(scalar)
            } else if separators.contains(scalar) {
                parts.append([])
            } else {
                return nil
            }
        }
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count == 3, parts[0].count == 4 else { return nil }
        let numbers = parts.compactMap { Int(ascii($0[...])) }
        guard numbers.count == 3 else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard CalendarDate.isValid("\(ascii(parts[0][...]))-\(padded(numbers[1]))-\(padded(numbers[2]))") else {
            return nil
        }
        return "\(ascii(parts[0][...]))年\(numbers[1])月\(numbers[2])日"
    }

    /// Those who sign a document for issue, as they stand beside its number (7.2.6).
    static func signers(_ names: [String]) -> String { "签发人：" + names.joined(separator: "\u{3000}") }

    /// The addressee ends with a colon (7.3.2).
    static func recipient(_ text: String) -> String { ended(text, by: "：", instead: ":：") }

    /// The note of the attachments, a line for each; names have no mark at their end (7.3.4).
    static func attachments(_ names: [String]) -> [String] {
        let names = names.map { name in
            var name = Array(name.unicodeScalars)[...]
            while let last = name.last, "。；;，,".unicodeScalars.contains(last) { name.removeLast() }
            // A number that the name carries would stand beside the one that it gets.
            return AttachmentNames.numbered(name).name.string
        }
        guard names.count > 1 else { return names.map { "附件：\($0)" } }
        return names.enumerated().map { index, name in
            index == 0 ? "附件：1.\(name)" : "\(index + 1).\(name)"
        }
    }

    /// A note stands in brackets (7.3.6).
    static func note(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)[...]
        if let first = scalars.first, let last = scalars.last, "（(".unicodeScalars.contains(first),
            "）)".unicodeScalars.contains(last), scalars.count > 2
        {
            return "（\(scalars.dropFirst().dropLast().string)）"
        }
        return "（\(text)）"
    }

    /// The list of copies begins with 抄送 and ends with a full stop (7.4.2).
    static func copies(_ text: String) -> String {
        let text = ended(text, by: "。", instead: ".。；;，,")
        return text.hasPrefix("抄送") ? text : "抄送：" + text
    }

    /// Who prints and issues, and when (7.4.3).
    static func imprint(_ printer: String?, _ date: String?) -> String {
        let date = date.map { $0.hasSuffix("印发") ? $0 : $0 + "印发" }
        return [printer, date].compactMap(\.self).joined(separator: "\u{3000}")
    }

    private static let openings = ScalarSet("〔[［【（(﹝")
    private static let stars = ScalarSet("*＊☆※✱✳﹡∗·")
    private static let closings = ScalarSet("〕]］】）)﹞")
    private static let separators = ScalarSet("年月日-./．－")

    private static func ended(_ text: String, by mark: Unicode.Scalar, instead others: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while let last = scalars.last, others.unicodeScalars.contains(last) { scalars.removeLast() }
        return scalars.string + String(Character(mark))
    }

    private static func ascii(_ digits: Scalars) -> String {
        digits.map { $0.digitValue.map(String.init) ?? "" }.joined()
    }
}

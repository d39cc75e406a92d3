internal import SummaryModel

/// A number without a sign, as a person writes it: kept exactly, with the unit of magnitude that stands after it.
struct Quantity: Equatable {
    /// The digits, without the decimal point.
    var mantissa: Int
    /// How many of the digits are decimals.
    var scale: Int
    /// The power of ten of the word after the number, 4 of 1.2万; 0 when there is none.
    var power = 0

    /// The longest number that is kept, in digits.
    private static let longest = 15

    /// Whether the number with its unit of magnitude is whole.
    var isWhole: Bool {
        var (rest, decimals) = (mantissa, scale)
        while decimals > 0, rest % 10 == 0 { (rest, decimals) = (rest / 10, decimals - 1) }
        return decimals <= power
    }

    /// The number when it is whole and has no unit of magnitude.
    var integer: Int? { scale == 0 && power == 0 ? mantissa : nil }

    /// The same amount in a unit of magnitude of another power of ten, without needless decimals; `nil` when the number
    /// becomes too long.
    func converted(to power: Int) -> Quantity? {
        var result = Quantity(mantissa: mantissa, scale: scale + power - self.power, power: power)
        while result.scale < 0 {
            let (product, overflows) = result.mantissa.multipliedReportingOverflow(by: 10)
            guard !overflows, product < Self.limit else { return nil }
            (result.mantissa, result.scale) = (product, result.scale + 1)
        }
        while result.scale > 0, result.mantissa % 10 == 0 {
            (result.mantissa, result.scale) = (result.mantissa / 10, result.scale - 1)
        }
        return result
    }

    private static let limit = 1_000_000_000_000_000

    // MARK: - Reading

    /// Reads the number at the start of `text`.
    ///
    /// - Returns: The number, and what comes after it; `nil` when the text begins with no number.
    static func read(_ text: Scalars) -> (quantity: Quantity, rest: Scalars)? {
        guard let first = text.first else { return nil }
        guard var (quantity, rest) = first.digitValue != nil ? readDigits(text) : readHan(text) else { return nil }
        if first.digitValue != nil {
            while let next = rest.first, let power = magnitude(next), power >= 2 {
                quantity.power += power
                rest = rest.dropFirst()
            }
        }
        return (quantity, rest)
    }

    private static func readDigits(_ text: Scalars) -> (quantity: Quantity, rest: Scalars)? {
        var mantissa = 0
        var count = 0
        var index = text.startIndex
        func digits(from start: Int) -> Int {
            text[start...].prefix { $0.digitValue != nil }.count
        }
        func take(_ number: Int) {
            for _ in 0..<number {
                if let digit = text[index].digitValue, count < longest { mantissa = mantissa * 10 + digit }
                count += 1
                index += 1
            }
        }
        let head = digits(from: index)
        take(head)
        // Groups of three digits behind a comma or a thin space, or none at all.
        while head <= 3, index < text.endIndex, isSeparator(text[index]), digits(from: index + 1) == 3 {
            index += 1
            take(3)
        }
        var scale = 0
        if index + 1 < text.endIndex, text[index] == "." || text[index] == "．", text[index + 1].digitValue != nil {
            index += 1
            scale = digits(from: index)
            take(scale)
        }
        guard count <= longest else { return nil }
        return (Quantity(mantissa: mantissa, scale: scale), text[index...])
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        ",，'\u{2009}\u{202F}\u{A0} ".unicodeScalars.contains(scalar)
    }

    /// 一千二百三十四, 二十五万, 三点五, 二〇二四.
    private static func readHan(_ text: Scalars) -> (quantity: Quantity, rest: Scalars)? {
        var rest = text
        guard var (number, power) = hanInteger(&rest) else { return nil }
        var scale = 0
        if rest.first == "点" {
            var decimals = rest.dropFirst()
            while let next = decimals.first, let digit = HanNumeral.digit(next), digit < 10, scale < 6 {
                number = number * 10 + digit
                scale += 1
                decimals = decimals.dropFirst()
            }
            guard scale > 0, power == 0 else { return nil }
            rest = decimals
        }
        if scale > 0 {
            while let next = rest.first, let more = magnitude(next), more >= 4 {
                power += more
                rest = rest.dropFirst()
            }
        }
        return number < limit ? (Quantity(mantissa: number, scale: scale, power: power), rest) : nil
    }

    /// A whole number; of one that ends in 万 or 亿 that word is the unit of magnitude.
    private static func hanInteger(_ rest: inout Scalars) -> (number: Int, power: Int)? {
        var (total, section, digit) = (0, 0, 0)
        var count = 0
        var lastPower = 0
        // 二〇二四, digit by digit; 三四 is no number but a rough one.
        let plain = rest.prefix { HanNumeral.digit($0).map { $0 < 10 } ?? false }
        if plain.count > 2 || plain.contains("〇"), plain.count > 1, plain.count <= longest,
            rest.dropFirst(plain.count).first.flatMap(magnitude) == nil,
            plain.first.flatMap(HanNumeral.digit) != 0
        {
            rest = rest.dropFirst(plain.count)
            return (plain.reduce(0) { $0 * 10 + (HanNumeral.digit($1) ?? 0) }, 0)
        }
        var isDigitPending = false
        while let next = rest.first, count < 24 {
            if let value = HanNumeral.digit(next), value < 10 {
                guard !isDigitPending || digit == 0 else { return nil }
                if isDigitPending || value == 0 { lastPower = 0 }
                (digit, isDigitPending) = (value, true)
            } else if let power = magnitude(next) {
                if power >= 4 {
                    guard count > 0 else { return nil }
                    let unit = power == 4 ? 10_000 : 100_000_000
                    total = (total + section + digit) * unit
                    (section, digit, isDigitPending) = (0, 0, false)
                    guard total < limit else { return nil }
                } else {
                    guard isDigitPending || power == 1 else { return nil }
                    section += (isDigitPending ? digit : 1) * (power == 1 ? 10 : power == 2 ? 100 : 1000)
                    (digit, isDigitPending) = (0, false)
                }
                lastPower = power
            } else {
                break
            }
            count += 1
            rest = rest.dropFirst()
        }
        // 一百二 may be 120 or a slip.
        guard count > 0, !isDigitPending || lastPower < 2 else { return nil }
        let number = total + section + digit
        guard !isDigitPending, lastPower >= 4, number > 0 else { return (number, 0) }
        return (number / (lastPower == 4 ? 10_000 : 100_000_000), lastPower)
    }

    /// The power of ten of a word of magnitude.
    static func magnitude(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 1
        case "百", "佰": 2
        case "千", "仟": 3
        case "万": 4
        case "亿": 8
        default: nil
        }
    }

    // MARK: - Writing

    /// The number in Arabic digits, with its unit of magnitude in Han.
    ///
    /// - Parameter isGrouped: Whether a comma parts every three digits of a number of four digits and more
    ///   (GB/T 15835-2011, 5.1.2).
    func arabic(isGrouped: Bool) -> String {
        var digits = String(mantissa)
        if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
        let whole = digits.utf8.count - scale
        var text = ""
        for (index, digit) in digits.unicodeScalars.enumerated() {
            if index == whole { text += "." }
            if isGrouped, index > 0, index < whole, (whole - index) % 3 == 0 { text += "," }
            text.unicodeScalars.append(digit)
        }
        return text + magnitudeText
    }

    /// The number in Han characters.
    var han: String {
        var divisor = 1
        for _ in 0..<scale { divisor *= 10 }
        var text = HanNumeral.text(mantissa / divisor) ?? ""
        if scale > 0 {
            let decimals = String(mantissa % divisor)
            text += "点" + String(repeating: "零", count: scale - decimals.utf8.count)
            for digit in decimals.utf8 { text += HanNumeral.digits[Int(digit) - 0x30] }
        }
        return text + magnitudeText
    }

    private var magnitudeText: String {
        var text = ""
        var rest = power
        while rest >= 8 { (text, rest) = ("亿" + text, rest - 8) }
        while rest >= 4 { (text, rest) = ("万" + text, rest - 4) }
        return ["", "十", "百", "千"][rest] + text
    }
}

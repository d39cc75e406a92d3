/// Counts the items of a list and writes their numbers as a browser shows them.
struct ListCounter {
    private var type: String
    private var next: Int

    init(type: String, start: Int) {
        self.type = type
        next = start
    }

    /// The number or bullet of the next item, with the blank after it; empty when none is shown.
    mutating func marker(value: Int?, type own: String?) -> String {
        let number = value ?? next
        next = number &+ 1
        switch own ?? type {
        case "none": return ""
        case "disc", "circle", "square": return "• "
        case "a", "lower-alpha", "lower-latin": return (Self.letters(number).map { "\($0). " }) ?? "\(number). "
        case "A", "upper-alpha", "upper-latin":
            return (Self.letters(number).map { "\($0.uppercased()). " }) ?? "\(number). "
        case "i", "lower-roman": return (Self.roman(number).map { "\($0). " }) ?? "\(number). "
        case "I", "upper-roman": return (Self.roman(number).map { "\($0.uppercased()). " }) ?? "\(number). "
        case "cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal",
            "cjk-decimal", "japanese-informal":
            return (Self.han(number).map { "\($0)、" }) ?? "\(number). "
        case "decimal-leading-zero": return number < 10 && number >= 0 ? "0\(number). " : "\(number). "
        default: return "\(number). "
        }
    }

    private static func letters(_ number: Int) -> String? {
        guard number >= 1, number <= 18_278 else { return nil }
        var rest = number
        var text = ""
        while rest > 0 {
            let digit = (rest - 1) % 26
            if let scalar = Unicode.Scalar(UInt32(0x61 + digit)) { text = String(scalar) + text }
            rest = (rest - 1) / 26
        }
        return text
    }

    private static func roman(_ number: Int) -> String? {
        guard number >= 1, number < 4000 else { return nil }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func han(_ number: Int) -> String? {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return nil }
        let (tens, ones) = (number / 10, number % 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }
}

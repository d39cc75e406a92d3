internal import SummaryModel

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
        case "i", "lower-roman": return (RomanNumeral.text(number).map { "\($0.lowercased()). " }) ?? "\(number). "
        case "I", "upper-roman": return (RomanNumeral.text(number).map { "\($0). " }) ?? "\(number). "
        case "cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal",
            "cjk-decimal", "japanese-informal":
            return (HanNumeral.text(number).map { "\($0)、" }) ?? "\(number). "
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
}

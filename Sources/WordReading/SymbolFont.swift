/// Fonts of signs: what their characters look like, in Unicode. Word writes them as U+F020 to U+F0FF.
enum SymbolFont {
    case symbol, wingdings, wingdings2

    /// The font of this name; `nil` for one of letters.
    init?(_ name: String?) {
        switch name?.lowercased() {
        case "symbol": self = .symbol
        case "wingdings": self = .wingdings
        case "wingdings 2": self = .wingdings2
        default: return nil
        }
    }

    /// Whether a character has no meaning of its own.
    static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xF8FF).contains(scalar.value) }

    /// What `scalar` shows in `font`; `nil` when the font is one of letters or the sign is not known.
    static func sign(_ scalar: Unicode.Scalar, in font: String?) -> Unicode.Scalar? {
        let code: UInt32
        switch scalar.value {
        case 0x21...0xFF: code = scalar.value
        case 0xF020...0xF0FF: code = scalar.value - 0xF000
        default: return nil
        }
        if let font = SymbolFont(font) { return font.signs[code] }
        // Bullets are often written without the font that they are from.
        guard isPrivate(scalar) else { return nil }
        return Self.wingdingsSigns[code] ?? Self.symbolSigns[code]
    }

    private var signs: [UInt32: Unicode.Scalar] {
        switch self {
        case .symbol: Self.symbolSigns
        case .wingdings: Self.wingdingsSigns
        case .wingdings2: Self.wingdings2Signs
        }
    }

    private static let symbolSigns: [UInt32: Unicode.Scalar] = {
        var signs: [UInt32: Unicode.Scalar] = [
            0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
            0xB2: "″",
            0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕",
            0xC6: "∅",
            0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒", 0xE0: "◊",
            0xE5: "∑",
            0xF2: "∫",
        ]
        // Greek letters stand in the places of the Latin ones.
        let capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ".unicodeScalars
        let small = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ".unicodeScalars
        for (index, letter) in capitals.enumerated() { signs[0x41 + UInt32(index)] = letter }
        for (index, letter) in small.enumerated() { signs[0x61 + UInt32(index)] = letter }
        for code in UInt32(0x21)...0x3F { signs[code] = signs[code] ?? Unicode.Scalar(code) }
        return signs
    }()

    private static let wingdingsSigns: [UInt32: Unicode.Scalar] = {
        var signs: [UInt32: Unicode.Scalar] = [
            0x28: "☎", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□",
            0x71: "□",
            0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○",
            0xA4: "◎",
            0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
            0xF0: "⇨",
            0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        ]
        for index in UInt32(0)..<10 {
            signs[0x81 + index] = Unicode.Scalar(0x2460 + index)
            signs[0x8C + index] = Unicode.Scalar(0x2776 + index)
        }
        return signs
    }()

    private static let wingdings2Signs: [UInt32: Unicode.Scalar] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0x98: "•", 0xA3: "□", 0xA2: "■",
        0xAE: "◆",
    ]
}

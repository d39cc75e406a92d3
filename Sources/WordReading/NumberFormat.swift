/// How a number is written (`ST_NumberFormat`: ISO/IEC 29500-1, 17.18.59).
enum NumberFormat: Sendable, Hashable {
    case decimal, decimalZero, decimalFullWidth
    case han, hanDigits, hanLegal
    case circled, bracketed, dotted, circledHan
    case upperRoman, lowerRoman, upperLetter, lowerLetter
    case stems, branches, stemsAndBranches
    case bullet, none

    /// The format of the name `name`; formats of other scripts count in digits.
    init(_ name: String) {
        switch name {
        case "decimalZero": self = .decimalZero
        case "decimalFullWidth", "decimalFullWidth2": self = .decimalFullWidth
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting":
            self = .han
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2": self = .hanDigits
        case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal": self = .hanLegal
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .circled
        case "decimalEnclosedParen": self = .bracketed
        case "decimalEnclosedFullstop": self = .dotted
        case "ideographEnclosedCircle": self = .circledHan
        case "upperRoman": self = .upperRoman
        case "lowerRoman": self = .lowerRoman
        case "upperLetter": self = .upperLetter
        case "lowerLetter": self = .lowerLetter
        case "ideographTraditional": self = .stems
        case "ideographZodiac": self = .branches
        case "ideographZodiacTraditional": self = .stemsAndBranches
        case "bullet": self = .bullet
        case "none": self = .none
        default: self = .decimal
        }
    }

    /// `number` as it is shown. A number that a format has no sign for is written in digits.
    func string(_ number: Int) -> String {
        switch self {
        case .decimal: String(number)
        case .decimalZero: (0...9).contains(number) ? "0\(number)" : String(number)
        case .decimalFullWidth: Self.replacing(Self.digits, by: Self.fullWidthDigits, in: String(number))
        case .han: Self.han(number)
        case .hanDigits: Self.replacing(Self.digits, by: Self.hanFigures, in: String(number))
        case .hanLegal: Self.replacing(Self.hanNumerals, by: Self.legalNumerals, in: Self.han(number))
        case .circled: Self.circled(number)
        case .bracketed: Self.sign(number, from: 0x2474, count: 20) ?? "(\(number))"
        case .dotted: Self.sign(number, from: 0x2488, count: 20) ?? "\(number)."
        case .circledHan: Self.sign(number, from: 0x3280, count: 10) ?? String(number)
        case .upperRoman: Self.roman(number)
        case .lowerRoman: Self.roman(number).lowercased()
        case .upperLetter: Self.letters(number).uppercased()
        case .lowerLetter: Self.letters(number)
        case .stems: Self.member(number, of: Self.heavenlyStems) ?? String(number)
        case .branches: Self.member(number, of: Self.earthlyBranches) ?? String(number)
        case .stemsAndBranches: Self.sexagenary(number)
        case .bullet, .none: ""
        }
    }

    // MARK: -

    private static let digits = Array("0123456789".unicodeScalars)
    private static let fullWidthDigits = Array("０１２３４５６７８９".unicodeScalars)
    private static let hanFigures = Array("〇一二三四五六七八九".unicodeScalars)
    private static let hanNumerals = Array("一二三四五六七八九十百千".unicodeScalars)
    private static let legalNumerals = Array("壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)
    private static let heavenlyStems = Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars)
    private static let earthlyBranches = Array("子丑寅卯辰巳午未申酉戌亥".unicodeScalars)

    private static func replacing(_ old: [Unicode.Scalar], by new: [Unicode.Scalar], in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(old.firstIndex(of: scalar).map { new[$0] } ?? scalar) }
        return String(result)
    }

    /// 一, 十, 二十一, 一百零五.
    private static func han(_ number: Int) -> String {
        guard number != 0 else { return "零" }
        guard (1...99_999).contains(number) else { return String(number) }
        let signs = Array("零一二三四五六七八九".unicodeScalars)
        let units = ["", "十", "百", "千", "万"]
        var text = ""
        var skipsZero = false
        let figures = String(number).utf8.map { Int($0) - 0x30 }
        for (index, figure) in figures.enumerated() {
            guard figure != 0 else {
                skipsZero = true
                continue
            }
            if skipsZero, !text.isEmpty { text += "零" }
            skipsZero = false
            text += "\(signs[figure])\(units[figures.count - 1 - index])"
        }
        return text.hasPrefix("一十") ? String(text.dropFirst()) : text
    }

    /// ①–⑳, ㉑–㉟, ㊱–㊿.
    private static func circled(_ number: Int) -> String {
        sign(number, from: 0x2460, count: 20) ?? sign(number - 20, from: 0x3251, count: 15)
            ?? sign(number - 35, from: 0x32B1, count: 15) ?? String(number)
    }

    private static func sign(_ number: Int, from first: UInt32, count: Int) -> String? {
        guard number >= 1, number <= count, let scalar = Unicode.Scalar(first + UInt32(number) - 1) else { return nil }
        return String(Character(scalar))
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return String(number) }
        let parts = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var text = ""
        var rest = number
        for (value, sign) in parts {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// a…z, aa…zz, aaa…
    private static func letters(_ number: Int) -> String {
        guard (1...780).contains(number), let letter = Unicode.Scalar(UInt32(0x61 + (number - 1) % 26)) else {
            return String(number)
        }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func member(_ number: Int, of signs: [Unicode.Scalar]) -> String? {
        guard number >= 1, number <= signs.count else { return nil }
        return String(Character(signs[number - 1]))
    }

    /// 甲子, 乙丑 … 癸亥.
    private static func sexagenary(_ number: Int) -> String {
        guard (1...60).contains(number) else { return String(number) }
        return "\(heavenlyStems[(number - 1) % 10])\(earthlyBranches[(number - 1) % 12])"
    }
}

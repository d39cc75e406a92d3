internal import SummaryModel

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
        case .han: HanNumeral.text(number) ?? String(number)
        case .hanDigits: Self.replacing(Self.digits, by: Self.hanFigures, in: String(number))
        case .hanLegal:
            Self.replacing(Self.hanNumerals, by: Self.legalNumerals, in: HanNumeral.text(number) ?? String(number))
        case .circled: CircledNumeral.text(number) ?? String(number)
        case .bracketed: Self.sign(number, from: 0x2474, count: 20) ?? "(\(number))"
        case .dotted: Self.sign(number, from: 0x2488, count: 20) ?? "\(number)."
        case .circledHan: Self.sign(number, from: 0x3280, count: 10) ?? String(number)
        case .upperRoman: RomanNumeral.text(number) ?? String(number)
        case .lowerRoman: RomanNumeral.text(number)?.lowercased() ?? String(number)
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

    private static func sign(_ number: Int, from first: UInt32, count: Int) -> String? {
        guard number >= 1, number <= count, let scalar = Unicode.Scalar(first + UInt32(number) - 1) else { return nil }
        return String(Character(scalar))
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

internal import SummaryModel

/// Numbers written in Han characters, as markers use them: 一 to 九百九十九.
enum HanNumeral {
    /// The value of a digit or unit character; `nil` for any other character.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "一", "壹": 1
        case "二", "两", "贰": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        case "十", "拾": 10
        case "百": 100
        case "〇", "零": 0
        default: nil
        }
    }

    /// The value of a whole numeral; `nil` when the characters are none.
    static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
        guard !scalars.isEmpty, scalars.count <= 6 else { return nil }
        var total = 0
        var pending: Int?
        for scalar in scalars {
            guard let digit = digit(scalar) else { return nil }
            switch digit {
            case 10, 100:
                total += (pending ?? 1) * digit
                pending = nil
            case 0:
                pending = nil
            default:
                guard pending == nil else { return nil }
                pending = digit
            }
        }
        total += pending ?? 0
        return total > 0 ? total : nil
    }
}

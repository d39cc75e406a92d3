/// Numbers written in Han characters, as markers use them: 一, 十一, 一百零五.
package enum HanNumeral {
    /// The characters that may stand in a number.
    package static let characters = ScalarSet("〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾")

    /// The number as texts write it: 十一, 一百一十, 一万零二十, 三亿. `nil` for negative numbers.
    package static func text(_ number: Int) -> String? {
        guard number >= 0 else { return nil }
        if number >= 100_000_000 { return text(number, in: 100_000_000, "亿") }
        if number >= 10_000 { return text(number, in: 10_000, "万") }
        guard number > 0 else { return digits[0] }
        var text = ""
        var needsZero = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                needsZero = !text.isEmpty
                continue
            }
            if needsZero { text += digits[0] }
            needsZero = false
            text += unit == 10 && digit == 1 && text.isEmpty ? name : digits[digit] + name
        }
        return text
    }

    private static func text(_ number: Int, in unit: Int, _ name: String) -> String? {
        let rest = number % unit
        guard let head = text(number / unit), let tail = text(rest) else { return nil }
        guard rest > 0 else { return head + name }
        // 一万零二十, but 一万二千.
        return head + name + (rest < unit / 10 ? digits[0] : "") + (rest >= 10 && rest < 20 ? digits[1] : "") + tail
    }

    /// The signs of 0 to 9.
    package static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// The value of a digit or unit character; `nil` for any other character.
    package static func digit(_ scalar: Unicode.Scalar) -> Int? {
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
    package static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
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

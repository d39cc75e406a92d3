/// Numbers in Han characters.
enum HanNumber {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// The characters that may stand in a number.
    static let characters = "〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾".unicodeScalars

    /// The number as headings write it: 十一, 一百零五, 一百一十. From 1 to 9999; `nil` outside.
    static func text(_ number: Int) -> String? {
        guard (1...9999).contains(number) else { return nil }
        var text = ""
        var needsZero = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                needsZero = !text.isEmpty
                continue
            }
            if needsZero { text += "零" }
            needsZero = false
            if !(unit == 10 && digit == 1 && text.isEmpty) { text += digits[digit] }
            text += name
        }
        return text
    }
}

/// Numbers in Roman numerals.
package enum RomanNumeral {
    private static let parts = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// The number in capitals. From 1 to 3,999; `nil` outside.
    package static func text(_ number: Int) -> String? {
        guard (1...3_999).contains(number) else { return nil }
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
}

/// A text as a string of CSS (CSS Syntax 3, 4.3.5), in which nothing ends the string or the style sheet.
enum CSSString {
    static func text(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", ">", "&":
                result += "\\" + String(scalar.value, radix: 16) + " "
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "\\a "
            case "\t": result += " "
            case let scalar where HTMLCharacters.isForbidden(scalar): continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

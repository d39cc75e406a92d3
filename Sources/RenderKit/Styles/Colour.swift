/// A colour of sRGB.
public struct Colour: Sendable, Hashable {
    /// Red, green and blue as six upper-case hexadecimal digits.
    public let hex: String

    /// Reads six hexadecimal digits, with or without `#` before them.
    public init?(_ text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        hex = digits.uppercased()
    }
}

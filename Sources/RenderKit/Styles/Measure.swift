/// A distance as the standard states it: absolute, in characters of the text it stands in, or in lines of the page.
public enum Measure: Sendable, Hashable {
    /// A distance on paper.
    case absolute(Length)
    /// So many characters (字) of the size of the paragraph.
    case characters(Double)
    /// So many lines (行) of the line pitch of the page.
    case lines(Double)

    /// No distance.
    public static let zero = Measure.absolute(.zero)

    /// The units that a person may write, each with its other spelling.
    public static let units = ["毫米", "mm", "厘米", "cm", "磅", "pt", "字", "行"]

    /// Reads a number with a unit, such as `37毫米`, `1.5 cm`, `28.95磅`, `2字` or `-1行`; a bare `0` needs none.
    public init?(_ text: String) {
        let text = text.trimmingBlanks
        let number = text.prefix { "+-.0123456789".contains($0) }
        // Far beyond any paper, but small enough for whole twips.
        guard let value = Double(number), abs(value) <= 10_000 else { return nil }
        switch String(text.dropFirst(number.count)).trimmingBlanks {
        case "毫米", "mm": self = .absolute(Length(millimetres: value))
        case "厘米", "cm": self = .absolute(Length(millimetres: value * 10))
        case "磅", "pt": self = .absolute(Length(points: value))
        case "字": self = .characters(value)
        case "行": self = .lines(value)
        case "" where value == 0: self = .zero
        default: return nil
        }
    }

    /// The distance on paper.
    ///
    /// - Parameters:
    ///   - characterSize: The type size of the text.
    ///   - linePitch: The distance from line to line of the page.
    public func length(characterSize: Length, linePitch: Length) -> Length {
        switch self {
        case .absolute(let length): length
        case .characters(let count): Length(twips: Int((count * Double(characterSize.twips)).rounded()))
        case .lines(let count): Length(twips: Int((count * Double(linePitch.twips)).rounded()))
        }
    }
}

extension String {
    /// The text without ASCII blanks at its ends.
    fileprivate var trimmingBlanks: String {
        guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else {
            return ""
        }
        return String(self[first...last])
    }
}

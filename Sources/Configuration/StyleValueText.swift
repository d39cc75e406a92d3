package import RenderKit

/// The values of a style sheet as a person writes them; reading the text gives the value again.
package enum StyleValueText {
    /// A text, in quotation marks where YAML needs them.
    package static func string(_ text: String) -> String { YAMLText.string(text) }

    /// A distance.
    package static func measure(_ measure: Measure) -> String {
        switch measure {
        case .absolute(let length): Self.length(length)
        case .characters(let count): number(count) + "字"
        case .lines(let count): number(count) + "行"
        }
    }

    /// The height of a line.
    package static func lineHeight(_ height: ParagraphFormat.LineHeight) -> String {
        switch height {
        case .automatic: "auto"
        case .exact(let length): Self.length(length)
        case .atLeast(let length): "至少" + Self.length(length)
        case .multiple(let factor): number(factor, places: 4) + "倍"
        }
    }

    /// A type size, by its name where it has one.
    package static func size(_ size: Length) -> String {
        FontSize.named.first { Length(points: $0.points) == size }?.name ?? points(size)
    }

    /// Whole and half points, then tenths of millimetres, where these are the same twips; else points.
    package static func length(_ length: Length) -> String {
        if length == .zero { return "0" }
        if length.twips % 10 != 0 {
            let millimetres = (Double(length.twips) * 254 / 1440).rounded() / 10
            if Length(millimetres: millimetres) == length { return number(millimetres) + "毫米" }
        }
        return points(length)
    }

    private static func points(_ length: Length) -> String { number(length.points) + "磅" }

    /// At most so many decimals; two are a twip in points.
    private static func number(_ value: Double, places: Int = 2) -> String {
        let unit = places == 2 ? 100 : 10_000
        let parts = Int((abs(value) * Double(unit)).rounded())
        let sign = value < 0 && parts > 0 ? "-" : ""
        let whole = sign + String(parts / unit)
        if parts % unit == 0 { return whole }
        var digits = String(parts % unit)
        digits = String(repeating: "0", count: places - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return whole + "." + digits
    }
}

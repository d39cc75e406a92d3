internal import RenderKit

/// Distances of a style sheet as CSS writes them.
enum CSSLength {
    /// A distance in points.
    static func text(_ length: Length) -> String {
        length.twips == 0 ? "0" : number(Double(length.twips) / 20) + "pt"
    }

    /// A distance in the unit that follows the type, where there is one: characters are ems.
    static func text(_ measure: Measure, linePitch: Length) -> String {
        switch measure {
        case .characters(let count): count == 0 ? "0" : number(count) + "em"
        case .absolute, .lines: text(measure.length(characterSize: .zero, linePitch: linePitch))
        }
    }

    /// A number with at most three places.
    static func number(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
        var text = (thousandths < 0 ? "-" : "") + String(whole)
        guard rest > 0 else { return text }
        var places = String(1000 + rest).dropFirst()
        while places.last == "0" { places = places.dropLast() }
        text += "." + places
        return text
    }
}

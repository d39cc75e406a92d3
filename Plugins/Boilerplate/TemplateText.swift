internal import SummaryModel

/// A text with signs of the form `{{name}}` in it.
struct TemplateText {
    private enum Part {
        case text([Unicode.Scalar])
        /// A name, and the sign as written.
        case sign(String, [Unicode.Scalar])
    }

    /// The longest sign, as for gaps.
    private static let longestSign = 60

    private var parts: [Part] = []

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var plain: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            if let end = Self.sign(in: scalars, at: index) {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = []
                parts.append(.sign(scalars[index + 2..<end - 2].trimmed.string, Array(scalars[index..<end])))
                index = end
            } else {
                plain.append(scalars[index])
                index += 1
            }
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
    }

    /// The end of the sign that begins at `index`.
    private static func sign(in text: [Unicode.Scalar], at index: Int) -> Int? {
        guard index + 4 < text.count, text[index] == "{", text[index + 1] == "{" else { return nil }
        var end = index + 2
        while end + 1 < text.count, end - index < longestSign {
            if text[end] == "}", text[end + 1] == "}" { return end + 2 }
            end += 1
        }
        return nil
    }

    /// The names in the text, in order.
    var names: [String] {
        parts.compactMap { if case .sign(let name, _) = $0 { name } else { nil } }
    }

    /// The text with values in place of the signs that have one; a value is put in as it is.
    func filled(_ values: [String: String]) -> String {
        var result: [Unicode.Scalar] = []
        for part in parts {
            switch part {
            case .text(let scalars): result += scalars
            case .sign(let name, let sign):
                if let value = values[name] { result += Array(value.unicodeScalars) } else { result += sign }
            }
        }
        return result[...].string
    }
}

internal import SummaryModel

/// A text in which names in double braces stand for values.
struct Template {
    private let text: String

    /// Takes a file of `Templates/`.
    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// The text with its values; a name without a value stays, and a test sees to it that there is none.
    func filled(_ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            result += rest[..<open.lowerBound] + (values[name] ?? "{{\(name)}}")
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    /// A text inside the quotation marks of a Swift literal.
    static func literal(_ text: String) -> String {
        String(text.flatMap { $0 == "\\" || $0 == "\"" ? "\\" + String($0) : String($0) })
    }

    /// The import lines of these modules, in order.
    static func imports(_ modules: [String]) -> String {
        modules.sorted().map { "import \($0)" }.joined(separator: "\n")
    }

    /// The values that every template of a stage or rule has.
    static func values(_ name: ScaffoldName, _ summary: ScaffoldSummary) -> [String: String] {
        [
            "name": name.text, "Type": name.typeName, "zh": summary.wording.zh, "en": summary.wording.en,
            "zhLiteral": literal(summary.wording.zh), "enLiteral": literal(summary.wording.en),
        ]
    }
}

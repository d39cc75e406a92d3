internal import Configuration

/// What a style sheet says over the one that it extends, by the keys that lead to it.
struct StyleOverrides: Equatable {
    private(set) var values: [[String]: String] = [:]
    private var order: [[String]] = []

    /// Whether it says nothing.
    var isEmpty: Bool { values.isEmpty }

    subscript(path: [String]) -> String? {
        get { values[path] }
        set {
            if values[path] == nil, newValue != nil { order.append(path) }
            values[path] = newValue
        }
    }

    private static let sections = [
        "page", "fonts", "title", "numbering", "page-number", "signature", "head", "imprint", "first-page",
        "paragraphs",
        "characters", "table",
    ]

    /// The sheet as YAML.
    func text(extending base: String, summary: (zh: String, en: String)?, comments: [String] = []) -> String {
        var lines = comments.map { "# " + $0 } + ["version: 1", "extends: \(StyleValueText.string(base))"]
        if let summary, !isEmpty {
            lines += [
                "summary:", "  zh: \(StyleValueText.string(summary.zh))", "  en: \(StyleValueText.string(summary.en))",
            ]
        }
        for section in Self.sections {
            let paths = order.filter { $0.first == section && values[$0] != nil }
            guard !paths.isEmpty else { continue }
            if let value = values[[section]] {
                lines.append("\(section): \(value)")
                continue
            }
            lines.append("\(section):")
            // A section of values, or of groups of values.
            for path in paths where path.count == 2 { lines.append("  \(path[1]): \(values[path] ?? "")") }
            var groups: [String] = []
            for path in paths where path.count == 3 && !groups.contains(path[1]) { groups.append(path[1]) }
            for group in groups {
                let entries = paths.filter { $0.count == 3 && $0[1] == group }.map { "\($0[2]): \(values[$0] ?? "")" }
                lines.append("  \(StyleValueText.string(group)): { \(entries.joined(separator: ", ")) }")
            }
        }
        return lines.joined(separator: "\n")
    }
}

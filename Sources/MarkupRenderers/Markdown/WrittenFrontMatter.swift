internal import SummaryModel

/// What a document says about itself, as the front matter of a Markdown file, which the reader of Markdown takes.
struct WrittenFrontMatter {
    /// The lines with those around them; empty when there is nothing to say.
    let text: String
    /// The names that a front matter cannot hold.
    let lost: [String]

    init(_ metadata: [String: String]) {
        var lines: [String] = []
        var lost: [String] = []
        // Sorted, since the order of a dictionary is another one each time.
        for (key, value) in metadata.sorted(by: {
            $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
        }) {
            guard Self.isKey(key), !value.isEmpty else {
                lost.append(key)
                continue
            }
            let items = value.split(separator: "\n", omittingEmptySubsequences: false)
            if items.count > 1, !items.contains(where: \.isEmpty) {
                lines.append("\(key):")
                lines += items.map { "  - \(Self.scalar(String($0)))" }
            } else {
                lines.append("\(key): \(Self.scalar(value))")
            }
        }
        text = lines.isEmpty ? "" : "---\n" + lines.map { $0 + "\n" }.joined() + "---\n"
        self.lost = lost
    }

    private static func isKey(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count < 64
            && key.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
                    || $0 >= 0x80
            } && key.unicodeScalars.allSatisfy { $0.value < 0x80 || !$0.isBlank }
    }

    /// A value as YAML: in quotes when it would mean something else without them.
    private static func scalar(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let isPlain =
            scalars.first.map { !$0.isBlank && !syntaxAtStart.contains($0) } ?? false
            && scalars.last.map { !$0.isBlank && $0 != ":" } ?? false
            && !scalars.contains { $0.value < 0x20 || $0 == "\\" || $0 == "\"" }
            && !text.contains(": ") && !text.contains(" #")
        if isPlain { return text }
        var written = "\""
        for scalar in scalars {
            switch scalar {
            case "\"", "\\": written += "\\"
            case "\n":
                written += "\\n"
                continue
            case "\r":
                written += "\\r"
                continue
            case "\t":
                written += "\\t"
                continue
            default: break
            }
            written.unicodeScalars.append(scalar)
        }
        return written + "\""
    }

    private static let syntaxAtStart = ScalarSet("-?:,[]{}#&*!|>'\"%@`~")
}

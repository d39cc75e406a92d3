internal import Qinggao
internal import SummaryModel

/// Findings as a compiler prints them: place, message, the line with a caret under the place, what to do.
struct FindingListing {
    var source: SourceText
    var language: Language
    var isColoured: Bool

    /// The columns that an excerpt of a line takes at most.
    private static let width = 76

    /// The entries of a list.
    func text(_ list: FindingList) -> String {
        list.entries.map { text($0, of: list.input) }.joined(separator: "\n")
    }

    private func text(_ entry: FindingList.Entry, of input: String) -> String {
        let place = entry.start.map { "\(input):\($0.line):\($0.column)" } ?? input
        let head = "\(place): \(label(entry)): \(entry.message(language)) [\(entry.id)]"
        // A correction says it all in its message.
        if entry.isCorrection { return head }
        var lines = [head]
        if let start = entry.start { lines += excerpt(start, entry.endColumn) }
        for fix in entry.fixes {
            let isSafe = fix.applicability == .safe
            let what = LocalizedText(
                zh: isSafe ? "可自动改为" : "建议改为",
                en: isSafe ? "fix" : "suggestion"
            )(language)
            let text = fix.after.isEmpty ? LocalizedText(zh: "（删去）", en: "(take it out)")(language) : fix.after
            lines.append("    \(what)\(language == .chinese ? "：" : ": ")\(text)")
        }
        if let norm = entry.source { lines.append("    \(language == .chinese ? "依据：" : "source: ")\(norm)") }
        return lines.joined(separator: "\n")
    }

    private func label(_ entry: FindingList.Entry) -> String {
        if entry.isCorrection { return LocalizedText(zh: "订正", en: "correction")(language) }
        let (word, colour) =
            switch entry.severity {
            case .error: (LocalizedText(zh: "错误", en: "error"), 31)
            case .warning: (LocalizedText(zh: "警告", en: "warning"), 33)
            case .info: (LocalizedText(zh: "提示", en: "note"), 36)
            }
        return isColoured ? "\u{1B}[1;\(colour)m\(word(language))\u{1B}[0m" : word(language)
    }

    /// The part of the line around the place, and a line with a caret under it.
    private func excerpt(_ start: SourcePosition, _ endColumn: Int?) -> [String] {
        guard start.line <= source.lines.count else { return [] }
        let line = Array(source[source.lines[start.line - 1]].unicodeScalars)
        let first = min(start.column - 1, line.count)
        let last = min(max(first, (endColumn ?? start.column) - 1), line.count)
        /// A character as it is shown: a blank or control character takes one column.
        func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            scalar.isBlank && scalar != "\u{3000}" ? " " : scalar
        }
        func columns(_ range: Range<Int>) -> Int { line[range].reduce(0) { $0 + DisplayWidth.of(shown($1)) } }
        // A third of the width before the place, the rest after it.
        var from = first
        while from > 0, columns(from - 1..<first) <= Self.width / 3 { from -= 1 }
        var to = from
        var used = 0
        while to < line.count, used + DisplayWidth.of(shown(line[to])) <= Self.width {
            used += DisplayWidth.of(shown(line[to]))
            to += 1
        }
        let lead = from > 0 ? "…" : ""
        let text = lead + String(String.UnicodeScalarView(line[from..<to].map(shown))) + (to < line.count ? "…" : "")
        let indent = DisplayWidth.of(lead) + columns(from..<first)
        let marked = max(1, columns(first..<max(first, min(last, to))))
        return [
            "    " + text,
            "    " + String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: marked - 1),
        ]
    }
}

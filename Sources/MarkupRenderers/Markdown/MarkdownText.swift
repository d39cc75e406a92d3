internal import SummaryModel

/// Text as Markdown wants it.
enum MarkdownText {
    private static let syntax = Set("\\`*_[]<>~|&$".unicodeScalars)

    /// The characters that the inlines show, with LF for a line break.
    static func joined(_ inlines: [Inline]) -> String {
        inlines.map { $0.content == .lineBreak ? "\n" : $0.shownText }.joined()
    }

    /// The text with a backslash before every character that could be syntax anywhere in a line, and LF for any line end.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if syntax.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return String(result.map { $0.isNewline ? "\n" : $0 })
    }

    /// The line with a backslash before what is syntax only at its start: `#`, `-`, `+`, `=` and the stop of `1.`.
    static func guardingStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        if "#-+=".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        // More than nine digits are no list.
        guard !digits.isEmpty, digits.count <= 9, let sign = rest.first, sign == "." || sign == ")" else { return line }
        guard rest.dropFirst().first.map(\.isWhitespace) ?? true else { return line }
        return "\(digits)\\\(rest)"
    }

    /// The text without ASCII blanks at its ends: four in front would make it code.
    static func trimmed(_ text: String) -> String {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" || character == "\n" }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// Whether `**` around `phrase` is taken for bold when `next` follows (CommonMark 0.31, 6.2): it must not touch a
    /// blank inside, and after punctuation only a blank or punctuation may follow.
    static func canBeBold(_ phrase: String, before next: Character?) -> Bool {
        guard let first = phrase.first, let last = phrase.last, !first.isWhitespace, !last.isWhitespace,
            !phrase.contains(where: \.isNewline)
        else { return false }
        guard isPunctuation(last), let next else { return true }
        return next.isWhitespace || isPunctuation(next)
    }

    private static func isPunctuation(_ character: Character) -> Bool { character.isPunctuation || character.isSymbol }

    /// A table with pipes. Where the draft gives no head, an empty one stands there, because the syntax wants one.
    static func table(_ table: Table) -> String {
        let columns = max(1, table.rows.map(\.count).max() ?? 0)
        func line(_ cells: [String]) -> String {
            let filled = cells + [String](repeating: "", count: columns - cells.count)
            return "| " + filled.joined(separator: " | ") + " |"
        }
        var rows = table.rows.map { row in
            line(row.map { trimmed(MarkdownInlines.text($0.content)).split(separator: "\n").joined(separator: "<br>") })
        }
        if table.headerRowCount == 0 { rows.insert(line([]), at: 0) }
        rows.insert(line([String](repeating: "---", count: columns)), at: 1)
        return rows.joined(separator: "\n")
    }
}

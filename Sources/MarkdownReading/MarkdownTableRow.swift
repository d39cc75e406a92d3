internal import SummaryModel

/// The cells of a row between bars.
enum MarkdownTableRow {
    /// Where the cells of `line` stand, with the blanks in them.
    static func cells(in text: [UInt8], _ line: SourceRange) -> [SourceRange] {
        var (start, end) = (line.lowerBound, line.upperBound)
        while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 || text[end - 1] == 0x0D { end -= 1 }
        while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
        var cells: [SourceRange] = []
        var cellStart = start
        var index = start
        while index < end {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == UInt8(ascii: "|") {
                cells.append(SourceRange(cellStart, index))
                cellStart = index + 1
            }
            index += 1
        }
        if cellStart < end { cells.append(SourceRange(cellStart, end)) }
        return cells
    }

    /// Whether a line is the row between the head of a table and its body: `|---|:-:|`.
    static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-"))
            && line.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
            && line.allSatisfy { "|-: \t\r>".utf8.contains($0) }
    }
}

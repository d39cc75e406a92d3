import SummaryModel

/// Makes a document of a text: every line is a paragraph, unless it begins with a kind in brackets or a marker.
enum Lines {
    /// Reads lines; `# ` begins a title, `- ` a subtitle, `（一）` and `(一)` a heading, `| ` the cell of a table.
    static func read(_ source: SourceText) -> Document {
        var blocks: [Block] = []
        for line in source.lines where line.count > 0 {
            blocks.append(block(source[line], line, number: blocks.count))
        }
        return Document(blocks: blocks)
    }

    private static func block(_ line: String, _ range: SourceRange, number: Int) -> Block {
        var block = Block(id: BlockID(rawValue: "b\(number)"), kind: .paragraph, origin: .source(range))
        var text = line
        var start = range.lowerBound
        func take(_ count: Int) -> String {
            let taken = String(text.prefix(count))
            text.removeFirst(count)
            start += taken.utf8.count
            return taken
        }
        if text.hasPrefix("# ") {
            block.kind = .title
            block.prefix = take(2)
        } else if text.hasPrefix("- ") {
            block.kind = .subtitle
            block.prefix = take(2)
        } else if text.hasPrefix("| ") {
            block.kind = .table
            block.prefix = take(2)
            let cell = Table.Cell(content: [.text(text, source: SourceRange(start, range.upperBound))])
            block.table = Table(rows: [[cell]])
            return block
        } else if let first = text.unicodeScalars.first, "（(".unicodeScalars.contains(first), text.count > 3,
            "）)".contains(text[text.index(text.startIndex, offsetBy: 2)])
        {
            block.kind = .heading2
            block.label = NumberLabel(scheme: .official, level: 2, ordinal: 1, marker: take(3))
        }
        block.content = [.text(text, source: SourceRange(start, range.upperBound))]
        return block
    }
}

internal import SummaryModel

/// Writes the text of a document and sets every place in the document to where it stands in that text.
///
/// A block is one line, unless its own text holds line ends; a row of a table is one, with its cells apart by tabs.
struct DocumentText {
    private var utf8: [UInt8] = []

    /// The text of `document`, whose origins and ranges are then those of the text.
    mutating func write(_ document: inout Document) -> SourceText {
        utf8 = []
        for index in document.blocks.indices {
            if index > 0 { add("\n") }
            write(&document.blocks[index])
        }
        return SourceText(utf8: utf8)
    }

    /// Adds the parts of a block in the order of ``Block/shownText``.
    private mutating func write(_ block: inout Block) {
        let start = utf8.count
        add(block.prefix)
        if let label = block.label { add(label.marker) }
        write(&block.content)
        add(block.terminator)
        if var body = block.body {
            write(&body)
            block.body = body
        }
        if var table = block.table {
            for row in table.rows.indices {
                if row > 0 { add("\n") }
                for cell in table.rows[row].indices {
                    if cell > 0 { add("\t") }
                    write(&table.rows[row][cell].content)
                }
            }
            block.table = table
        }
        add(block.suffix)
        block.origin = .source(SourceRange(start, utf8.count))
    }

    private mutating func write(_ inlines: inout [Inline]) {
        for index in inlines.indices {
            let start = utf8.count
            add(inlines[index].shownText)
            inlines[index].source = SourceRange(start, utf8.count)
        }
    }

    private mutating func add(_ text: String) { utf8 += text.utf8 }
}

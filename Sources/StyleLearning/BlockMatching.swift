internal import RenderKit
internal import SummaryModel

/// Which paragraph of a file shows which block of the document that was read from it, and by which style of a sheet.
struct BlockMatching {
    /// A block, or a cell of a table, with its paragraph.
    struct Match {
        var paragraph: Int
        var key: ParagraphStyle.Key
        /// How many characters of the paragraph are the phrase of a heading after which text runs on, and its level.
        var phrase: (length: Int, level: Int)?
        /// Whether a heading has its number from a list of Word; `nil` for what has none.
        var hasListNumber: Bool?
        /// The block.
        var block: Int
        /// Whether it is the first of a run of lines of its kind, and the last.
        var isFirst = true
        var isLast = true
    }

    private(set) var matches: [Match] = []
    /// The tables, and how many rows of each are head.
    private(set) var tables: [(table: Int, headRows: Int)] = []

    init(_ document: Document, _ sheet: StyleSheet, _ sample: WordSample) {
        let layout = BlockLayout(document, StyleTable(sheet))
        var cursor = 0
        for (index, block) in document.blocks.enumerated() {
            if block.kind.isPageFurniture || block.kind == .residue { continue }
            if let cells = block.table {
                if let found = sample.paragraphs[cursor...].firstIndex(where: { $0.table != nil }),
                    let table = sample.paragraphs[found].table, !cells.rows.isEmpty
                {
                    tables.append((table, cells.headerRowCount))
                    var end = found
                    while end < sample.paragraphs.count, sample.paragraphs[end].table == table {
                        let isHead = sample.paragraphs[end].row < cells.headerRowCount
                        matches.append(Match(paragraph: end, key: isHead ? .tableHead : .tableCell, block: index))
                        end += 1
                    }
                    cursor = end
                }
                continue
            }
            let marker = Self.characters(block.label?.marker ?? "")
            let text = Self.characters(block.shownText)
            guard !text.isEmpty, let found = Self.find(text, from: cursor, in: sample.paragraphs) else { continue }
            let paragraph = sample.paragraphs[found.paragraph]
            cursor = found.isWhole ? found.paragraph + 1 : found.paragraph
            var match = Match(
                paragraph: found.paragraph,
                key: layout.table.styles[layout.style(at: index)].key,
                block: index
            )
            if !marker.isEmpty, block.kind.headingLevel != nil || block.kind == .part {
                match.hasListNumber = paragraph.isNumbered && !paragraph.text.starts(with: marker)
            }
            if block.body != nil, !block.isItem, let level = block.kind.headingLevel {
                let phrase = Self.characters(block.content.shownText).count
                let start = paragraph.text.starts(with: marker) ? marker.count : 0
                match.phrase = (min(start + phrase, paragraph.text.count), level)
            }
            matches.append(match)
        }
    }

    private static func characters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !WordSample.isBlank($0) && $0 != "\n" }
    }

    /// How many paragraphs are looked through for a block.
    private static let reach = 40

    private static func find(
        _ text: [Unicode.Scalar],
        from start: Int,
        in paragraphs: [SampleParagraph]
    ) -> (paragraph: Int, isWhole: Bool)? {
        for index in start..<min(start + reach, paragraphs.count) {
            let shown = paragraphs[index].text
            guard !shown.isEmpty else { continue }
            if shown == text { return (index, true) }
            // Without its number, which a list of Word shows; or one line of several.
            if shown.count * 2 >= text.count, text.count > shown.count, text.suffix(shown.count).elementsEqual(shown) {
                return (index, true)
            }
            if shown.count > text.count {
                if shown.starts(with: text) { return (index, false) }
                if shown.suffix(text.count).elementsEqual(text) { return (index, true) }
            }
        }
        return nil
    }
}

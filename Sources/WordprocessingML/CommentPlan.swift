internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// The findings of a document as comments of Word (ISO/IEC 29500-1, 17.13.4): each at the text that it is about, and those
/// about no text, or about text that has a place of its own on the page, at the title.
struct CommentPlan: Sendable {
    /// Where a comment begins or ends.
    enum Mark: Sendable, Equatable {
        case start(Int), end(Int)
    }

    /// A cell of a table, from 0.
    struct Cell: Sendable, Hashable {
        var row: Int
        var column: Int

        /// Where a comment on the whole table stands.
        static let first = Cell(row: 0, column: 0)
    }

    private struct Comment: Sendable {
        var identity: Int
        /// The range inside the text of the block, or of the cell of a table; `nil` for the whole.
        var range: Range<Int>?
    }

    /// The findings in the order of the comments.
    let findings: [Diagnostic]
    private var comments: [Int: [Cell: [Comment]]] = [:]

    /// - Parameters:
    ///   - findings: What was found, with the findings of reading.
    ///   - isApart: Whether a block stands at a place of its own, where no comment may be.
    /// - Returns: `nil` when there is nothing to say, or no text at which it could stand.
    init?(_ findings: [Diagnostic], of layout: BlockLayout, isApart: (Int) -> Bool) {
        guard !findings.isEmpty else { return nil }
        let blocks = layout.blocks
        let usable = blocks.indices.filter { index in
            !layout.table.traits(of: blocks[index].kind).isPageFurniture && !isApart(index)
        }
        guard let fallback = usable.first(where: { blocks[$0].kind == .title }) ?? usable.first else { return nil }
        let places = Dictionary(usable.map { (blocks[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        var placed: [(block: Int, cell: Cell, range: Range<Int>?, finding: Diagnostic)] = findings.map { finding in
            let anchored = finding.anchor.flatMap { places[$0.block] }
            let read = finding.anchor == nil ? finding.range.flatMap { Self.block(at: $0, in: blocks, usable) } : nil
            guard let block = anchored ?? read else { return (fallback, .first, nil, finding) }
            // The lines of a title are one paragraph.
            let isTitle = layout.table.traits(of: blocks[block].kind).isTitle
            let range = isTitle ? nil : anchored.flatMap { Self.range(of: finding, in: blocks[$0]) }
            if let range, let table = blocks[block].table {
                let found = Self.cell(at: range, in: table, of: blocks[block])
                return (block, found?.cell ?? .first, found?.range, finding)
            }
            return (isTitle ? Self.firstLine(ofTitle: block, in: layout) : block, .first, range, finding)
        }
        func key(_ index: Int) -> (Int, Int, Int, Int, Int) {
            let place = placed[index]
            return (place.block, place.cell.row, place.cell.column, place.range?.lowerBound ?? 0, index)
        }
        placed = placed.indices.sorted { key($0) < key($1) }.map { placed[$0] }
        for (identity, place) in placed.enumerated() {
            let comment = Comment(identity: identity, range: place.range)
            comments[place.block, default: [:]][place.cell, default: []].append(comment)
        }
        self.findings = placed.map(\.finding)
    }

    /// The block that was read from a place of the draft. What a stage put elsewhere is not found.
    private static func block(at range: SourceRange, in blocks: [Block], _ usable: [Int]) -> Int? {
        var (low, high) = (0, usable.count)
        while low < high {
            let middle = (low + high) / 2
            if (blocks[usable[middle]].source?.upperBound ?? 0) <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < usable.count, let source = blocks[usable[low]].source, source.lowerBound <= range.lowerBound
        else { return nil }
        return usable[low]
    }

    private static func firstLine(ofTitle index: Int, in layout: BlockLayout) -> Int {
        var first = index
        while let above = layout.text(before: first), layout.table.traits(of: layout.blocks[above].kind).isTitle {
            first = above
        }
        return first
    }

    /// The range that a finding is about, unless a later stage changed the text.
    private static func range(of finding: Diagnostic, in block: Block) -> Range<Int>? {
        guard let range = finding.anchor?.range else { return nil }
        let text = Array(block.shownText.utf8)
        guard !range.isEmpty, range.upperBound <= text.count, isBoundary(range.lowerBound, of: text),
            isBoundary(range.upperBound, of: text)
        else { return nil }
        if let before = finding.fixes.first?.before, !text[range].elementsEqual(before.utf8) { return nil }
        return range
    }

    /// The cell in which a range of the text of a table lies, and the range inside it.
    private static func cell(
        at range: Range<Int>,
        in table: Table,
        of block: Block
    ) -> (cell: Cell, range: Range<Int>)? {
        var around = block
        around.table = nil
        var start = around.shownText.utf8.count - block.suffix.utf8.count
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let length = cell.content.shownText.utf8.count
                if range.lowerBound >= start, range.upperBound <= start + length {
                    return (Cell(row: row, column: column), range.lowerBound - start..<range.upperBound - start)
                }
                start += length
            }
        }
        return nil
    }

    private static func isBoundary(_ offset: Int, of text: [UInt8]) -> Bool {
        offset == text.count || text[offset] & 0xC0 != 0x80
    }

    // MARK: Writing

    /// Whether a block has comments.
    func concerns(_ block: Int) -> Bool { comments[block] != nil }

    /// The pieces of a block, or of a cell of a table, with the marks of its comments, and the marks that stand after the last.
    ///
    /// - Parameter text: What the block or the cell shows.
    func marked(
        _ pieces: [TextPiece],
        of index: Int,
        _ cell: Cell,
        _ text: String
    ) -> (pieces: [TextPiece], trailing: [Mark]) {
        guard let comments = comments[index]?[cell] else { return (pieces, []) }
        // What Word shows differs from the text where it writes the number by itself, or that of a footnote.
        let shown = pieces.reduce(into: "") { $0 += $1.text }
        let isWhole = shown.utf8.elementsEqual(text.utf8)
        var marks: [(offset: Int, isStart: Bool, mark: Mark)] = []
        for comment in comments {
            let range = (isWhole ? comment.range : nil) ?? 0..<shown.utf8.count
            marks.append((range.lowerBound, true, .start(comment.identity)))
            marks.append((range.upperBound, false, .end(comment.identity)))
        }
        let order = marks.indices.sorted { first, second in
            let (first, second) = (marks[first], marks[second])
            if first.offset != second.offset { return first.offset < second.offset }
            // One ends before the next begins; of an empty text, one begins before it ends.
            if first.isStart != second.isStart { return shown.isEmpty ? first.isStart : !first.isStart }
            return false
        }
        var waiting = order.map { marks[$0] }[...]
        var result: [TextPiece] = []
        var start = 0
        for piece in pieces {
            let utf8 = piece.text.utf8
            let end = start + utf8.count
            var rest = piece
            var begin = utf8.startIndex
            while let next = waiting.first, next.offset < end {
                if next.offset > start, piece.note == nil {
                    let cut = utf8.index(begin, offsetBy: next.offset - start)
                    rest.text = String(piece.text[begin..<cut])
                    result.append(rest)
                    (begin, start) = (cut, next.offset)
                    rest.isWrapped = false
                    rest.marks = []
                }
                rest.marks.append(next.mark)
                waiting.removeFirst()
            }
            rest.text = String(piece.text[begin...])
            result.append(rest)
            start = end
        }
        return (result, waiting.map(\.mark))
    }

    /// Writes marks between runs.
    static func write(_ marks: [Mark], _ xml: borrowing XMLWriter) {
        for mark in marks {
            switch mark {
            case .start(let identity): xml.empty("w:commentRangeStart", ["w:id": String(identity)])
            case .end(let identity):
                xml.empty("w:commentRangeEnd", ["w:id": String(identity)])
                xml.raw("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>")
                xml.empty("w:commentReference", ["w:id": String(identity)])
                xml.raw("</w:r>")
            }
        }
    }
}

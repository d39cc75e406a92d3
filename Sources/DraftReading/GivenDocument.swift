internal import ReadKit
internal import SummaryModel

/// A document that a file held as such: nothing is recognised in it, but a person may correct it line by line.
///
/// A corrected line is read anew from its text, so that it comes out as if the recogniser had been told: the marker of a
/// heading becomes its label, a run-in text its body. Gaps in it are text then, which their stage finds again. Everything
/// else stays as it is.
struct GivenDocument {
    private let draft: Draft
    private let corrections: DraftReader.Corrections
    private var taken: Set<BlockID>

    init(_ document: Document, in draft: Draft, corrections: DraftReader.Corrections) {
        self.draft = draft
        self.corrections = corrections
        self.document = document
        taken = Set(document.blocks.map(\.id))
    }

    /// The document.
    private(set) var document: Document
    /// What reading corrected lines anew changed.
    private(set) var edits: [Edit] = []

    /// Applies the corrections.
    mutating func correct() {
        guard corrections != DraftReader.Corrections() else { return }
        document.blocks = document.blocks.flatMap { corrected($0) }
    }

    private mutating func corrected(_ block: Block) -> [Block] {
        guard let range = block.source, range.count > 0 else { return [block] }
        let source = draft.source
        let lines = source.lineIndex(at: range.lowerBound)...source.lineIndex(at: range.upperBound - 1)
        let kinds = lines.map { kind(of: $0, in: block) }
        guard kinds.contains(where: { $0 != nil }) else { return [block] }
        if let table = block.table, table.rows.count == kinds.count {
            return corrected(table, of: block, lines: lines, kinds)
        }
        // A block of several lines is one whole: what is said of one of its lines is said of it.
        return readAnew(range, as: kinds.compactMap(\.self)[0], named: block.id)
    }

    /// What a person says that a line is, when that is something else than its block.
    private func kind(of line: Int, in block: Block) -> BlockKind? {
        let number = line + 1
        if let kind = corrections.kinds[number] { return kind == block.kind ? nil : kind }
        if corrections.droppedLines.contains(number) { return block.kind == .residue ? nil : .residue }
        guard corrections.keptLines.contains(number), block.kind == .residue else { return nil }
        let text = Array(draft.source[draft.source.lines[line]].unicodeScalars)[...]
        return MarkerParser().marker(of: text.trimmed)?.kind ?? .paragraph
    }

    /// A table without the rows that are something else; what stands on both sides of one becomes two tables.
    private mutating func corrected(
        _ table: Table,
        of block: Block,
        lines: ClosedRange<Int>,
        _ kinds: [BlockKind?]
    ) -> [Block] {
        var blocks: [Block] = []
        var isFirst = true
        func range(_ rows: Range<Int>) -> SourceRange {
            SourceRange(
                draft.source.lines[lines.lowerBound + rows.lowerBound].lowerBound,
                draft.source.lines[lines.lowerBound + rows.upperBound - 1].upperBound
            )
        }
        var row = 0
        while row < kinds.count {
            let id = isFirst ? block.id : fresh(block.id)
            isFirst = false
            if let kind = kinds[row] {
                blocks += readAnew(range(row..<row + 1), as: kind, named: id)
                row += 1
                continue
            }
            let end = kinds[row...].firstIndex { $0 != nil } ?? kinds.count
            var part = block
            part.id = id
            part.table = Table(
                rows: Array(table.rows[row..<end]),
                headerRowCount: min(max(0, table.headerRowCount - row), end - row)
            )
            part.origin = .source(range(row..<end))
            if row > 0 { part.prefix = "" }
            if end < kinds.count { part.suffix = "" }
            blocks.append(part)
            row = end
        }
        return blocks
    }

    /// The blocks of a stretch of the text, by the recogniser.
    private mutating func readAnew(_ range: SourceRange, as kind: BlockKind, named id: BlockID) -> [Block] {
        let text = SourceText(utf8: Array(draft.source.utf8[range.lowerBound..<range.upperBound]))
        var given = DraftReader.Corrections()
        for number in 1...max(1, text.lines.count) { given.kinds[number] = kind }
        let reading = DraftReader().read(Draft(source: text, format: draft.format), corrections: given)
        edits += reading.edits.map { edit in
            var edit = edit
            edit.offset += range.lowerBound
            return edit
        }
        return reading.document.blocks.enumerated().map { index, block in
            var block = block
            block.id = index == 0 ? id : fresh(id)
            block.origin = .source(block.source?.moved(by: range.lowerBound) ?? range)
            block.updateInlines { inlines in
                for index in inlines.indices {
                    inlines[index].source = inlines[index].source?.moved(by: range.lowerBound)
                }
            }
            return block
        }
    }

    /// An identity that no block has.
    private mutating func fresh(_ id: BlockID) -> BlockID {
        var number = 2
        while !taken.insert(BlockID(rawValue: "\(id.rawValue)-\(number)")).inserted { number += 1 }
        return BlockID(rawValue: "\(id.rawValue)-\(number)")
    }
}

extension SourceRange {
    fileprivate func moved(by distance: Int) -> SourceRange {
        SourceRange(lowerBound + distance, upperBound + distance)
    }
}

internal import ParallelWork
internal import ReadKit
internal import SummaryModel

/// Makes the blocks of a document from the lines of a draft and what they were found to be.
struct DocumentBuilder {
    private let draft: DraftText
    private var source: SourceText { draft.source }
    private(set) var blocks: [Block] = []
    private(set) var edits: [Edit]
    /// How many blocks stand before ``blocks`` in the document.
    private let numberBefore: Int
    /// The levels of headings that have no number.
    private var levels = OutlineLevels()
    /// Blocks whose kind a person or the file named.
    private(set) var declared: Set<BlockID> = []

    /// Numbered lines longer than this, in characters, are whole items rather than headings.
    private static let longestHeading = 60
    /// The same for lines that end with a stop.
    private static let longestStoppedHeading = 36

    init(draft: Draft) {
        self.draft = DraftText(draft)
        edits = self.draft.edits
        numberBefore = 0
    }

    /// A builder for a part of the document.
    private init(after number: Int, of whole: DocumentBuilder) {
        draft = whole.draft
        levels = whole.levels
        edits = []
        numberBefore = number
    }

    /// Adds the blocks of `lines`.
    mutating func build(_ lines: [DraftLine], _ states: [LineState], by workers: Workers) {
        levels = OutlineLevels(lines, states)
        let ranges = Self.ranges(of: lines, states)
        let whole = self
        workers.forEachPart(of: ranges.count) { part in
            var builder = DocumentBuilder(after: part.lowerBound, of: whole)
            builder.blocks.reserveCapacity(part.count)
            for range in ranges[part] {
                let index = range.lowerBound
                if Self.isRow(lines[index], states[index]) {
                    builder.addTable(lines[range])
                } else {
                    builder.addBlock(lines[index], states[index])
                }
            }
            return builder
        } take: { part in
            if blocks.isEmpty {
                blocks = part.blocks
                if workers.count > 1 { blocks.reserveCapacity(ranges.count) }
            } else {
                blocks.append(contentsOf: part.blocks)
            }
            edits.append(contentsOf: part.edits)
            if !part.declared.isEmpty { declared.formUnion(part.declared) }
        }
        assignLeads()
    }

    /// The lines that make a block each: one, or the rows of a table.
    private static func ranges(of lines: [DraftLine], _ states: [LineState]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(lines.count)
        var index = 0
        while index < lines.count {
            var end = index + 1
            if isRow(lines[index], states[index]) {
                while end < lines.count, lines[end].form == .tableRow, states[end] == states[index],
                    lines[end].traits.tableNumber == lines[index].traits.tableNumber
                { end += 1 }
            }
            ranges.append(index..<end)
            index = end
        }
        return ranges
    }

    /// Whether a line is a row of a table.
    private static func isRow(_ line: DraftLine, _ state: LineState) -> Bool {
        line.form == .tableRow && (state == .bodyForm || state == .endForm)
    }

    /// The identity of the next block.
    private var nextID: BlockID { BlockID(rawValue: "b" + String(numberBefore + blocks.count + 1)) }

    // MARK: - Lines

    private mutating func addBlock(_ line: DraftLine, _ state: LineState) {
        noteJoins(line)
        let kind = kind(of: line, state)
        let textEnd = line.furtherPieces.last?.upperBound ?? line.firstPiece.upperBound
        var block = Block(
            id: nextID,
            kind: kind,
            prefix: draft.string(SourceRange(line.range.lowerBound, line.firstPiece.lowerBound)),
            suffix: draft.string(SourceRange(textEnd, line.range.upperBound)),
            origin: .source(line.range)
        )
        if line.isMarkupOnly {
            block.prefix = draft.string(line.range)
            block.suffix = ""
        }
        if kind == .residue {
            block.content = content(of: line)
            block.reason = Self.reason(for: line)
        } else if state == .numbered, let marker = line.marker, line.declaredKind.map({ $0 == marker.kind }) ?? true {
            fill(&block, marker, PiecedText(line.firstPiece, line.furtherPieces, in: source))
        } else {
            block.content = content(of: line)
        }
        if line.declaredKind != nil { declared.insert(block.id) }
        if line.hasTraits { PageBreaks.note(line.traits, on: &block) }
        blocks.append(block)
    }

    /// The whole text of a line.
    private func content(of line: DraftLine) -> [Inline] {
        // A text that is there already is not made again.
        if line.isDigestWritten { return [.text(line.digest, source: line.firstPiece)] }
        return line.pieces.filter { $0.count > 0 }.map { .text(source[$0], source: $0) }
    }

    /// A heading: marker, phrase up to the first 。, and the text that runs on. A point keeps its text in one piece.
    private func fill(_ block: inout Block, _ marker: Marker, _ text: PiecedText) {
        let characters = text.characters
        if marker.kind == .point {
            if PointSequence.isInside(characters, marker: marker) {
                block.kind = .paragraph
                block.content = text.inlines(0, text.count)
            } else {
                block.label = marker.label
                block.content = text.inlines(marker.length, text.count)
            }
            return
        }
        block.label = marker.label
        let isStop: (Int) -> Bool
        if characters.contains("。") {
            isStop = { characters[$0] == "。" }
        } else {
            // Where a text has no 。 at all, a half-width one between Han characters stands for it.
            isStop = { index in
                (characters[index] == "." || characters[index] == "．") && index > marker.length
                    && (characters[index - 1].isHan || "”）》\"".unicodeScalars.contains(characters[index - 1]))
                    && (index + 1 == characters.count || characters[index + 1].isHan || characters[index + 1].isBlank)
            }
        }
        var stop = marker.length
        while stop < characters.count, !isStop(stop) { stop += 1 }
        var end = stop
        if stop < characters.count {
            end = stop + 1
            while end < characters.count, "”’）》」』\"".unicodeScalars.contains(characters[end]) { end += 1 }
        } else {
            while stop > marker.length, "；;：:，,、.．".unicodeScalars.contains(characters[stop - 1]),
                !LeakedMarkup.endsReference(characters[...], at: stop)
            { stop -= 1 }
        }
        block.content = text.inlines(marker.length, stop)
        block.terminator = text.string(stop, end)
        let rest = characters[end...]
        if rest.allSatisfy(\.isBlank) {
            block.suffix = text.string(end, text.count) + block.suffix
            // Without blanks, so that cleaning the text does not change what it is.
            let count = characters[marker.length..<stop].count { !$0.isBlank }
            block.isItem =
                count > Self.longestHeading || (!block.terminator.isEmpty && count > Self.longestStoppedHeading)
                || block.terminator == "；" || block.terminator == ";"
        } else {
            block.body = text.inlines(end, text.count)
        }
    }

    private func kind(of line: DraftLine, _ state: LineState) -> BlockKind {
        if let kind = line.declaredKind { return kind }
        if line.hasTraits, line.traits.kind == .caption, Self.mayBeCaption(state) { return .caption }
        return switch state {
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: .residue
        case .title: .title
        case .subtitle: .subtitle
        case .author: .author
        case .salutation, .bodySalutation: .salutation
        case .underNote, .bodyNote, .endNote: .note
        case .numbered: line.marker?.kind ?? .paragraph
        case .unnumbered: levels.kind(of: line)
        case .paragraph, .frontText: .paragraph
        case .closing: .closing
        case .attachment, .attachmentItem: .attachment
        case .signature: .signature
        case .date: .date
        case .frontForm, .underForm, .bodyForm, .endForm:
            switch line.form {
            case .pageNumber: BlockKind.pageNumber
            case .tableOfContents: .tableOfContents
            case .formula: .formula
            case .footnote: .footnote
            case .imprint: .imprint
            case .copies: .copies
            case .documentNumber: .documentNumber
            case .issuerHead, .securityMark, .signedDate: .issuerHead
            case .listItem: .listItem
            default: .paragraph
            }
        }
    }

    /// Whether a line in this state may be the caption that the file says it is.
    private static func mayBeCaption(_ state: LineState) -> Bool {
        switch state {
        case .paragraph, .unnumbered, .bodyForm: true
        default: false
        }
    }

    /// The stable name of the reason why a line is residue.
    private static func reason(for line: DraftLine) -> String {
        if line.isMarkupOnly { return "leaked-markup" }
        if line.hasContact { return "advert-contact" }
        if line.advert >= 1.3 { return "advert" }
        if line.repeats > 0 { return "watermark" }
        return "advert-block"
    }

    /// A text that was wrapped is put together; each line end that goes is reported.
    private mutating func noteJoins(_ line: DraftLine) {
        guard !line.furtherPieces.isEmpty else { return }
        for (piece, next) in zip(line.pieces, line.pieces.dropFirst()) {
            let between = draft.string(SourceRange(piece.upperBound, next.lowerBound))
            guard !between.isEmpty else { continue }
            edits.append(
                Edit(
                    stage: "reading",
                    offset: piece.upperBound,
                    before: between,
                    after: "",
                    reason: "joined-lines"
                )
            )
        }
    }

    // MARK: - Tables

    private mutating func addTable(_ lines: ArraySlice<DraftLine>) {
        guard let first = lines.first, let last = lines.last else { return }
        var rows: [[Table.Cell]] = []
        var headerRows = 0
        for line in lines {
            if !line.traits.cells.isEmpty {
                if line.traits.isHeaderRow, headerRows == rows.count { headerRows += 1 }
                rows.append(markedCells(of: line))
                continue
            }
            let text = PiecedText(line.firstPiece, line.furtherPieces, in: source)
            noteSurroundings(of: text, in: line)
            if !text.characters.contains("|"), !text.characters.contains("\t") {
                let columns = LineFormScanner.columns(of: text.characters[...])
                rows.append(columns.map { Table.Cell(content: text.inlines($0.lowerBound, $0.upperBound)) })
                continue
            }
            if !text.characters.contains("|") {
                rows.append(tabbedCells(of: text, in: line))
                continue
            }
            let mark: Unicode.Scalar = "|"
            if text.characters.allSatisfy({ "|-:+ ".unicodeScalars.contains($0) }) {
                if rows.count == 1 { headerRows = 1 }
                noteSyntax(text, 0, text.count)
                continue
            }
            var cells: [Table.Cell] = []
            var start = 0
            for index in 0...text.count where index == text.count || text.characters[index] == mark {
                let isEdge = index == 0 || (index == text.count && start == text.count)
                if !isEdge { cells.append(Table.Cell(content: text.trimmedInlines(start, index))) }
                if index < text.count { noteSyntax(text, index, index + 1) }
                start = index + 1
            }
            rows.append(cells)
        }
        var block = Block(
            id: nextID,
            kind: .table,
            table: Table(rows: Self.evened(rows), headerRowCount: headerRows),
            origin: .source(SourceRange(first.range.lowerBound, last.range.upperBound))
        )
        if first.hasTraits { PageBreaks.note(first.traits, on: &block) }
        blocks.append(block)
    }

    /// The cells between the tabs of a row; a tab before the first text leaves the first cell empty.
    private func tabbedCells(of text: PiecedText, in line: DraftLine) -> [Table.Cell] {
        func empty(_ lower: Int, _ upper: Int) -> [Table.Cell] {
            let tabs = draft.string(SourceRange(lower, upper)).unicodeScalars.count { $0 == "\t" }
            return Array(repeating: Table.Cell(content: []), count: tabs)
        }
        let cells = text.characters.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            Table.Cell(content: text.trimmedInlines(cell.startIndex, cell.endIndex))
        }
        return empty(line.range.lowerBound, text.start) + cells + empty(text.end, line.range.upperBound)
    }

    /// The rows with as many cells each as the widest has, without columns at the edges that are empty in every row.
    private static func evened(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
        let width = rows.map(\.count).max() ?? 0
        let even = rows.map { $0 + Array(repeating: Table.Cell(content: []), count: width - $0.count) }
        let used = (0..<width).filter { column in even.contains { !$0[column].content.isEmpty } }
        guard let first = used.first, let last = used.last else { return even }
        return even.map { Array($0[first...last]) }
    }

    /// A cell has no room for the leaked tags around a row; they go, and each is reported.
    private mutating func noteSurroundings(of text: PiecedText, in line: DraftLine) {
        noteJoins(line)
        noteSyntax(SourceRange(line.range.lowerBound, text.start))
        noteSyntax(SourceRange(text.end, line.range.upperBound))
    }

    /// The cells of a row that the file itself tells apart; what stands between them is its syntax.
    private mutating func markedCells(of line: DraftLine) -> [Table.Cell] {
        var start = line.range.lowerBound
        for cell in line.traits.cells + [SourceRange(line.range.upperBound, line.range.upperBound)] {
            noteSyntax(SourceRange(start, cell.lowerBound))
            start = cell.upperBound
        }
        let spans = line.traits.cellSpans
        return line.traits.cells.enumerated().map { index, cell in
            var inlines: [Inline] = []
            for range in lineRanges(in: cell) {
                if !inlines.isEmpty { inlines.append(Inline(.lineBreak)) }
                let text = draft.text(of: range)
                inlines += text.trimmedInlines(0, text.count)
            }
            return Table.Cell(content: inlines, span: index < spans.count ? spans[index] : .single)
        }
    }

    /// The parts of `range` on each line of the draft.
    private func lineRanges(in range: SourceRange) -> [SourceRange] {
        guard range.count > 0 else { return [] }
        let lines = source.lines[source.lineIndex(at: range.lowerBound)...source.lineIndex(at: range.upperBound - 1)]
        return lines.map {
            SourceRange(max($0.lowerBound, range.lowerBound), min($0.upperBound, range.upperBound))
        }
    }

    /// Tags and marks around the text of a row, and what stands between its cells.
    private mutating func noteSyntax(_ range: SourceRange) {
        let written = draft.string(range)
        guard written.unicodeScalars.contains(where: { !$0.isBlank }) else { return }
        edits.append(
            Edit(stage: "reading", offset: range.lowerBound, before: written, after: "", reason: "table-syntax")
        )
    }

    private mutating func noteSyntax(_ text: PiecedText, _ start: Int, _ end: Int) {
        edits.append(
            Edit(
                stage: "reading",
                offset: text.offset(of: start),
                before: text.string(start, end),
                after: "",
                reason: "table-syntax"
            )
        )
    }

    // MARK: - Leads

    private mutating func assignLeads() {
        for range in Document(blocks: blocks).parts { assignLead(in: range) }
    }

    /// Body text before the first heading is the lead. In a text without headings it ends at the first point or at the
    /// first short line that stands for a heading; where there is neither, the first paragraph is the lead.
    private mutating func assignLead(in range: Range<Int>) {
        let title = range.first { blocks[$0].kind == .title } ?? -1
        let paragraphs = range.filter { $0 > title && blocks[$0].kind == .paragraph }
        guard let first = paragraphs.first else { return }
        let numbered = range.first { blocks[$0].kind.headingLevel != nil || blocks[$0].kind == .part }
        let point = range.first { blocks[$0].kind == .point }
        let unnumbered = paragraphs.dropFirst().filter { standsForHeading($0) }
        let structure = unnumbered.count >= 2 || numbered == nil ? unnumbered.first : nil
        let end = [numbered ?? point, structure].compactMap(\.self).min() ?? first + 1
        for index in paragraphs where index < end && !declared.contains(blocks[index].id) {
            blocks[index].kind = .lead
        }
    }

    /// Whether a paragraph is short and has no mark at its end, between longer ones.
    private func standsForHeading(_ index: Int) -> Bool {
        let text = blocks[index].content.shownText
        guard let last = text.unicodeScalars.last(where: { !$0.isBlank }), !last.isSentenceStop,
            !"：:，,、…”）".unicodeScalars.contains(last)
        else { return false }
        return (4...30).contains(Array(text.unicodeScalars)[...].trimmed.count)
    }
}

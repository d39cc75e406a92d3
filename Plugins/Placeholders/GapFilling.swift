internal import StageKit
internal import SummaryModel

/// Puts values into the gaps of a document, repeats the sections of templates, and reports what is left.
///
/// Sections are worked on in the model, not in a text: a library that renders Mustache to a string loses the places in the
/// draft, the kinds of the gaps and what is open.
struct GapFilling {
    private typealias BlockTree = TemplateTree<Block>
    private typealias RowTree = TemplateTree<TemplateRow>
    private typealias TextTree = TemplateTree<TemplateText.Piece>

    private let values: FillValues
    private let format: ValueFormat
    private let unresolved: PlaceholdersOptions.Unresolved
    /// The sign that most open gaps have.
    private let usualSign: String?
    private var context: StageContext
    /// How many times a section has repeated something.
    private var repetitions = 0

    /// How many times sections may repeat something in one document.
    static let repetitionLimit = 200_000
    /// How many characters to each side of a gap tell what belongs into it.
    private static let reach = 16

    /// The block that is being written, and how far.
    private struct Place {
        var block: BlockID
        /// The UTF-8 offset in the shown text.
        var offset: Int
        /// Whether marks without a partner belong to a section that is left as it is.
        var isLeftOpen: Bool
    }

    init(
        values: FillValues,
        format: ValueFormat,
        unresolved: PlaceholdersOptions.Unresolved,
        usualSign: String?,
        context: StageContext
    ) {
        self.values = values
        self.format = format
        self.unresolved = unresolved
        self.usualSign = usualSign
        self.context = context
    }

    /// Fills the document, whose gaps are marked.
    ///
    /// - Returns: The context with what was found.
    mutating func fill(_ document: inout Document) -> StageContext {
        // Most documents are no templates, and nothing is open in them.
        guard !document.blocks.allSatisfy(TemplateText.isPlain) else { return context }
        let units = document.blocks.map { block in
            TemplateText.loneTag(block).map { BlockTree.Unit.tag($0, block) } ?? .item(block)
        }
        var blocks: [Block] = []
        blocks.reserveCapacity(document.blocks.count)
        emit(BlockTree.nodes(units), in: TemplateScope(), isCopy: false, into: &blocks)
        document.blocks = blocks
        return context
    }

    /// Counts a repetition; `false` when there were too many.
    private mutating func mayRepeat(_ tag: TemplateTag, _ anchor: Diagnostic.Anchor?) -> Bool {
        repetitions += 1
        if repetitions == Self.repetitionLimit { context.report(.tooManyRepetitions(tag, anchor)) }
        return repetitions < Self.repetitionLimit
    }

    // MARK: - Blocks

    private mutating func emit(
        _ nodes: [BlockTree.Node],
        in scope: TemplateScope,
        isCopy: Bool,
        into blocks: inout [Block]
    ) {
        for node in nodes {
            switch node {
            case .item(let block): blocks.append(filled(block, in: scope, isCopy: isCopy))
            case .stray(_, let block):
                if let block { blocks.append(filled(block, in: scope, isCopy: isCopy)) }
            case .section(let section):
                let decision = scope.decide(section.start.tag, values)
                let marks = [section.start.item, section.end.item].compactMap { $0 }
                if case .unknown = decision {
                    for (index, mark) in marks.enumerated() {
                        if index == 1 { emit(section.nodes, in: scope, isCopy: isCopy, into: &blocks) }
                        blocks.append(filled(mark, in: scope, isCopy: isCopy, isLeftOpen: true))
                    }
                    continue
                }
                for mark in marks { context.explain(Self.reason, on: mark.id) }
                switch decision {
                case .unknown: break
                case .once: emit(section.nodes, in: scope, isCopy: isCopy, into: &blocks)
                case .records(let records):
                    if records.isEmpty { explainRemoval(section.nodes) }
                    for (index, inside) in scope.entering(records).enumerated() {
                        guard mayRepeat(section.start.tag, blocks.last.map { .init($0.id) }) else { return }
                        emit(section.nodes, in: inside, isCopy: isCopy || index > 0, into: &blocks)
                    }
                }
            }
        }
    }

    private mutating func explainRemoval(_ nodes: [BlockTree.Node]) {
        for node in nodes {
            switch node {
            case .item(let block): context.explain(Self.reason, on: block.id)
            case .stray(_, let block): if let block { context.explain(Self.reason, on: block.id) }
            case .section(let section):
                for mark in [section.start.item, section.end.item] {
                    if let mark { context.explain(Self.reason, on: mark.id) }
                }
                explainRemoval(section.nodes)
            }
        }
    }

    private static let reason = "template"

    /// The block with its gaps filled; a copy is a block of its own.
    private mutating func filled(
        _ block: Block,
        in scope: TemplateScope,
        isCopy: Bool,
        isLeftOpen: Bool = false
    ) -> Block {
        var block = block
        if isCopy {
            block.id = context.makeBlockID()
            block.origin = .stage(PlaceholdersStage.name)
            context.explain(Self.reason, on: block.id)
        }
        if TemplateText.isPlain(block) { return block }
        let start = block.prefix.utf8.count + (block.label?.marker.utf8.count ?? 0)
        var place = Place(block: block.id, offset: start, isLeftOpen: isLeftOpen)
        block.content = filled(block.content, in: scope, at: &place)
        place.offset += block.terminator.utf8.count
        block.body = block.body.map { filled($0, in: scope, at: &place) }
        block.table = block.table.map { filled($0, in: scope, at: &place) }
        return block
    }

    // MARK: - Rows

    private mutating func filled(_ table: Table, in scope: TemplateScope, at place: inout Place) -> Table {
        var rows: [TemplateRow] = []
        emit(RowTree.nodes(TemplateRow.units(table)), in: scope, at: &place, into: &rows)
        return Table(rows: rows.map(\.cells), headerRowCount: rows.count { $0.isHead })
    }

    private mutating func emit(
        _ nodes: [RowTree.Node],
        in scope: TemplateScope,
        at place: inout Place,
        into rows: inout [TemplateRow]
    ) {
        for node in nodes {
            switch node {
            case .item(let row): rows.append(filled(row, row.pattern, in: scope, at: &place))
            case .stray(_, let row):
                if let row { rows.append(filled(row, row.cells, in: scope, at: &place)) }
            case .section(let section):
                let decision = scope.decide(section.start.tag, values)
                if case .unknown = decision {
                    leaveOpen(section, in: scope, at: &place, into: &rows)
                    continue
                }
                context.explain(Self.reason, on: place.block)
                switch decision {
                case .unknown: break
                case .once: emit(section.nodes, in: scope, at: &place, into: &rows)
                case .records(let records):
                    for inside in scope.entering(records) {
                        guard mayRepeat(section.start.tag, .init(place.block)) else { return }
                        emit(section.nodes, in: inside, at: &place, into: &rows)
                    }
                }
            }
        }
    }

    /// The rows of a section for which there is no value, with its marks.
    private mutating func leaveOpen(
        _ section: RowTree.Section,
        in scope: TemplateScope,
        at place: inout Place,
        into rows: inout [TemplateRow]
    ) {
        let wasLeftOpen = place.isLeftOpen
        guard let start = section.start.item, let end = section.end.item else {
            // The marks stand in the cells of the row.
            place.isLeftOpen = true
            for case .item(let row) in section.nodes { rows.append(filled(row, row.cells, in: scope, at: &place)) }
            place.isLeftOpen = wasLeftOpen
            return
        }
        place.isLeftOpen = true
        rows.append(filled(start, start.cells, in: scope, at: &place))
        place.isLeftOpen = wasLeftOpen
        emit(section.nodes, in: scope, at: &place, into: &rows)
        place.isLeftOpen = true
        rows.append(filled(end, end.cells, in: scope, at: &place))
        place.isLeftOpen = wasLeftOpen
    }

    private mutating func filled(
        _ row: TemplateRow,
        _ cells: [Table.Cell],
        in scope: TemplateScope,
        at place: inout Place
    ) -> TemplateRow {
        var row = row
        row.cells = []
        for cell in cells { row.cells.append(Table.Cell(content: filled(cell.content, in: scope, at: &place))) }
        return row
    }

    // MARK: - Text

    private mutating func filled(_ inlines: [Inline], in scope: TemplateScope, at place: inout Place) -> [Inline] {
        if TemplateText.isPlain(inlines) {
            for inline in inlines { place.offset += inline.shownText.utf8.count }
            return inlines
        }
        let text = TemplateText(inlines)
        var result = FilledText()
        emit(TextTree.nodes(text.units), of: text.scalars, in: scope, at: &place, into: &result)
        return result.inlines
    }

    private mutating func emit(
        _ nodes: [TextTree.Node],
        of scalars: [Unicode.Scalar],
        in scope: TemplateScope,
        at place: inout Place,
        into result: inout FilledText
    ) {
        for node in nodes {
            switch node {
            case .item(let piece):
                var inline = piece.inline
                if case .placeholder(let gap) = inline.content {
                    let after = scalars[piece.end..<min(scalars.count, piece.end + Self.reach)]
                    inline.content = content(of: gap, .init(before: result.tail, after: after), in: scope, at: place)
                }
                result.add(inline, at: &place.offset)
            case .stray(let tag, _): add(tag, isLeftOpen: place.isLeftOpen, at: &place, into: &result)
            case .section(let section):
                let decision = scope.decide(section.start.tag, values)
                if case .unknown = decision {
                    add(section.start.tag, isLeftOpen: true, at: &place, into: &result)
                    emit(section.nodes, of: scalars, in: scope, at: &place, into: &result)
                    add(section.end.tag, isLeftOpen: true, at: &place, into: &result)
                    continue
                }
                context.explain(Self.reason, on: place.block)
                switch decision {
                case .unknown: break
                case .once: emit(section.nodes, of: scalars, in: scope, at: &place, into: &result)
                case .records(let records):
                    for inside in scope.entering(records) {
                        guard mayRepeat(section.start.tag, .init(place.block)) else { return }
                        emit(section.nodes, of: scalars, in: inside, at: &place, into: &result)
                    }
                }
            }
        }
    }

    /// Keeps a mark in the text: that of a section without a value is a gap, one without a partner is a mistake.
    private mutating func add(
        _ tag: TemplateTag,
        isLeftOpen: Bool,
        at place: inout Place,
        into result: inout FilledText
    ) {
        let length = tag.inline.shownText.utf8.count
        let anchor = Diagnostic.Anchor(place.block, range: place.offset..<place.offset + length)
        var inline = tag.inline
        if !isLeftOpen {
            context.report(.strayMark(tag, anchor))
        } else if case .placeholder(let gap) = inline.content {
            inline.content = open(gap, anchor)
        }
        result.add(inline, at: &place.offset)
    }

    // MARK: - Gaps

    /// What stands in the place of a gap: its value, or itself.
    private mutating func content(
        of gap: Placeholder,
        _ around: ValueFormat.Surroundings,
        in scope: TemplateScope,
        at place: Place
    ) -> Inline.Content {
        let anchor = Diagnostic.Anchor(place.block, range: place.offset..<place.offset + gap.sign.utf8.count)
        guard let value = scope.value(gap.key, values) else {
            return open(gap, anchor)
        }
        guard let text = value.text, FillValues.isOneLine(text) else {
            let wanted =
                value.text == nil
                ? LocalizedText(zh: "一个值", en: "one value") : LocalizedText(zh: "一行文字", en: "text in one line")
            context.report(.badValue(gap, value, wanted: wanted, anchor))
            return open(gap, anchor)
        }
        switch format.fit(text, gap.kind, around) {
        case .fits(let text):
            context.explain("filled", on: place.block, before: gap.sign, after: text)
            return .text(text)
        case .refused(let wanted):
            context.report(.badValue(gap, value, wanted: wanted, anchor))
            return open(gap, anchor)
        }
    }

    /// A gap that stays open.
    private mutating func open(_ gap: Placeholder, _ anchor: Diagnostic.Anchor) -> Inline.Content {
        if unresolved != .keep { context.report(.unresolved(gap, anchor, isError: unresolved == .error)) }
        if let usualSign, PlaceholderSign.isRun(gap.sign), gap.sign != usualSign {
            context.report(.inconsistent(gap, anchor, usual: usualSign))
        }
        return unresolved == .keep || unresolved == .list ? .text(gap.sign) : .placeholder(gap)
    }
}

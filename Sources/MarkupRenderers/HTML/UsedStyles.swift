internal import RenderKit
internal import SummaryModel

/// The styles that a document uses, so that a page does not name all that there are.
struct UsedStyles {
    /// Whether some pages are in landscape.
    private(set) var isTurned = false
    /// The paragraph styles, as numbers of the table.
    private(set) var paragraphs: Set<Int>
    /// The character styles.
    private(set) var characters: Set<CharacterStyle.Key> = []
    private(set) var holdsTable = false
    private(set) var holdsImprint = false
    private(set) var holdsLink = false
    private(set) var holdsNote = false

    init(_ layout: BlockLayout, _ contents: [ContentsList] = []) {
        let table = layout.table
        paragraphs = [table.body]
        if !contents.isEmpty {
            holdsLink = true
            paragraphs.insert(table.number(of: .contentsTitle))
            for list in contents {
                for entry in list.entries { paragraphs.insert(table.number(of: .contents(level: entry.level))) }
            }
        }
        isTurned = !layout.turned.isEmpty
        for index in layout.blocks.indices {
            let block = layout.blocks[index]
            guard !table.traits(of: block.kind).isPageFurniture else { continue }
            paragraphs.insert(layout.style(at: index))
            if table.traits(of: block.kind).isImprint { holdsImprint = true }
            if block.body != nil, !block.isItem, let level = block.kind.headingLevel {
                characters.insert(.headingPhrase(level: level))
            }
            if !table.sheet.leadSentences.isEmpty, table.sheet.leadSentenceLength(of: block) > 0 {
                characters.insert(.leadSentence)
            }
            take(block.content)
            take(block.body ?? [])
            guard let cells = block.table, !cells.rows.isEmpty else { continue }
            holdsTable = true
            if cells.headerRowCount > 0 { paragraphs.insert(table.tableHead) }
            paragraphs.insert(table.tableCell)
            for row in cells.rows { for cell in row { take(cell.content) } }
        }
    }

    private mutating func take(_ inlines: [Inline]) {
        if !characters.contains(.link), inlines.contains(where: { $0.link != nil }) {
            holdsLink = true
            characters.insert(.link)
        }
        if !holdsNote {
            holdsNote = inlines.contains { inline in
                guard case .other(let kind, _) = inline.content else { return false }
                return kind == DocumentNotes.reference
            }
        }
        guard !characters.contains(.placeholder) else { return }
        let isGap = inlines.contains { if case .placeholder = $0.content { true } else { false } }
        if isGap { characters.insert(.placeholder) }
    }
}

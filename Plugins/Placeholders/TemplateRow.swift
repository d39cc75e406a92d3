internal import SummaryModel

/// A row of a table that may be the pattern for several.
struct TemplateRow {
    /// The cells as they stand.
    var cells: [Table.Cell]
    /// The cells without the marks of the section that the row itself makes.
    var pattern: [Table.Cell]
    /// Whether it stands in the head of the table.
    var isHead: Bool

    /// The rows of a table with the sections that repeat them: one that begins in one cell and ends in a later one, or
    /// whose marks have rows of their own.
    static func units(_ table: Table) -> [TemplateTree<TemplateRow>.Unit] {
        var units: [TemplateTree<TemplateRow>.Unit] = []
        for (index, cells) in table.rows.enumerated() {
            let row = TemplateRow(cells: cells, pattern: cells, isHead: index < table.headerRowCount)
            if let tag = loneTag(cells) {
                units.append(.tag(tag, row))
            } else if let section = section(of: row) {
                units += [.tag(section.start, nil), .item(section.row), .tag(section.end, nil)]
            } else {
                units.append(.item(row))
            }
        }
        return units
    }

    private static func loneTag(_ cells: [Table.Cell]) -> TemplateTag? {
        let filled = cells.filter { !$0.content.shownText.unicodeScalars.allSatisfy(\.isBlank) }
        return filled.count == 1 ? TemplateText.loneTag(filled[0].content) : nil
    }

    /// The first section that reaches from one cell into another.
    private static func section(
        of row: TemplateRow
    ) -> (start: TemplateTag, row: TemplateRow, end: TemplateTag)? {
        guard row.cells.count > 1, !row.cells.allSatisfy({ TemplateText.isPlain($0.content) }) else { return nil }
        typealias Tree = TemplateTree<Int>
        var units: [Tree.Unit] = []
        var places: [(cell: Int, tag: Int)] = []
        for (cell, content) in row.cells.enumerated() {
            var number = 0
            for case .tag(let tag, _) in TemplateText(content.content).units {
                units.append(.tag(tag, nil))
                places.append((cell, number))
                number += 1
            }
        }
        let partners = Tree.partners(units)
        for (index, place) in places.enumerated() {
            guard let partner = partners[index], partner > index, places[partner].cell != place.cell,
                case .tag(let start, _) = units[index], case .tag(let end, _) = units[partner]
            else { continue }
            var pattern = row
            for mark in [place, places[partner]] {
                pattern.pattern[mark.cell].content = without(mark.tag, row.cells[mark.cell].content)
            }
            return (start, pattern, end)
        }
        return nil
    }

    /// The pieces without the mark of this number.
    private static func without(_ number: Int, _ inlines: [Inline]) -> [Inline] {
        var count = 0
        return TemplateText(inlines).units.compactMap { unit in
            switch unit {
            case .item(let piece): return piece.inline
            case .tag(let tag, _):
                count += 1
                return count - 1 == number ? nil : tag.inline
            }
        }
    }
}

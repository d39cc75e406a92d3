package import SummaryModel
internal import TitleBreaking

/// How the columns of a table are set, by what stands in them.
package struct TableColumns: Sendable, Hashable {
    /// The width of each column; they fill the width of the text.
    package let widths: [Length]
    /// Whether the cells of a column, besides those of the head, hold figures only, which stand at the right.
    package let holdsFigures: [Bool]

    /// Whether a column has less room than four characters, or its text or figures when these are narrower.
    package let isCramped: Bool

    /// Measures the columns of a table that is as wide as the text of the page.
    ///
    /// - Parameter isTurned: Whether the page is in landscape.
    package init(_ table: Table, _ style: StyleTable, isTurned: Bool = false) {
        let textWidth = isTurned ? style.sheet.page.textHeight : style.sheet.page.textWidth
        let count = max(1, table.rows.map(\.count).max() ?? 0)
        let sheet = style.sheet
        let size = style.styles[style.tableCell].format.text.size.twips
        // In halves of a character, with the margins at the sides.
        let margin = size > 0 ? (4 * sheet.table.cellMargin.twips + size - 1) / size : 0
        let room = size > 0 ? 2 * textWidth.twips / size : count
        var wanted = [Int](repeating: 2, count: count)
        // How wide the figures of a column are; -1 when it holds something else.
        var figures = [Int](repeating: 0, count: count)
        let grid = TableGrid(table)
        var wide: [(columns: Range<Int>, halves: Int)] = []
        for (number, row) in table.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                let text = cell.content.shownText
                if case .cell(let span) = grid[number, column], span.columns > 1 {
                    wide.append((column..<column + span.columns, min(room, TitleLines.halfWidths(of: text) + 2)))
                    continue
                }
                // One character more, since programs set Chinese and Latin letters further apart.
                wanted[column] = max(wanted[column], min(room, TitleLines.halfWidths(of: text) + 2))
                guard number >= table.headerRowCount, figures[column] >= 0, !text.isEmpty else { continue }
                figures[column] =
                    Self.isFigure(text) ? max(figures[column], min(room, TitleLines.halfWidths(of: text))) : -1
            }
        }
        // What a merged cell needs beyond its columns, they share; the margins between them are room for it as well.
        for cell in wide {
            let have = wanted[cell.columns].reduce(0, +) + margin * (cell.columns.count - 1)
            guard cell.halves > have else { continue }
            for (number, column) in cell.columns.enumerated() {
                let count = cell.columns.count
                wanted[column] +=
                    (cell.halves - have) * (number + 1) / count - (cell.halves - have) * number / count
            }
        }
        wanted = wanted.map { $0 + margin }
        isCramped =
            zip(wanted, figures).reduce(0) { $0 + ($1.1 > 0 ? $1.1 + 1 + margin : min($1.0, 8 + margin)) } > room
        if wanted.reduce(0, +) > room {
            // A figure is not broken. Its head may be, but not to less than two characters.
            let share = max(1, room / (2 * count))
            let least = zip(wanted, figures).map { $1 > 0 ? max($1 + 1, 4) + margin : min($0, share + margin) }
            for (column, width) in figures.enumerated() where width > 0 { wanted[column] = least[column] }
            wanted = Self.reduced(wanted, to: room, butNotBelow: least)
        }
        widths = Self.fill(textWidth.twips, by: wanted)
        holdsFigures = figures.map { $0 > 0 }
    }

    /// Each column keeps the least it needs, and what is left is divided by what they miss.
    private static func reduced(_ wanted: [Int], to room: Int, butNotBelow least: [Int]) -> [Int] {
        let left = room - least.reduce(0, +)
        guard left > 0 else { return least }
        let missing = zip(wanted, least).map { max(0, $0 - $1) }
        let all = max(1, missing.reduce(0, +))
        return zip(least, missing).map { $0 + left * $1 / all }
    }

    /// Divides a width in the proportion of the shares, without rest.
    private static func fill(_ width: Int, by shares: [Int]) -> [Length] {
        let sum = max(1, shares.reduce(0, +))
        var end = 0
        var edge = 0
        return shares.map { share in
            end += share
            let next = width * end / sum
            defer { edge = next }
            return Length(twips: next - edge)
        }
    }

    /// 1,234.5, 98.6%, −3, 12万元: digits with the signs of figures and at most two characters after them, or a dash for none.
    private static func isFigure(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.filter { !$0.isBlank }
        if scalars.allSatisfy({ "—-–/".unicodeScalars.contains($0) }) { return true }
        let body = scalars.drop { "+-−±≈约".unicodeScalars.contains($0) }
        let digits = body.prefix { ("0"..."9").contains($0) || ".,，%％‰".unicodeScalars.contains($0) }
        guard digits.first.map({ ("0"..."9").contains($0) }) == true else { return false }
        let unit = body.dropFirst(digits.count)
        return unit.count <= 2 && unit.allSatisfy(\.isHan)
    }
}

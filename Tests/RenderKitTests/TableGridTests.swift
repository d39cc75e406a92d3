import SummaryModel
import Testing

@testable import RenderKit

/// The places of a table with merged cells, drawn as text: a letter for each cell, over all places that it takes.
@Suite("merged cells")
struct TableGridTests {
    /// A cell: its text, how many rows, how many columns.
    private typealias Cell = (String, Int, Int)

    private func table(_ rows: [[Cell]], head: Int = 0) -> Table {
        Table(
            rows: rows.map { row in
                row.map {
                    Table.Cell(content: $0.0.isEmpty ? [] : [.text($0.0)], span: Table.Span(rows: $0.1, columns: $0.2))
                }
            },
            headerRowCount: head
        )
    }

    /// The text of the cell that takes each place; `.` for an empty one.
    private func drawn(_ table: Table) -> [String] {
        let grid = TableGrid(table)
        func text(_ row: Int, _ column: Int) -> String {
            guard column < table.rows[row].count else { return "." }
            let text = table.rows[row][column].content.shownText
            return text.isEmpty ? "." : text
        }
        return table.rows.indices.map { row in
            (0..<grid.columnCount).map { column in
                switch grid[row, column] {
                case .cell: text(row, column)
                case .covered(let top, let left): text(top, left)
                }
            }.joined()
        }
    }

    @Test func cellsReachToTheRightAndDown() {
        let merged = table([[("a", 2, 2), ("", 1, 1), ("b", 1, 1)], [("", 1, 1), ("", 1, 1), ("c", 1, 1)]])
        #expect(drawn(merged) == ["aab", "aac"])
        #expect(TableGrid(merged)[1, 1] == .covered(row: 0, column: 0))
        #expect(TableGrid(merged)[0, 0] == .cell(Table.Span(rows: 2, columns: 2)))
    }

    @Test func aSpanEndsAtTheEdgeOfTheTable() {
        #expect(drawn(table([[("a", 9, 9), ("", 1, 1)], [("", 1, 1), ("", 1, 1)]])) == ["aa", "aa"])
    }

    @Test func aSpanNeverHidesText() {
        #expect(
            drawn(table([[("a", 3, 3), ("", 1, 1), ("b", 1, 1)], [("", 1, 1), ("", 1, 1)], [("c", 1, 1)]])) == [
                "aab", "aa.", "c..",
            ]
        )
    }

    @Test func spansDoNotOverlap() {
        #expect(drawn(table([[("a", 1, 2), ("", 1, 1)], [("b", 1, 2), ("", 2, 1)]])) == ["aa", "b."])
        #expect(drawn(table([[("a", 2, 1), ("b", 1, 1)], [("", 1, 2), ("", 1, 1)]])) == ["ab", ".."])
    }

    @Test func aSpanEndsWithTheHead() {
        #expect(drawn(table([[("a", 2, 1), ("b", 1, 1)], [("", 1, 1), ("c", 1, 1)]], head: 1)) == ["ab", ".c"])
    }

    @Test(arguments: [0, -3, Int.min])
    func aSpanOfNothingIsOnePlace(_ span: Int) {
        #expect(drawn(table([[("a", span, span), ("", 1, 1)]])) == ["a."])
        #expect(!TableGrid(table([[("a", span, span), ("", 1, 1)]])).isMerged)
    }

    @Test func aMergedCellIsAsWideAsItsColumns() {
        let style = StyleTable(SketchSheet.sheet([SketchSheet.paragraph("table-cell")]))
        let title = String(repeating: "长", count: 8)
        let merged = TableColumns(
            table([[(title, 1, 2), ("", 1, 1), ("其他", 1, 1)], [("甲", 1, 1), ("乙", 1, 1), ("丙", 1, 1)]]),
            style
        ).widths
        let apart = TableColumns(
            table([[(title, 1, 1), ("", 1, 1), ("其他", 1, 1)], [("甲", 1, 1), ("乙", 1, 1), ("丙", 1, 1)]]),
            style
        ).widths
        #expect(abs(merged[0].twips - merged[1].twips) < 40)
        #expect(apart[0].twips > 2 * apart[1].twips)
        #expect(merged[0].twips + merged[1].twips > merged[2].twips)
    }
}

/// The places of a table, with the spans of its cells as they can be shown.
///
/// A span ends at the edge of the table, at the end of its head, before a place that another span takes, and before a
/// cell with text or a span of its own: what a cell would hide is never lost.
public struct TableGrid: Sendable, Hashable {
    /// What stands at a place.
    public enum Place: Sendable, Hashable {
        /// A cell, which reaches this far.
        case cell(Table.Span)
        /// A part of the cell that begins at this row and column.
        case covered(row: Int, column: Int)
    }

    /// How many columns there are.
    public let columnCount: Int
    /// Whether a cell takes more than one place.
    public var isMerged: Bool { !spans.isEmpty }
    /// The spans of more than one place by the place where they begin, and the places that they cover.
    private var spans: [Int: Table.Span] = [:]
    private var covered: [Int: Int] = [:]

    /// Finds the places of `table`.
    public init(_ table: Table) {
        columnCount = table.rows.reduce(0) { max($0, $1.count) }
        for row in table.rows.indices {
            for column in table.rows[row].indices where table.rows[row][column].span != .single {
                settle(row, column, in: table)
            }
        }
    }

    /// What stands at a place; where a row is too short, an empty cell.
    public subscript(row: Int, column: Int) -> Place {
        guard isMerged else { return .cell(.single) }
        let place = row * columnCount + column
        if let origin = covered[place] { return .covered(row: origin / columnCount, column: origin % columnCount) }
        return .cell(spans[place] ?? .single)
    }

    private mutating func settle(_ row: Int, _ column: Int, in table: Table) {
        let origin = row * columnCount + column
        guard covered[origin] == nil else { return }
        let wanted = table.rows[row][column].span
        func isFree(_ row: Int, _ column: Int) -> Bool {
            guard covered[row * columnCount + column] == nil else { return false }
            guard column < table.rows[row].count else { return true }
            let cell = table.rows[row][column]
            return cell.span == .single && cell.content.allSatisfy { $0.shownText.isEmpty }
        }
        var span = Table.Span.single
        while span.columns < wanted.columns, column + span.columns < columnCount, isFree(row, column + span.columns) {
            span.columns += 1
        }
        let end = row < table.headerRowCount ? min(table.headerRowCount, table.rows.count) : table.rows.count
        let width = column..<column + span.columns
        while span.rows < wanted.rows, row + span.rows < end, width.allSatisfy({ isFree(row + span.rows, $0) }) {
            span.rows += 1
        }
        guard span != .single else { return }
        spans[origin] = span
        for below in row..<row + span.rows {
            for place in width where below > row || place > column { covered[below * columnCount + place] = origin }
        }
    }
}

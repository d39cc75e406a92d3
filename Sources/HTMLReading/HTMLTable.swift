internal import SummaryModel

/// A table while its cells are read.
struct HTMLTable {
    /// What stands in a cell.
    enum Item {
        case paragraph(HTMLParagraph)
        /// A row of a table inside the cell, and the number of that table.
        case row(Row, table: Int)
    }

    /// A cell as it is written.
    struct Cell {
        var items: [Item] = []
        var isHeader = false
        var columns = 1
        var rows = 1
        var holdsHeading = false

        var paragraphs: [HTMLParagraph] {
            items.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
        }
    }

    /// A row with a place for each column.
    struct Row {
        var cells: [[HTMLParagraph]]
        /// How far each of the cells reaches; empty when none is merged with others.
        var spans: [Table.Span]
        var isHeader: Bool
        /// Whether it counts even when nothing stands in it.
        var isOwn = false
        var isLandscape = false
    }

    /// Whether this program wrote it, so that it is a table of data.
    let isOwn: Bool
    private(set) var rows: [[Cell]] = []
    private var headRows: Set<Int> = []
    private(set) var isInCell = false
    var isInHead = false
    /// What stands above the table, whatever its place in the file.
    var captions: [HTMLParagraph] = []
    var isInCaption = false

    /// The widest table whose spans are filled.
    private static let widest = 256
    /// The largest span that is believed.
    private static let largestSpan = 64
    /// A column with more text than this is no column of data, in bytes.
    private static let longestCell = 900

    init(isOwn: Bool) { self.isOwn = isOwn }

    mutating func beginRow() {
        isInCell = false
        if isInHead { headRows.insert(rows.count) }
        rows.append([])
    }

    mutating func beginCell(isHeader: Bool, columns: Int, rows span: Int) {
        if rows.isEmpty { beginRow() }
        isInCell = true
        rows[rows.count - 1].append(
            Cell(
                isHeader: isHeader,
                columns: min(Self.largestSpan, max(1, columns)),
                rows: min(Self.largestSpan, max(1, span))
            )
        )
    }

    mutating func endCell() { isInCell = false }

    mutating func beginCaption() {
        endCell()
        isInCaption = true
    }

    /// Adds to the cell that is open.
    mutating func add(_ item: Item, isHeading: Bool = false) {
        guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
        rows[row][cell].items.append(item)
        if isHeading { rows[row][cell].holdsHeading = true }
    }

    /// Whether the table only sets out a page: a frame around the text, columns of paragraphs.
    var isLayout: Bool {
        if isOwn { return false }
        if rows.allSatisfy({ $0.count <= 1 }) { return true }
        return rows.contains { $0.contains(where: Self.holdsText) }
    }

    private static func holdsText(_ cell: Cell) -> Bool {
        if cell.holdsHeading { return true }
        var paragraphs = 0
        var bytes = 0
        for item in cell.items {
            guard case .paragraph(let paragraph) = item else { return true }
            if !paragraph.isBlank { paragraphs += 1 }
            bytes += paragraph.text.count
        }
        return paragraphs >= 3 && bytes >= longestCell
    }

    /// Everything in reading order, without the grid.
    var items: [Item] { rows.flatMap { $0.flatMap(\.items) } }

    /// The rows with a place for each column; what a span covers is an empty cell.
    var grid: [Row] {
        var covered: [Int] = []
        // However wide and high the spans are said to be, the grid is not much larger than what was written.
        var budget = 4 * rows.reduce(0) { $0 + $1.count } + 4096
        return rows.enumerated().compactMap { index, cells -> Row? in
            guard !cells.isEmpty || covered.contains(where: { $0 > 0 }) else { return nil }
            var places: [[HTMLParagraph]] = []
            var spans: [Table.Span] = []
            var isMerged = false
            var next = cells.startIndex
            var column = 0
            func isCovered() -> Bool { column < covered.count && covered[column] > 0 }
            while next < cells.count || isCovered() {
                if isCovered(), budget > 0 {
                    covered[column] -= 1
                    budget -= 1
                    places.append([])
                    spans.append(.single)
                    column += 1
                    continue
                }
                guard next < cells.count else { break }
                let cell = cells[next]
                next += 1
                places.append(cell.paragraphs)
                spans.append(Table.Span(rows: cell.rows, columns: cell.columns))
                if cell.rows > 1 || cell.columns > 1 { isMerged = true }
                for extra in 0..<cell.columns {
                    if extra > 0, budget > 0, column < Self.widest {
                        budget -= 1
                        places.append([])
                        spans.append(.single)
                    }
                    if column < Self.widest, cell.rows > 1 {
                        while covered.count <= column { covered.append(0) }
                        covered[column] = cell.rows - 1
                    }
                    column += 1
                }
            }
            let isHeader = headRows.contains(index) || !cells.isEmpty && cells.allSatisfy(\.isHeader)
            return Row(cells: places, spans: isMerged ? spans : [], isHeader: isHeader, isOwn: isOwn)
        }
    }
}

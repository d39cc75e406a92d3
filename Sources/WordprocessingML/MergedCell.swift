internal import SummaryModel
internal import XMLWriting

/// A cell of WordprocessingML: every row has one for each cell that stands in it or reaches into it (ISO/IEC 29500-1,
/// 17.4.17 and 17.4.85).
struct MergedCell {
    /// How many columns it takes.
    let columns: Int
    /// Whether it goes on from the row above.
    let goesOn: Bool
    /// Whether it goes on in the row below or from the row above.
    private let isHigh: Bool

    /// The cell at a place of a table; `nil` when one at the left takes the place.
    init?(_ row: Int, _ column: Int, in grid: TableGrid) {
        switch grid[row, column] {
        case .cell(let span):
            columns = span.columns
            goesOn = false
            isHigh = span.rows > 1
        case .covered(let top, let left):
            guard top < row, left == column, case .cell(let span) = grid[top, left] else { return nil }
            columns = span.columns
            goesOn = true
            isHigh = true
        }
    }

    /// Writes its properties.
    func write(_ xml: borrowing XMLWriter) {
        if columns > 1 { xml.value("w:gridSpan", columns) }
        if goesOn {
            xml.empty("w:vMerge", ["w:val": "continue"])
        } else if isHigh {
            xml.empty("w:vMerge", ["w:val": "restart"])
        }
    }
}

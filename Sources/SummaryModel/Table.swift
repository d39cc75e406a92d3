/// The cells of a table, row by row.
public struct Table: Sendable, Hashable, Codable {
    /// One cell.
    public struct Cell: Sendable, Hashable, Codable {
        /// The text of the cell.
        public var content: [Inline]

        /// Creates a cell.
        public init(content: [Inline]) { self.content = content }
    }

    /// The rows, each with its cells from left to right.
    public var rows: [[Cell]]
    /// How many rows at the top are the head of the table.
    public var headerRowCount: Int

    /// Creates a table.
    public init(rows: [[Cell]], headerRowCount: Int = 0) {
        self.rows = rows
        self.headerRowCount = headerRowCount
    }

    /// All pieces in reading order.
    public var inlines: [Inline] { rows.flatMap { $0.flatMap(\.content) } }
}

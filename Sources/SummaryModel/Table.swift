/// The cells of a table, row by row.
///
/// A row has one cell for each column. A cell that is merged with others says how far it reaches; the places that it
/// covers hold cells of their own, which are empty. Which spans count, ``TableGrid`` decides for every reader and writer,
/// so that no table can be inconsistent.
public struct Table: Sendable, Hashable, Codable {
    /// How many places a cell takes.
    public struct Span: Sendable, Hashable {
        /// How many rows, 1 or more.
        public var rows: Int
        /// How many columns, 1 or more.
        public var columns: Int

        /// Creates a span.
        public init(rows: Int = 1, columns: Int = 1) {
            self.rows = rows
            self.columns = columns
        }

        /// One place.
        public static let single = Span()
    }

    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// The text of the cell.
        public var content: [Inline]
        /// How far the cell reaches to the right and down, itself counted.
        public var span: Span

        /// Creates a cell.
        public init(content: [Inline], span: Span = .single) {
            self.content = content
            self.span = span
        }
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

extension Table.Cell: Codable {
    private enum Key: String, CodingKey { case content, rowSpan, columnSpan }

    /// Encodes the cell; a span of one place is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(content, forKey: .content)
        if span.rows != 1 { try container.encode(span.rows, forKey: .rowSpan) }
        if span.columns != 1 { try container.encode(span.columns, forKey: .columnSpan) }
    }

    /// Decodes a cell.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        content = try container.decode([Inline].self, forKey: .content)
        span = Table.Span(
            rows: try container.decodeIfPresent(Int.self, forKey: .rowSpan) ?? 1,
            columns: try container.decodeIfPresent(Int.self, forKey: .columnSpan) ?? 1
        )
    }
}

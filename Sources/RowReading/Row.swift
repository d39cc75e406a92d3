public import SummaryModel

/// One row of a table of data: named values in their order.
public struct Row: Sendable, Hashable {
    /// A value with its name.
    public struct Field: Sendable, Hashable {
        /// The name: the head of a column, or the key of an object.
        public var name: String
        /// The value. CSV gives texts only, a worksheet the texts that it shows.
        public var value: JSONValue

        /// Creates a field.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The number of the row in its source, from 0. Rows that are broken count, the head of a table does not.
    public var number: Int
    /// The line of the file on which the row begins, from 1; the row of the sheet in a workbook.
    public var line: Int?
    /// The fields in the order of the source. Cells that a row does not have are not among them.
    public var fields: [Field]

    /// Creates a row.
    public init(number: Int, line: Int? = nil, fields: [Field]) {
        self.number = number
        self.line = line
        self.fields = fields
    }

    /// The value of this name; `nil` when the row has none.
    public subscript(name: String) -> JSONValue? { fields.first { $0.name == name }?.value }
}

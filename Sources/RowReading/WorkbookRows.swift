internal import OpenPackaging
internal import SummaryModel
internal import XMLReading

/// Reads rows from a sheet of a workbook (ISO/IEC 29500-1, 18.3). To be filled in.
struct WorkbookRows: RowReader {
    var fieldNames: [String]? { [] }
    init(_ bytes: [UInt8], sheet: String?, limits: Limits) throws(RowReadingError) {}
    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>? { nil }
}

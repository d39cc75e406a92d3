public import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads rows from a file one after the other, in memory that does not grow with the file. (An .xlsx is read as a whole,
/// because its parts may stand in any order; its sheet is parsed row by row.)
///
/// A source belongs to the one task that made it.
///
/// ```swift
/// let source = try RowSource(path: "rows.csv")
/// while let row = try source.next() {
///     switch row {
///     case .success(let row): print(row.number, row["name"] ?? .null)
///     case .failure(let problem): print(problem.message.en)
///     }
/// }
/// ```
public final class RowSource {
    /// The format in which the rows are.
    public let format: RowFormat
    /// The names of the fields, where a head names them for all rows: in CSV and in workbooks.
    public var fieldNames: [String]? { reader.fieldNames }

    /// How much of the source was read, from 0 to 1; `nil` when nobody knows how long it is. A workbook is read at once.
    public var fraction: Double? { window?.fraction }

    /// Whether the next row, where each stands on a line of its own, can be had without waiting for more input.
    public var hasRowInMemory: Bool { window?.hasLine ?? false }

    /// The text; `nil` for a workbook.
    private let window: TextWindow?
    private var reader: any RowReader
    private var isAtEnd = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - format: Its format; with `nil` the extension tells it, and where that says nothing, the content.
    ///   - sheet: The name of the sheet of a workbook; the first one that is shown, when it is `nil`.
    ///   - limits: The limits that hold.
    /// - Throws: ``RowReadingError`` when the file cannot be read at all: it cannot be opened, is of another format, has no
    ///   sheet of this name, or a head with names that are empty or stand twice.
    public convenience init(
        path: String,
        format: RowFormat? = nil,
        sheet: String? = nil,
        limits: Limits = .standard
    ) throws(RowReadingError) {
        try self.init(
            input: try ByteInput(path: path),
            format: format ?? RowFormat(fileName: path),
            sheet: sheet,
            limits: limits
        )
    }

    /// Reads lines of JSON from an open descriptor, which stays open, one request each: they are UTF-8 (RFC 8259, 8.1)
    /// whatever one of them holds.
    ///
    /// - Throws: ``RowReadingError`` when the descriptor cannot be read.
    public convenience init(requests descriptor: Int32, limits: Limits = .standard) throws(RowReadingError) {
        try self.init(
            input: ByteInput(descriptor: descriptor),
            format: .ndjson,
            sheet: nil,
            limits: limits,
            isUTF8: true
        )
    }

    /// Reads from an open descriptor, such as standard input, which stays open.
    ///
    /// - Throws: ``RowReadingError``, as ``init(path:format:sheet:limits:)``.
    public convenience init(
        descriptor: Int32,
        format: RowFormat? = nil,
        sheet: String? = nil,
        limits: Limits = .standard
    ) throws(RowReadingError) {
        try self.init(input: ByteInput(descriptor: descriptor), format: format, sheet: sheet, limits: limits)
    }

    /// Reads from bytes that are in memory.
    ///
    /// - Throws: ``RowReadingError``, as ``init(path:format:sheet:limits:)``.
    public convenience init(
        bytes: [UInt8],
        format: RowFormat? = nil,
        sheet: String? = nil,
        limits: Limits = .standard
    ) throws(RowReadingError) {
        try self.init(input: ByteInput(bytes: bytes), format: format, sheet: sheet, limits: limits)
    }

    private init(
        input: ByteInput,
        format: RowFormat?,
        sheet: String?,
        limits: Limits,
        isUTF8: Bool = false
    ) throws(RowReadingError) {
        if format == .xlsx {
            self.format = .xlsx
            window = nil
            reader = try WorkbookRows(try input.readAll(limit: limits.inputBytes), sheet: sheet, limits: limits)
            return
        }
        if format == nil, try input.startsLikeArchive() {
            self.format = .xlsx
            window = nil
            reader = try WorkbookRows(try input.readAll(limit: limits.inputBytes), sheet: sheet, limits: limits)
            return
        }
        let window = try TextWindow(input, limit: limits.rowBytes, isUTF8: isUTF8)
        self.window = window
        self.format = format ?? RowFormat(opening: window.bytes)
        switch self.format {
        case .csv: reader = try CSVRows(window)
        case .json: reader = try JSONRows(window, isByLine: false, nesting: limits.nesting)
        case .ndjson: reader = try JSONRows(window, isByLine: true, mayBeList: !isUTF8, nesting: limits.nesting)
        case .yaml, .xlsx: reader = try YAMLRows(window, nesting: limits.nesting)
        }
    }

    /// The next row.
    ///
    /// - Returns: The row, or why it cannot be used; `nil` at the end.
    /// - Throws: ``RowReadingError`` when the file cannot be read on.
    public func next() throws(RowReadingError) -> Result<Row, RowProblem>? {
        guard !isAtEnd else { return nil }
        let row = try reader.next()
        switch row {
        case .none: isAtEnd = true
        case .failure(let problem): isAtEnd = problem.endsReading
        case .success: break
        }
        return row
    }
}

/// Reads the rows of one format.
protocol RowReader {
    /// The names that a head gives to the fields of all rows.
    var fieldNames: [String]? { get }
    /// The next row; `nil` at the end.
    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>?
}

internal import Qinggao
internal import RowReading
internal import SummaryModel

/// Rows on their way to documents: taken from a source one after the other, with the names that are given away.
struct RowQueue {
    /// One row, or why it cannot be used.
    struct Entry {
        /// The number in the source, from 0.
        var number: Int
        var line: Int?
        var row: Result<Row, RowProblem>
    }

    let source: RowSource
    private let part: Shard
    /// The number of the row under each name, in small letters: some file systems take them for one.
    private var names: [String: Int] = [:]
    /// Whether there are no more rows.
    private(set) var isAtEnd = false
    /// Why the source could not be read to its end.
    private(set) var failure: RowReadingError?
    /// The names of the fields, of the head or of the first row.
    private(set) var fieldNames: [String] = []

    init(_ source: RowSource, part: Shard) {
        self.source = source
        self.part = part
        fieldNames = source.fieldNames ?? []
    }

    /// The next row; `nil` at the end.
    mutating func next() -> Entry? {
        guard !isAtEnd else { return nil }
        do throws(RowReadingError) {
            guard let row = try source.next() else {
                isAtEnd = true
                return nil
            }
            switch row {
            case .success(let found):
                if fieldNames.isEmpty { fieldNames = found.fields.map(\.name) }
                return Entry(number: found.number, line: found.line, row: row)
            case .failure(let problem):
                if problem.endsReading {
                    isAtEnd = true
                    failure = RowReadingError(Self.restUnread, at: problem.position)
                }
                return Entry(number: problem.number, line: problem.position.line, row: row)
            }
        } catch {
            (failure, isAtEnd) = (error, true)
            return nil
        }
    }

    private static let restUnread = LocalizedText(
        zh: "由于这里的错误，后面的数据行都没有读取；请改正后再运行",
        en: "because of the mistake here no row after it was read; correct it and run again"
    )

    /// Whether the row of this number is to be done here.
    func isOfPart(_ number: Int) -> Bool { part.contains(number) }

    /// Gives a name to a row.
    ///
    /// - Returns: The row that has it already.
    mutating func claim(_ name: String, for row: Int) -> Int? {
        let key = name.lowercased()
        if let other = names[key] { return other }
        names[key] = row
        return nil
    }
}

internal import ArgumentParser
internal import RowReading
internal import SummaryModel

/// Options of every command that reads rows.
struct RowOptions: ParsableArguments {
    @Option(
        help: .text(
            zh: "数据行：CSV、JSON、NDJSON、YAML 或 .xlsx，或 - 表示标准输入",
            en: "The rows: CSV, JSON, NDJSON, YAML or .xlsx, or - for standard input.",
            valueName: "file"
        )
    )
    var rows: String

    @Option(
        help: .text(
            zh: "数据行的格式，默认看扩展名和内容",
            en: "The format of the rows, when neither name nor content show it.",
            valueName: "format"
        )
    )
    var rowsFormat: String?

    @Option(help: .text(zh: "工作表名，默认第一张", en: "The sheet of an .xlsx; the first when not given.", valueName: "name"))
    var sheet: String?

    @Option(help: .text(zh: "{row} 从几开始，默认 1", en: "The number of the first row, for {row}: 1.", valueName: "n"))
    var rowBase = 1

    /// Refuses a number of the first row that no row can have.
    static func check(_ rowBase: Int) throws {
        guard !(0...1_000_000_000_000).contains(rowBase) else { return }
        throw ValidationError(
            Wording.text(zh: "--row-base 应为 0 或正整数", en: "--row-base must be 0 or a number above it")
        )
    }

    func validate() throws {
        try Self.check(rowBase)
        guard let rowsFormat, RowFormat(rawValue: rowsFormat) == nil else { return }
        let names = RowFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            Wording.text(zh: "--rows-format 应为 \(names) 之一", en: "--rows-format must be one of \(names)")
        )
    }

    /// Opens the rows.
    func source(in session: Session) throws -> RowSource {
        let format = rowsFormat.flatMap(RowFormat.init(rawValue:))
        do throws(RowReadingError) {
            return rows == "-"
                ? try RowSource(descriptor: session.input.descriptor, format: format, sheet: sheet)
                : try RowSource(path: rows, format: format, sheet: sheet)
        } catch { throw failure(error) }
    }

    /// A failure of reading, with the name of the file and the place.
    func failure(_ error: RowReadingError) -> FileFailure {
        let place = error.position.map { "\(rows):\($0.line):\($0.column)" } ?? rows
        return FileFailure(
            LocalizedText(zh: "\(place)：\(error.message.zh)", en: "\(place): \(error.message.en)")
        )
    }
}

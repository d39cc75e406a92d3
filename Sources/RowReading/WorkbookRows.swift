internal import SummaryModel
internal import XMLReading

/// Reads rows from a sheet of a workbook (ISO/IEC 29500-1, 18.3), as Excel, WPS, LibreOffice and other programs write them.
///
/// The first row that is not empty names the columns. A cell gives the text that the sheet shows (``CellFormat``), a truth
/// value is one; empty cells, and all but the first of those that are merged, are not there.
struct WorkbookRows: RowReader {
    private let workbook: Workbook
    private let data: XMLReader.Element?
    /// The names of the columns.
    private var names: [Int: String] = [:]
    private(set) var fieldNames: [String]? = []
    private var number = 0
    /// The number of the last row of the sheet.
    private var line = 0

    private struct Cell {
        var column: Int
        var value: JSONValue
        var problem: LocalizedText?
    }

    init(_ bytes: [UInt8], sheet: String?, limits: Limits) throws(RowReadingError) {
        let workbook = try Workbook(bytes, sheet: sheet, limits: limits)
        self.workbook = workbook
        var data: XMLReader.Element?
        try Workbook.checked(workbook.sheetPart) { () throws(XMLReadingError) in
            let root = try workbook.sheet.root()
            while data == nil, let child = try workbook.sheet.child(of: root) {
                if child.name == Workbook.Element.sheetData.rawValue { data = child }
            }
        }
        self.data = data
        guard let head = try nextCells() else { throw RowReadingError(RowWording.empty) }
        var columns: [String: [Int]] = [:]
        for cell in head {
            if let problem = cell.problem {
                throw RowReadingError(problem, at: SourcePosition(line: line, column: cell.column))
            }
            let name = Array(Self.text(cell.value).unicodeScalars)[...].trimmed.string
            guard !name.isEmpty else { continue }
            names[cell.column] = name
            columns[name, default: []].append(cell.column)
            fieldNames?.append(name)
        }
        if let repeated = columns.filter({ $0.value.count > 1 }).min(by: { $0.value[0] < $1.value[0] }) {
            throw RowReadingError(
                RowWording.repeated(repeated.key, repeated.value),
                at: SourcePosition(line: line, column: repeated.value[1])
            )
        }
    }

    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>? {
        guard let cells = try nextCells() else { return nil }
        defer { number += 1 }
        var fields: [Row.Field] = []
        fields.reserveCapacity(cells.count)
        for cell in cells {
            let position = SourcePosition(line: line, column: cell.column)
            if let problem = cell.problem {
                return .failure(RowProblem(number: number, position: position, message: problem))
            }
            guard let name = names[cell.column] else {
                return .failure(
                    RowProblem(number: number, position: position, message: RowWording.unnamed([cell.column]))
                )
            }
            fields.append(Row.Field(name: name, value: cell.value))
        }
        return .success(Row(number: number, line: line, fields: fields))
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .bool(let value): value ? "TRUE" : "FALSE"
        default: ""
        }
    }

    /// The cells of the next row that has any; `nil` at the end of the sheet.
    private mutating func nextCells() throws(RowReadingError) -> [Cell]? {
        guard let data else { return nil }
        let sheet = workbook.sheet
        do throws(XMLReadingError) {
            while let row = try sheet.child(of: data) {
                guard row.name == Workbook.Element.row.rawValue else { continue }
                line = sheet.attribute("r", isQualified: false).flatMap { Int($0) } ?? line + 1
                var cells: [Cell] = []
                var column = 0
                while let element = try sheet.child(of: row) {
                    guard element.name == Workbook.Element.c.rawValue else { continue }
                    column = sheet.attribute("r", isQualified: false).flatMap(Self.column) ?? column + 1
                    if let cell = try cell(element, column) { cells.append(cell) }
                }
                if !cells.isEmpty { return cells }
            }
            return nil
        } catch {
            throw Workbook.damaged(workbook.sheetPart, error)
        }
    }

    /// A cell; `nil` when it is empty.
    private func cell(_ element: XMLReader.Element, _ column: Int) throws(XMLReadingError) -> Cell? {
        let sheet = workbook.sheet
        let type = sheet.attribute("t", isQualified: false) ?? "n"
        let style = sheet.attribute("s", isQualified: false).flatMap { Int($0) }
        var raw: [UInt8] = []
        var inline: String?
        while let child = try sheet.child(of: element) {
            switch Workbook.Element(rawValue: child.name) {
            case .v: try sheet.text(of: child) { raw.append(contentsOf: $0) }
            case .is: inline = try Workbook.text(sheet, of: child)
            default: break
            }
        }
        let text: String
        switch type {
        case "inlineStr": text = inline ?? ""
        case "s":
            let index = Int(String(decoding: raw, as: UTF8.self)) ?? -1
            text = workbook.texts.indices.contains(index) ? workbook.texts[index] : ""
        case "b":
            guard !raw.isEmpty else { return nil }
            return Cell(column: column, value: .bool(raw == [UInt8(ascii: "1")]))
        case "e":
            let error = String(decoding: raw, as: UTF8.self)
            return Cell(column: column, value: .null, problem: RowWording.noCellValue(error))
        case "str": text = Workbook.unescaped(raw)
        case "d": text = String(decoding: raw, as: UTF8.self)
        default:
            guard !raw.isEmpty else { return nil }
            let format = style.flatMap { workbook.formats.indices.contains($0) ? workbook.formats[$0] : nil }
            text = (format ?? .general).shown(String(decoding: raw, as: UTF8.self), is1904: workbook.is1904)
        }
        guard !text.unicodeScalars.allSatisfy(\.isBlank) else { return nil }
        return Cell(column: column, value: .string(text))
    }

    /// The number of the column of a cell, from 1: 28 for AB5.
    private static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte & 0xDF) else { break }
            number = number * 26 + Int(byte & 0xDF) - 0x40
            // ISO/IEC 29500-1, 18.3.1.73: the last column is XFD.
            guard number <= 16_384 else { return nil }
        }
        return number > 0 ? number : nil
    }
}

internal import OpenPackaging
internal import ReadKit
internal import SummaryModel
internal import WordReading
internal import XMLReading

/// The parts of a workbook that say what the cells of a sheet hold.
struct Workbook {
    /// The sheet.
    let sheet: XMLReader
    /// The name of its part, for messages.
    let sheetPart: String
    /// The texts that cells refer to.
    let texts: [String]
    /// The formats that cells refer to.
    let formats: [CellFormat]
    /// Whether days are counted from 1904.
    let is1904: Bool

    /// The names of elements.
    enum Element: Int {
        case workbook, sheets, sheet, workbookPr, sst, si, t, r, rPh, styleSheet, numFmts, numFmt, cellXfs, xf
        case sheetData, row, c, v, `is`
    }

    private static let vocabulary = XMLVocabulary([
        XMLVocabulary.Space(
            [
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ],
            names: [
                "workbook": Element.workbook.rawValue, "sheets": Element.sheets.rawValue,
                "sheet": Element.sheet.rawValue, "workbookPr": Element.workbookPr.rawValue,
                "sst": Element.sst.rawValue, "si": Element.si.rawValue, "t": Element.t.rawValue,
                "r": Element.r.rawValue, "rPh": Element.rPh.rawValue, "styleSheet": Element.styleSheet.rawValue,
                "numFmts": Element.numFmts.rawValue, "numFmt": Element.numFmt.rawValue,
                "cellXfs": Element.cellXfs.rawValue, "xf": Element.xf.rawValue,
                "sheetData": Element.sheetData.rawValue, "row": Element.row.rawValue, "c": Element.c.rawValue,
                "v": Element.v.rawValue, "is": Element.is.rawValue,
            ]
        )
    ])

    /// Opens the sheet of this name; the first that is shown, when it is `nil`.
    init(_ bytes: [UInt8], sheet wanted: String?, limits: Limits) throws(RowReadingError) {
        let files = Files(parts: try Self.open(bytes, limits), nesting: limits.nesting)
        guard let main = try Self.checked({ () throws(PackageReadingError) in try files.parts.main() }),
            let reader = try files.reader(main)
        else { throw RowReadingError(Self.noWorkbook) }
        let relations = try Self.checked { () throws(PackageReadingError) in
            try files.parts.relations(of: main).filter { !$0.isExternal }
        }
        var sheets: [(name: String, relation: String, isHidden: Bool)] = []
        var is1904 = false
        try Self.checked(main) { () throws(XMLReadingError) in
            let root = try reader.root()
            while let child = try reader.child(of: root) {
                switch Element(rawValue: child.name) {
                case .workbookPr:
                    let value = reader.attribute("date1904", isQualified: false)
                    is1904 = value == "1" || value == "true"
                case .sheets:
                    while try reader.child(of: child) != nil {
                        guard let name = reader.attribute("name", isQualified: false),
                            let relation = reader.attribute(anySpace: "id")
                        else { continue }
                        let state = reader.attribute("state", isQualified: false)
                        sheets.append((name, relation, state == "hidden" || state == "veryHidden"))
                    }
                default: break
                }
            }
        }
        let tables = sheets.filter { sheet in
            relations.contains { $0.id == sheet.relation && $0.type == "worksheet" }
        }
        let chosen =
            if let wanted { tables.first { $0.name == wanted } } else { tables.first { !$0.isHidden } ?? tables.first }
        guard let chosen else {
            if let wanted { throw RowReadingError(RowWording.noSheet(wanted, tables.map(\.name))) }
            throw RowReadingError(Self.noWorkbook)
        }
        guard let part = relations.first(where: { $0.id == chosen.relation })?.target,
            let sheet = try files.reader(part)
        else { throw RowReadingError(Self.noWorkbook) }
        texts = try Self.texts(files, relations.first { $0.type == "sharedStrings" }?.target)
        formats = try Self.formats(files, relations.first { $0.type == "styles" }?.target)
        self.is1904 = is1904
        self.sheet = sheet
        sheetPart = part
    }

    /// The text of a string item or an inline string: its runs joined, without the reading of characters.
    static func text(_ reader: XMLReader, of item: XMLReader.Element) throws(XMLReadingError) -> String {
        var bytes: [UInt8] = []
        while let child = try reader.child(of: item) {
            switch Element(rawValue: child.name) {
            case .t: try append(reader, child, to: &bytes)
            case .r:
                while let part = try reader.child(of: child) {
                    if part.name == Element.t.rawValue { try append(reader, part, to: &bytes) }
                }
            default: break
            }
        }
        return unescaped(bytes)
    }

    private static func append(
        _ reader: XMLReader,
        _ element: XMLReader.Element,
        to bytes: inout [UInt8]
    ) throws(XMLReadingError) {
        var found = bytes
        bytes = []
        try reader.text(of: element) { found.append(contentsOf: $0) }
        bytes = found
    }

    /// A text in which `_x000D_` stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19).
    static func unescaped(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
                bytes[index + 6] == UInt8(ascii: "_"),
                let code = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += 7
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func texts(_ files: borrowing Files, _ part: String?) throws(RowReadingError) -> [String] {
        guard let part, let reader = try files.reader(part) else { return [] }
        var texts: [String] = []
        try checked(part) { () throws(XMLReadingError) in
            let root = try reader.root()
            while let item = try reader.child(of: root) {
                if item.name == Element.si.rawValue { texts.append(try text(reader, of: item)) }
            }
        }
        return texts
    }

    private static func formats(_ files: borrowing Files, _ part: String?) throws(RowReadingError) -> [CellFormat] {
        guard let part, let reader = try files.reader(part) else { return [] }
        var codes: [Int: CellFormat] = [:]
        var formats: [CellFormat] = []
        try checked(part) { () throws(XMLReadingError) in
            let root = try reader.root()
            while let child = try reader.child(of: root) {
                switch Element(rawValue: child.name) {
                case .numFmts:
                    while try reader.child(of: child) != nil {
                        guard let id = reader.attribute("numFmtId", isQualified: false).flatMap({ Int($0) }),
                            let code = reader.attribute("formatCode", isQualified: false)
                        else { continue }
                        codes[id] = code == "General" ? .general : CellFormat(code: code)
                    }
                case .cellXfs:
                    while try reader.child(of: child) != nil {
                        let id = reader.attribute("numFmtId", isQualified: false).flatMap { Int($0) } ?? 0
                        formats.append(codes[id] ?? CellFormat(number: id))
                    }
                default: break
                }
            }
        }
        return formats
    }

    // MARK: - Files

    private struct Files: ~Copyable {
        let parts: PackageParts
        let nesting: Int

        func reader(_ name: String) throws(RowReadingError) -> XMLReader? {
            guard let bytes = try Workbook.checked({ () throws(PackageReadingError) in try parts.bytes(of: name) })
            else {
                return nil
            }
            do throws(XMLReadingError) {
                return try XMLReader(bytes, vocabulary: Workbook.vocabulary, nesting: nesting)
            } catch {
                throw Workbook.damaged(name, error)
            }
        }
    }

    private static func open(_ bytes: [UInt8], _ limits: Limits) throws(RowReadingError) -> PackageParts {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            do throws(DraftError) {
                // Says what it is, when that is known.
                _ = try TextDecoder().decode(Array(bytes.prefix(1 << 16)))
            } catch {
                throw RowReadingError(error.message)
            }
            throw RowReadingError(noWorkbook)
        }
        do throws(PackageReadingError) {
            return try PackageParts(bytes, limits)
        } catch {
            throw refused(error)
        }
    }

    private static func checked<Result>(
        _ body: () throws(PackageReadingError) -> Result
    ) throws(RowReadingError) -> Result {
        do throws(PackageReadingError) { return try body() } catch { throw refused(error) }
    }

    private static func refused(_ error: PackageReadingError) -> RowReadingError {
        if case .malformed(let part, let error) = error { return damaged(part, error) }
        return RowReadingError(DraftError(error).message)
    }

    static func checked(
        _ part: String,
        _ body: () throws(XMLReadingError) -> Void
    ) throws(RowReadingError) {
        do throws(XMLReadingError) { try body() } catch { throw damaged(part, error) }
    }

    static func damaged(_ part: String, _ error: XMLReadingError) -> RowReadingError {
        let (line, reason): (Int, LocalizedText) =
            switch error {
            case .malformed(let line, let reason): (line, LocalizedText(zh: reason, en: reason))
            case .documentType(let line): (line, LocalizedText(zh: "有 DOCTYPE", en: "it has a DOCTYPE"))
            case .tooDeep(let line, let limit): (line, RowWording.tooDeep(limit))
            case .outOfMemory: (1, RowWording.outOfMemory)
            }
        return RowReadingError(
            LocalizedText(
                zh: "工作簿已损坏：部件 \(part) 第 \(line) 行（\(reason.zh)）；请在 Excel 或 WPS 中打开并另存后再试",
                en: "the workbook is damaged: part \(part), line \(line) (\(reason.en)); open it and save it again"
            )
        )
    }

    private static let noWorkbook = LocalizedText(
        zh: "这个文件不是工作簿（.xlsx）；请在 Excel 或 WPS 中另存为 .xlsx",
        en: "this file is not a workbook (.xlsx); save it as .xlsx in Excel or WPS"
    )
}

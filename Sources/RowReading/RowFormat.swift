/// The formats from which rows are read.
public enum RowFormat: String, Sendable, Hashable, CaseIterable {
    /// A table as text with a separator (RFC 4180); the first line names the fields.
    case csv
    /// A list of objects, or one object (RFC 8259).
    case json
    /// One object on each line.
    case ndjson
    /// A list of mappings, or one mapping in each document.
    case yaml
    /// A workbook of Excel, WPS or LibreOffice (ISO/IEC 29500, SpreadsheetML).
    case xlsx

    /// The format that the extension of a file names; `nil` for any other.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "csv", "tsv": self = .csv
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "yaml", "yml": self = .yaml
        case "xlsx", "xlsm": self = .xlsx
        default: return nil
        }
    }

    /// The format that the first bytes of a file show.
    ///
    /// - Parameter opening: The beginning of the file, as UTF-8 unless it is an archive.
    init(opening: UnsafeBufferPointer<UInt8>) {
        if opening.starts(with: [0x50, 0x4B, 3, 4]) {
            self = .xlsx
            return
        }
        let text = UnsafeBufferPointer(rebasing: opening.drop { $0 <= 0x20 })
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        switch text.first {
        case UInt8(ascii: "["): self = .json
        case UInt8(ascii: "{"):
            self = line.last { $0 > 0x20 } == UInt8(ascii: "}") ? .ndjson : .json
        default: self = Self.looksLikeYAML(line) ? .yaml : .csv
        }
    }

    /// Whether a first line is one of YAML: a mark of a document, an item of a list, a comment, or a key before a colon.
    private static func looksLikeYAML(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if ["---", "- ", "%YAML", "# "].contains(where: { line.starts(with: $0.utf8) }) { return true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let next = line.index(after: colon)
        let isFollowedByBlank = next == line.endIndex || line[next] == 0x20
        return isFollowedByBlank
            && !line[..<colon].contains { $0 == UInt8(ascii: ",") || $0 == 0x09 || $0 == UInt8(ascii: ";") }
    }
}

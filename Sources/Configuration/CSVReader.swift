public import StageKit
internal import SummaryModel

/// Reads comma-separated values by RFC 4180, as Excel and WPS write them: fields in quotation marks may hold commas, line
/// ends and doubled quotation marks. A tab or a semicolon parts the fields when the first line has one and no comma.
public struct CSVReader: Sendable {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The text, without the quotation marks.
        public var text: String
        /// Where it begins.
        public var place: ConfigurationPlace
    }

    /// Creates a reader.
    public init() {}

    /// Reads the rows of a file; those without any text are left out.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 without a byte-order mark.
    ///   - file: The name of the file, for the places.
    /// - Throws: ``ConfigurationError`` for a quotation mark that is not closed, or text after a closed one.
    public func rows(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> [[Field]] {
        var scan = Scan(bytes: bytes, file: file, separator: Self.separator(bytes))
        var rows: [[Field]] = []
        while !scan.isAtEnd {
            let row = try scan.row()
            if row.contains(where: { !$0.text.unicodeScalars.allSatisfy(\.isBlank) }) { rows.append(row) }
        }
        return rows
    }

    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        for separator in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")] where line.contains(separator) {
            return separator
        }
        return UInt8(ascii: ",")
    }

    private struct Scan {
        let bytes: [UInt8]
        let file: String
        let separator: UInt8
        var index = 0
        var line = 1
        /// Characters before the next byte on its line.
        var column = 0

        var isAtEnd: Bool { index >= bytes.count }

        var place: ConfigurationPlace {
            ConfigurationPlace(file: file, position: SourcePosition(line: line, column: column + 1))
        }

        mutating func row() throws(ConfigurationError) -> [Field] {
            var fields: [Field] = []
            while true {
                fields.append(try field())
                guard index < bytes.count else { return fields }
                let byte = bytes[index]
                advance()
                if byte == separator { continue }
                // The end of the line; of CR LF both.
                if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                (line, column) = (line + 1, 0)
                return fields
            }
        }

        private mutating func field() throws(ConfigurationError) -> Field {
            let start = place
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                let first = index
                while index < bytes.count, !endsField(bytes[index]) { advance() }
                return Field(text: String(decoding: bytes[first..<index], as: UTF8.self), place: start)
            }
            advance()
            var content: [UInt8] = []
            while true {
                guard index < bytes.count else { throw problem(start, CSVReader.unclosed) }
                let byte = bytes[index]
                advance()
                if byte == UInt8(ascii: "\"") {
                    guard index < bytes.count, bytes[index] == byte else { break }
                    advance()
                } else if byte == 0x0A || byte == 0x0D && (index >= bytes.count || bytes[index] != 0x0A) {
                    (line, column) = (line + 1, 0)
                }
                content.append(byte)
            }
            guard index >= bytes.count || endsField(bytes[index]) else { throw problem(place, CSVReader.afterQuote) }
            return Field(text: String(decoding: content, as: UTF8.self), place: start)
        }

        private func endsField(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

        private mutating func advance() {
            if bytes[index] & 0xC0 != 0x80 { column += 1 }
            index += 1
        }

        private func problem(_ place: ConfigurationPlace, _ message: LocalizedText) -> ConfigurationError {
            ConfigurationError([ConfigurationProblem(place: place, message: message)])
        }
    }

    private static let unclosed = LocalizedText(
        zh: "引号没有闭合，请补上 \"；字段中的引号应写成 \"\"",
        en: "the quotation mark is not closed; add \", and write \"\" for one inside a field"
    )
    private static let afterQuote = LocalizedText(
        zh: "闭合的引号之后还有文字；字段中的引号应写成 \"\"",
        en: "text stands after a closing quotation mark; write \"\" for one inside a field"
    )
}

internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads CSV (RFC 4180) row by row.
///
/// None of the Swift libraries for CSV reads bytes as a stream, keeps places, and goes on after a broken row, so this is a
/// scanner of our own: one pass over the bytes of a row, one string for each field.
///
/// The separator is the one of comma, semicolon, tab and full-width comma that stands most often in the head. Lines end at
/// LF, CRLF or CR. Rows without any text are passed over.
struct CSVRows: RowReader {
    private let window: TextWindow
    private let names: [String]
    private let separator: [UInt8]
    private var scan = CSVScan()
    private var number = 0
    /// How often a quotation mark was found to be open up to the end of the file.
    private var openQuotes = 0

    /// So often the rest of the file is looked through for a closing quotation mark that is missing.
    private static let openQuoteLimit = 16

    var fieldNames: [String]? { names }

    init(_ window: TextWindow) throws(RowReadingError) {
        self.window = window
        scan.separator = [UInt8(ascii: ",")]
        var head: [String] = []
        var found: [UInt8] = [UInt8(ascii: ",")]
        while true {
            guard try Self.skipBlankLines(window) else { break }
            // The head is scanned with each separator; its quotation marks hide those that are text.
            found = try Self.separator(window)
            scan.separator = found
            let outcome = try Self.scanRow(window, &scan)
            let position = window.position(of: 0)
            if let problem = outcome.problem(window) { throw RowReadingError(problem.message, at: problem.position) }
            guard !scan.isBlank(window.bytes) else {
                window.consumeLines(scan.length, lines: scan.lines)
                continue
            }
            for index in scan.fields.indices {
                guard let text = scan.text(index, window.bytes) else {
                    let place = window.position(of: scan.fields[index].start)
                    throw RowReadingError(RowWording.invalidBytes(window.encoding), at: place)
                }
                head.append(Array(text.unicodeScalars)[...].trimmed.string)
            }
            window.consumeLines(scan.length, lines: scan.lines)
            try Self.check(head, at: position)
            break
        }
        guard !head.isEmpty else { throw RowReadingError(RowWording.empty) }
        names = head
        separator = found
    }

    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>? {
        while true {
            let outcome = try Self.scanRow(window, &scan)
            let line = window.line
            switch outcome {
            case .end: return nil
            case .row:
                defer { window.consumeLines(scan.length, lines: scan.lines) }
                let bytes = window.bytes
                guard !scan.isBlank(bytes) else { continue }
                defer { number += 1 }
                return row(bytes, line: line)
            case .textAfterQuote(let offset):
                defer { number += 1 }
                let position = window.position(of: offset)
                try skipLine(from: offset)
                return .failure(RowProblem(number: number, position: position, message: RowWording.afterQuote))
            case .openQuote(let offset), .tooLarge(let offset):
                defer { number += 1 }
                let position = window.position(of: offset)
                openQuotes += 1
                let gaveUp = openQuotes >= Self.openQuoteLimit
                var message = RowWording.openQuote
                if case .tooLarge = outcome { message = window.overLimit }
                // The rows after the first line of this one are most likely sound.
                try skipLine(from: 0)
                return .failure(
                    RowProblem(number: number, position: position, message: message, endsReading: gaveUp)
                )
            }
        }
    }

    private func row(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> Result<Row, RowProblem> {
        var fields: [Row.Field] = []
        fields.reserveCapacity(min(scan.fields.count, names.count))
        for (index, name) in names.enumerated() {
            guard index < scan.fields.count else { break }
            guard let text = scan.text(index, bytes) else {
                let place = window.position(of: scan.fields[index].start)
                return .failure(
                    RowProblem(number: number, position: place, message: RowWording.invalidBytes(window.encoding))
                )
            }
            fields.append(Row.Field(name: name, value: .string(text)))
        }
        for index in scan.fields.indices.dropFirst(names.count) where !scan.isBlank(index, bytes) {
            return .failure(
                RowProblem(
                    number: number,
                    position: window.position(of: scan.fields[index].start),
                    message: RowWording.surplus(scan.fields.count, names.count)
                )
            )
        }
        return .success(Row(number: number, line: line, fields: fields))
    }

    /// Takes off everything up to the end of the line in which `offset` stands.
    private func skipLine(from offset: Int) throws(RowReadingError) {
        var place = offset
        while true {
            let bytes = window.bytes
            while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
            if place + 1 < bytes.count || window.isComplete {
                if place < bytes.count {
                    place += bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
                }
                window.consume(place)
                return
            }
            // A line of any length may be passed over without being kept.
            let kept = min(place, bytes.count)
            window.consume(kept)
            place -= kept
            if try !window.extend(), window.bytes.isEmpty { return }
        }
    }

    // MARK: -

    /// Scans the row at the beginning of the window, which is extended until it holds the whole row.
    private static func scanRow(_ window: TextWindow, _ scan: inout CSVScan) throws(RowReadingError) -> CSVScan.Outcome
    {
        while true {
            if let outcome = scan.row(window.bytes, isComplete: window.isComplete) { return outcome }
            if window.isOverLimit { return .tooLarge(0) }
            _ = try window.extend()
        }
    }

    /// Takes off lines without any text; `false` at the end of the file.
    private static func skipBlankLines(_ window: TextWindow) throws(RowReadingError) -> Bool {
        while true {
            let bytes = window.bytes
            let blanks = bytes.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
            if blanks.count < bytes.count {
                let line = blanks.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
                window.consume(line)
                return true
            }
            if window.isComplete { return false }
            window.consume(blanks.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0)
            _ = try window.extend()
        }
    }

    /// The separator of the row at the beginning of the window.
    private static func separator(_ window: TextWindow) throws(RowReadingError) -> [UInt8] {
        var best: (separator: [UInt8], count: Int) = ([UInt8(ascii: ",")], 1)
        let candidates: [[UInt8]] = [[UInt8(ascii: ",")], [0x09], [UInt8(ascii: ";")], Array("，".utf8)]
        for candidate in candidates {
            var scan = CSVScan()
            scan.separator = candidate
            guard case .row = try scanRow(window, &scan) else { continue }
            if scan.fields.count > best.count { best = (candidate, scan.fields.count) }
        }
        return best.separator
    }

    private static func check(_ names: [String], at position: SourcePosition) throws(RowReadingError) {
        var columns: [String: [Int]] = [:]
        for (index, name) in names.enumerated() { columns[name, default: []].append(index + 1) }
        if let empty = columns[""] { throw RowReadingError(RowWording.unnamed(empty), at: position) }
        let repeated = columns.filter { $0.value.count > 1 }.min { $0.value[0] < $1.value[0] }
        if let repeated {
            throw RowReadingError(RowWording.repeated(repeated.key, repeated.value), at: position)
        }
    }
}

extension CSVScan.Outcome {
    /// What is wrong with the row, as far as it can be told without its fields.
    fileprivate func problem(_ window: TextWindow) -> (message: LocalizedText, position: SourcePosition)? {
        switch self {
        case .row, .end: nil
        case .textAfterQuote(let offset): (RowWording.afterQuote, window.position(of: offset))
        case .openQuote(let offset): (RowWording.openQuote, window.position(of: offset))
        case .tooLarge(let offset): (window.overLimit, window.position(of: offset))
        }
    }
}

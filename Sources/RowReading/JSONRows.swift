internal import JSONReading
internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads rows from JSON: the objects of a list, one object, several one after the other, or one on each line.
struct JSONRows: RowReader {
    /// How rows follow each other.
    private enum Form {
        case lines
        case objects
        case list
    }

    /// A name as it stands in the text, so that rows with the same names share their strings.
    private struct Name {
        var bytes: [UInt8]
        var text: String
    }

    private let window: TextWindow
    private let nesting: Int
    private var form: Form
    private var isFirst = true
    private var number = 0
    /// The names of the last row.
    private var shape: [Name] = []
    /// Where the keys of the present row stand.
    private var keys: [Int] = []

    let fieldNames: [String]? = nil

    /// - Parameter mayBeList: Whether rows by line may turn out to be a list.
    init(
        _ window: TextWindow,
        isByLine: Bool,
        mayBeList: Bool = true,
        nesting: Int
    ) throws(RowReadingError) {
        self.window = window
        self.nesting = nesting
        form = isByLine ? .lines : .objects
        if mayBeList, try skipBlanks() == UInt8(ascii: "[") {
            form = .list
            window.consume(1)
        }
    }

    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>? {
        guard let first = try skipBlanks() else {
            if form != .list { return nil }
            return problem(0, JSONSyntax.endsEarly, endsReading: true)
        }
        if form == .list {
            if first == UInt8(ascii: "]") { return try end() }
            if !isFirst {
                guard first == UInt8(ascii: ",") else {
                    return problem(0, JSONSyntax.unexpected(Self.sign(window.bytes)), endsReading: true)
                }
                window.consume(1)
                if try skipBlanks() == nil { return problem(0, JSONSyntax.endsEarly, endsReading: true) }
            }
        }
        isFirst = false
        defer { number += 1 }
        while true {
            let bytes = window.bytes
            var parser = JSONParser(bytes, isComplete: window.isComplete, nesting: nesting)
            do throws(JSONParser.Failure) {
                return try row(&parser)
            } catch {
                switch error {
                case .incomplete:
                    if window.isOverLimit {
                        let result = problem(0, window.overLimit, endsReading: form != .lines)
                        if form == .lines { try skipLine() }
                        return result
                    }
                    _ = try window.extend()
                case .malformed(let place, let message):
                    return try recover(from: place, message)
                case .repeatedKey(let place, let name):
                    return try recover(from: place, RowWording.repeatedKey(name))
                case .invalidBytes(let place):
                    return try recover(from: place, RowWording.invalidBytes(window.encoding))
                }
            }
        }
    }

    /// Reads the row at the beginning of the window.
    private mutating func row(_ parser: inout JSONParser) throws(JSONParser.Failure) -> Result<Row, RowProblem> {
        let line = window.line
        guard try parser.peek() == UInt8(ascii: "{") else {
            _ = try parser.value()
            try finishLine(&parser)
            let result = problem(0, RowWording.noObject)
            consumeRow(to: parser.place)
            return result
        }
        var fields: [Row.Field] = []
        fields.reserveCapacity(shape.count)
        keys.removeAll(keepingCapacity: true)
        var hasShape = true
        var offsets = keys
        let shape = shape
        try parser.object { (key, parser) throws(JSONParser.Failure) in
            let index = fields.count
            let name: String
            if index < shape.count, Self.equal(parser.bytes, key.range, shape[index].bytes) {
                name = shape[index].text
            } else {
                hasShape = false
                name = try parser.text(of: key)
            }
            offsets.append(key.range.lowerBound - 1)
            fields.append(Row.Field(name: name, value: try parser.value(depth: 1)))
        }
        keys = offsets
        try finishLine(&parser)
        if !hasShape {
            var seen: Set<String> = []
            for (index, field) in fields.enumerated() where !seen.insert(field.name).inserted {
                let result = problem(keys[index], RowWording.repeatedKey(field.name))
                consumeRow(to: parser.place)
                return result
            }
            self.shape = fields.map { Name(bytes: Array($0.name.utf8), text: $0.name) }
        }
        consumeRow(to: parser.place)
        return .success(Row(number: number, line: line, fields: fields))
    }

    /// Takes a row off the window, with the end of its line where rows are lines.
    private func consumeRow(to place: Int) {
        var end = place
        if form == .lines {
            let bytes = window.bytes
            if end < bytes.count, bytes[end] == 0x0D { end += 1 }
            if end < bytes.count, bytes[end] == 0x0A { end += 1 }
        }
        window.consume(end)
    }

    /// Where rows are lines, nothing may follow on the line of a row.
    private func finishLine(_ parser: inout JSONParser) throws(JSONParser.Failure) {
        guard form == .lines else { return }
        while let byte = try parser.peek() {
            switch byte {
            case 0x20, 0x09: parser.place += 1
            case 0x0A, 0x0D: return
            default: throw .malformed(parser.place, RowWording.textAfterRow)
            }
        }
    }

    /// The problem of a row whose syntax is broken at `place`; passes over the row.
    private func recover(from place: Int, _ message: LocalizedText) throws(RowReadingError) -> Result<Row, RowProblem> {
        var result = RowProblem(number: number, position: window.position(of: place), message: message)
        if form == .lines {
            try skipLine()
        } else if try !skipObject() {
            result.endsReading = true
        }
        return .failure(result)
    }

    /// Takes off everything up to the end of the present line.
    private func skipLine() throws(RowReadingError) {
        while true {
            let bytes = window.bytes
            if let index = bytes.firstIndex(of: 0x0A) {
                window.consume(index + 1)
                return
            }
            window.consume(bytes.count)
            if try !window.extend() { return }
        }
    }

    /// Takes off the object at the beginning of the window, by its braces and strings alone.
    ///
    /// - Returns: Whether it has an end.
    private func skipObject() throws(RowReadingError) -> Bool {
        while true {
            if let end = Self.endOfObject(window.bytes) {
                window.consume(end)
                // Outside a list a comma is nothing after which something may follow.
                return end > 0 || form == .list
            }
            guard !window.isOverLimit, try window.extend() else { return false }
        }
    }

    private static func endOfObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var depth = 0
        var isString = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isString.toggle()
            case UInt8(ascii: "\\") where isString: index += 1
            case UInt8(ascii: "{") where !isString, UInt8(ascii: "[") where !isString: depth += 1
            case UInt8(ascii: "}") where !isString, UInt8(ascii: "]") where !isString:
                depth -= 1
                if depth <= 0 { return depth < 0 ? nil : index + 1 }
            case UInt8(ascii: ",") where !isString && depth == 0: return index
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The end of the list; nothing may follow.
    private func end() throws(RowReadingError) -> Result<Row, RowProblem>? {
        window.consume(1)
        guard try skipBlanks() != nil else { return nil }
        return problem(0, JSONSyntax.textAfterEnd, endsReading: true)
    }

    /// Takes off blanks and gives the byte after them; `nil` at the end.
    private func skipBlanks() throws(RowReadingError) -> UInt8? {
        while true {
            let bytes = window.bytes
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
                index += 1
            }
            if index > 0 { window.consume(index) }
            if index < bytes.count { return bytes[index] }
            if try !window.extend() { return nil }
        }
    }

    private func problem(
        _ offset: Int,
        _ message: LocalizedText,
        endsReading: Bool = false
    ) -> Result<Row, RowProblem> {
        .failure(
            RowProblem(
                number: number,
                position: window.position(of: offset),
                message: message,
                endsReading: endsReading
            )
        )
    }

    private static func sign(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
    }

    private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: [UInt8]) -> Bool {
        guard range.count == name.count, let base = bytes.baseAddress else { return false }
        return name.withUnsafeBufferPointer { name in
            guard let start = name.baseAddress else { return true }
            return memcmp(base + range.lowerBound, start, name.count) == 0
        }
    }
}

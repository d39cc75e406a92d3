#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Finds the fields of one row of CSV in bytes.
struct CSVScan {
    /// What stands at the beginning of the bytes.
    enum Outcome {
        /// A row, whose fields are ``CSVScan/fields``.
        case row
        /// Nothing: the text is at its end.
        case end
        /// A field goes on after its closing quotation mark, at this offset.
        case textAfterQuote(Int)
        /// The quotation mark at this offset is not closed.
        case openQuote(Int)
        /// The row is larger than a row may be.
        case tooLarge(Int)
    }

    /// A field, without its quotation marks.
    struct Field {
        var start: Int
        var end: Int
        /// Whether quotation marks are doubled in it.
        var hasDoubledQuotes: Bool
    }

    /// What stands between two fields.
    var separator: [UInt8] = []
    /// The fields of the row that was found last.
    private(set) var fields: [Field] = []
    /// Its bytes, with the end of its last line.
    private(set) var length = 0
    /// The lines that end in it.
    private(set) var lines = 0

    private static let quote = UInt8(ascii: "\"")

    /// Finds the first row.
    ///
    /// - Returns: What was found; `nil` when more bytes are needed to tell.
    mutating func row(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool) -> Outcome? {
        fields.removeAll(keepingCapacity: true)
        lines = 0
        let count = bytes.count
        guard count > 0, let base = bytes.baseAddress else { return isComplete ? .end : nil }
        let first = separator[0]
        let width = separator.count
        var index = 0
        while true {
            if index < count, base[index] == Self.quote {
                let open = index
                var end = index + 1
                var isDoubled = false
                while true {
                    guard let found = memchr(base + end, Int32(Self.quote), count - end) else {
                        return isComplete ? .openQuote(open) : nil
                    }
                    end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                    if end + 1 >= count, !isComplete { return nil }
                    guard end + 1 < count, base[end + 1] == Self.quote else { break }
                    isDoubled = true
                    end += 2
                }
                lines += Self.lineEnds(UnsafeBufferPointer(rebasing: bytes[open + 1..<end]))
                fields.append(Field(start: open + 1, end: end, hasDoubledQuotes: isDoubled))
                index = end + 1
                while index < count, base[index] == 0x20 { index += 1 }
                if index + width > count, !isComplete { return nil }
                guard index == count || Self.isLineEnd(base[index]) || isSeparator(base, index, count) else {
                    return .textAfterQuote(index)
                }
            } else {
                let start = index
                while index < count {
                    let byte = base[index]
                    if byte == first {
                        if width == 1 { break }
                        if index + width > count, !isComplete { return nil }
                        if isSeparator(base, index, count) { break }
                    } else if Self.isLineEnd(byte) {
                        break
                    }
                    index += 1
                }
                fields.append(Field(start: start, end: index, hasDoubledQuotes: false))
            }
            if index >= count {
                guard isComplete else { return nil }
                length = count
                return .row
            }
            if Self.isLineEnd(base[index]) {
                if base[index] == 0x0D {
                    if index + 1 >= count, !isComplete { return nil }
                    if index + 1 < count, base[index + 1] == 0x0A { index += 1 }
                }
                length = index + 1
                lines += 1
                return .row
            }
            index += width
        }
    }

    /// The text of a field; `nil` when it is not UTF-8.
    func text(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let field = fields[index]
        let content = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        guard field.hasDoubledQuotes else { return String(validating: content, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var place = 0
        while place < content.count {
            text.append(content[place])
            // The second of two quotation marks is left out.
            place += content[place] == Self.quote ? 2 : 1
        }
        return String(validating: text, as: UTF8.self)
    }

    /// Whether a field holds only blanks.
    func isBlank(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let field = fields[index]
        var place = field.start
        while place < field.end {
            if bytes[place] <= 0x20 {
                place += 1
            } else if place + 2 < field.end, bytes[place] == 0xE3, bytes[place + 1] == 0x80, bytes[place + 2] == 0x80 {
                // The ideographic space.
                place += 3
            } else {
                return false
            }
        }
        return true
    }

    /// Whether no field of the row holds more than blanks.
    func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in fields.indices where !isBlank(index, bytes) { return false }
        return true
    }

    private func isSeparator(_ base: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Bool {
        guard index + separator.count <= count else { return false }
        for offset in separator.indices where base[index + offset] != separator[offset] { return false }
        return true
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var lines = 0
        for index in bytes.indices {
            if bytes[index] == 0x0A { lines += 1 }
            if bytes[index] == 0x0D, index + 1 >= bytes.count || bytes[index + 1] != 0x0A { lines += 1 }
        }
        return lines
    }
}

internal import SummaryModel

/// The lines between `---` and `---` at the very top of a Markdown file. Only lines of the form `key: value` are read;
/// this is no parser of YAML.
struct FrontMatter {
    /// One line of the form `key: value`.
    struct Entry {
        var key: String
        var value: String
        /// Where the line stands.
        var line: SourceRange
        /// Where the value stands, without quotes.
        var place: SourceRange
    }

    /// The lines, with those that open and close it.
    let lines: ClosedRange<Int>
    let entries: [Entry]

    /// The most lines that are looked through.
    private static let longest = 200

    /// The front matter of a text whose lines stand at `lines`; `nil` when there is none.
    init?(_ bytes: [UInt8], lines: [SourceRange]) {
        guard let first = lines.first, Self.isFence(bytes[first], allowsDots: false) else { return nil }
        var entries: [Entry] = []
        for index in 1..<max(1, min(lines.count, Self.longest)) {
            let line = lines[index]
            if Self.isFence(bytes[line], allowsDots: true) {
                guard !entries.isEmpty else { return nil }
                self.lines = 0...index
                self.entries = entries
                return
            }
            if let entry = Self.entry(bytes, line) {
                entries.append(entry)
            } else if !Self.mayStand(bytes[line]) {
                // A rule above the text, and another one below it.
                return nil
            }
        }
        return nil
    }

    /// The entry of this key.
    subscript(key: String) -> Entry? { entries.first { $0.key.lowercased() == key } }

    private static func isFence(_ line: ArraySlice<UInt8>, allowsDots: Bool) -> Bool {
        let text = line.trimmedSuffix
        return text.elementsEqual("---".utf8) || allowsDots && text.elementsEqual("...".utf8)
    }

    /// Whether a line without a key may stand there: an item, a comment, a line that goes on, a blank one.
    private static func mayStand(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        return first == 0x20 || first == 0x09 || first == UInt8(ascii: "#") || first == UInt8(ascii: "-")
            || first == UInt8(ascii: "]") || first == UInt8(ascii: "}") || line.trimmedSuffix.isEmpty
    }

    private static func entry(_ bytes: [UInt8], _ line: SourceRange) -> Entry? {
        let text = bytes[line]
        guard let colon = text.prefix(64).firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
        let key = text[..<colon]
        let isKey = key.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80
        }
        let rest = text[(colon + 1)...]
        guard isKey, rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 else { return nil }
        var value = rest.drop { $0 == 0x20 || $0 == 0x09 }.trimmedSuffix
        if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), value.count >= 2,
            value.last == quote
        {
            value = value.dropFirst().dropLast()
        }
        return Entry(
            key: String(decoding: key, as: UTF8.self),
            value: String(decoding: value, as: UTF8.self),
            line: line,
            place: SourceRange(value.startIndex, value.endIndex)
        )
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without blanks at the end.
    var trimmedSuffix: ArraySlice<UInt8> {
        var part = self
        while let last = part.last, last == 0x20 || last == 0x09 || last == 0x0D { part.removeLast() }
        return part
    }
}

extension [UInt8] {
    /// The bytes of `range`.
    subscript(range: SourceRange) -> ArraySlice<UInt8> { self[range.lowerBound..<range.upperBound] }
}

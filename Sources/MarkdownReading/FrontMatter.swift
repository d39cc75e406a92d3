internal import SummaryModel

/// The lines between `---` and `---` at the very top of a Markdown file. Lines of the form `key: value` are read, and lists:
/// `key: [a, b]`, or items after `- ` in the lines below the key. This is no parser of YAML.
struct FrontMatter {
    /// One line of the form `key: value`, with the items below it.
    struct Entry {
        var key: String
        /// The value; of a list the items, with LF between them.
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
            } else if let last = entries.last, last.place.count == 0, let item = Self.item(bytes[line]) {
                entries[entries.count - 1].value += (last.value.isEmpty ? "" : "\n") + item
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
        let value = rest.drop { $0 == 0x20 || $0 == 0x09 }.trimmedSuffix
        func entry(_ text: String, _ place: ArraySlice<UInt8>) -> Entry {
            Entry(
                key: String(decoding: key, as: UTF8.self),
                value: text,
                line: line,
                place: SourceRange(place.startIndex, place.endIndex)
            )
        }
        if value.count >= 2, value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
            let inside = value.dropFirst().dropLast()
            return entry(items(inside).map(scalar).joined(separator: "\n"), inside)
        }
        return entry(scalar(value), isQuoted(value) ? value.dropFirst().dropLast() : value)
    }

    /// The item that a line holds after `- `.
    private static func item(_ line: ArraySlice<UInt8>) -> String? {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard text.first == UInt8(ascii: "-"), let blank = text.dropFirst().first, blank == 0x20 || blank == 0x09 else {
            return nil
        }
        return scalar(text.dropFirst(2).drop { $0 == 0x20 || $0 == 0x09 }.trimmedSuffix)
    }

    /// The items of a list that stands in one line; a comma in quotes separates none.
    private static func items(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var items: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var quote: UInt8?
        for index in text.indices {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ",") {
                items.append(text[start..<index])
                start = index + 1
            }
        }
        items.append(text[start...])
        return items.map { $0.drop { $0 == 0x20 || $0 == 0x09 }.trimmedSuffix }.filter { !$0.isEmpty }
    }

    private static func isQuoted(_ value: ArraySlice<UInt8>) -> Bool {
        guard let quote = value.first, value.count >= 2, value.last == quote else { return false }
        return quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    }

    /// A value without quotes; between double ones a backslash stands before `"`, `\`, and the letters of LF, CR and tab.
    private static func scalar(_ value: ArraySlice<UInt8>) -> String {
        guard isQuoted(value) else { return String(decoding: value, as: UTF8.self) }
        let inside = value.dropFirst().dropLast()
        guard value.first == UInt8(ascii: "\"") else { return String(decoding: inside, as: UTF8.self) }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in inside {
            if isEscaped {
                isEscaped = false
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "t"): text.append(0x09)
                default: text += [UInt8(ascii: "\\"), byte]
                }
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                text.append(byte)
            }
        }
        if isEscaped { text.append(UInt8(ascii: "\\")) }
        return String(decoding: text, as: UTF8.self)
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

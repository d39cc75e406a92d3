internal import SummaryModel

/// Makes HTML of what calls itself HTML, so that the parser loses no letter and takes no more than linear time.
///
/// The parser drops a tag that is none, with its letters; it looks through the attributes of a tag for every one of them.
/// So only tags of HTML and Office with the attributes that count are passed on, any other `<` is written as `&lt;`, and
/// a tag that swallowed letters of the text is repaired (``LeakedMarkup``). Comments, scripts and style sheets are left
/// out here.
struct HTMLPreparation {
    /// One repaired tag.
    struct Repair: Sendable, Equatable {
        var before: String
        var after: String
    }

    /// The prepared text.
    private(set) var output: [UInt8] = []
    /// What was repaired, in order; marks in the output refer to it by number.
    private(set) var repairs: [Repair] = []

    private let bytes: [UInt8]
    private var index = 0
    /// The names of tags that HTML does not know, so that their end tags are known.
    private var strangers: Set<String> = []
    private static let mostStrangers = 1000
    /// Where `>` and `-->` stand last, so that no search for what is not there goes to the end again and again.
    private let lastClose: Int
    private let lastCommentEnd: Int
    private let lastQuotes: (double: Int, single: Int)

    /// The attributes that say something about the text.
    private static let attributes: Set<String> = [
        "align", "alt", "class", "colspan", "height", "hidden", "href", "id", "name", "rowspan", "src", "start",
        "style", "type", "value", "width",
    ]
    /// The addresses of pictures that are too long to be passed on, such as `data:` with all bytes of one. What is passed on is
    /// ``sourceName`` and a number.
    private(set) var sources: [ArraySlice<UInt8>] = []
    /// One that stands in a file by chance leads to a picture of that file, or to none.
    static let sourceName = "qg-source:"

    /// Elements that have no content; the parser does not know all of them.
    private static let empty: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "keygen",
        "link", "meta", "param", "source", "track", "wbr",
    ]
    /// The longest value that is passed on, in bytes; no value that counts is as long.
    private static let longestValue = 4096
    /// How far around a `<` the text is looked at for a repair, in bytes.
    private static let reach = 1600

    /// Prepares `bytes`, which are UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
        lastCommentEnd = Self.lastCommentEnd(in: bytes)
        lastQuotes = (
            bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1, bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1
        )
        output.reserveCapacity(bytes.count + bytes.count / 8)
        prepare()
    }

    private static func lastCommentEnd(in bytes: [UInt8]) -> Int {
        var index = bytes.count - 3
        while index >= 0 {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index }
            index -= 1
        }
        return -1
    }

    private mutating func prepare() {
        var start = 0
        func isPlain(_ byte: UInt8) -> Bool { byte != 0x3C && byte != 0x26 && byte != 0 }
        while index < bytes.count {
            while index < bytes.count, isPlain(bytes[index]) { index += 1 }
            output += bytes[start..<index]
            guard index < bytes.count else { break }
            switch bytes[index] {
            case 0x3C: takeTag()
            case 0x26: takeReference()
            default: index += 1
            }
            start = index
        }
    }

    // MARK: - Tags

    private mutating func takeTag() {
        switch byte(1) {
        case UInt8(ascii: "!"): takeDeclaration()
        case UInt8(ascii: "?"):
            if !isLetter(byte(2)) || !skipToClose(from: index + 2) { takeText() }
        case UInt8(ascii: "/"): takeEndTag()
        case let first where isLetter(first): takeStartTag()
        default: takeText()
        }
    }

    /// Comments, among them those that only Office reads; `<![if …]>`; document types.
    private mutating func takeDeclaration() {
        if byte(2) == 0x2D, byte(3) == 0x2D {
            guard index + 2 <= lastCommentEnd else { return takeText() }
            var end = index + 2
            while !(bytes[end] == 0x2D && bytes[end + 1] == 0x2D && bytes[end + 2] == 0x3E) { end += 1 }
            index = end + 3
            return
        }
        if bytes[index...].starts(with: "<![CDATA[".utf8) {
            index += "<![CDATA[".utf8.count
            return
        }
        if byte(2) != UInt8(ascii: "["), !isLetter(byte(2)) { return takeText() }
        if !skipToClose(from: index + 2) { takeText() }
    }

    /// Goes to the place after the next `>`; not over another `<`.
    private mutating func skipToClose(from start: Int) -> Bool {
        guard start <= lastClose else { return false }
        var end = start
        while bytes[end] != 0x3E {
            if bytes[end] == 0x3C { return false }
            end += 1
        }
        index = end + 1
        return true
    }

    private mutating func takeEndTag() {
        let (name, end) = name(from: index + 2)
        let isKnown = HTMLElement.named(name) != nil
        guard !name.isEmpty, isKnown || strangers.contains(name), isTagBoundary(end) else { return takeText() }
        var close = end
        while close < bytes.count, bytes[close] != 0x3E, bytes[close] != 0x3C { close += 1 }
        index = close < bytes.count && bytes[close] == 0x3E ? close + 1 : close
        guard isKnown, !HTMLElement.dropped.contains(name) else { return }
        output += "</\(name)>".utf8
    }

    private mutating func takeStartTag() {
        let (name, nameEnd) = name(from: index + 1)
        guard name != HTMLElement.repairName, isTagBoundary(nameEnd), nameEnd <= lastClose else { return takeText() }
        guard HTMLElement.named(name) != nil else {
            if !takeStranger(name, from: nameEnd) { takeText() }
            return
        }
        let tagStart = index
        var found: [(name: String, value: ArraySlice<UInt8>)] = []
        var isSelfClosing = false
        var holdsForeignName = false
        var next = nameEnd
        scan: while true {
            while next < bytes.count, isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count else { return takeText() }
            switch bytes[next] {
            case 0x3E:
                next += 1
                break scan
            case 0x3C: break scan
            case UInt8(ascii: "/"):
                isSelfClosing = next + 1 < bytes.count && bytes[next + 1] == 0x3E
                next += 1
                continue
            default: break
            }
            let attribute = attribute(from: next)
            next = attribute.end
            if attribute.isForeign { holdsForeignName = true }
            if found.count < Self.attributes.count, Self.attributes.contains(attribute.name),
                !found.contains(where: { $0.name == attribute.name })
            {
                let value = attribute.value
                if attribute.name == "src", value.count > Self.longestValue {
                    // The parser does not take values of any length, so it gets a name for this one.
                    found.append((attribute.name, Array("\(Self.sourceName)\(sources.count)".utf8)[...]))
                    sources.append(value)
                } else {
                    found.append((attribute.name, value.prefix(Self.longestValue)))
                }
            }
        }
        if holdsForeignName, takeRepair() {
            // The tag that the editor made has an end tag somewhere.
            output += "<\(name)>".utf8
            return
        }
        index = next
        if HTMLElement.dropped.contains(name) {
            if !isSelfClosing { skipElement(name, from: tagStart) }
            return
        }
        write(name, found, isSelfClosing: isSelfClosing)
    }

    /// A tag that HTML does not know is one all the same when it has a value in quotes or after `=`; `<WPS>` is text.
    private mutating func takeStranger(_ name: String, from nameEnd: Int) -> Bool {
        var close = nameEnd
        var hasValue = false
        while close < bytes.count, close - nameEnd < Self.reach, bytes[close] != 0x3E {
            if bytes[close] == 0x3C || bytes[close] >= 0x80 { return false }
            if bytes[close] == UInt8(ascii: "=") { hasValue = true }
            close += 1
        }
        guard hasValue, close < bytes.count, bytes[close] == 0x3E else { return false }
        if strangers.count < Self.mostStrangers { strangers.insert(name) }
        index = close + 1
        return true
    }

    private mutating func write(
        _ name: String,
        _ attributes: [(name: String, value: ArraySlice<UInt8>)],
        isSelfClosing: Bool
    ) {
        output.append(0x3C)
        output += name.utf8
        for attribute in attributes {
            output.append(0x20)
            output += attribute.name.utf8
            output += "=\"".utf8
            for byte in attribute.value {
                switch byte {
                case UInt8(ascii: "\""): output += "&quot;".utf8
                case 0x3C: output += "&lt;".utf8
                case 0: continue
                default: output.append(byte)
                }
            }
            output.append(UInt8(ascii: "\""))
        }
        if isSelfClosing || Self.empty.contains(name) { output.append(UInt8(ascii: "/")) }
        output.append(0x3E)
    }

    /// Goes behind the end tag of an element whose content is no text; to the end of the file when there is none.
    private mutating func skipElement(_ name: String, from start: Int) {
        let wanted = Array("</\(name)".utf8)
        while index < bytes.count {
            if bytes[index] == 0x3C, index + wanted.count <= bytes.count,
                bytes[index..<index + wanted.count].elementsEqual(wanted, by: { lowercased($0) == $1 })
            {
                while index < bytes.count, bytes[index] != 0x3E { index += 1 }
                index = min(bytes.count, index + 1)
                return
            }
            index += 1
        }
    }

    /// One attribute; `isForeign` when its name holds what no name of an attribute does.
    private func attribute(
        from start: Int
    ) -> (name: String, value: ArraySlice<UInt8>, end: Int, isForeign: Bool) {
        var end = start
        var isForeign = false
        while end < bytes.count, !isSpace(bytes[end]), bytes[end] != 0x3E, bytes[end] != 0x3C,
            bytes[end] != UInt8(ascii: "=") || end == start, bytes[end] != UInt8(ascii: "/")
        {
            if bytes[end] >= 0x80 { isForeign = true }
            end += 1
        }
        let name = end - start <= 16 ? String(decoding: bytes[start..<end].map(lowercased), as: UTF8.self) : ""
        var next = end
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, [], end, isForeign) }
        next += 1
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count else { return (name, [], next, isForeign) }
        let quote = bytes[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let close = closingQuote(quote, from: next + 1) {
            return (name, bytes[(next + 1)..<close], close + 1, isForeign)
        }
        let valueStart = next
        while next < bytes.count, !isSpace(bytes[next]), bytes[next] != 0x3E, bytes[next] != 0x3C { next += 1 }
        return (name, bytes[valueStart..<next], next, isForeign)
    }

    /// Where a value ends. A quote that was never closed would take the text up to the next tag: its end then follows `=`.
    private func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
        guard start <= (quote == UInt8(ascii: "\"") ? lastQuotes.double : lastQuotes.single) else { return nil }
        var end = start
        var holdsClose = false
        while bytes[end] != quote {
            if bytes[end] == 0x3E { holdsClose = true }
            end += 1
        }
        return holdsClose && end > start && bytes[end - 1] == UInt8(ascii: "=") ? nil : end
    }

    /// A `<` that begins no tag: repaired, or text as it stands.
    private mutating func takeText() {
        if mayBeName, takeRepair() { return }
        output += "&lt;".utf8
        index += 1
    }

    /// Whether a `>` follows closely, with letters before it: a quick look, since most of such `<` are signs.
    private var mayBeName: Bool {
        var holdsLetters = false
        for byte in bytes[(index + 1)...].prefix(Self.reach / 6) {
            if byte == 0x3C { return false }
            if byte == 0x3E { return holdsLetters }
            if byte >= 0x80 { holdsLetters = true }
        }
        return false
    }

    /// Puts back what an editor took for a tag.
    private mutating func takeRepair() -> Bool {
        var lower = max(0, index - Self.reach / 4)
        while lower < index, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        var upper = min(bytes.count, index + Self.reach)
        while upper > index, upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        let before = Array(String(decoding: bytes[lower..<index], as: UTF8.self).unicodeScalars)
        let after = Array(String(decoding: bytes[index..<upper], as: UTF8.self).unicodeScalars)
        let text = before + after
        guard let repair = LeakedMarkup.repair(in: text[...], at: before.count) else { return false }
        let written = text[before.count..<repair.end]
        output += "<\(HTMLElement.repairName) value=\"\(repairs.count)\"/>".utf8
        repairs.append(Repair(before: written.string, after: repair.text[...].string))
        for byte in repair.text[...].string.utf8 {
            switch byte {
            case 0x3C: output += "&lt;".utf8
            case 0x26: output += "&amp;".utf8
            default: output.append(byte)
            }
        }
        index += written.utf8Count
        return true
    }

    // MARK: - References

    /// References without a semicolon that browsers know.
    private static let bareReferences = [
        "nbsp", "quot", "amp", "lt", "gt", "copy", "reg", "times", "middot", "deg", "plusmn", "sect", "para", "laquo",
        "raquo", "divide",
    ]

    private mutating func takeReference() {
        if byte(1) == UInt8(ascii: "#") { return takeNumericReference() }
        var end = index + 1
        while end < bytes.count, end - index < 32, isLetter(bytes[end]) || (0x30...0x39).contains(bytes[end]) {
            end += 1
        }
        if end > index + 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") {
            output += bytes[index...end]
            index = end + 1
            return
        }
        end = index + 1
        while end < bytes.count, end - index < 8, isLetter(bytes[end]) { end += 1 }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if Self.bareReferences.contains(name) {
            output += "&\(name);".utf8
            index = end
            return
        }
        output += "&amp;".utf8
        index += 1
    }

    /// `&#8220;`, `&#x201C;`, also without the semicolon, and the numbers of Windows-1252 below 160.
    private mutating func takeNumericReference() {
        let isHex = byte(2) == UInt8(ascii: "x") || byte(2) == UInt8(ascii: "X")
        let start = index + (isHex ? 3 : 2)
        var end = start
        while end < bytes.count, end - start < 8, isHex ? isHexDigit(bytes[end]) : (0x30...0x39).contains(bytes[end]) {
            end += 1
        }
        let digits = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        guard let value = UInt32(digits, radix: isHex ? 16 : 10), value > 0,
            let scalar = Unicode.Scalar(Self.windows1252[value] ?? value)
        else {
            output += "&amp;".utf8
            index += 1
            return
        }
        switch scalar {
        case "<": output += "&lt;".utf8
        case "&": output += "&amp;".utf8
        default: output += String(scalar).utf8
        }
        index = end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end
    }

    private static let windows1252: [UInt32: UInt32] = [
        0x80: 0x20AC, 0x85: 0x2026, 0x89: 0x2030, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
        0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122,
    ]

    // MARK: - Bytes

    private func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }

    private func name(from start: Int) -> (name: String, end: Int) {
        var end = start
        while end < bytes.count, end - start < 40, Self.isNameByte(bytes[end]) { end += 1 }
        return (String(decoding: bytes[start..<end].map(lowercased), as: UTF8.self), end)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    /// Whether a name ends at `place`: what follows is a blank, `/` or `>`.
    private func isTagBoundary(_ place: Int) -> Bool {
        place < bytes.count && (isSpace(bytes[place]) || bytes[place] == 0x3E || bytes[place] == UInt8(ascii: "/"))
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

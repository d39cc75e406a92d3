internal import CCMark
internal import ReadKit
internal import SummaryModel

/// Finds the pieces of syntax inside one block: walks over what the parser found and over the text at the same time. Where
/// the two do not agree the block is left as it is written.
struct InlineAlignment {
    /// A picture: what it is called, and where it stood.
    struct Picture {
        var name: String
        /// The address, as the parser understood it.
        var address: String
        /// All of it, and the name in it.
        var range: SourceRange
        var nameRange: SourceRange
    }

    /// The syntax, in the order in which it was found.
    private(set) var syntax: [SourceRange] = []
    /// Where text stands that is wholly strong, with its marks.
    private(set) var strong: [SourceRange] = []
    private(set) var pictures: [Picture] = []
    /// Links, and the places to which they lead.
    private(set) var marks: [TextMark] = []
    /// Where the text went on after the last thing that was found.
    private(set) var place: Int
    /// The line of ``place``.
    private(set) var line: Int

    private let bytes: [UInt8]
    /// The text as it was written.
    private let written: [UInt8]
    private let lines: [SourceRange]
    /// Where the text of each line begins, after the marks of quotations and lists.
    private let starts: [Int]
    private var open: [Open] = []
    /// Where the address of the last link stands, with angle brackets around it.
    private var destination = SourceRange(0, 0)
    /// The tags `<a …>` that are open: where each stands.
    private var anchors: [(tag: SourceRange, meaning: [TextMark.Meaning])] = []

    private struct Open {
        var start: Int
        /// How much syntax was known before.
        var syntaxCount: Int
        var pictureCount: Int
        var isAddress = false
    }

    init(_ bytes: [UInt8], written: [UInt8], lines: [SourceRange], starts: [Int], from place: Int, line: Int) {
        self.bytes = bytes
        self.written = written
        self.lines = lines
        self.starts = starts
        self.place = place
        self.line = line
    }

    /// Walks over `block`; whether the parser and the text agree.
    mutating func walk(_ block: MarkdownTree.Node) -> Bool {
        MarkdownTree.visitInlines(of: block) { node, isEnd in isEnd ? end(node) : begin(node) }
    }

    private mutating func begin(_ node: MarkdownTree.Node) -> Bool {
        let type = cmark_node_get_type(node)
        switch type {
        case CMARK_NODE_TEXT: return text(cmark_node_get_literal(node))
        case CMARK_NODE_SOFTBREAK: return lineEnd(isForced: false)
        case CMARK_NODE_LINEBREAK: return lineEnd(isForced: true)
        case CMARK_NODE_CODE: return code()
        case CMARK_NODE_HTML_INLINE: return html(cmark_node_get_literal(node))
        case CMARK_NODE_EMPH: return beginMarks(1, "*_")
        case CMARK_NODE_STRONG: return beginMarks(2, "*_")
        case CMARK_NODE_LINK:
            let isAddress = byte(0) == 0x3C
            open.append(
                Open(start: place, syntaxCount: syntax.count, pictureCount: pictures.count, isAddress: isAddress)
            )
            guard isAddress || byte(0) == UInt8(ascii: "[") else { return false }
            place += 1
            return true
        case CMARK_NODE_IMAGE:
            open.append(Open(start: place, syntaxCount: syntax.count, pictureCount: pictures.count))
            guard byte(0) == UInt8(ascii: "!"), byte(1) == UInt8(ascii: "[") else { return false }
            place += 2
            return true
        default:
            guard Self.isStrikethrough(node) else { return false }
            return beginMarks(2, "~")
        }
    }

    private mutating func end(_ node: MarkdownTree.Node) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            return true
        case CMARK_NODE_EMPH: return endMarks(1, isStrong: false)
        case CMARK_NODE_STRONG: return endMarks(2, isStrong: true)
        case CMARK_NODE_LINK: return endLink(node)
        case CMARK_NODE_IMAGE: return endPicture(node)
        default: return Self.isStrikethrough(node) && endMarks(2, isStrong: false)
        }
    }

    private static func isStrikethrough(_ node: MarkdownTree.Node) -> Bool {
        cmark_node_get_type_string(node).map { String(cString: $0) == "strikethrough" } ?? false
    }

    // MARK: - Text

    private mutating func text(_ literal: UnsafePointer<CChar>?) -> Bool {
        guard var next = literal else { return true }
        let isAddress = open.last?.isAddress ?? false
        while next.pointee != 0 {
            guard place < bytes.count else { return false }
            let wanted = UInt8(bitPattern: next.pointee)
            if !isAddress, bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count, Self.isMark(bytes[place + 1]) {
                guard bytes[place + 1] == wanted else { return false }
                syntax.append(SourceRange(place, place + 1))
                place += 2
            } else {
                guard bytes[place] == wanted else { return false }
                place += 1
            }
            next += 1
        }
        return true
    }

    private mutating func html(_ literal: UnsafePointer<CChar>?) -> Bool {
        let start = place
        guard var next = literal else { return false }
        while next.pointee != 0 {
            guard place < bytes.count, bytes[place] == UInt8(bitPattern: next.pointee) else { return false }
            if bytes[place] == 0x0A { line += 1 }
            place += 1
            next += 1
        }
        if bytes[start..<place].starts(with: "<!--".utf8) { syntax.append(SourceRange(start, place)) }
        anchor(SourceRange(start, place))
        return true
    }

    /// Takes `<a href="…">` and `<a id="…">`, which are syntax once `</a>` ends them.
    private mutating func anchor(_ tag: SourceRange) {
        if let opened = anchors.last, bytes[tag].elementsEqual("</a>".utf8) {
            anchors.removeLast()
            guard !opened.meaning.isEmpty else { return }
            syntax.append(opened.tag)
            syntax.append(tag)
            let range = SourceRange(opened.tag.upperBound, tag.lowerBound)
            marks += opened.meaning.map { TextMark(range, $0) }
        } else if let attributes = AnchorTag(written[tag]) {
            anchors.append((tag, attributes.meaning))
        }
    }

    /// A code span: its content up to a run of as many back quotes.
    private mutating func code() -> Bool {
        let start = place
        while byte(0) == UInt8(ascii: "`") { place += 1 }
        let count = place - start
        guard count > 0 else { return false }
        syntax.append(SourceRange(start, place))
        while place < bytes.count {
            if line + 1 < lines.count, place >= lines[line + 1].lowerBound { line += 1 }
            guard bytes[place] == UInt8(ascii: "`") else {
                place += 1
                continue
            }
            let run = place
            while byte(0) == UInt8(ascii: "`") { place += 1 }
            if place - run == count {
                syntax.append(SourceRange(run, place))
                return true
            }
        }
        return false
    }

    private mutating func lineEnd(isForced: Bool) -> Bool {
        let end = lines[line].upperBound
        let start = place
        while place < end, byte(0) == 0x20 || byte(0) == 0x09 { place += 1 }
        if isForced, byte(0) == UInt8(ascii: "\\"), place + 1 == end { place += 1 }
        guard place == end, line + 1 < lines.count else { return false }
        if isForced, start < place { syntax.append(SourceRange(start, place)) }
        line += 1
        place = starts[line]
        while place < lines[line].upperBound, byte(0) == 0x20 || byte(0) == 0x09 { place += 1 }
        return true
    }

    // MARK: - Emphasis, links, pictures

    private mutating func beginMarks(_ count: Int, _ signs: String) -> Bool {
        open.append(Open(start: place, syntaxCount: syntax.count, pictureCount: pictures.count))
        guard signs.utf8.contains(byte(0)), count == 1 || byte(1) == byte(0) else { return false }
        syntax.append(SourceRange(place, place + count))
        place += count
        return true
    }

    private mutating func endMarks(_ count: Int, isStrong: Bool) -> Bool {
        guard let begun = open.popLast(), byte(0) == bytes[begun.start], count == 1 || byte(1) == byte(0) else {
            return false
        }
        syntax.append(SourceRange(place, place + count))
        place += count
        if isStrong { strong.append(SourceRange(begun.start, place)) }
        return true
    }

    private mutating func endLink(_ node: MarkdownTree.Node) -> Bool {
        guard let begun = open.popLast() else { return false }
        if begun.isAddress {
            guard byte(0) == 0x3E else { return false }
            syntax.append(SourceRange(begun.start, begun.start + 1))
            syntax.append(SourceRange(place, place + 1))
            let text = SourceRange(begun.start + 1, place)
            let address = String(decoding: written[text], as: UTF8.self)
            let isMail = !address.contains(":")
            marks.append(TextMark(text, .link(isMail ? "mailto:" + address : address)))
            place += 1
            return true
        }
        let close = place
        guard takeLinkTail() else { return false }
        // X政发[2021](3)号 and [注](见附件) are no links.
        guard let url = cmark_node_get_url(node), Self.isAddress(String(cString: url)) else { return true }
        syntax.append(SourceRange(begun.start, begun.start + 1))
        syntax.append(SourceRange(close, place))
        let target = LinkDestination.text(of: written[destination])
        if !target.isEmpty { marks.append(TextMark(SourceRange(begun.start + 1, close), .link(target))) }
        return true
    }

    private mutating func endPicture(_ node: MarkdownTree.Node) -> Bool {
        guard let begun = open.popLast() else { return false }
        let nameRange = SourceRange(begun.start + 2, place)
        let name = String(decoding: bytes[nameRange], as: UTF8.self)
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        guard takeLinkTail() else { return false }
        syntax.removeSubrange(begun.syntaxCount...)
        pictures.removeSubrange(begun.pictureCount...)
        syntax.append(SourceRange(begun.start, place))
        pictures.append(
            Picture(name: name, address: address, range: SourceRange(begun.start, place), nameRange: nameRange)
        )
        return true
    }

    private static func isAddress(_ url: String) -> Bool {
        url.isEmpty || url.utf8.contains { "/#:@".utf8.contains($0) }
            || url.contains(".") && url.utf8.contains { (0x61...0x7A).contains($0 | 0x20) }
    }

    /// `](address "title")`
    private mutating func takeLinkTail() -> Bool {
        guard byte(0) == UInt8(ascii: "]"), byte(1) == UInt8(ascii: "(") else { return false }
        place += 2
        skipBlanks()
        let start = place
        if byte(0) == 0x3C {
            while byte(0) != 0x3E {
                guard place < bytes.count, byte(0) != 0x0A else { return false }
                place += byte(0) == UInt8(ascii: "\\") ? 2 : 1
            }
            place += 1
        } else {
            var depth = 0
            while place < bytes.count, byte(0) > 0x20 {
                if byte(0) == UInt8(ascii: "\\"), Self.isMark(byte(1)) {
                    place += 2
                    continue
                }
                if byte(0) == UInt8(ascii: "(") { depth += 1 }
                if byte(0) == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                place += 1
            }
        }
        destination = SourceRange(start, place)
        skipBlanks()
        let closing: UInt8? =
            switch byte(0) {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): byte(0)
            case UInt8(ascii: "("): UInt8(ascii: ")")
            default: nil
            }
        if let closing {
            place += 1
            while byte(0) != closing {
                guard place < bytes.count else { return false }
                place += byte(0) == UInt8(ascii: "\\") ? 2 : 1
            }
            place += 1
            skipBlanks()
        }
        guard byte(0) == UInt8(ascii: ")") else { return false }
        place += 1
        while line + 1 < lines.count, place >= lines[line + 1].lowerBound { line += 1 }
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, byte(0) <= 0x20, byte(0) > 0 { place += 1 }
    }

    private func byte(_ distance: Int) -> UInt8 { place + distance < bytes.count ? bytes[place + distance] : 0 }

    /// Whether a backslash before the byte hides it.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

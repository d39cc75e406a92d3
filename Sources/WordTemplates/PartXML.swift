internal import ReadKit
internal import SummaryModel
internal import WordReading
internal import XMLReading

/// The elements of one part with their places in its bytes, so that what is not touched can be copied byte for byte.
///
/// libxml2 has checked the part before (``init(_:part:nesting:)``): it is well-formed, has no document type, and is not
/// nested too deeply. The places are found by ``TagScan``.
struct PartXML {
    /// An element that matters, in the namespace of WordprocessingML.
    enum Kind: UInt8 {
        case other
        case paragraph, run, text, runProperties, paragraphProperties
        case table, row, cell
        case sectionProperties, sectionType, body, textBox
        /// Text that is not part of the document as it reads: tracked deletions, the old place of what was moved.
        case removed
        /// Something in a run that shows nothing and does not part the text.
        case invisible
        /// The start of a bookmark, and its end.
        case bookmarkStart, bookmarkEnd
        /// Marks of a comment.
        case comment
        /// The number of a drawing (`wp:docPr`).
        case drawingProperties
    }

    /// An element.
    struct Node {
        var kind: Kind
        /// The first byte of its start tag.
        var start: Int
        /// The first byte after its start tag.
        var contentStart: Int
        /// The first byte of its end tag; that after the start tag of an empty element.
        var contentEnd: Int
        /// The first byte after it.
        var end: Int
        /// The element around it; −1 for the root.
        var parent: Int
        /// The number of the first element after it that is not in it.
        var next: Int
    }

    let bytes: [UInt8]
    /// The elements in the order of their start tags.
    private(set) var nodes: [Node] = []
    /// The prefix of the names of WordprocessingML with its colon; empty for none.
    private(set) var prefix: [UInt8] = []

    /// - Throws: ``DraftError`` for a part that is damaged or harmful.
    init(_ bytes: [UInt8], part: String, nesting: Int) throws(DraftError) {
        // Word, WPS and LibreOffice write UTF-8 and nothing else.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw DraftError(TemplateWording.notUTF8(part))
        }
        do throws(XMLReadingError) {
            let reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting)
            try reader.text(of: try reader.root()) { _ in }
        } catch {
            throw DraftError(part: part, error)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw DraftError(TemplateWording.notUTF8(part)) }
        self.bytes = bytes
        scan()
    }

    // MARK: - Elements

    /// The numbers of the elements directly inside one.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < nodes[node].next {
            children.append(child)
            child = nodes[child].next
        }
        return children
    }

    /// The first element of a kind directly inside one.
    func child(_ kind: Kind, of node: Int) -> Int? { children(of: node).first { nodes[$0].kind == kind } }

    /// The place of the value of an attribute in the start tag of an element, told by the end of its name.
    func attribute(_ name: String, of node: Int) -> (whole: Range<Int>, value: Range<Int>)? {
        let name = Array(name.utf8)
        var index = nodes[node].start + 1
        let end = nodes[node].contentStart - 1
        // The name of the element.
        while index < end, !Self.isBlank(bytes[index]) { index += 1 }
        while index < end {
            let blank = index
            while index < end, Self.isBlank(bytes[index]) { index += 1 }
            let start = index
            while index < end, bytes[index] != UInt8(ascii: "="), !Self.isBlank(bytes[index]) { index += 1 }
            let found = bytes[start..<index]
            while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") { index += 1 }
            guard index < end else { return nil }
            let quote = bytes[index]
            let value = index + 1
            index = value
            while index < end, bytes[index] != quote { index += 1 }
            let hasName =
                found.count == name.count
                ? found.elementsEqual(name)
                : found.count > name.count && found.suffix(name.count).elementsEqual(name)
                    && found[found.endIndex - name.count - 1] == UInt8(ascii: ":")
            if hasName { return (blank..<min(end, index + 1), value..<index) }
            index += 1
        }
        return nil
    }

    // MARK: - Scan

    private mutating func scan() {
        var open: [Int] = []
        for tag in TagScan(bytes) {
            let (start, end) = (tag.range.lowerBound, tag.range.upperBound)
            if tag.kind == .end {
                guard let node = open.popLast() else { continue }
                nodes[node].contentEnd = start
                nodes[node].end = end
                nodes[node].next = nodes.count
                continue
            }
            if nodes.isEmpty { prefix = wordPrefix(in: tag.range) }
            let node = Node(
                kind: kind(start),
                start: start,
                contentStart: end,
                contentEnd: end,
                end: end,
                parent: open.last ?? -1,
                next: nodes.count + 1
            )
            if tag.kind == .start { open.append(nodes.count) }
            nodes.append(node)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private func kind(_ start: Int) -> Kind {
        var end = start + 1
        while end < bytes.count, !Self.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "/")
        {
            end += 1
        }
        let name = bytes[start + 1..<end]
        if name.elementsEqual("wp:docPr".utf8) { return .drawingProperties }
        guard name.starts(with: prefix) else { return .other }
        let local = name.dropFirst(prefix.count)
        guard !prefix.isEmpty || !local.contains(UInt8(ascii: ":")) else { return .other }
        return Self.kinds[Array(local)] ?? .other
    }

    private static let kinds: [[UInt8]: Kind] = {
        let names: [String: Kind] = [
            "p": .paragraph, "r": .run, "t": .text, "rPr": .runProperties, "pPr": .paragraphProperties,
            "tbl": .table, "tr": .row, "tc": .cell, "sectPr": .sectionProperties, "type": .sectionType,
            "body": .body, "txbxContent": .textBox, "del": .removed, "moveFrom": .removed,
            "lastRenderedPageBreak": .invisible, "proofErr": .invisible, "softHyphen": .invisible,
            "bookmarkStart": .bookmarkStart, "bookmarkEnd": .bookmarkEnd, "commentRangeStart": .comment,
            "commentRangeEnd": .comment, "commentReference": .comment, "annotationRef": .invisible,
        ]
        return Dictionary(uniqueKeysWithValues: names.map { (Array($0.key.utf8), $0.value) })
    }()

    private static let namespaces = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]

    /// The prefix that the root binds to the namespace of WordprocessingML.
    private func wordPrefix(in tag: Range<Int>) -> [UInt8] {
        let text = String(decoding: bytes[tag], as: UTF8.self)
        for attribute in text.split(whereSeparator: { " \t\r\n>".contains($0) }) where attribute.hasPrefix("xmlns") {
            guard Self.namespaces.contains(where: { attribute.contains("\"\($0)\"") || attribute.contains("'\($0)'") })
            else { continue }
            let name = attribute.prefix { $0 != "=" }
            guard let colon = name.firstIndex(of: ":") else { return [] }
            return Array(name[name.index(after: colon)...].utf8) + [UInt8(ascii: ":")]
        }
        return Array("w:".utf8)
    }
}

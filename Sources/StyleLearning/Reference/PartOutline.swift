internal import ReadKit
internal import SummaryModel
internal import WordReading
internal import XMLReading

/// The elements directly inside the root of a part with their places in its bytes, so that the part can be copied byte for byte
/// and something put between them.
///
/// libxml2 has checked the part before: it is well-formed, has no document type, and is not nested too deeply.
struct PartOutline {
    /// An element directly inside the root.
    struct Item {
        /// The name with its prefix.
        var name: String
        var range: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var items: [Item] = []
    /// The first byte of the end tag of the root; `nil` when the root is an empty element.
    private(set) var end: Int?

    /// - Throws: ``/ReadKit/DraftError`` for a part that is damaged or harmful, or is not in UTF-8 or not transitional.
    init(_ bytes: [UInt8], part: String, nesting: Int) throws(DraftError) {
        var space = ""
        do throws(XMLReadingError) {
            let reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting)
            let root = try reader.root()
            space = reader.namespace
            try reader.text(of: root) { _ in }
        } catch {
            throw DraftError(part: part, error)
        }
        if space.hasPrefix("http://purl.oclc.org/ooxml/") { throw .strictReference }
        // Word, WPS and LibreOffice write UTF-8 and nothing else.
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard !isWide, String(validating: bytes, as: UTF8.self) != nil else { throw .referenceEncoding(part) }
        self.bytes = bytes
        scan()
    }

    /// The bytes of `styles.xml` up to `end`, in which a style whose name another has before it has a number after its name:
    /// LibreOffice writes such files, and Word finds them damaged.
    func withOwnNames(upTo end: Int) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var taken: Set<String> = []
        for item in items where item.name.split(separator: ":").last == "style" {
            guard let name = nameOfStyle(item.range) else { continue }
            var number = 1
            while !taken.insert(ReferenceNames.folded(number == 1 ? name.text : "\(name.text) \(number)")).inserted {
                number += 1
            }
            guard number > 1 else { continue }
            result += bytes[copied..<name.end]
            result += Array(" \(number)".utf8)
            copied = name.end
        }
        return result + bytes[copied..<end]
    }

    /// The name of a style, and the end of it in the bytes.
    private func nameOfStyle(_ range: Range<Int>) -> (text: String, end: Int)? {
        for tag in TagScan(bytes, in: range) where name(at: tag.range.lowerBound).split(separator: ":").last == "name" {
            let tag = bytes[tag.range]
            guard let equals = tag.firstIndex(of: UInt8(ascii: "=")),
                let open = tag[equals...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
                let close = tag[(open + 1)...].firstIndex(of: bytes[open])
            else { return nil }
            return (String(decoding: bytes[(open + 1)..<close], as: UTF8.self), close)
        }
        return nil
    }

    private mutating func scan() {
        var depth = 0
        var start = 0
        for tag in TagScan(bytes) {
            if tag.kind == .end {
                depth -= 1
                if depth == 0 { end = tag.range.lowerBound }
            } else if depth == 1 {
                start = tag.range.lowerBound
            }
            // Here an element directly inside the root ends.
            if depth == 1, tag.kind != .start {
                items.append(Item(name: name(at: start), range: start..<tag.range.upperBound))
            }
            if tag.kind == .start { depth += 1 }
        }
    }

    private func name(at start: Int) -> String {
        let rest = bytes[(start + 1)...]
        return String(
            decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") },
            as: UTF8.self
        )
    }
}

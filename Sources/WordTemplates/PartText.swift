internal import SummaryModel

/// The text of one paragraph, each character with the bytes that write it.
struct PartText {
    /// A character.
    struct Place {
        var range: Range<Int>
        /// The element `w:t` in which it stands.
        var text: Int
    }

    /// Stands for something in a paragraph that is no character, such as a picture, a tab or a field: no mark goes on over
    /// it.
    static let barrier: Unicode.Scalar = "\u{FFFC}"

    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var places: [Place] = []
    /// The text boxes in the paragraph, which have paragraphs of their own.
    private(set) var boxes: [Int] = []
    /// Whether the paragraph ends a section of the document.
    private(set) var endsSection = false

    init(_ paragraph: Int, in xml: PartXML) {
        var node = paragraph + 1
        let end = xml.nodes[paragraph].next
        while node < end {
            let element = xml.nodes[node]
            switch element.kind {
            case .text:
                read(node, in: xml)
                node = element.next
                continue
            case .removed, .paragraphProperties, .runProperties:
                if element.kind == .paragraphProperties, xml.child(.sectionProperties, of: node) != nil {
                    endsSection = true
                }
                node = element.next
                continue
            case .textBox, .paragraph:
                boxes.append(node)
                addBarrier()
                node = element.next
                continue
            case .other where element.parent >= 0 && xml.nodes[element.parent].kind == .run: addBarrier()
            default: break
            }
            node += 1
        }
    }

    private mutating func addBarrier() {
        scalars.append(Self.barrier)
        places.append(Place(range: 0..<0, text: -1))
    }

    private mutating func read(_ node: Int, in xml: PartXML) {
        var index = xml.nodes[node].contentStart
        let end = xml.nodes[node].contentEnd
        while index < end {
            let start = index
            let byte = xml.bytes[index]
            var scalar = Self.barrier
            if byte == UInt8(ascii: "<") {
                // A comment or a CDATA section, which no word processor writes.
                index = end
            } else if byte == UInt8(ascii: "&") {
                while index < end, xml.bytes[index] != UInt8(ascii: ";") { index += 1 }
                scalar = Self.entity(xml.bytes[start + 1..<index])
                index += 1
            } else {
                let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                index = min(end, index + width)
                var value = UInt32(byte)
                if width > 1 {
                    value &= 0x7F >> UInt32(width)
                    for next in xml.bytes[start + 1..<index] { value = value << 6 | UInt32(next & 0x3F) }
                }
                scalar = Unicode.Scalar(value) ?? Self.barrier
            }
            scalars.append(scalar)
            places.append(Place(range: start..<index, text: scalar == Self.barrier ? -1 : node))
        }
    }

    private static func entity(_ name: ArraySlice<UInt8>) -> Unicode.Scalar {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case let text where text.hasPrefix("#x"):
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) ?? barrier
        case let text where text.hasPrefix("#"): return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init) ?? barrier
        default: return barrier
        }
    }

    /// The runs of bytes that write the characters of `range`.
    func spans(_ range: Range<Int>) -> [Place] {
        var spans: [Place] = []
        for place in places[range] {
            if let last = spans.last, last.text == place.text, last.range.upperBound == place.range.lowerBound {
                spans[spans.count - 1].range = last.range.lowerBound..<place.range.upperBound
            } else {
                spans.append(place)
            }
        }
        return spans
    }

    /// Whether there is nothing but blanks beside the characters of `range`.
    func isBlank(besides range: Range<Int>) -> Bool {
        scalars[..<range.lowerBound].allSatisfy(\.isBlank) && scalars[range.upperBound...].allSatisfy(\.isBlank)
    }
}

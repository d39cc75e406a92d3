package import SummaryModel

/// Paragraphs whose first sentence is set apart, by default in bold, when more follows it.
public enum LeadSentences: String, Sendable, Hashable, CaseIterable {
    /// Points: 一是…, 首先….
    case points
    /// Paragraphs below headings.
    case paragraphs

    /// The kind of the blocks.
    var kind: BlockKind {
        switch self {
        case .points: .point
        case .paragraphs: .paragraph
        }
    }
}

extension StyleSheet {
    /// The style of a first sentence that is set apart, when the sheet wants some and does not say how.
    package var missingLeadSentenceStyle: CharacterStyle? {
        guard !leadSentences.isEmpty, self[.leadSentence] == nil else { return nil }
        var style = CharacterStyle(key: .leadSentence, id: "LeadSentence", name: "段首句")
        style.isBold = true
        return style
    }

    /// How many UTF-8 bytes of the marker and the content of a block its first sentence takes that is set apart, with the mark
    /// that ends it; 0 for none, and for a paragraph that has no other sentence.
    package func leadSentenceLength(of block: borrowing Block) -> Int {
        guard !leadSentences.isEmpty, block.body == nil, block.table == nil, block.terminator.isEmpty else { return 0 }
        let kind = block.kind
        guard leadSentences.contains(where: { $0.kind == kind }) else { return 0 }
        let text = (block.label?.marker ?? "") + block.content.shownText
        return LeadSentence.length(in: text) ?? 0
    }
}

/// Finds the first sentence of a text.
enum LeadSentence {
    /// Where the first sentence ends, in UTF-8 bytes, when text follows it.
    static func length(in text: String) -> Int? {
        var depth = 0
        var length = 0
        var end: Int?
        for scalar in text.unicodeScalars {
            let isClosing = closing.contains(scalar)
            if let end {
                // A bracket that closes after the stop is of the sentence.
                if isClosing, end == length {
                    length += UTF8.width(scalar)
                    return rest(text, length)
                }
                return rest(text, end)
            }
            length += UTF8.width(scalar)
            if opening.contains(scalar) {
                depth += 1
            } else if isClosing {
                depth = max(0, depth - 1)
            } else if depth == 0, stops.contains(scalar) {
                end = length
            } else if scalar == "\n" || scalar == "\r" {
                return nil
            }
        }
        return nil
    }

    /// The length, unless only blanks follow.
    private static func rest(_ text: String, _ length: Int) -> Int? {
        text.utf8.dropFirst(length).contains { $0 > 0x20 } ? length : nil
    }

    private static let opening = Set("（(“‘《〈【［[「『".unicodeScalars)
    private static let closing = Set("）)”’》〉】］]」』".unicodeScalars)
    private static let stops = Set("。！？".unicodeScalars)
}

extension [Inline] {
    /// The pieces up to a place in the text that they show, in UTF-8 bytes, and those after it. Only text is cut.
    package func divided(after length: Int) -> (head: [Inline], tail: [Inline]) {
        var rest = length
        var head: [Inline] = []
        for index in indices {
            guard rest > 0 else { return (head, Array(self[index...])) }
            let shown = self[index].shownText
            guard shown.utf8.count > rest, case .text(let text) = self[index].content,
                let end = text.utf8.index(text.startIndex, offsetBy: rest).samePosition(in: text.unicodeScalars)
            else {
                head.append(self[index])
                rest -= shown.utf8.count
                continue
            }
            head.append(self[index].part(.text(String(text[..<end]))))
            return (head, [self[index].part(.text(String(text[end...])))] + self[(index + 1)...])
        }
        return (head, [])
    }
}

extension Block {
    /// The content up to the end of a sentence that begins with the marker, and the rest.
    ///
    /// - Parameter length: The length of the sentence with the marker, in UTF-8 bytes.
    package func content(toEndOf length: Int) -> (head: [Inline], tail: [Inline]) {
        content.divided(after: length - (label?.marker.utf8.count ?? 0))
    }
}

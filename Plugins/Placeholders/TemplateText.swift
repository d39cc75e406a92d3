internal import SummaryModel

/// The pieces of a text with the marks of a template in it taken out.
struct TemplateText {
    /// A piece of the text.
    struct Piece {
        /// The piece.
        var inline: Inline
        /// Where it ends in ``TemplateText/scalars``.
        var end: Int
    }

    /// The pieces and marks in order.
    private(set) var units: [TemplateTree<Piece>.Unit] = []
    /// The characters of the pieces, marks left out.
    private(set) var scalars: [Unicode.Scalar] = []

    /// Takes the pieces of a text apart. Starts of sections are gaps already; their ends stand in the text.
    init(_ inlines: [Inline]) {
        for inline in inlines {
            if let tag = TemplateTag(inline) {
                units.append(.tag(tag, nil))
            } else if case .text(let text) = inline.content, Self.mayHoldTag(text) {
                split(inline, Array(text.unicodeScalars))
            } else {
                add(inline)
            }
        }
    }

    private mutating func add(_ inline: Inline) {
        for scalar in inline.shownText.unicodeScalars { scalars.append(scalar) }
        units.append(.item(Piece(inline: inline, end: scalars.count)))
    }

    private mutating func split(_ inline: Inline, _ text: [Unicode.Scalar]) {
        var places = ByteCounter(text, from: 0, source: inline.source)
        var start = 0
        var index = 0
        while index < text.count {
            guard text[index] == "{", let range = TemplateTag.endRange(text[...], at: index) else {
                index += 1
                continue
            }
            if start < index {
                add(inline.part(.text(text[start..<index].string), source: places.source(of: start..<index)))
            }
            let name = text[range].dropFirst(2).dropLast(2).trimmed.dropFirst().trimmed.string
            let source = places.source(of: range)
            units.append(.tag(TemplateTag(endOf: name, inline.part(.text(text[range].string), source: source)), nil))
            (start, index) = (range.upperBound, range.upperBound)
        }
        if start == 0 {
            add(inline)
        } else if start < text.count {
            add(inline.part(.text(text[start...].string), source: places.source(of: start..<text.count)))
        }
    }

    /// Whether two opening braces stand anywhere in the text.
    static func mayHoldTag(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let brace = UInt8(ascii: "{")
            var index = bytes.firstIndex(ofByte: brace)
            while index + 1 < bytes.count {
                if bytes[index + 1] == brace { return true }
                index = bytes.firstIndex(ofByte: brace, from: index + 1)
            }
            return false
        }
    }

    /// Whether the pieces hold a gap or may hold a mark.
    static func isPlain(_ inlines: [Inline]) -> Bool { isPlain(inlines, mayHoldTag: true) }

    private static let brace = CharacterFilter("{")

    private static func isPlain(_ inlines: [Inline], mayHoldTag: Bool) -> Bool {
        inlines.allSatisfy { inline in
            switch inline.content {
            case .placeholder: false
            case .text(let text): !mayHoldTag || !Self.mayHoldTag(text)
            case .lineBreak, .other: true
            }
        }
    }

    /// Whether no text of the block holds a gap or may hold a mark.
    static func isPlain(_ block: Block) -> Bool {
        let mayHoldTag = block.mayHold(brace)
        func isPlain(_ inlines: [Inline]) -> Bool { Self.isPlain(inlines, mayHoldTag: mayHoldTag) }
        return isPlain(block.content) && block.body.map(isPlain) ?? true
            && block.table.map { isPlain($0.inlines) } ?? true
    }

    /// The mark that is all there is in these pieces, but for blanks.
    static func loneTag(_ inlines: [Inline]) -> TemplateTag? {
        guard !inlines.isEmpty, inlines.count <= 3, !isPlain(inlines) else { return nil }
        var found: TemplateTag?
        for unit in TemplateText(inlines).units {
            switch unit {
            case .tag(let tag, _):
                guard found == nil else { return nil }
                found = tag
            case .item(let piece):
                guard piece.inline.shownText.unicodeScalars.allSatisfy(\.isBlank) else { return nil }
            }
        }
        return found
    }

    /// The mark that is all there is in a block.
    static func loneTag(_ block: Block) -> TemplateTag? {
        guard block.label == nil, block.table == nil, block.body == nil, block.terminator.isEmpty else { return nil }
        return loneTag(block.content)
    }
}

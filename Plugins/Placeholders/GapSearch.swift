internal import SummaryModel

/// One search for gaps through a document, block by block.
struct GapSearch {
    private typealias Gap = PlaceholderFinder.Gap

    private var gaps: [PlaceholderFinder.Gap] = []
    private var keys = KeyMaker()
    private var groups = GapGroups()
    /// The sections that are open, outermost first.
    private var sections: [String] = []
    private var ordinal = 0
    private let tellsSentences: Bool

    init(tellsSentences: Bool) { self.tellsSentences = tellsSentences }

    /// How much of a sentence is told, in characters to each side.
    private static let sentenceReach = 60

    /// Marks the gaps of one block that may hold some.
    mutating func mark(_ block: inout Block) {
        let text = Array(block.shownText.unicodeScalars)
        groups.endText()
        if var table = block.table {
            // A cell is a text of its own: its neighbours do not run into it.
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    let cell = table.rows[row][column].content
                    let own = Array(cell.shownText.unicodeScalars)
                    var start = 0
                    groups.endText()
                    table.rows[row][column].content = mark(cell, at: &start, in: own, of: block)
                }
            }
            block.table = table
            return
        }
        var offset = block.prefix.unicodeScalars.count + (block.label?.marker.unicodeScalars.count ?? 0)
        let content = mark(block.content, at: &offset, in: text, of: block)
        // The stop of a heading stands between its phrase and its body.
        offset += block.terminator.unicodeScalars.count
        let body = block.body.map { mark($0, at: &offset, in: text, of: block) }
        block.content = content
        block.body = body
    }

    /// Whether a sign may begin anywhere in the block.
    static func mayHoldGap(_ block: Block) -> Bool {
        func mayHold(_ text: String) -> Bool { !text.isEmpty && PlaceholderSign.starts.isAny(in: text) }
        func mayHold(_ inlines: [Inline]) -> Bool { inlines.contains { mayHold($0.shownText) } }
        guard block.mayHold(startFilter) else { return false }
        return mayHold(block.content) || mayHold(block.prefix) || block.label.map { mayHold($0.marker) } ?? false
            || mayHold(block.terminator) || mayHold(block.suffix) || block.body.map(mayHold) ?? false
            || block.table.map { mayHold($0.inlines) } ?? false
    }

    private static let startFilter = CharacterFilter(PlaceholderSign.starts)

    /// The gaps in reading order, each with its group.
    func groupedGaps() -> [PlaceholderFinder.Gap] {
        var gaps = gaps
        for (index, leader) in groups.leaders() { gaps[index].group = gaps[leader].placeholder.key }
        return gaps
    }

    private mutating func mark(
        _ inlines: [Inline],
        at offset: inout Int,
        in text: [Unicode.Scalar],
        of block: Block
    ) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            let range = offset..<offset + inline.shownText.unicodeScalars.count
            offset = range.upperBound
            switch inline.content {
            case .placeholder(let placeholder):
                keys.take(placeholder.key)
                note(placeholder, at: range, in: text, block, inline.source)
                result.append(inline)
            case .text: result += mark(inline, at: range, in: text, of: block)
            case .lineBreak, .other: result.append(inline)
            }
        }
        return result
    }

    /// Takes one piece of text apart.
    private mutating func mark(
        _ inline: Inline,
        at range: Range<Int>,
        in text: [Unicode.Scalar],
        of block: Block
    ) -> [Inline] {
        var result: [Inline] = []
        var places = ByteCounter(text, from: range.lowerBound, source: inline.source)
        var start = range.lowerBound
        func keep(upTo end: Int) {
            guard end > start else { return }
            result.append(inline.part(.text(text[start..<end].string), source: places.source(of: start..<end)))
        }
        var index = range.lowerBound
        while index < range.upperBound {
            guard let found = PlaceholderSign.range(in: text, at: index), found.upperBound <= range.upperBound else {
                if TemplateTag.isEnd(text, at: index) { _ = sections.popLast() }
                index = PlaceholderSign.skip(in: text, from: index)
                continue
            }
            keep(upTo: found.lowerBound)
            let name = PlaceholderSign.name(in: text[found])
            let key = name ?? keys.key(for: found, in: text)
            if name != nil { keys.take(key) }
            let kind = PlaceholderKind.kind(of: found, in: text)
            let placeholder = Placeholder(key: key, kind: kind, sign: text[found].string)
            let source = places.source(of: found)
            result.append(inline.part(.placeholder(placeholder), source: source))
            note(placeholder, at: found, in: text, block, source)
            index = found.upperBound
            start = index
        }
        guard start > range.lowerBound else { return [inline] }
        keep(upTo: range.upperBound)
        return result
    }

    private mutating func note(
        _ placeholder: Placeholder,
        at range: Range<Int>,
        in text: [Unicode.Scalar],
        _ block: Block,
        _ source: SourceRange?
    ) {
        let isTitle = block.kind == .title
        let nameEnd = groups.note(placeholder, at: range, in: text, isTitle: isTitle, index: gaps.count)
        let isSection = PlaceholderSign.isSectionStart(text[range])
        if block.source != nil { ordinal += 1 }
        var gap = Gap(
            block: block.id,
            source: source,
            placeholder: placeholder,
            ordinal: block.source == nil ? nil : ordinal,
            group: placeholder.key,
            sections: sections,
            isSection: isSection,
            nameEnd: nameEnd ?? "",
            before: "",
            after: "",
            sentenceBefore: "",
            sentenceAfter: ""
        )
        if tellsSentences {
            gap.before = text[max(0, range.lowerBound - 10)..<range.lowerBound].string
            gap.after = text[range.upperBound..<min(text.count, range.upperBound + 10)].string
            gap.sentenceBefore = Self.sentenceStart(text[..<range.lowerBound]).trimmedStart.string
            gap.sentenceAfter = Self.sentenceEnd(text[range.upperBound...]).string
        }
        gaps.append(gap)
        if isSection, sections.count < TemplateTag.depthLimit { sections.append(placeholder.key) }
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "!", "?": true
        default: false
        }
    }

    private static func sentenceStart(_ text: Scalars) -> Scalars {
        let near = text.suffix(sentenceReach)
        return near.lastIndex(where: isStop).map { near[($0 + 1)...] } ?? near
    }

    private static func sentenceEnd(_ text: Scalars) -> Scalars {
        let near = text.prefix(sentenceReach)
        return near.firstIndex(where: isStop).map { near[...$0] } ?? near
    }
}

extension Scalars {
    /// The characters without blanks at the start.
    fileprivate var trimmedStart: Scalars { drop(while: \.isBlank) }
}

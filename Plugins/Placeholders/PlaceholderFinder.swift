package import SummaryModel

/// Finds the gaps of a document: `X`, `××`, `***`, `____`, `【…】`, `{{key}}`, `（此处填写…）`, where the context shows one.
package struct PlaceholderFinder: Sendable {
    /// A gap with its place.
    package struct Gap: Sendable {
        /// The block.
        package var block: BlockID
        /// Where the sign stands in the draft; `nil` when a stage made the text.
        package var source: SourceRange?
        /// The gap.
        package var placeholder: Placeholder
        /// The ten characters before it.
        package var before: String
        /// The ten characters after it.
        package var after: String
    }

    /// Creates a finder.
    package init() {}

    /// Finds the gaps of `document` and marks them as pieces of their own; those that are marked already count as well.
    ///
    /// - Returns: The gaps in reading order.
    package func mark(_ document: inout Document) -> [Gap] {
        var gaps: [Gap] = []
        var keys = KeyMaker()
        for index in document.blocks.indices where isSearched(document.blocks[index]) {
            var block = document.blocks[index]
            let text = Array(block.shownText.unicodeScalars)
            guard text.contains(where: PlaceholderSign.mayBegin) else { continue }
            if var table = block.table {
                // A cell is a text of its own: its neighbours do not run into it.
                for row in table.rows.indices {
                    for column in table.rows[row].indices {
                        let cell = table.rows[row][column].content
                        let own = Array(cell.shownText.unicodeScalars)
                        var start = 0
                        table.rows[row][column].content = mark(cell, at: &start, in: own, of: block.id, &gaps, &keys)
                    }
                }
                block.table = table
                document.blocks[index] = block
                continue
            }
            var offset = block.prefix.unicodeScalars.count + (block.label?.marker.unicodeScalars.count ?? 0)
            let stop = block.terminator.unicodeScalars.count
            var part = 0
            let id = block.id
            block.updateInlines { inlines in
                inlines = mark(inlines, at: &offset, in: text, of: id, &gaps, &keys)
                // The stop of a heading stands between its phrase and its body.
                if part == 0 { offset += stop }
                part += 1
            }
            document.blocks[index] = block
        }
        return gaps
    }

    private func isSearched(_ block: Block) -> Bool {
        switch block.kind {
        case .residue, .formula, .pageNumber, .tableOfContents: false
        default: true
        }
    }

    private func mark(
        _ inlines: [Inline],
        at offset: inout Int,
        in text: [Unicode.Scalar],
        of block: BlockID,
        _ gaps: inout [Gap],
        _ keys: inout KeyMaker
    ) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            let count = inline.shownText.unicodeScalars.count
            defer { offset += count }
            switch inline.content {
            case .placeholder(let placeholder):
                let range = offset..<offset + count
                gaps.append(gap(placeholder, at: range, in: text, block, inline.source))
                keys.take(placeholder.key)
                result.append(inline)
            case .text:
                var places = ByteCounter(text, from: offset, source: inline.source)
                var start = offset
                func keep(upTo end: Int) {
                    guard end > start else { return }
                    result.append(.text(text[start..<end].string, source: places.source(of: start..<end)))
                }
                var index = offset
                while index < offset + count {
                    guard let range = PlaceholderSign.range(in: text, at: index), range.upperBound <= offset + count
                    else {
                        index = PlaceholderSign.skip(in: text, from: index)
                        continue
                    }
                    keep(upTo: range.lowerBound)
                    let sign = text[range].string
                    let name = PlaceholderSign.name(in: text[range])
                    let key = name ?? keys.key(for: range, in: text)
                    if name != nil { keys.take(key) }
                    let kind = PlaceholderKind.kind(of: range, in: text)
                    let placeholder = Placeholder(key: key, kind: kind, sign: sign)
                    let source = places.source(of: range)
                    result.append(Inline(.placeholder(placeholder), source: source))
                    gaps.append(gap(placeholder, at: range, in: text, block, source))
                    index = range.upperBound
                    start = index
                }
                if start == offset {
                    result.append(inline)
                } else {
                    keep(upTo: offset + count)
                }
            case .lineBreak, .other:
                result.append(inline)
            }
        }
        return result
    }

    private func gap(
        _ placeholder: Placeholder,
        at range: Range<Int>,
        in text: [Unicode.Scalar],
        _ block: BlockID,
        _ source: SourceRange?
    ) -> Gap {
        Gap(
            block: block,
            source: source,
            placeholder: placeholder,
            before: text[max(0, range.lowerBound - 10)..<range.lowerBound].string,
            after: text[range.upperBound..<min(text.count, range.upperBound + 10)].string
        )
    }
}

/// Turns characters of a text into places in the draft, from left to right.
private struct ByteCounter {
    private let text: [Unicode.Scalar]
    private var index: Int
    private var place: Int?

    init(_ text: [Unicode.Scalar], from start: Int, source: SourceRange?) {
        self.text = text
        index = start
        place = source?.lowerBound
    }

    /// The place of `range`, which does not begin before the end of the one asked for last.
    mutating func source(of range: Range<Int>) -> SourceRange? {
        guard let known = place else { return nil }
        let lower = known + text[index..<range.lowerBound].utf8Count
        let upper = lower + text[range].utf8Count
        (index, place) = (range.upperBound, upper)
        return SourceRange(lower, upper)
    }
}

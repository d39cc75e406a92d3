internal import SummaryModel

/// Where the parts of a document begin and end, and so where a snippet belongs and where to look for it.
struct Layout {
    /// How many blocks before the end of the body are searched for a closing that was read as body text.
    private static let closingDepth = 6

    private let blocks: [Block]
    private let title: Int?
    /// After the title, the subtitle and the lines under them.
    private let titleEnd: Int
    /// After the salutation too.
    private let headEnd: Int
    private let firstHeading: Int?
    /// After the last block of the body, before closing, signature, date and attachments.
    private let bodyEnd: Int

    init(_ blocks: [Block]) {
        self.blocks = blocks
        let heading = blocks.firstIndex { Self.rank($0) != nil }
        firstHeading = heading
        let title = blocks[..<(heading ?? blocks.count)].firstIndex { $0.kind == .title }
        self.title = title
        func end(of kinds: Set<BlockKind>, from start: Int) -> Int {
            var end = start
            for index in start..<blocks.count {
                if kinds.contains(blocks[index].kind) { end = index + 1 } else if !Self.isNoise(blocks[index]) { break }
            }
            return end
        }
        titleEnd = title.map { end(of: [.title, .subtitle, .author], from: $0) } ?? 0
        headEnd = end(of: [.salutation], from: titleEnd)
        let start = headEnd
        let ending = blocks.indices.first { index in
            index >= start && blocks[index].kind != .note && Self.endRank(blocks[index].kind) != nil
        }
        let trailing = blocks.lastIndex { Self.endRank($0.kind) == nil && !Self.isNoise($0) }.map { $0 + 1 }
        bodyEnd = ending ?? max(headEnd, trailing ?? 0)
    }

    /// The index before which the snippet belongs; `nil` when the document has no such place.
    func position(for snippet: Snippet) -> Int? {
        switch snippet.place {
        case .beforeTitle: return title
        case .underTitle, .salutation: return title == nil ? nil : titleEnd
        case .leadStart:
            if headEnd > 0 { return headEnd }
            return blocks.firstIndex { !Self.isNoise($0) }
        case .leadEnd:
            if let firstHeading { return firstHeading }
            if let last = blocks[..<bodyEnd].lastIndex(where: { $0.kind == .lead }) { return last + 1 }
            return headEnd > 0 ? headEnd : nil
        case .sectionStart: return section(of: snippet).map { $0.lowerBound + 1 }
        case .sectionEnd: return section(of: snippet)?.upperBound
        case .closing, .attachment, .signature, .date, .note, .copies:
            guard blocks.contains(where: { !Self.isNoise($0) }), let wanted = Self.endRank(snippet.place.kind) else {
                return nil
            }
            var end = bodyEnd
            var reached = 0
            for index in bodyEnd..<blocks.count where !Self.isNoise(blocks[index]) {
                // An attachment after the date is the attachment itself, not the note of it.
                guard let rank = Self.endRank(blocks[index].kind), rank >= reached, rank <= wanted else { break }
                (reached, end) = (rank, index + 1)
            }
            return end
        }
    }

    /// The blocks among which the snippet would stand if the document had it.
    func neighbourhood(of snippet: Snippet) -> [Block] {
        switch snippet.place {
        case .beforeTitle, .underTitle, .salutation, .leadStart, .leadEnd: return Array(head)
        case .sectionStart, .sectionEnd: return section(of: snippet).map { Array(blocks[$0]) } ?? []
        case .closing, .attachment, .note, .copies: return Array(end)
        case .signature, .date: return head.filter { $0.kind == .author } + end
        }
    }

    /// Without a heading, everything: what was inserted at the end may have been read as something else.
    private var head: ArraySlice<Block> { blocks[..<(firstHeading ?? blocks.count)] }

    private var end: ArraySlice<Block> { blocks[max(0, bodyEnd - Self.closingDepth)...] }

    /// The heading of the section and everything under it.
    private func section(of snippet: Snippet) -> Range<Int>? {
        let headings = blocks[..<bodyEnd].indices.filter { Self.rank(blocks[$0]) != nil }
        let start: Int?
        switch snippet.section {
        case nil: start = nil
        case .ordinal(let ordinal):
            let top = headings.compactMap { blocks[$0].kind.headingLevel }.min()
            start = headings.first { blocks[$0].kind.headingLevel == top && blocks[$0].label?.ordinal == ordinal }
        case .heading(let words):
            let wanted = Passage(words)
            let passages = headings.map { ($0, Passage(blocks[$0].content.shownText)) }
            start =
                (passages.first { wanted.isContained(in: $0.1) } ?? passages.first { wanted.isFound(in: $0.1) })?.0
        }
        guard let start, let rank = Self.rank(blocks[start]) else { return nil }
        let next = headings.first { $0 > start && (Self.rank(blocks[$0]) ?? rank) <= rank }
        return start..<(next ?? bodyEnd)
    }

    private static func rank(_ block: Block) -> Int? { block.kind == .part ? 0 : block.kind.headingLevel }

    /// The order of what stands after the body.
    private static func endRank(_ kind: BlockKind) -> Int? {
        let order: [BlockKind] = [.closing, .attachment, .signature, .date, .note, .copies, .imprint]
        return order.firstIndex(of: kind)
    }

    private static func isNoise(_ block: Block) -> Bool { block.kind == .residue || block.kind == .pageNumber }
}

internal import StageKit
internal import SummaryModel

/// Where the parts of a document begin and end, and so where a snippet belongs and where to look for it.
struct Layout {
    /// Why a document lacks a place.
    enum MissingPlace: Error {
        case noTitle
        case noText
        /// There is neither a heading before which a lead could end, nor a lead, nor a title.
        case noLead
        /// No heading fits this step; the nearest one, and those that there are.
        case noHeading(Snippet.Step, nearest: String?, known: [String])
    }

    /// How many blocks before the end of the body are searched for a closing that was read as body text.
    private static let closingDepth = 6
    /// How many headings are compared to find the nearest one.
    private static let comparedHeadings = 300

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

    /// The index before which the snippet belongs.
    ///
    /// - Throws: Why the document has no such place.
    func position(for snippet: Snippet) throws(MissingPlace) -> Int {
        guard let first = blocks.firstIndex(where: { !Self.isNoise($0) }) else { throw .noText }
        switch snippet.place {
        case .header: return 0
        case .footer: return blocks.count
        case .beforeTitle:
            guard let title else { throw .noTitle }
            return title
        case .underTitle, .salutation:
            guard title != nil else { throw .noTitle }
            return titleEnd
        case .leadStart: return headEnd > 0 ? headEnd : first
        case .leadEnd:
            if let firstHeading { return firstHeading }
            if let last = blocks[..<bodyEnd].lastIndex(where: { $0.kind == .lead }) { return last + 1 }
            guard headEnd > 0 else { throw .noLead }
            return headEnd
        case .sectionStart: return try section(at: snippet.section).lowerBound + 1
        case .sectionEnd: return try section(at: snippet.section).upperBound
        case .closing, .attachment, .signature, .date, .note, .copies:
            guard let wanted = Self.endRank(snippet.place.kind) else { throw .noText }
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
        case .sectionStart, .sectionEnd:
            guard let section = try? section(at: snippet.section) else { return [] }
            return Array(blocks[section])
        case .closing, .attachment, .note, .copies: return Array(end)
        case .signature, .date: return head.filter { $0.kind == .author } + end
        case .header: return head.filter { $0.kind != .title && $0.kind != .subtitle }
        case .footer: return Array(end)
        }
    }

    /// The last block of text before the first heading; without headings, the last of the lead.
    var leadEnd: Block? {
        guard let firstHeading else { return blocks[..<bodyEnd].last { $0.kind == .lead } }
        return blocks[..<firstHeading].last { $0.kind == .lead || $0.kind == .paragraph }
    }

    /// Without a heading, everything: what was inserted at the end may have been read as something else.
    private var head: ArraySlice<Block> { blocks[..<(firstHeading ?? blocks.count)] }

    private var end: ArraySlice<Block> { blocks[max(0, bodyEnd - Self.closingDepth)...] }

    /// The heading to which the steps lead, and everything under it.
    private func section(at steps: [Snippet.Step]) throws(MissingPlace) -> Range<Int> {
        var section = 0..<bodyEnd
        var headings = section.filter { Self.rank(blocks[$0]) != nil }
        for step in steps {
            guard let start = heading(step, among: headings), let rank = Self.rank(blocks[start]) else {
                throw missing(step, among: headings)
            }
            let next = headings.first { $0 > start && (Self.rank(blocks[$0]) ?? rank) <= rank }
            section = start..<(next ?? section.upperBound)
            headings = headings.filter { $0 > start && section.contains($0) }
        }
        return section
    }

    private func heading(_ step: Snippet.Step, among headings: [Int]) -> Int? {
        switch step {
        case .ordinal(let ordinal):
            let top = headings.compactMap { Self.rank(blocks[$0]) }.min()
            let candidates = headings.filter { Self.rank(blocks[$0]) == top }
            // Headings without numbers are counted.
            return zip(1..., candidates).first { (blocks[$1].label?.ordinal ?? $0) == ordinal }?.1
        case .heading(let words):
            let wanted = Passage(words)
            let passages = headings.map { ($0, Passage(blocks[$0].content.shownText)) }
            return
                (passages.first { wanted.isContained(in: $0.1) } ?? passages.first { wanted.isFound(in: $0.1) })?.0
        }
    }

    private func missing(_ step: Snippet.Step, among headings: [Int]) -> MissingPlace {
        let compared = headings.prefix(Self.comparedHeadings).map { blocks[$0] }
        switch step {
        case .heading(let words):
            let known = compared.map(\.content.shownText)
            return .noHeading(step, nearest: NearestName.of(words, in: known), known: known)
        case .ordinal:
            let top = compared.compactMap(Self.rank).min()
            let markers = compared.filter { Self.rank($0) == top }.compactMap { $0.label?.marker }
            return .noHeading(step, nearest: nil, known: markers)
        }
    }

    private static func rank(_ block: Block) -> Int? { block.kind == .part ? 0 : block.kind.headingLevel }

    /// The order of what stands after the body.
    private static func endRank(_ kind: BlockKind) -> Int? {
        let order: [BlockKind] = [.closing, .attachment, .signature, .date, .note, .copies, .imprint]
        return order.firstIndex(of: kind)
    }

    private static func isNoise(_ block: Block) -> Bool {
        block.kind == .residue || block.kind == .pageNumber || block.kind.isPageFurniture
    }
}

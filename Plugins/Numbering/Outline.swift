internal import SummaryModel

/// The numbered headings of a document, arranged as rows of siblings.
struct Outline {
    /// Headings of one level under one parent, in order.
    struct Row {
        /// The indices of the blocks.
        var members: [Int]
        /// How deep the level is: 0 第一部分, 1 第一章, 2 第一节, 3 第一条, 4 一、, 5 （一） and so on.
        var rank: Int
        /// The block under which the row stands.
        var parent: Int?
        /// Whether the row begins again at one after text, where another row of the level has ended.
        var isRestart = false
        /// Whether a deeper level stands before the row under the same parent.
        var isInverted = false
        /// The number of the document in which the row stands, from 0: numbers never run on from one to the next.
        var document = 0
    }

    /// In the order of their first members.
    private(set) var rows: [Row] = []
    /// The heading above each heading; of those at the top nothing.
    private(set) var parents: [Int: Int] = [:]

    /// The rank of 一、.
    static let firstRank = 4

    /// A level that may go on.
    private struct Level {
        var rank: Int
        /// The row of its numbers; `nil` as long as its headings have none.
        var row: Int?
        /// The last heading of the level, under which deeper ones stand.
        var heading: Int
    }

    init(_ blocks: [Block]) {
        /// From the highest level down.
        var open: [Level] = []
        /// The deepest level so far under each heading, and under the document.
        var deepest: [Int?: Int] = [:]
        var document = 0
        for index in blocks.indices {
            let kind = blocks[index].kind
            if Self.endsScopes(kind) {
                open = []
                deepest = [:]
                document += 1
            }
            guard let rank = Self.rank(kind, blocks[index].label) else { continue }
            while let last = open.last, last.rank > rank { open.removeLast() }
            var level = Level(rank: rank, row: nil, heading: index)
            if let last = open.last, last.rank == rank {
                level.row = last.row
                open.removeLast()
            }
            let parent = open.last?.heading
            parents[index] = parent
            if let label = blocks[index].label {
                let members = level.row.map { rows[$0].members } ?? []
                let isRestart = Self.isRestart(label, rank, after: members, at: index, blocks)
                if let row = level.row, !isRestart {
                    rows[row].members.append(index)
                } else {
                    let isInverted = (deepest[parent] ?? rank) > rank
                    level.row = rows.count
                    rows.append(
                        Row(
                            members: [index],
                            rank: rank,
                            parent: parent,
                            isRestart: isRestart,
                            isInverted: isInverted,
                            document: document
                        )
                    )
                }
            }
            deepest[parent] = max(deepest[parent] ?? rank, rank)
            open.append(level)
        }
    }

    /// How deep a heading stands, with a number or without; `nil` for everything else: a number in a table of contents,
    /// a note of attachments or residue counts for nothing.
    static func rank(_ kind: BlockKind, _ label: NumberLabel?) -> Int? {
        guard let label else { return kind == .part ? 0 : kind.headingLevel.map(rank(ofLevel:)) }
        switch label.scheme {
        // What `Openings` found.
        case .articles where kind == .paragraph || kind == .lead: return firstRank - 1
        case .chapters where kind == .paragraph || kind == .lead: return 1
        case .sections where kind == .paragraph || kind == .lead: return 2
        case _ where label.scheme.isOfPoints || label.scheme == .list: return nil
        case _ where kind != .part && kind.headingLevel == nil && kind != .listItem: return nil
        case .parts: return 0
        case .chapters: return 1
        case .sections: return 2
        case .official: return rank(ofLevel: label.level)
        default: return kind.headingLevel.map(rank(ofLevel:))
        }
    }

    private static func rank(ofLevel level: Int) -> Int { level + firstRank - 1 }

    /// The numbers of the headings above a heading, from the top, as far as `isCounted`, and its own.
    func path(_ index: Int, _ ordinals: [Int: Int], where isCounted: (Int) -> Bool) -> [Int] {
        var path: [Int] = []
        var next: Int? = index
        while let current = next {
            if current == index || isCounted(current), let ordinal = ordinals[current] { path.append(ordinal) }
            next = parents[current]
        }
        return path.reversed()
    }

    /// An attachment, or a title after the beginning, starts a document of its own.
    static func endsScopes(_ kind: BlockKind) -> Bool { kind == .attachment || kind == .title }

    /// Whether a list begins anew after text that belongs to no item: one of level three or deeper, or one whose numbers
    /// tell the level by themselves.
    private static func isRestart(
        _ label: NumberLabel,
        _ rank: Int,
        after members: [Int],
        at index: Int,
        _ blocks: [Block]
    ) -> Bool {
        let isDeep = rank >= firstRank + 2 || MarkerForm(label.marker)?.numeral == .path
        guard label.ordinal == 1, isDeep, let last = members.last else { return false }
        return blocks[last + 1..<index].contains { block in
            block.kind == .paragraph || block.kind == .table || block.kind == .formula
        }
    }
}

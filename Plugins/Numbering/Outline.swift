internal import SummaryModel

/// The numbered headings of a document, arranged as rows of siblings.
struct Outline {
    /// Headings of one level under one parent, in order.
    struct Row {
        /// The indices of the blocks.
        var members: [Int]
        /// How deep the level is: 0 第一部分, 1 第一章, 2 第一节, 3 一、, 4 （一） and so on.
        var rank: Int
        /// The block under which the row stands.
        var parent: Int?
        /// Whether the row begins again at one after text, where another row of the level has ended.
        var isRestart = false
        /// Whether a deeper level stands before the row under the same parent.
        var isInverted = false
    }

    /// In the order of their first members.
    private(set) var rows: [Row] = []

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
        for (index, block) in blocks.enumerated() {
            if Self.endsScopes(block) {
                open = []
                deepest = [:]
            }
            guard let rank = Self.rank(of: block) else { continue }
            while let last = open.last, last.rank > rank { open.removeLast() }
            var level = Level(rank: rank, row: nil, heading: index)
            if let last = open.last, last.rank == rank {
                level.row = last.row
                open.removeLast()
            }
            let parent = open.last?.heading
            if let label = block.label {
                let members = level.row.map { rows[$0].members } ?? []
                let isRestart = Self.isRestart(label, rank, after: members, at: index, blocks)
                if let row = level.row, !isRestart {
                    rows[row].members.append(index)
                } else {
                    let isInverted = (deepest[parent] ?? rank) > rank
                    level.row = rows.count
                    rows.append(
                        Row(members: [index], rank: rank, parent: parent, isRestart: isRestart, isInverted: isInverted)
                    )
                }
            }
            deepest[parent] = max(deepest[parent] ?? rank, rank)
            open.append(level)
        }
    }

    /// How deep a heading stands, with a number or without; `nil` for everything else: a number in a table of contents,
    /// a note of attachments or residue counts for nothing.
    static func rank(of block: Block) -> Int? {
        guard block.kind == .part || block.kind.headingLevel != nil || block.kind == .listItem else { return nil }
        guard let label = block.label else { return block.kind == .part ? 0 : block.kind.headingLevel.map { $0 + 2 } }
        return rank(label)
    }

    /// How deep a number stands; `nil` when it is not that of a heading.
    static func rank(_ label: NumberLabel) -> Int? {
        switch label.scheme {
        case .parts: 0
        case .chapters: 1
        case .sections: 2
        case .official: label.level + 2
        default: nil
        }
    }

    /// An attachment, or a title after the beginning, starts a document of its own.
    static func endsScopes(_ block: Block) -> Bool { block.kind == .attachment || block.kind == .title }

    /// Whether a list of level three or deeper begins anew after text that belongs to no item.
    private static func isRestart(
        _ label: NumberLabel,
        _ rank: Int,
        after members: [Int],
        at index: Int,
        _ blocks: [Block]
    ) -> Bool {
        guard label.ordinal == 1, rank >= 5, let last = members.last else { return false }
        return blocks[last + 1..<index].contains { block in
            block.kind == .paragraph || block.kind == .table || block.kind == .formula
        }
    }
}

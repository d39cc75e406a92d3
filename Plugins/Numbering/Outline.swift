internal import SummaryModel

/// The numbered headings of a document, arranged as rows of siblings.
struct Outline {
    /// Headings of one level under one parent, in order.
    struct Row {
        /// The indices of the blocks.
        var members: [Int]
        /// How deep the level is: 0 第一部分, 1 第一章, 2 一、, 3 （一） and so on.
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

    init(_ blocks: [Block]) {
        /// The rows that may go on, from the highest level down.
        var open: [Int] = []
        /// The deepest level so far under the parent of each open row, and under the document.
        var deepest: [Int?: Int] = [:]
        for (index, block) in blocks.enumerated() {
            if Self.endsScopes(block) {
                open = []
                deepest = [:]
            }
            guard let label = block.label, let rank = Self.rank(of: block) else { continue }
            while let last = open.last, rows[last].rank > rank { open.removeLast() }
            if let last = open.last, rows[last].rank == rank {
                if Self.isRestart(label, rank, after: rows[last].members, at: index, blocks) {
                    let parent = rows[last].parent
                    open[open.count - 1] = rows.count
                    rows.append(Row(members: [index], rank: rank, parent: parent, isRestart: true))
                } else {
                    rows[last].members.append(index)
                }
                continue
            }
            let parent = open.last.flatMap { rows[$0].members.last }
            let isInverted = (deepest[parent] ?? rank) > rank
            deepest[parent] = max(deepest[parent] ?? rank, rank)
            open.append(rows.count)
            rows.append(Row(members: [index], rank: rank, parent: parent, isInverted: isInverted))
        }
    }

    /// How deep the number of a block stands; `nil` when it is not that of a heading: a number in a table of contents, a
    /// note of attachments or residue counts for nothing.
    static func rank(of block: Block) -> Int? {
        guard let label = block.label else { return nil }
        let isHeading = block.kind == .part || block.kind.headingLevel != nil || block.kind == .listItem
        return isHeading ? rank(label) : nil
    }

    /// How deep a number stands; `nil` when it is not that of a heading.
    static func rank(_ label: NumberLabel) -> Int? {
        switch label.scheme {
        case .parts: 0
        case .chapters: 1
        case .official: label.level + 1
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
        guard label.ordinal == 1, rank >= 4, let last = members.last else { return false }
        return blocks[last + 1..<index].contains { block in
            block.kind == .paragraph || block.kind == .table || block.kind == .formula
        }
    }
}

internal import SummaryModel

/// Which level of a scheme each rank of a document is written in.
///
/// A document that is written in the scheme already keeps its levels, whatever its reader calls them. Otherwise each level
/// of official headings is written in the level of the same depth; chapters and sections that the scheme has too push
/// them down, and other parts, chapters and sections stay as they are.
struct Conversion {
    /// Why a document cannot be converted.
    struct TooFewLevels: Error {
        /// The first heading for which the scheme has no level.
        var index: Int
        var count: Int
    }

    let target: Scheme
    private var levels: [Int: Int] = [:]
    private let ranks: [Int: Int]

    init(_ blocks: [Block], to target: Scheme) throws(TooFewLevels) {
        self.target = target
        let outline = Outline(blocks)
        var ranks: [Int: Int] = [:]
        /// The first heading of each rank.
        var firsts: [Int: Int] = [:]
        for row in outline.rows {
            for index in row.members { ranks[index] = row.rank }
            firsts[row.rank] = min(firsts[row.rank] ?? .max, row.members[0])
        }
        self.ranks = ranks
        let isOfficial = target.label == .official
        var matched: [Int: Int] = [:]
        for (rank, index) in firsts {
            guard let label = blocks[index].label else { continue }
            if label.scheme == target.label, !isOfficial {
                matched[rank] = label.level
            } else if !isOfficial, label.scheme != .articles || rank == Outline.firstRank - 1 {
                matched[rank] = Self.level(of: label, in: target)
            }
        }
        if isOfficial {
            for rank in firsts.keys where rank >= Outline.firstRank { levels[rank] = rank - Outline.firstRank + 1 }
        } else if Self.isWritten(firsts, matched, blocks, target) {
            levels = matched
        } else {
            let above = matched.filter { $0.key < Outline.firstRank }
            let offset = above.values.max() ?? 0
            levels = above
            for rank in firsts.keys where rank >= Outline.firstRank {
                levels[rank] = rank - Outline.firstRank + 1 + offset
            }
        }
        for (rank, level) in levels.sorted(by: { $0.key < $1.key }) where target.pattern(level) == nil {
            throw TooFewLevels(index: firsts[rank] ?? 0, count: target.levels.count)
        }
    }

    /// The level of a rank; `nil` when its numbers stay as they are.
    func level(_ rank: Int) -> Int? { levels[rank] }

    /// Whether the number of a heading is a part of the numbers below it.
    func isCounted(_ index: Int) -> Bool { ranks[index].map { levels[$0] != nil } ?? false }

    /// The level in whose form a marker is written.
    private static func level(of label: NumberLabel, in target: Scheme) -> Int? {
        let depth = (MarkerForm(label.marker)?.parents.count ?? 0) + 1
        return target.levels.indices.first { index in
            let isDeep = target.levels[index].numeral == .path
            return target.levels[index].fits(label.marker, level: isDeep ? depth : 1) && (!isDeep || index + 1 == depth)
        }
        .map { $0 + 1 }
    }

    /// Whether the document is written in the scheme: every rank in another level, in the order of the scheme, from its
    /// first level or with marks that official headings do not have.
    private static func isWritten(
        _ firsts: [Int: Int],
        _ matched: [Int: Int],
        _ blocks: [Block],
        _ target: Scheme
    ) -> Bool {
        var last = 0
        var isForeign = false
        for (rank, index) in firsts.sorted(by: { $0.key < $1.key }) {
            guard let level = matched[rank] else {
                if rank < Outline.firstRank { continue }
                return false
            }
            guard level > last else { return false }
            if last == 0, level == 1 { isForeign = true }
            last = level
            if blocks[index].label?.scheme != .official { isForeign = true }
        }
        return isForeign
    }
}

internal import RenderKit
internal import SummaryModel

/// Which headings Word numbers by itself, in which list and on which level (ISO/IEC 29500-1, 17.9).
///
/// Headings of the five levels are one list, 第一部分 and 第一章 above them another. The plan counts as Word does. Where its
/// number would not be that of the heading, a new instance of the list begins with the right one. A heading whose marker
/// no list can show, or that is written otherwise than most of its level, keeps its marker as text.
struct ListPlan {
    /// The place of a paragraph in a list.
    struct Position: Hashable {
        /// The instance of the list, as `w:numId`.
        var number: Int
        /// The level, from 0.
        var level: Int
    }

    /// An instance of a list.
    struct Instance {
        /// The list, as an index of ``lists``.
        var list: Int
        /// Where each level begins, when it is not as the list says.
        var starts: [Int: Int]
    }

    /// The patterns of the levels of each list.
    private(set) var lists: [[Int: ListPattern]] = []
    /// The instances; the first is number 1.
    private(set) var instances: [Instance] = []
    private var positions: [Int: Position] = [:]

    /// The place of the block with this index; `nil` when its marker is text.
    subscript(index: Int) -> Position? { positions[index] }

    init(_ blocks: [Block], _ form: NumberingForm) {
        guard form == .native else { return }
        var counts: [[Int: [ListPattern: Int]]] = [[:], [:]]
        for block in blocks {
            guard let (list, level) = Self.place(of: block), let label = block.label,
                let (pattern, _) = ListPattern.of(label), pattern.parents == 0 || pattern.parents == level
            else { continue }
            counts[list][level, default: [:]][pattern, default: 0] += 1
        }
        lists = counts.map { levels in
            levels.compactMapValues { patterns in
                patterns.max { ($0.value, $1.key.head + $1.key.tail) < ($1.value, $0.key.head + $0.key.tail) }?.key
            }
        }
        var counters = lists.map { Counter(patterns: $0) }
        for (index, block) in blocks.enumerated() {
            guard let (list, level) = Self.place(of: block), block.prefix.isEmpty, let label = block.label,
                let (pattern, path) = ListPattern.of(label), lists[list][level] == pattern
            else { continue }
            guard let number = counters[list].take(level, path, list, &instances) else { continue }
            positions[index] = Position(number: number, level: level)
        }
    }

    /// The list and the level of a heading.
    private static func place(of block: Block) -> (list: Int, level: Int)? {
        if block.kind == .part { return (1, 0) }
        return block.kind.headingLevel.map { (0, $0 - 1) }
    }
}

extension ListPlan {
    /// Counts as Word does. The instances of a list share their numbers; where an instance says how a level begins, that
    /// holds when the level is first used in it.
    private struct Counter {
        let patterns: [Int: ListPattern]
        /// The present number of each level.
        private var numbers: [Int: Int] = [:]
        private var instance: Int?
        private var starts: [Int: Int] = [:]
        private var used: Set<Int> = []

        init(patterns: [Int: ListPattern]) { self.patterns = patterns }

        /// The number of the instance in which a level comes to the last number of `path`; a new one where none does. `nil`
        /// when the numbers before the last are not those of the levels above.
        mutating func take(_ level: Int, _ path: [Int], _ list: Int, _ instances: inout [Instance]) -> Int? {
            guard let ordinal = path.last else { return nil }
            let parents = path.dropLast()
            guard parents.enumerated().allSatisfy({ numbers[$0.offset] == $0.element }) else { return nil }
            if instance == nil || next(level) != ordinal {
                // A new instance of numbers with parents would forget the parents in some programs.
                guard parents.isEmpty || instance == nil else { return nil }
                starts = [:]
                if instance != nil || ordinal != 1 {
                    for other in patterns.keys {
                        starts[other] =
                            other < level ? (numbers[other] ?? 0) + 1 : other == level ? ordinal : 1
                    }
                }
                used = []
                instances.append(Instance(list: list, starts: starts))
                instance = instances.count
            }
            numbers[level] = ordinal
            used.insert(level)
            for deeper in Array(numbers.keys) where deeper > level && patterns[deeper]?.runsOn != true {
                numbers[deeper] = nil
            }
            return instance
        }

        /// The next number of a level; `nil` where programs do not agree on it.
        private func next(_ level: Int) -> Int? {
            if !used.contains(level), let start = starts[level] { return start }
            if let number = numbers[level] { return number + 1 }
            return starts[level] ?? 1 == 1 ? 1 : nil
        }
    }
}

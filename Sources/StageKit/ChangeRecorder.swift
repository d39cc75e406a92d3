internal import SummaryModel

/// Finds what a stage changed by comparing the document before and after, block by block, and keeps for every block the
/// way from its present text back to the draft.
struct ChangeRecorder {
    struct DuplicateIdentity: Error {
        let id: BlockID
    }

    /// The reason of the two edits by which a block changes its place.
    private static let moved = "moved"

    /// The blocks as the reader made them, and the place of each.
    private let original: [Block]
    private let originalPlaces: [BlockID: Int]
    /// The blocks as the last stage left them, and the place of each.
    private var current: [Block]
    private var places: [BlockID: Int]
    /// The ways of the blocks that a stage changed or made.
    private var changedMaps: [BlockID: OffsetMap] = [:]
    /// The first change of the last stage by which text went away that somebody can see, and for which it gave no reason.
    private(set) var unexplainedLoss: Edit?

    init(_ document: Document) {
        original = document.blocks
        current = document.blocks
        var places: [BlockID: Int] = [:]
        places.reserveCapacity(original.count)
        for index in original.indices { places[original[index].id] = index }
        originalPlaces = places
        self.places = places
    }

    /// The way from the present text of a block to the draft; `nil` for a block that nobody knows.
    private func map(of id: BlockID) -> OffsetMap? {
        changedMaps[id] ?? originalPlaces[id].map { OffsetMap(original[$0]) }
    }

    /// The changes of a document since it was last recorded, in reading order. A block that moved is taken away at its old
    /// place and put in at its new one, and then changed.
    mutating func record(_ document: Document, in context: StageContext) throws(DuplicateIdentity) -> [Edit] {
        unexplainedLoss = nil
        let (before, after) = (current, document.blocks)
        let isUnique = places.count == before.count
        // Most stages leave most documents alone.
        if isUnique, after.isSame(as: before) { return [] }
        current = after
        let reasons = ChangeReasons(context.explanations)
        var edits: [Edit] = []
        func add(_ block: BlockID, at offset: Int, _ old: String, _ new: String, otherwise reason: String) {
            guard !old.isEmpty || !new.isEmpty else { return }
            let given = reasons.reason(on: block, old, new)
            let edit = Edit(stage: context.stage, offset: offset, before: old, after: new, reason: given ?? reason)
            edits.append(edit)
            if given == nil, reason != Self.moved, unexplainedLoss == nil, !old.showsNothing, new.showsNothing {
                unexplainedLoss = edit
            }
        }
        func addDifferences(of block: Block, from old: Block) {
            guard let map = map(of: block.id) else { return }
            // Not by `==`, to which canonically equivalent texts are equal.
            let (oldText, text) = (old.shownText, block.shownText)
            let differences = TextDifference.between(oldText, text)
            if !differences.isEmpty { changedMaps[block.id] = map.applying(differences) }
            for difference in differences {
                add(
                    block.id,
                    at: map.sourceOffset(of: difference.before.lowerBound),
                    oldText.utf8Slice(difference.before),
                    text.utf8Slice(difference.after),
                    otherwise: "changed"
                )
            }
        }
        if isUnique, before.count == after.count, after.indices.allSatisfy({ after[$0].id == before[$0].id }) {
            // Most others leave the blocks where they are.
            for index in after.indices where !after[index].shows(sameAs: before[index]) {
                addDifferences(of: after[index], from: before[index])
            }
            return edits
        }
        let oldPlaces = places
        places = [:]
        places.reserveCapacity(after.count)
        for index in after.indices {
            guard places.updateValue(index, forKey: after[index].id) == nil else {
                throw DuplicateIdentity(id: after[index].id)
            }
        }
        let kept = Set(Self.longestIncreasing(after.indices.compactMap { oldPlaces[after[$0].id] }))
        var next = 0
        /// The place in the draft after the last block that stands where it stood, before those of `passed`.
        var lastEnd = 0
        /// Blocks that stand where they stood and whose end was not asked for yet.
        var passed: [BlockID] = []
        /// The place in the draft after the last block that stands where it stood.
        var end: Int {
            for id in passed { lastEnd = max(lastEnd, map(of: id)?.end ?? 0) }
            passed = []
            return lastEnd
        }
        func passBlocks(before place: Int) {
            while next < place {
                let block = before[next]
                if places[block.id] == nil {
                    add(block.id, at: map(of: block.id)?.start ?? end, block.shownText, "", otherwise: "removed")
                } else if !kept.contains(next) {
                    add(block.id, at: map(of: block.id)?.start ?? end, block.shownText, "", otherwise: Self.moved)
                }
                next += 1
            }
        }
        for block in after {
            guard let place = oldPlaces[block.id] else {
                changedMaps[block.id] = OffsetMap(insertedAt: end)
                add(block.id, at: end, "", block.shownText, otherwise: "inserted")
                continue
            }
            let isKept = kept.contains(place)
            if isKept {
                passBlocks(before: place)
                next = place + 1
            } else {
                add(block.id, at: end, "", before[place].shownText, otherwise: Self.moved)
            }
            if !block.shows(sameAs: before[place]) { addDifferences(of: block, from: before[place]) }
            if isKept { passed.append(block.id) }
        }
        passBlocks(before: before.count)
        return edits
    }

    /// The finding with its place in the draft.
    func locate(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
        guard diagnostic.start == nil, let anchor = diagnostic.anchor, let map = map(of: anchor.block) else {
            return diagnostic
        }
        var located = diagnostic
        let count = places[anchor.block].map { current[$0].shownLength } ?? 0
        let range = (anchor.range ?? 0..<count).clamped(to: 0..<count)
        let place = SourceRange(map.sourceOffset(of: range.lowerBound), map.sourceEnd(of: range.upperBound))
        let start = source.position(at: place.lowerBound)
        located.range = place
        located.start = start
        let end = source.position(at: place.upperBound)
        if end.line == start.line, end.column > start.column { located.endColumn = end.column }
        return located
    }

    /// A longest increasing run of values, which need not be neighbours, in order.
    static func longestIncreasing(_ values: [Int]) -> [Int] {
        /// The index of the smallest last value of a run of each length.
        var tails: [Int] = []
        var previous = [Int?](repeating: nil, count: values.count)
        for (index, value) in values.enumerated() {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var result: [Int] = []
        var next = tails.last
        while let index = next {
            result.append(values[index])
            next = previous[index]
        }
        return result.reversed()
    }
}

extension String {
    /// Whether nobody can see anything of it.
    fileprivate var showsNothing: Bool { unicodeScalars.allSatisfy(\.isBlank) }

    /// The part of the string at these UTF-8 offsets, which lie on scalar boundaries.
    fileprivate func utf8Slice(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}

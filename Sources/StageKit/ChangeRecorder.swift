internal import SummaryModel

/// Finds what a stage changed by comparing the document before and after, block by block, and keeps for every block the
/// way from its present text back to the draft.
struct ChangeRecorder {
    struct DuplicateIdentity: Error {
        let id: BlockID
    }

    private var maps: [BlockID: OffsetMap] = [:]
    private var blocks: [BlockID: Block] = [:]

    init(_ document: Document) {
        maps.reserveCapacity(document.blocks.count)
        for block in document.blocks { maps[block.id] = OffsetMap(block) }
    }

    /// The changes between two states of a document, in reading order.
    mutating func record(
        from before: Document,
        to after: Document,
        in context: StageContext
    ) throws(DuplicateIdentity) -> [Edit] {
        blocks = [:]
        for block in after.blocks {
            guard blocks.updateValue(block, forKey: block.id) == nil else { throw DuplicateIdentity(id: block.id) }
        }
        var places: [BlockID: Int] = [:]
        for (index, block) in before.blocks.enumerated() { places[block.id] = index }

        var edits: [Edit] = []
        var next = 0
        var end = 0
        for block in after.blocks {
            guard let place = places[block.id] else {
                maps[block.id] = OffsetMap(insertedAt: end, count: block.shownText.utf8.count)
                edits += edit(block.id, at: end, "", block.shownText, fallback: "inserted", context)
                continue
            }
            while next < place {
                edits += removal(before.blocks[next], context)
                next += 1
            }
            if place < next {
                let text = before.blocks[place].shownText
                edits += edit(block.id, at: maps[block.id]?.start ?? end, text, text, fallback: "moved", context)
            }
            next = max(next, place + 1)
            edits += changes(from: before.blocks[place], to: block, context)
            end = max(end, maps[block.id]?.end ?? end)
        }
        while next < before.blocks.count {
            edits += removal(before.blocks[next], context)
            next += 1
        }
        return edits
    }

    /// The finding with its place in the draft.
    func locate(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
        guard diagnostic.start == nil, let anchor = diagnostic.anchor, let map = maps[anchor.block] else {
            return diagnostic
        }
        var located = diagnostic
        let count = blocks[anchor.block]?.shownText.utf8.count ?? 0
        let range = anchor.range ?? 0..<count
        let start = source.position(at: map.sourceOffset(of: range.lowerBound))
        located.start = start
        let end = source.position(at: map.sourceOffset(of: range.upperBound))
        if end.line == start.line, end.column > start.column { located.endColumn = end.column }
        return located
    }

    /// A block that is gone, unless it only moved.
    private func removal(_ block: Block, _ context: StageContext) -> [Edit] {
        guard blocks[block.id] == nil else { return [] }
        return edit(block.id, at: maps[block.id]?.start ?? 0, block.shownText, "", fallback: "removed", context)
    }

    private mutating func changes(from old: Block, to new: Block, _ context: StageContext) -> [Edit] {
        guard old != new else { return [] }
        let before = old.shownText
        let after = new.shownText
        guard before != after, let map = maps[new.id] else { return [] }
        let differences = TextDifference.between(before, after)
        maps[new.id] = map.applying(differences)
        return differences.flatMap { difference in
            edit(
                new.id,
                at: map.sourceOffset(of: difference.before.lowerBound),
                before.utf8Slice(difference.before),
                after.utf8Slice(difference.after),
                fallback: "changed",
                context
            )
        }
    }

    private func edit(
        _ block: BlockID,
        at offset: Int,
        _ before: String,
        _ after: String,
        fallback: String,
        _ context: StageContext
    ) -> [Edit] {
        guard !before.isEmpty || !after.isEmpty else { return [] }
        let reason = reason(on: block, before, after, context) ?? fallback
        return [Edit(stage: context.stage, offset: offset, before: before, after: after, reason: reason)]
    }

    /// The reason that the stage gave for exactly this change, for a change that holds it, or for the block.
    private func reason(on block: BlockID, _ before: String, _ after: String, _ context: StageContext) -> String? {
        guard let given = context.explanations[block] else { return nil }
        var enclosing: String?
        for explanation in given {
            guard let old = explanation.before, let new = explanation.after else { continue }
            if old == before, new == after { return explanation.reason }
            if enclosing == nil, old.contains(before) || before.isEmpty, new.contains(after) || after.isEmpty {
                enclosing = explanation.reason
            }
        }
        return enclosing ?? given.first { $0.before == nil }?.reason
    }
}

extension String {
    /// The part of the string at these UTF-8 offsets, which lie on scalar boundaries.
    fileprivate func utf8Slice(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}

internal import SummaryModel

/// The reasons that a stage gave for its changes, arranged for look-up.
struct ChangeReasons {
    private struct Change: Hashable {
        var before: String
        var after: String
    }

    private struct OfBlock {
        var reasons: [Change: String] = [:]
        /// The changes that have a reason, in the order in which they were explained.
        var changes: [Change] = []
        var general: String?
    }

    private var blocks: [BlockID: OfBlock] = [:]

    init(_ explanations: [BlockID: [StageContext.Explanation]]) {
        for (id, given) in explanations {
            var reasons = OfBlock()
            for explanation in given {
                guard let before = explanation.before, let after = explanation.after else {
                    reasons.general = reasons.general ?? explanation.reason
                    continue
                }
                let change = Change(before: before, after: after)
                guard reasons.reasons[change] == nil else { continue }
                reasons.reasons[change] = explanation.reason
                reasons.changes.append(change)
            }
            blocks[id] = reasons
        }
    }

    /// The reason for exactly this change, for a change that holds it, for a change that is a part of it (changes that touch
    /// are recorded as one), or for the block. What is taken away in several steps may have none of these; then it is the
    /// first reason that was given for anything in the block.
    func reason(on block: BlockID, _ before: String, _ after: String) -> String? {
        guard let given = blocks[block] else { return nil }
        if let reason = given.reasons[Change(before: before, after: after)] { return reason }
        let enclosing = given.changes.first { $0.before.holds(before) && $0.after.holds(after) }
        let part = enclosing ?? given.changes.first { before.holds($0.before) && after.holds($0.after) }
        let reason = part.flatMap { given.reasons[$0] } ?? given.general
        return reason ?? (after.isEmpty ? given.changes.first.flatMap { given.reasons[$0] } : nil)
    }
}

extension String {
    /// Whether the bytes of `part` stand somewhere in the string.
    fileprivate func holds(_ part: String) -> Bool {
        guard let first = part.utf8.first else { return true }
        var rest = utf8[...]
        while rest.count >= part.utf8.count, let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: part.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

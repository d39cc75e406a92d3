internal import StageKit
internal import SummaryModel

/// Follows 一是, 二是 and the like inside each paragraph, and 首先, 其次 inside and across paragraphs. An enumeration may
/// stand inside another, and may go on in the next paragraph, so that only what is plain is reported.
struct EnumerationWalk {
    /// A mark that does not follow on, with the one that should stand there.
    struct Finding {
        var index: Int
        var mark: EnumerationMark
        /// The numeral or word that should stand there.
        var expected: String
        var defect: Defect
    }

    enum Defect: String { case gap, duplicate, order }

    private struct Run {
        var first: Int
        /// Where the run begins.
        var start: Int
        var last: Int
        var count = 1
        var end: Int
    }

    private(set) var findings: [Finding] = []
    /// What puts the numbers of a paragraph right, by block.
    private(set) var repairs: [Int: [TextChange]] = [:]
    /// The last mark of each family in each paragraph, by block.
    private(set) var last: [Int: [EnumerationMark.Family: Int]] = [:]

    init(_ blocks: [Block]) {
        var sequence = Sequence()
        /// The runs of this scope that a later paragraph may go on with, and the block of each.
        var open: [EnumerationMark.Family: Int] = [:]
        for index in blocks.indices {
            let kind = blocks[index].kind
            if Outline.endsScopes(kind) || Outline.rank(kind, blocks[index].label) != nil {
                sequence = Sequence()
                open = [:]
            }
            guard Self.holdsMarks(kind) || blocks[index].body != nil,
                sequence.isOpen || EnumerationMark.mayStand(in: blocks[index])
            else { continue }
            let text = BlockText(blocks[index])
            let marks = EnumerationMark.marks(in: blocks[index], text)
            if let finding = sequence.visit(marks, text, index) { findings.append(finding) }
            var families: [EnumerationMark.Family] = []
            for mark in marks where mark.family.scheme != .sequencePoints && !families.contains(mark.family) {
                families.append(mark.family)
            }
            for family in families {
                let members = marks.filter { $0.family == family }
                last[index, default: [:]][family] = members.last?.ordinal
                // A paragraph that goes on from another depends on its numbers.
                if let first = members.first, first.ordinal > 1, first.range != text.marker, let other = open[family] {
                    repairs[other] = nil
                }
                visit(members, text, index)
                open[family] = index
            }
        }
    }

    private static func holdsMarks(_ kind: BlockKind) -> Bool {
        switch kind {
        case .lead, .paragraph, .point, .listItem: true
        default: false
        }
    }

    /// The members of one family in a paragraph.
    private mutating func visit(_ members: [EnumerationMark], _ text: BlockText, _ index: Int) {
        var stack: [Run] = []
        var isPlain = members.first?.ordinal == 1
        var found: [Finding] = []
        for mark in members {
            let ordinal = mark.ordinal
            if ordinal == 1 || stack.isEmpty {
                if !stack.isEmpty { isPlain = false }
                stack.append(
                    Run(first: ordinal, start: mark.range.lowerBound, last: ordinal, end: mark.range.upperBound)
                )
                continue
            }
            if let run = stack.lastIndex(where: { $0.last + 1 == ordinal }) {
                stack.removeSubrange((run + 1)...)
            } else if stack.count == 1, stack[0].first == 1, let defect = defect(of: mark, after: stack[0], text),
                let expected = HanNumeral.text(stack[0].last + 1)
            {
                found.append(Finding(index: index, mark: mark, expected: expected, defect: defect))
            } else {
                isPlain = false
            }
            let run = stack.count - 1
            stack[run].last = max(stack[run].last, ordinal)
            stack[run].count += 1
            stack[run].end = mark.range.upperBound
        }
        findings += found
        guard isPlain, !found.isEmpty else { return }
        var changes = repairs[index] ?? []
        for (position, mark) in members.enumerated() where mark.ordinal != position + 1 && mark.range != text.marker {
            guard let numeral = HanNumeral.text(position + 1) else { return }
            changes.append(TextChange(mark.numeral, numeral, reason: "renumbered"))
        }
        repairs[index] = changes
    }

    private func defect(of mark: EnumerationMark, after run: Run, _ text: BlockText) -> Defect? {
        let ordinal = mark.ordinal
        // 包括一是 is no mark, but it begins another enumeration.
        let first = mark.family.head + "一" + Self.sign(of: mark)
        if run.start + 1 < mark.range.lowerBound, text.scalars[(run.start + 1)..<mark.range.lowerBound].holds(first) {
            return nil
        }
        if ordinal == run.last { return run.count >= 2 ? .duplicate : nil }
        guard ordinal > run.last, run.count >= 2 || ordinal == run.last + 2 else { return nil }
        // 还有二是 is no mark, but the number is not missing.
        let between = text.scalars[run.end..<mark.range.lowerBound]
        for missing in (run.last + 1)..<ordinal {
            guard let numeral = HanNumeral.text(missing),
                !between.holds(mark.family.head + numeral + Self.sign(of: mark))
            else {
                return nil
            }
        }
        return .gap
    }

    private static func sign(of mark: EnumerationMark) -> String {
        switch mark.family.scheme {
        case .isPoints: "是"
        case .mustPoints: "要"
        default: ""
        }
    }

    /// The state of 首先, 其次, 再次, 最后 in a section.
    private struct Sequence {
        private var seen: Set<Int> = []
        /// Whether another way of counting stands between, so that nothing is said.
        private var isMixed = false

        /// Whether a text without marks may change the state.
        var isOpen: Bool { !seen.isEmpty && !seen.contains(2) && !isMixed }

        /// Words that may stand for 其次.
        private static let others = ["其次", "第二", "二是", "二要", "然后", "接着", "同时", "另外", "此外"]

        /// The first mark of a paragraph that does not follow on.
        mutating func visit(_ marks: [EnumerationMark], _ text: BlockText, _ index: Int) -> Finding? {
            var finding: Finding?
            for mark in marks where mark.family.scheme == .sequencePoints {
                let ordinal = mark.ordinal
                if ordinal == 1 {
                    seen = []
                    isMixed = false
                }
                let hasOther = Self.others.contains { text.scalars[..<mark.range.lowerBound].holds($0) }
                if finding == nil, seen.contains(1), !isMixed, !hasOther || seen.contains(2) {
                    if ordinal == 3, !seen.contains(2), !seen.contains(9) {
                        finding = Finding(index: index, mark: mark, expected: "其次", defect: .gap)
                    } else if ordinal < 9, seen.contains(where: { $0 > ordinal }) {
                        finding = Finding(index: index, mark: mark, expected: "", defect: .order)
                    }
                }
                seen.insert(ordinal)
                if ordinal == 9 { isMixed = true }
            }
            if !seen.isEmpty, Self.others.contains(where: { text.scalars[...].holds($0) }), !seen.contains(2) {
                isMixed = true
            }
            return finding
        }
    }
}

internal import SummaryModel

/// Follows 一是, 二是 and the like from paragraph to paragraph. They are enumerations inside the text, not levels: a new
/// heading ends them, and 一是 may begin a new one at any time.
struct PointWalk {
    /// What is wrong with the number of a point.
    enum Defect { case start, gap, duplicate, order, single }

    /// A point, the number that it should have, and what is wrong with the one it has.
    struct Step {
        var index: Int
        var expected: Int
        var defect: Defect?
    }

    private struct Run {
        var last: Int
        var lastIndex: Int
        /// What may follow as well, when the number before was a slip.
        var alternative: Int?
        var firstStep: Int
        var count = 1
    }

    private struct Key: Hashable {
        var scheme: NumberLabel.Scheme
        var head: String
    }

    private let blocks: [Block]
    private let isRepairing: Bool
    /// The last mark of each family inside the paragraphs, by block.
    private let inside: [Int: [EnumerationMark.Family: Int]]
    private var runs: [Key: Run] = [:]
    private var scopeStart = 0
    private(set) var steps: [Step] = []

    /// Walks over the document.
    ///
    /// - Parameters:
    ///   - enumerations: The points inside the paragraphs.
    ///   - isRepairing: Whether the numbers are to be put right, so that each follows on what the one before
    ///   becomes, not on what it is.
    init(_ blocks: [Block], _ enumerations: EnumerationWalk, isRepairing: Bool) {
        self.blocks = blocks
        self.isRepairing = isRepairing
        inside = enumerations.last
        for index in blocks.indices {
            let kind = blocks[index].kind
            if Outline.endsScopes(kind) || Outline.rank(kind, blocks[index].label) != nil {
                closeScope(at: index)
                scopeStart = index
            }
            guard kind == .point, let label = blocks[index].label,
                [.isPoints, .mustPoints, .ordinalPoints].contains(label.scheme),
                let form = MarkerForm(label.marker)
            else { continue }
            visit(index, label, form)
        }
        closeScope(at: blocks.count)
    }

    private mutating func visit(_ index: Int, _ label: NumberLabel, _ form: MarkerForm) {
        let key = Key(scheme: label.scheme, head: form.head)
        let ordinal = label.ordinal
        guard var run = runs[key] else {
            let isStart = ordinal == 1 || isWritten(ordinal - 1, form, in: scopeStart..<index)
            // The paragraphs before may hold several points each.
            if !isStart, let last = lastInside(key, in: scopeStart..<index) {
                let defect: Defect = ordinal == last ? .duplicate : ordinal > last ? .gap : .order
                begin(key, index, ordinal, expected: last + 1, defect)
            } else {
                begin(key, index, ordinal, expected: isStart ? ordinal : 1, isStart ? nil : .start)
            }
            return
        }
        let isDoubledFirst = run.last == 1 && run.count == 1 && run.lastIndex == index - 1
        if ordinal == 1, !isDoubledFirst {
            begin(key, index, ordinal, expected: 1, nil)
            return
        }
        let expected = run.last + 1
        var step = Step(index: index, expected: expected)
        if ordinal == expected || ordinal == run.alternative {
            run.alternative = nil
            run.last = ordinal
            step.expected = ordinal
        } else if ordinal > 1, isWritten(ordinal - 1, form, in: run.lastIndex..<index) {
            run.alternative = nil
            run.last = ordinal
            step.expected = ordinal
        } else {
            step.defect = ordinal == run.last ? .duplicate : ordinal > run.last ? .gap : .order
            if isRepairing {
                run.last = expected
            } else {
                run.alternative = run.last + 2
                run.last = max(run.last, ordinal)
            }
        }
        run.lastIndex = index
        run.count += 1
        runs[key] = run
        steps.append(step)
    }

    /// The last number of the family in the paragraphs of a range that hold several points.
    private func lastInside(_ key: Key, in range: Range<Int>) -> Int? {
        let family = EnumerationMark.Family(key.scheme, key.head)
        return range.last { inside[$0]?[family] != nil }.flatMap { inside[$0]?[family] }
    }

    private mutating func begin(_ key: Key, _ index: Int, _ ordinal: Int, expected: Int, _ defect: Defect?) {
        close(key, at: index)
        runs[key] = Run(
            last: isRepairing ? expected : ordinal,
            lastIndex: index,
            alternative: isRepairing || defect == nil ? nil : expected + 1,
            firstStep: steps.count
        )
        steps.append(Step(index: index, expected: expected, defect: defect))
    }

    private mutating func closeScope(at end: Int) {
        for key in Array(runs.keys) { close(key, at: end) }
        runs = [:]
    }

    /// Ends a run; one that holds 一是 only, with no 二是 in the text either, is a defect.
    private mutating func close(_ key: Key, at end: Int) {
        guard let run = runs[key], run.count == 1 else { return }
        let index = steps[run.firstStep].index
        guard steps[run.firstStep].defect == nil, let label = blocks[index].label, label.ordinal == 1,
            let form = MarkerForm(label.marker), !isWritten(2, form, in: index..<end)
        else { return }
        steps[run.firstStep].defect = .single
    }

    /// Whether the text of these blocks holds the marker with this number, such as the 二是 of a paragraph that holds
    /// several points.
    private func isWritten(_ ordinal: Int, _ form: MarkerForm, in range: Range<Int>) -> Bool {
        var form = form
        // 第二， may be written 第二、 elsewhere.
        if form.head == "第" || form.head == "其" { form.tail = "" }
        guard let marker = form.marker(ordinal) else { return false }
        let wanted = Array(marker.unicodeScalars)
        return blocks[range].contains { block in
            // Not the marker itself, which may be put right.
            let text = Array((block.content.shownText + (block.body ?? []).shownText).unicodeScalars)
            guard text.count >= wanted.count else { return false }
            return (0...text.count - wanted.count).contains {
                text[$0] == wanted[0] && text[$0...].starts(with: wanted)
            }
        }
    }
}

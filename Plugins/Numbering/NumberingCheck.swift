internal import SummaryModel

/// Finds what is wrong with the numbers of a document.
struct NumberingCheck {
    /// In reading order.
    private(set) var findings: [NumberingFinding] = []
    private let schemes: SchemeList

    init(_ blocks: [Block], _ enumerations: EnumerationWalk, _ schemes: SchemeList) {
        self.schemes = schemes
        let outline = Outline(blocks)
        let rows = outline.rows
        let written = Dictionary(
            rows.flatMap(\.members).map { ($0, blocks[$0].label?.ordinal ?? 0) },
            uniquingKeysWith: { first, _ in first }
        )
        var skipped: Set<[Int]> = []
        /// The last number of each rank so far.
        var lastOrdinals: [Int: Int] = [:]
        for row in rows {
            let labels = row.members.compactMap { blocks[$0].label }
            guard let first = row.members.first, let label = labels.first, labels.count == row.members.count else {
                continue
            }
            if row.isInverted { add(first, .invertedLevel) }
            if label.scheme == .official, let parent = row.parent.flatMap({ blocks[$0].label }),
                parent.scheme == .official, label.level > parent.level + 1,
                skipped.insert([parent.level, label.level]).inserted
            {
                add(first, .skippedLevel(parent: parent.marker))
            }
            checkStart(row, label, lastOrdinals[row.rank])
            checkOrder(row, labels)
            for (index, label) in zip(row.members, labels) {
                checkForm(index, label, path: outline.path(index, written) { _ in true })
            }
            checkUnity(row, labels)
            if labels.count == 1, label.ordinal == 1, !row.isRestart { add(first, .singleChild) }
            // The number before, in reading order, of this level: rows nest, so a row ends before the next of its rank.
            lastOrdinals[row.rank] = labels.last?.ordinal
        }
        for step in PointWalk(blocks, enumerations, isRepairing: false).steps {
            switch step.defect {
            case nil: break
            case .start: add(step.index, .notStartingAtOne)
            case .gap: add(step.index, .gap(expected: step.expected))
            case .duplicate: add(step.index, .duplicate(expected: step.expected))
            case .order: add(step.index, .order(expected: step.expected))
            case .single: add(step.index, .singleChild)
            }
        }
        for index in blocks.indices where !blocks[index].terminator.isEmpty && Self.isHeadingLine(blocks[index]) {
            add(index, .headingStop(blocks[index].terminator))
        }
        findings = findings.enumerated()
            .sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
            .map(\.element)
    }

    /// Whether the block is a heading of the first two levels with a line to itself; lower ones are often whole sentences.
    private static func isHeadingLine(_ block: Block) -> Bool {
        (block.kind == .heading1 || block.kind == .heading2) && block.body == nil && !block.isItem
    }

    private mutating func add(_ index: Int, _ defect: NumberingFinding.Defect) {
        findings.append(NumberingFinding(index: index, defect: defect))
    }

    private mutating func checkStart(_ row: Outline.Row, _ label: NumberLabel, _ last: Int?) {
        if let last, schemes.pattern(label)?.runsOn == true {
            if label.ordinal > last + 1 { add(row.members[0], .gap(expected: last + 1)) }
        } else if row.isRestart {
            add(row.members[0], .restart(isList: true))
        } else if label.ordinal != 1 {
            add(
                row.members[0],
                label.ordinal - 1 == last ? .continued(isAcrossParts: row.rank <= Outline.firstRank) : .notStartingAtOne
            )
        }
    }

    private mutating func checkOrder(_ row: Outline.Row, _ labels: [NumberLabel]) {
        var last = labels[0].ordinal
        /// What may come next as well, when the number before was a slip.
        var alternative: Int? = last == 1 ? nil : 2
        var seen: Set<Int> = [last]
        for (index, label) in zip(row.members, labels).dropFirst() {
            let ordinal = label.ordinal
            let expected = last + 1
            defer { seen.insert(ordinal) }
            if ordinal == expected || ordinal == alternative {
                last = ordinal
                alternative = nil
                continue
            }
            if ordinal > expected {
                add(index, .gap(expected: expected))
                last = ordinal
            } else if ordinal == 1, last > 1 {
                add(index, .restart(isList: false))
                last = 1
            } else if seen.contains(ordinal) {
                add(index, .duplicate(expected: expected))
            } else {
                add(index, .order(expected: expected))
            }
            alternative = expected + 1
        }
    }

    private mutating func checkForm(_ index: Int, _ label: NumberLabel, path: [Int]) {
        guard let form = MarkerForm(label.marker) else {
            if schemes.pattern(label)?.marker(path) == nil { add(index, .noSign) }
            return
        }
        guard let marker = schemes.marker(label, path) else { return add(index, .noSign) }
        if label.scheme == .official, marker != label.marker {
            add(index, .markerForm(marker))
        } else if path.count > form.parents.count, Array(path.dropLast().suffix(form.parents.count)) != form.parents {
            add(index, .path(marker))
        }
    }

    /// Whether siblings are written alike.
    private mutating func checkUnity(_ row: Outline.Row, _ labels: [NumberLabel]) {
        let form = MarkerForm(labels[0].marker)
        guard let index = zip(row.members, labels).first(where: { MarkerForm($1.marker) != form })?.0 else { return }
        add(index, .mixedForms(first: labels[0].marker))
    }
}

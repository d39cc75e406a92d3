internal import StageKit
internal import SummaryModel

/// Gives headings consecutive numbers, in the form of their level or in that of another scheme.
struct Renumbering {
    private let outline: Outline
    private let schemes: SchemeList
    /// The new number of each heading.
    private let ordinals: [Int: Int]
    private let conversion: Conversion?

    /// - Parameter conversion: How levels are written from now on; `nil` when each stays in its scheme.
    init(_ blocks: [Block], _ schemes: SchemeList, conversion: Conversion? = nil) {
        outline = Outline(blocks)
        self.schemes = schemes
        self.conversion = conversion
        var ordinals: [Int: Int] = [:]
        /// How many headings there are so far of a level whose numbers run on.
        var totals: [Int: Int] = [:]
        var document = 0
        for row in outline.rows {
            if row.document != document { totals = [:] }
            document = row.document
            var start = 0
            if Self.runsOn(row, blocks, schemes, conversion) {
                start = totals[row.rank] ?? 0
                totals[row.rank] = start + row.members.count
            }
            for (position, index) in row.members.enumerated() { ordinals[index] = start + position + 1 }
        }
        self.ordinals = ordinals
    }

    func apply(to blocks: inout [Block], in context: inout StageContext) {
        for row in outline.rows {
            for index in row.members {
                guard let label = blocks[index].label else { continue }
                guard let new = newLabel(label, index, row.rank), new != label else { continue }
                let reason =
                    new.scheme != label.scheme || new.level != label.level
                    ? "converted" : new.ordinal == label.ordinal ? "marker-form" : "renumbered"
                context.explain(reason, on: blocks[index].id, before: label.marker, after: new.marker)
                blocks[index].label = new
            }
        }
    }

    /// `nil` where there is no sign for the number; the marker stays as it is, and the check reports it.
    private func newLabel(_ label: NumberLabel, _ index: Int, _ rank: Int) -> NumberLabel? {
        guard let ordinal = ordinals[index] else { return nil }
        var label = label
        if let conversion, let level = conversion.level(rank), let pattern = conversion.target.pattern(level) {
            let path = outline.path(index, ordinals) { conversion.isCounted($0) }
            let isWritten = pattern.fits(label.marker, level: path.count)
            guard let marker = isWritten ? schemes.marker(label, path) : pattern.marker(path) else { return nil }
            if !isWritten || rank >= Outline.firstRank {
                label.scheme = conversion.target.label
                label.level = level
            }
            label.ordinal = ordinal
            label.marker = marker
            return label
        }
        let path = outline.path(index, ordinals) { _ in true }
        guard let marker = schemes.marker(label, path) else { return nil }
        // Points and parts keep the blanks inside their markers; only a number is put right.
        guard label.ordinal != ordinal || label.scheme == .official || path.count > 1 && hasPath(label) else {
            return label
        }
        label.ordinal = ordinal
        label.marker = marker
        return label
    }

    private func hasPath(_ label: NumberLabel) -> Bool { MarkerForm(label.marker)?.numeral == .path }

    /// Whether the numbers of a row run on from the last row of its level. Those of articles in the draft do, unless they
    /// begin anew everywhere.
    private static func runsOn(
        _ row: Outline.Row,
        _ blocks: [Block],
        _ schemes: SchemeList,
        _ conversion: Conversion?
    ) -> Bool {
        if let conversion, let level = conversion.level(row.rank) {
            return conversion.target.pattern(level)?.runsOn ?? false
        }
        guard let label = blocks[row.members[0]].label else { return false }
        return schemes.pattern(label)?.runsOn ?? false
    }
}

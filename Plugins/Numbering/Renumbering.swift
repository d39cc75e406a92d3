internal import StageKit
internal import SummaryModel

/// Gives headings and points consecutive numbers in the form of their level.
enum Renumbering {
    static func apply(to blocks: inout [Block], in context: inout StageContext) {
        for row in Outline(blocks).rows {
            for (position, index) in row.members.enumerated() {
                number(&blocks[index], position + 1, in: &context)
            }
        }
        for step in PointWalk(blocks, isRepairing: true).steps {
            number(&blocks[step.index], step.expected, in: &context)
        }
    }

    /// A number for which there is no sign leaves the marker as it is; the check reports it.
    private static func number(_ block: inout Block, _ ordinal: Int, in context: inout StageContext) {
        guard let label = block.label, let marker = MarkerForm.canonical(label, ordinal: ordinal) else { return }
        // Points keep the blanks inside their markers; only a number is put right.
        guard label.ordinal != ordinal || (label.scheme == .official && label.marker != marker) else { return }
        context.explain(
            label.ordinal == ordinal ? "marker-form" : "renumbered",
            on: block.id,
            before: label.marker,
            after: marker
        )
        block.label?.ordinal = ordinal
        block.label?.marker = marker
    }
}

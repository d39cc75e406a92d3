internal import StageKit
internal import SummaryModel

/// Gives points such as 一是 and 二是 consecutive numbers, inside a paragraph and from paragraph to paragraph.
enum PointRenumbering {
    static func apply(to blocks: inout [Block], in context: inout StageContext) {
        var enumerations = EnumerationWalk(blocks)
        let repairs = enumerations.repairs
        for (index, changes) in repairs {
            let text = BlockText(blocks[index])
            let id = blocks[index].id
            for change in text.apply(changes, to: &blocks[index]) {
                context.explain(change.reason, on: id, before: text.string(change.range), after: change.replacement)
            }
        }
        if !repairs.isEmpty { enumerations = EnumerationWalk(blocks) }
        for step in PointWalk(blocks, enumerations, isRepairing: true).steps {
            guard let label = blocks[step.index].label, label.ordinal != step.expected,
                let marker = MarkerForm(label.marker)?.marker(step.expected)
            else { continue }
            context.explain("renumbered", on: blocks[step.index].id, before: label.marker, after: marker)
            blocks[step.index].label?.ordinal = step.expected
            blocks[step.index].label?.marker = marker
        }
    }
}

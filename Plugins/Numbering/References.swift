internal import StageKit
internal import SummaryModel

/// The references of a document with the headings to which they refer, as they are before anything is numbered anew.
struct References {
    private struct Found {
        var reference: Reference
        var target: ReferenceResolver.Target
    }

    private var found: [Found] = []

    init(_ blocks: [Block]) {
        let resolver = ReferenceResolver(blocks)
        for index in blocks.indices where ReferenceFinder.mayHoldReferences(blocks[index]) {
            for reference in ReferenceFinder.references(in: blocks[index], index, BlockText(blocks[index])) {
                found.append(Found(reference: reference, target: resolver.target(of: reference)))
            }
        }
    }

    /// Lets the references follow the headings, whose numbers were `old`.
    func follow(_ old: [Block], in blocks: inout [Block], _ context: inout StageContext) {
        var changes: [Int: [TextChange]] = [:]
        for item in found {
            guard case .headings(let targets) = item.target else { continue }
            for (step, target) in zip(item.reference.steps, targets) {
                guard let before = old[target].label, let after = blocks[target].label, before != after,
                    let change = Self.change(
                        step,
                        before,
                        after,
                        blocks[target],
                        isQuoted: !item.reference.words.isEmpty
                    )
                else { continue }
                changes[item.reference.block, default: []].append(change)
            }
        }
        for (index, changes) in changes {
            let text = BlockText(blocks[index])
            // The marker of the block itself may have become longer or shorter.
            let shift = text.marker.count - BlockText(old[index]).marker.count
            let moved = changes.map {
                TextChange(
                    $0.range.lowerBound + shift..<$0.range.upperBound + shift,
                    $0.replacement,
                    reason: $0.reason
                )
            }
            let id = blocks[index].id
            for change in text.apply(moved, to: &blocks[index]) {
                context.explain(change.reason, on: id, before: text.string(change.range), after: change.replacement)
            }
        }
    }

    /// The step with the new number; `nil` when nothing changes or there is no way to write it.
    private static func change(
        _ step: Reference.Step,
        _ before: NumberLabel,
        _ after: NumberLabel,
        _ heading: Block,
        isQuoted: Bool
    ) -> TextChange? {
        let isConverted = before.scheme != after.scheme || before.level != after.level
        let reason = isConverted ? "reference-converted" : "reference-renumbered"
        let form = MarkerForm(after.marker)
        if !isConverted, step.numbers.count == 1 {
            guard before.ordinal != after.ordinal else { return nil }
            let numeral = step.isHan ? HanNumeral.text(after.ordinal) : String(after.ordinal)
            return numeral.map { TextChange(step.numeral, $0, reason: reason) }
        }
        let marker = Array(after.marker.unicodeScalars)[...]
        let core = marker.trimmed.withoutStops
        if !isConverted {
            let path = (form?.parents ?? []) + [after.ordinal]
            return path == step.numbers
                ? nil : TextChange(step.numeral, path.map(String.init).joined(separator: "."), reason: reason)
        }
        guard form?.numeral != .enclosed || isQuoted else { return nil }
        let isOfUnit = core.first == "第"
        var text = core.string
        switch step.form {
        case .marker: text = isQuoted ? after.marker : text
        case .path("") where form?.numeral == .path: break
        case .unit(let unit, _), .path(let unit):
            let isTop = heading.kind == .heading1
            let kept = ["", "章", "节", "条"].contains(unit) ? isTop ? "部分" : "项" : unit
            if !isOfUnit { text = "第" + text + kept }
        }
        return TextChange(step.range, text, reason: reason)
    }

    /// What has no clear target, at its place in the text as it is now.
    func findings(in blocks: [Block]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var present: [Reference] = []
        var block: Int?
        var position = 0
        for item in found {
            let index = item.reference.block
            if index != block {
                present = ReferenceFinder.references(in: blocks[index], index, BlockText(blocks[index]))
                position = 0
            }
            block = index
            defer { position += 1 }
            guard position < present.count else { continue }
            switch item.target {
            case .headings: break
            case .missing: diagnostics.append(Self.diagnostic(present[position], blocks[index], isMissing: true))
            case .unclear: diagnostics.append(Self.diagnostic(present[position], blocks[index], isMissing: false))
            }
        }
        return diagnostics
    }

    private static func diagnostic(_ reference: Reference, _ block: Block, isMissing: Bool) -> Diagnostic {
        let text = BlockText(block)
        let written = text.string(reference.range)
        return Diagnostic(
            id: isMissing ? "numbering.reference-missing" : "numbering.reference-unclear",
            severity: isMissing ? .warning : .info,
            message: isMissing
                ? LocalizedText(
                    zh: "文中没有编号与“\(written)”对应的标题，请核对",
                    en: "no heading has the number to which '\(written)' refers; check the reference"
                )
                : LocalizedText(
                    zh: "无法确定“\(written)”所指的标题，请写明",
                    en: "it is not clear which heading '\(written)' refers to; say which"
                ),
            anchor: text.anchor(reference.range, in: block)
        )
    }
}

extension Scalars {
    /// The characters without the marks that end a marker.
    fileprivate var withoutStops: Scalars {
        var text = self
        while let last = text.last, "、.．，,：:".unicodeScalars.contains(last) { text.removeLast() }
        return text
    }
}

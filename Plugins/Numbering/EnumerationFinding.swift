internal import StageKit
internal import SummaryModel

extension EnumerationWalk.Finding {
    /// The finding at its mark.
    func diagnostic(in block: Block) -> Diagnostic {
        let text = BlockText(block)
        let found = text.string(mark.range)
        let isWord = mark.family.scheme == .sequencePoints
        let wanted =
            text.string(mark.range.lowerBound..<mark.numeral.lowerBound) + expected
            + text.string(mark.numeral.upperBound..<mark.range.upperBound)
        let fixes = defect == .order ? [] : [FixIt(before: found, after: wanted, applicability: .suggested)]
        return Diagnostic(
            id: "numbering.\(defect.rawValue)",
            severity: isWord ? .info : .warning,
            message: message(found, wanted),
            anchor: text.anchor(mark.range, in: block),
            fixes: fixes
        )
    }

    private func message(_ found: String, _ wanted: String) -> LocalizedText {
        switch defect {
        case .gap:
            LocalizedText(
                zh: "“\(found)”之前缺“\(wanted)”，请补上或改正序号",
                en: "'\(wanted)' is missing before '\(found)'; add it or correct the number"
            )
        case .duplicate:
            LocalizedText(
                zh: "序号“\(found)”重复，应为“\(wanted)”",
                en: "'\(found)' stands twice; it should be '\(wanted)'"
            )
        case .order:
            LocalizedText(
                zh: "“\(found)”的次序颠倒，请按“首先、其次、再次、最后”排列",
                en: "'\(found)' stands after a later one; the order is 首先, 其次, 再次, 最后"
            )
        }
    }
}

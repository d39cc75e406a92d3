internal import StageKit
internal import SummaryModel

/// Parts that do not make their total.
struct SumOfParts: Rule {
    static let name = "sum"
    static let summary = LocalizedText(
        zh: "分项之和与总数不符，或者分项大于总数",
        en: "Parts that do not add up to their total, or are greater than it."
    )
    static let level = RuleLevel.warning

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for (block, entry) in proof.blocks.enumerated() {
            for (passage, figures) in zip(entry.passages, entry.figures)
            where Self.mayHoldParts(entry.scalars[passage]) {
                let list = PartList(
                    text: entry.scalars[passage],
                    gaps: entry.gaps,
                    figures: figures
                )
                for finding in list.wrongParts() {
                    let written = entry.text.string(finding.range)
                    findings.append(
                        Finding(
                            block,
                            finding.range,
                            finding.sum.map { Self.sumMessage(written, Figure.text($0), finding.unit) }
                                ?? Self.partMessage(written, finding.total)
                        )
                    )
                }
            }
        }
        return findings
    }

    private static func mayHoldParts(_ text: Scalars) -> Bool {
        text.contains("其") || text.contains("（") || text.contains("(") || text.contains("不") || text.contains("未")
    }

    // MARK: - Wording

    private static func sumMessage(_ total: String, _ sum: String, _ unit: String) -> LocalizedText {
        LocalizedText(
            zh: "总数为\(total)，各分项相加为\(sum)\(unit)，请核对",
            en: "the total is \(total), but its parts add up to \(sum)\(unit); check them"
        )
    }

    private static func partMessage(_ part: String, _ total: String) -> LocalizedText {
        LocalizedText(
            zh: "分项\(part)大于总数\(total)，请核对",
            en: "the part \(part) is greater than the total \(total); check them"
        )
    }
}

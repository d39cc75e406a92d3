internal import StageKit
internal import SummaryModel

/// A plan for a period that the title says is over: 上半年工作打算 in a summary of 上半年, 2023年工作计划 in one of 2023年.
struct Period: ProofRule {
    static let name = "period"
    static let summary = LocalizedText(zh: "计划的时间与标题的时间不符", en: "A plan for the period that the title sums up.")
    static let level = RuleLevel.warning

    init(words: WordLists) {}

    private static let plans = ["打算", "计划", "安排", "思路", "谋划", "设想"]

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for part in proof.parts {
            let title = part.title
            // 2023年工作总结和2024年工作计划
            guard title[...].holds("总结"), !Self.plans.contains(where: { title[...].holds($0) }) else { continue }
            let isHalf = title[...].holds("上半年")
            let year = Proof.years(in: title[...]).last
            for block in part.blocks where proof.blocks[block].headingLevel != nil {
                let entry = proof.blocks[block]
                guard let passage = entry.passages.first else { continue }
                let phrase = entry.scalars[passage].prefix(entry.block.content.shownText.unicodeScalars.count)
                guard Self.plans.contains(where: { phrase.ends(with: $0) }) else { continue }
                if isHalf, let start = phrase.firstIndex(ofText: "上半年"),
                    Proof.years(in: phrase).allSatisfy({ $0.value == year?.value })
                {
                    findings.append(Self.finding(block, start..<start + 3, "上半年"))
                } else if let year, !isHalf, !title[...].holds("季度"), !title[...].holds("学期"),
                    let found = Proof.years(in: phrase).first, found.value <= year.value
                {
                    findings.append(Self.finding(block, found.range, entry.scalars[found.range].string))
                }
            }
        }
        return findings
    }
}

extension Period {
    private static func finding(_ block: Int, _ range: Range<Int>, _ period: String) -> Finding {
        Finding(
            block: block,
            range,
            LocalizedText(
                zh: "标题总结的就是“\(period)”，这里又是“\(period)”的打算，请核对时间",
                en: "the title sums up '\(period)', and this is a plan for it; check the period"
            )
        )
    }
}

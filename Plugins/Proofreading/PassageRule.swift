internal import StageKit
internal import SummaryModel

/// A rule that looks at one passage at a time.
protocol PassageRule: ProofRule {
    /// Characters of which at least one stands in every text in which the rule finds something, so that it is not asked about
    /// others; `nil` when it has to look at every text.
    static var signs: CharacterFilter? { get }

    /// What is wrong in the passage.
    func findings(in passage: Proof.Passage) -> [Finding]
}

extension PassageRule {
    static var signs: CharacterFilter? { nil }

    func findings(in proof: Proof) -> [Finding] { [] }

    func findings(in passages: [Proof.Passage]) -> [Finding] {
        var findings: [Finding] = []
        let signs = Self.signs
        for passage in passages {
            if let signs, !passage.mayHold(signs) { continue }
            for var finding in self.findings(in: passage) {
                finding.block = passage.block
                findings.append(finding)
            }
        }
        return findings
    }
}

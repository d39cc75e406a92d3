internal import StageKit

/// A rule that looks at one passage at a time.
protocol PassageRule: ProofRule {
    /// What is wrong in the passage.
    func findings(in passage: Proof.Passage) -> [Finding]
}

extension PassageRule {
    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for (block, entry) in proof.blocks.enumerated() {
            for (range, figures) in zip(entry.passages, entry.figures) {
                let passage = Proof.Passage(text: entry.scalars[range], figures: figures, entry: entry)
                for var finding in self.findings(in: passage) {
                    finding.block = block
                    findings.append(finding)
                }
            }
        }
        return findings
    }
}

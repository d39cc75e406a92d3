internal import StageKit
internal import SummaryModel

/// A rule that looks at a document as a whole: a pure function from the document to findings.
protocol ProofRule: Rule {
    /// Creates the rule.
    init(words: WordLists)

    /// What is wrong with the document; ``Finding/block`` is the place in ``Proof/blocks``.
    func findings(in proof: Proof) -> [Finding]
}

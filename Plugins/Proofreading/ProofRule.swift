internal import StageKit
internal import SummaryModel

/// A rule of the stage: a pure function from a document to findings. It looks at a document as a whole, or at one passage
/// after another, as a ``PassageRule`` does.
protocol ProofRule: Rule {
    /// Creates the rule.
    init(words: WordLists)

    /// The phrases that the rule looks for at ``Proof/Passage/phrasePlaces``, which are found for all rules at once.
    var phrases: [PhraseFilter] { get }

    /// The pairs of characters that the rule looks for at the places of ``PairScan/setPhrases``: those of so many phrases that
    /// most texts hold the beginning of one.
    var setPhrases: [PhraseFilter] { get }

    /// What is wrong with the document as a whole; ``Finding/block`` is the place in ``Proof/blocks``.
    func findings(in proof: Proof) -> [Finding]

    /// What is wrong in some passages, each by itself; ``Finding/block`` is the place in ``Proof/blocks``.
    func findings(in passages: [Proof.Passage]) -> [Finding]
}

extension ProofRule {
    var phrases: [PhraseFilter] { [] }
    var setPhrases: [PhraseFilter] { [] }

    func findings(in passages: [Proof.Passage]) -> [Finding] { [] }
}

internal import SummaryModel

/// Adds up how well a line fits a state, and keeps the parts of the sum where they are wanted.
struct Tally {
    /// The sum so far.
    private(set) var sum = 0.0
    /// The parts of the sum, when they are kept.
    private(set) var evidence: [Evidence] = []
    private let keepsEvidence: Bool

    init(keepsEvidence: Bool = false) { self.keepsEvidence = keepsEvidence }

    /// Adds `weight` for what was seen; 0 says nothing.
    mutating func add(_ weight: Double, _ observation: @autoclosure () -> LocalizedText) {
        guard weight != 0 else { return }
        sum += weight
        if keepsEvidence { evidence.append(Evidence(observation(), weight: weight)) }
    }
}

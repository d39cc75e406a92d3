/// Why a line was taken for what it is.
public struct Explanation: Sendable, Hashable {
    /// How sure it is, 0.5 (might as well be something else) to 1.
    public var confidence: Double
    /// The reasons, in the order in which they were looked at.
    public var evidence: [Evidence]

    /// Creates an explanation.
    public init(confidence: Double, evidence: [Evidence]) {
        self.confidence = confidence
        self.evidence = evidence
    }
}

public import SummaryModel

/// One reason why a line was taken for what it is.
public struct Evidence: Sendable, Hashable {
    /// What was seen.
    public var observation: LocalizedText
    /// How much it counted: above 0 for, below 0 against.
    public var weight: Double

    /// Creates a piece of evidence.
    public init(_ observation: LocalizedText, weight: Double) {
        self.observation = observation
        self.weight = weight
    }
}

public import SummaryModel

/// Why an input cannot be read as a draft.
public struct DraftError: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText

    /// Creates an error.
    public init(_ message: LocalizedText) { self.message = message }
}

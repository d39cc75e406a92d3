/// A kind of finding that a stage, a reader or a renderer may report, for reference pages and for those who list rules.
public struct FindingDescription: Sendable, Hashable {
    /// The stable name: the stage (`reading` for readers, the format for renderers), a dot, and the defect.
    public var id: String
    /// How much it matters, unless the text gives a reason to see it otherwise.
    public var severity: Severity
    /// What is found, in one sentence; the Chinese wording has no stop at its end.
    public var summary: LocalizedText
    /// The standard and clause that the finding rests on, or `nil` for practice.
    public var source: String?

    /// Creates a description.
    public init(_ id: String, _ severity: Severity, _ summary: LocalizedText, source: String? = nil) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.source = source
    }
}

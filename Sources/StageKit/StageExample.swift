public import SummaryModel

/// An example of what a stage does: shown on its reference page, and run as a test.
public struct StageExample: Sendable, Hashable {
    /// What the example shows, in a few words; the Chinese wording has no stop at its end.
    public var title: LocalizedText
    /// The options as a configuration has them, in YAML; empty for the defaults.
    public var options: String
    /// The files that the options name, by name.
    public var files: [String: String]
    /// The date that `--date` gives; `nil` for none.
    public var date: String?
    /// The draft.
    public var draft: String
    /// The text of the document afterwards, one block a line; `nil` when the stage changes nothing.
    public var result: String?
    /// The identities of the findings, in order.
    public var findings: [String]

    /// Creates an example.
    public init(
        _ title: LocalizedText,
        options: String = "",
        files: [String: String] = [:],
        date: String? = nil,
        draft: String,
        result: String? = nil,
        findings: [String] = []
    ) {
        self.title = title
        self.options = options
        self.files = files
        self.date = date
        self.draft = draft
        self.result = result
        self.findings = findings
    }
}

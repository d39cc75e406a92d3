public import SummaryModel

/// One thing that is looked for in a document. This describes it; how it looks is a matter of the stage that it belongs
/// to. ``TextRule`` is the usual way.
public protocol Rule: Sendable {
    /// The stable name: lower-case words with hyphens. It is the last part of the identity of the findings, the reason of
    /// the changes, and the key under `rules`.
    static var name: String { get }
    /// What is found, in one sentence; the Chinese wording has no stop at its end.
    static var summary: LocalizedText { get }
    /// The standard and clause; `nil` for practice.
    static var source: String? { get }
    /// What is done about the findings unless the configuration says otherwise.
    static var level: RuleLevel { get }
}

extension Rule {
    /// None: practice.
    public static var source: String? { nil }

    /// What the rule may report, as a part of the stage of this name.
    public static func description(in stage: String) -> FindingDescription {
        FindingDescription("\(stage).\(name)", level.severity ?? .info, summary, source: source)
    }
}

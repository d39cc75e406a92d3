internal import SummaryModel

/// One thing that is looked for: a pure function from a document to findings.
protocol Rule: Sendable {
    /// The name, which is the last part of the identity of its findings and the key under `rules`.
    static var name: String { get }
    /// What it finds, in one sentence; the Chinese wording has no stop at its end.
    static var summary: LocalizedText { get }
    /// The standard and clause; `nil` for practice.
    static var source: String? { get }
    /// How much its findings matter, unless the configuration says otherwise.
    static var level: RuleLevel { get }

    /// Creates the rule.
    init(words: WordLists)

    /// What is wrong with the document.
    func findings(in proof: Proof) -> [Finding]
}

extension Rule {
    /// None: practice.
    static var source: String? { nil }
}

/// How much the findings of a rule matter, or that it does not run.
enum RuleLevel: String, CaseIterable, Sendable {
    case error, warning, info, off

    var severity: Severity? {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        case .off: nil
        }
    }
}

public import SummaryModel

/// What is done about what a rule finds.
public enum RuleLevel: String, Sendable, Hashable, CaseIterable {
    /// The text is changed where that is safe, and the rest is reported as a warning; for stages that leave it to each
    /// rule whether it changes the text.
    case fix
    /// It is reported as an error.
    case error
    /// It is reported as a warning.
    case warning
    /// It is reported as a note.
    case info
    /// The rule is not run.
    case off

    /// How much a finding matters; `nil` when there is none.
    public var severity: Severity? {
        switch self {
        case .error: .error
        case .fix, .warning: .warning
        case .info: .info
        case .off: nil
        }
    }
}

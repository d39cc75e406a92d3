/// What is done about what a rule finds.
public enum RuleLevel: String, Sendable, Hashable, CaseIterable {
    /// The text is changed.
    case fix
    /// It is reported as a warning.
    case warning
    /// It is reported as a note.
    case info
    /// The rule is not run.
    case off
}

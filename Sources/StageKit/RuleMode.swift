internal import SummaryModel

/// What a stage does about what its rules find.
public enum RuleMode: String, Sendable, Hashable, CaseIterable {
    /// Report only.
    case report
    /// Make the safe corrections, and report the rest.
    case fix
}

extension StageOption where Options: StageOptions {
    /// The option `mode`: whether a stage only reports, or makes the safe corrections.
    public static func mode(_ property: any WritableKeyPath<Options, RuleMode> & Sendable) -> StageOption {
        choice(
            "mode",
            property,
            LocalizedText(
                zh: "`report` 只报告，`fix` 作安全的订正",
                en: "`report` reports only; `fix` makes the safe corrections."
            )
        )
    }
}

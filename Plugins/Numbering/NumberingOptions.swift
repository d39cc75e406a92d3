public import StageKit
internal import SummaryModel

/// The options of ``NumberingStage``.
public struct NumberingOptions: StageOptions {
    /// What the stage does about the numbers that it finds.
    public enum Mode: String, Sendable, CaseIterable {
        /// Report only.
        case check
        /// Number anew, and report what remains.
        case renumber
    }

    /// What the stage does about the numbers that it finds.
    public var mode = Mode.check

    /// Creates the defaults.
    public init() {}

    /// The options of a configuration.
    public static var options: [StageOption<NumberingOptions>] {
        [
            .choice(
                "mode",
                \.mode,
                LocalizedText(
                    zh: "`check` 只报告编号问题，`renumber` 在每个上级标题下从一起重新编号",
                    en: "`check` reports defects of the numbering; `renumber` numbers anew from one under every parent."
                )
            )
        ]
    }
}

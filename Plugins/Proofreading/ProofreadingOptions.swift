public import StageKit
internal import SummaryModel

/// The options of ``ProofreadingStage``.
public struct ProofreadingOptions: StageOptions {
    /// What the stage does about what it finds.
    public enum Mode: String, CaseIterable, Sendable {
        /// Report only.
        case report
        /// Make the safe corrections, and report the rest.
        case fix
    }

    /// What the stage does about what it finds.
    public var mode = Mode.report
    /// The levels of rules that differ from their own.
    var rules: [String: RuleLevel] = [:]
    /// Words that are added to the lists.
    public var words: ConfigurationValue?
    /// How many characters a sentence may have.
    public var sentenceLimit = 200

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static var options: [StageOption<ProofreadingOptions>] {
        [
            .choice(
                "mode",
                \.mode,
                LocalizedText(
                    zh: "`report` 只报告，`fix` 作安全的订正",
                    en: "`report` reports only; `fix` makes the safe corrections."
                )
            ),
            .settings(
                "rules",
                \.rules,
                keys: ProofreadingStage.rules.map { $0.name },
                LocalizedText(
                    zh: "各规则的级别：error、warning、info 或 off",
                    en: "The levels of rules: error, warning, info or off."
                )
            ),
            .dataFile(
                "words",
                \.words,
                LocalizedText(
                    zh: "补充的词表：`confusable`（wrong、right、unless、safe）和 `correct`",
                    en: "More words: `confusable` (wrong, right, unless, safe) and `correct`."
                )
            ),
            .integer(
                "sentence-limit",
                \.sentenceLimit,
                in: 40...2000,
                LocalizedText(zh: "一句最多的字数（规则 long-sentence）", en: "How long a sentence may be (rule long-sentence).")
            ),
        ]
    }
}

public import StageKit
internal import SummaryModel

/// The options of ``ProofreadingStage``.
public struct ProofreadingOptions: StageOptions {
    /// What the stage does about what it finds.
    public var mode = RuleMode.report
    /// The levels of rules that differ from their own.
    public var rules = RuleLevels()
    /// Words that are added to the lists.
    public var words: ConfigurationValue?
    /// How many characters a sentence may have.
    public var sentenceLimit = 200

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static var options: [StageOption<ProofreadingOptions>] {
        [
            .mode(\.mode),
            .rules(\.rules, of: ProofreadingStage.rules),
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

public import StageKit
internal import SummaryModel

/// The options of ``PunctuationStage``.
public struct PunctuationOptions: StageOptions {
    /// What is done about what the rules find, by the name of the rule, where it differs from the default.
    public var rules = RuleLevels()

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<PunctuationOptions>] = [
        .rules(
            \.rules,
            of: PunctuationRules.all,
            levels: [.fix, .warning, .info, .off],
            LocalizedText(
                zh: "各条规则的处理方式：fix 改正、warning 警告、info 提示、off 关闭；只有下表中默认改正的规则可以设为 fix",
                en:
                    "What is done about each rule: fix, warning, info or off. Only rules that fix by default may be set to fix."
            )
        )
    ]
}

public import SummaryModel

/// The levels of rules: what a configuration says under `rules`, and for all others their own.
public struct RuleLevels: Sendable {
    private var entries: [ConfigurationValue.Entry]

    /// Creates the levels.
    ///
    /// - Parameter entries: The names of rules with their levels, where they differ from their own.
    public init(_ entries: [ConfigurationValue.Entry] = []) { self.entries = entries }

    /// The level of a rule.
    public subscript(rule: any Rule.Type) -> RuleLevel {
        let entry = entries.first { $0.key == rule.name }
        return entry?.value.text.flatMap(RuleLevel.init) ?? rule.level
    }

    /// Checks that only rules are set to `fix` that fix by default.
    ///
    /// - Throws: ``ConfigurationError`` with every rule that is.
    public func check(_ rules: [any Rule.Type]) throws(ConfigurationError) {
        let wrong = entries.filter { entry in
            rules.contains { $0.name == entry.key && self[$0] == .fix && $0.level != .fix }
        }
        if !wrong.isEmpty { throw ConfigurationError(wrong.map(Self.cannotFix)) }
    }

    private static func cannotFix(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        ConfigurationProblem(
            place: entry.value.place,
            message: LocalizedText(
                zh: "规则“\(entry.key)”只能报告，不能改正；请改为 warning、info 或 off",
                en: "the rule '\(entry.key)' only reports; set it to warning, info or off"
            )
        )
    }
}

extension StageOption where Options: StageOptions {
    /// The option `rules`: the levels of rules.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - levels: The levels to which a configuration may set them.
    public static func rules(
        _ property: any WritableKeyPath<Options, RuleLevels> & Sendable,
        of rules: [any Rule.Type],
        levels: [RuleLevel] = [.error, .warning, .info, .off],
        _ summary: LocalizedText = LocalizedText(
            zh: "各规则的级别：error、warning、info 或 off",
            en: "The levels of rules: error, warning, info or off."
        )
    ) -> StageOption {
        settings("rules", property, keys: rules.map { $0.name }, values: levels.map(\.rawValue), summary)
    }
}

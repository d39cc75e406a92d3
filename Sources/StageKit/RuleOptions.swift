/// The options of a ``RuleStage``.
public struct RuleOptions<Owner: RuleStage>: StageOptions {
    /// What the stage does about what it finds.
    public var mode = RuleMode.report
    /// The levels of the rules.
    public var rules = RuleLevels()

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static var options: [StageOption<RuleOptions<Owner>>] {
        [.mode(\.mode), .rules(\.rules, of: Owner.rules)]
    }
}

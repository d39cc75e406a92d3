public import SummaryModel

/// A stage that consists of rules over the texts of blocks. It says what the rules are; what the stage does, what it may
/// report and its options `mode` and `rules` follow.
///
/// ```swift
/// struct HouseStage: RuleStage {
///     static let name = "house"
///     static let summary = LocalizedText(zh: "本单位的写法", en: "Checks the house style.")
///     static let rules: [any TextRule.Type] = [HalfWidthColon.self]
///     let options: RuleOptions<HouseStage>
/// }
/// ```
///
/// With `mode: fix` the safe corrections are made, again and again until there is none; a rule of the level `fix` counts
/// as one of the level `warning`.
public protocol RuleStage: Stage where Options == RuleOptions<Self> {
    /// The rules, in the order in which they are described.
    static var rules: [any TextRule.Type] { get }

    /// The options that the stage was made with.
    var options: RuleOptions<Self> { get }
}

extension RuleStage {
    /// What it changes are defects.
    public static var correctsDraft: Bool { true }

    /// One for each rule.
    public static var findings: [FindingDescription] { rules.map { $0.description(in: name) } }

    /// Looks at every block that holds prose, makes the safe corrections with `mode: fix`, and reports the rest.
    public func run(_ document: inout Document, in context: inout StageContext) {
        let checks = Self.rules.compactMap { rule in options.rules[rule].severity.map { (rule: rule, severity: $0) } }
        for index in document.blocks.indices where document.blocks[index].kind.holdsProse {
            func findings(in text: BlockText, of block: Block) -> [(
                rule: any TextRule.Type, severity: Severity, finding: Finding
            )] {
                checks.flatMap { check in
                    check.rule.findings(in: text, of: block).map { (check.rule, check.severity, $0) }
                }
            }
            var text = BlockText(document.blocks[index])
            if options.mode == .fix {
                text = context.mend(&document.blocks[index], text) { text, block in
                    findings(in: text, of: block).compactMap { $0.finding.safeChange(by: $0.rule) }
                }
            }
            let block = document.blocks[index]
            // Sorting keeps the order of the rules at one place.
            let found = findings(in: text, of: block).enumerated().sorted {
                ($0.element.finding.range.lowerBound, $0.offset) < ($1.element.finding.range.lowerBound, $1.offset)
            }
            for (_, item) in found {
                context.report(item.finding.diagnostic(item.rule, of: label, item.severity, in: block, text))
            }
        }
    }
}

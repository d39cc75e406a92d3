public import StageKit
public import SummaryModel

/// Sets the marks of Chinese prose right, and reports what only a person can decide (GB/T 15834-2011, GB/T 15835-2011).
///
/// **Changes** Half-width `, ; : ? !` and brackets beside Chinese text become full-width, and a point that ends a sentence
/// becomes 。; digits and Latin letters of full width become half-width. `...`, 。。。and a single … become ……, `--` becomes
/// ——, • between words becomes ·, `<<` `>>` become 《》. Straight quotation marks are turned, marks that are turned the
/// wrong way are righted, and marks inside others of their kind take the inner form (“‘’”, 《〈〉》). 、 between quotations
/// or titles side by side goes, as does one of two marks where one belongs. Both brackets of a number are made alike.
/// Blanks beside a mark go with its change; all other blanks belong to `cleanup`.
///
/// **Leaves alone** Times, ratios, decimals, numbers with separators, standard numbers, web and mail addresses, names of
/// files, code between backquotes, mark-up, English text, `{{…}}`, 【…】 and every sign of a gap. Where more than one reading
/// is possible nothing is changed and the place is reported.
///
/// **Reports** `punctuation.` and the name of the rule. A rule that fixes reports what it could not decide. A finding whose
/// fix is safe is one of a rule that would have fixed it; all others are suggestions.
///
/// **Options** `rules` sets single rules to `fix`, `warning`, `info` or `off`.
public struct PunctuationStage: Stage {
    /// The name in configuration files.
    public static let name = "punctuation"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "按国家标准改正标点和全角半角，不能确定的列出",
        en: "Sets punctuation and widths right by the national standard, and reports what it cannot decide."
    )

    /// `check --fix` makes the changes in the draft.
    public static let correctsDraft = true

    /// What the stage may report.
    public static let findings = PunctuationRules.all.map { rule in
        var description = rule.description(in: name)
        if rule.level == .fix {
            description.summary.zh += "（默认改正）"
            description.summary.en += " Fixed by default."
        }
        return description
    }

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "半角标点、括号和直引号", en: "Half-width marks, brackets and straight quotes"),
            draft: """
                镇文化站2024年工作总结
                一、主要工作
                (一)抓阵地.全年开放300天,接待群众1.2万人次(含线上),开展"文化进村"活动12场.开放时间为9:00至17:30.
                """,
            result: """
                镇文化站2024年工作总结
                一、主要工作
                （一）抓阵地。全年开放300天，接待群众1.2万人次（含线上），开展“文化进村”活动12场。开放时间为9:00至17:30。
                """
        ),
        StageExample(
            LocalizedText(
                zh: "并列的引号、间隔号、省略号和重复的标点",
                en: "Quotations side by side, interpuncts, ellipses, doubled marks"
            ),
            draft: """
                镇文化站2024年工作总结
                一年来，围绕“送戏下乡”、“全民阅读”两项任务，办好“书香•邻里”读书会，组织书法、剪纸、合唱...各类培训，，群众满意。。
                """,
            result: """
                镇文化站2024年工作总结
                一年来，围绕“送戏下乡”“全民阅读”两项任务，办好“书香·邻里”读书会，组织书法、剪纸、合唱……各类培训，群众满意。
                """
        ),
        StageExample(
            LocalizedText(zh: "只报告，不改动", en: "Reported, not changed"),
            options: "{ rules: { comma-between-quotes: info } }",
            draft: """
                镇文化站2024年工作总结
                一年来，围绕“送戏下乡”、“全民阅读”两项任务，做好场馆开放、队伍建设、和品牌培育工作。
                """,
            findings: ["punctuation.comma-between-quotes", "punctuation.mark-before-conjunction"]
        ),
    ]

    private let checks: [(rule: any PunctuationRule.Type, severity: Severity)]
    private let fixing: [any PunctuationRule.Type]

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when a rule that only reports is set to `fix`.
    public init(options: PunctuationOptions) throws(ConfigurationError) {
        try options.rules.check(PunctuationRules.all)
        checks = PunctuationRules.all.compactMap { rule in options.rules[rule].severity.map { (rule, $0) } }
        fixing = PunctuationRules.all.filter { options.rules[$0] == .fix }
    }

    /// Sets the marks right and reports the rest.
    public func run(_ document: inout Document, in context: inout StageContext) {
        let open = OpenParagraphs(document)
        var quotations = OpenQuotations()
        // Each block is looked at as it was: the rules change no other.
        for (index, block) in document.blocks.enumerated() where block.kind.holdsProse {
            let mayLackStop = open.contains(index)
            guard mayLackStop || Screen.isSuspect(block) else { continue }
            let row = fix(&document.blocks[index], in: &context)
            let block = document.blocks[index]
            var found: [(rule: any PunctuationRule.Type, severity: Severity, finding: Finding)] = []
            for passage in Passage.all(in: block, row, mayLackStop: mayLackStop) {
                for check in checks {
                    found += check.rule.findings(in: passage).map { (check.rule, check.severity, $0) }
                }
            }
            found.sort { $0.finding.range.lowerBound < $1.finding.range.lowerBound }
            for (rule, severity, finding) in found {
                let diagnostic = finding.diagnostic(rule, of: Self.name, severity, in: block, row)
                if rule == UnbalancedPair.self, let opens = Self.opensQuotation(row.scalars[finding.range.lowerBound]) {
                    let isFirst = finding.range.lowerBound == row.passages.first?.lowerBound
                    let next = index + 1 < document.blocks.count ? document.blocks[index + 1] : nil
                    quotations.add(
                        diagnostic,
                        opens: opens,
                        inBlock: index,
                        atStart: isFirst,
                        goesOn: next?.content.first?.shownText.unicodeScalars.first == "“"
                    )
                } else {
                    context.report(diagnostic)
                }
            }
        }
        for finding in quotations.broken { context.report(finding) }
    }

    /// Makes the changes of the rules that fix, until nothing is left to change.
    private func fix(_ block: inout Block, in context: inout StageContext) -> BlockText {
        let row = BlockText(block)
        guard !fixing.isEmpty else { return row }
        return context.mend(&block, row) { row, block in
            Passage.all(in: block, row, mayLackStop: false).flatMap { passage in
                fixing.flatMap { rule in rule.findings(in: passage).compactMap { $0.safeChange(by: rule) } }
            }
        }
    }

    private static func opensQuotation(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar {
        case "“": true
        case "”": false
        default: nil
        }
    }
}

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
        FindingDescription(
            "\(name).\(rule.name)",
            severity(of: rule.level),
            LocalizedText(
                zh: rule.summary.zh + (rule.mayFix ? "（默认改正）" : ""),
                en: rule.summary.en + (rule.mayFix ? " Fixed by default." : "")
            ),
            source: rule.source
        )
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

    /// A rule and what is done about what it finds.
    private struct Setting: Sendable {
        var rule: any PunctuationRule.Type
        var level: RuleLevel
    }

    private let settings: [Setting]
    private let fixing: [any PunctuationRule.Type]

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when a rule that only reports is set to `fix`.
    public init(options: PunctuationOptions) throws(ConfigurationError) {
        var levels: [String: RuleLevel] = [:]
        var problems: [ConfigurationProblem] = []
        for entry in options.rules {
            guard let rule = PunctuationRules.all.first(where: { $0.name == entry.key }),
                let level = entry.value.text.flatMap(RuleLevel.init)
            else { continue }
            if level == .fix, !rule.mayFix { problems.append(Self.cannotFix(entry)) }
            levels[entry.key] = level
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        settings = PunctuationRules.all.compactMap { rule in
            let level = levels[rule.name] ?? rule.level
            return level == .off ? nil : Setting(rule: rule, level: level)
        }
        fixing = settings.filter { $0.level == .fix }.map(\.rule)
    }

    /// Kinds whose text has no punctuation of prose.
    private static let skippedKinds: Set<BlockKind> = [.residue, .pageNumber, .tableOfContents, .formula]

    /// How often a block is gone over at most; one change may make room for another.
    private static let passes = 8

    /// Sets the marks right and reports the rest.
    public func run(_ document: inout Document, in context: inout StageContext) {
        let open = OpenParagraphs(document)
        var quotations = OpenQuotations()
        for index in document.blocks.indices where !Self.skippedKinds.contains(document.blocks[index].kind) {
            let mayLackStop = open.contains(index)
            guard mayLackStop || Screen.isSuspect(document.blocks[index]) else { continue }
            let row = fix(&document.blocks[index], in: &context)
            let block = document.blocks[index]
            var found: [(setting: Setting, defect: Defect)] = []
            for passage in Passage.all(in: block, row, mayLackStop: mayLackStop) {
                for setting in settings {
                    found += setting.rule.defects(in: passage).map { (setting, $0) }
                }
            }
            found.sort { $0.defect.range.lowerBound < $1.defect.range.lowerBound }
            for (setting, defect) in found {
                let finding = Self.finding(setting.rule, setting.level, defect, row, block)
                if setting.rule == UnbalancedPair.self,
                    let opens = Self.opensQuotation(row.scalars[defect.range.lowerBound])
                {
                    let isFirst = defect.range.lowerBound == row.passages.first?.lowerBound
                    let next = index + 1 < document.blocks.count ? document.blocks[index + 1] : nil
                    quotations.add(
                        finding,
                        opens: opens,
                        inBlock: index,
                        atStart: isFirst,
                        goesOn: next?.content.first?.shownText.unicodeScalars.first == "“"
                    )
                } else {
                    context.report(finding)
                }
            }
        }
        for finding in quotations.broken { context.report(finding) }
    }

    /// Makes the changes of the rules that fix, until nothing is left to change.
    private func fix(_ block: inout Block, in context: inout StageContext) -> BlockText {
        var row = BlockText(block)
        guard !fixing.isEmpty else { return row }
        for _ in 0..<Self.passes {
            var changes: [TextChange] = []
            for passage in Passage.all(in: block, row, mayLackStop: false) {
                for rule in fixing {
                    for defect in rule.defects(in: passage) where defect.isCertain {
                        guard let replacement = defect.replacement else { continue }
                        changes.append(TextChange(defect.range, replacement, reason: rule.name))
                    }
                }
            }
            let made = context.apply(changes, to: &block, row)
            // Changes that follow one another in one place are recorded as one.
            guard let first = made.first else { break }
            context.explain(first.reason, on: block.id)
            row = BlockText(block)
        }
        return row
    }

    private static func opensQuotation(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar {
        case "“": true
        case "”": false
        default: nil
        }
    }

    private static func severity(of level: RuleLevel) -> Severity { level == .info ? .info : .warning }

    private static func finding(
        _ rule: any PunctuationRule.Type,
        _ level: RuleLevel,
        _ defect: Defect,
        _ row: BlockText,
        _ block: Block
    ) -> Diagnostic {
        Diagnostic(
            id: "\(name).\(rule.name)",
            severity: severity(of: level),
            message: defect.message,
            anchor: row.anchor(defect.range, in: block),
            source: rule.source,
            fixes: defect.replacement.map { replacement in
                [
                    FixIt(
                        before: row.string(defect.range),
                        after: replacement,
                        applicability: defect.isCertain && rule.mayFix ? .safe : .suggested
                    )
                ]
            } ?? []
        )
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

public import StageKit
public import SummaryModel

/// Finds the gaps of a draft, fills those for which there is a value, repeats the sections of a template, and marks the
/// rest.
///
/// **Requirement.** A document goes out without a gap. Until then every gap is known by a key that stays the same while the
/// draft is edited, and what is put into it is of its kind.
///
/// **Gaps.** `X`, `××`, `***`, `____`, `○○`, `【…】`, `［…］`, `（此处填写…）` and `{{name}}`, where the words around show one.
/// `qinggao placeholders` lists them with key, number, kind and sentence, and writes a sheet to fill in.
///
/// **Values.** `data` is a mapping (YAML, JSON), or a sheet with the columns `key` and `value` (CSV). A value is found by
/// the key of its gap, by its number in the list (`"#3"` or `3`), by `{{name}}`, or by the key of its group: gaps of one
/// name, X市X局 wherever it stands, are a group, whose first gap gives the key. The own value of a gap comes first. An
/// empty value is none. Values that are given for one document, as the fields of a row of `merge`, go before these. Keys and numbers are those of the draft: an output in which gaps are left has others.
///
/// **Checks.** A count is a whole number, a percentage, an amount and a score are numbers, a month is 1 to 12, a day 1 to
/// the last of its month, and a place, a body or a person is not digits alone. Numbers may have full-width digits, commas
/// between thousands, 万 and 亿, or be written in Han characters; 近百, 300余 and 三四 are rough figures and are put in as they
/// are. What stands after the gap is not written twice: 25万元 before 万元 becomes 25, 清溪县 before 县 becomes 清溪; 2500000元
/// before 万元 becomes 250. A value of another kind is not put in. One in 「」 is put in as it stands, without a check.
///
/// **Sections.** What stands between `{{#name}}` and `{{/name}}` (or `{{/}}`) appears once for every record of the list of
/// that name, with its fields; for a mapping once; for `true` or a text once, and not at all for `false`, 否, 无, 0 or an
/// empty list. `{{^name}}` is the opposite. `{{.}}` is the record itself, `{{a.b}}` the b of a. Both marks stand in one
/// paragraph, or each in a paragraph of its own, or in two cells of one row of a table, or each in a row of its own. The
/// numbers of headings that are repeated stay; the stage `numbering` after this one puts them right. A section for which
/// there is no value stays as it is and counts as a gap.
///
/// **What it changes.** Gaps with a value (`filled`), sections (`template`), and names under `mask`, which become ×× and
/// the word that says what they are: 清溪县 becomes ××县 (`masked`).
///
/// **Options.** `data`; `unresolved`: what is left is marked (`highlight`, `error`), only listed (`list`) or neither
/// (`keep`); `numerals`: figures become `arabic` or `han`, but those before % stay Arabic and ordinals stay as they are
/// written; `grouping`: no commas (`none`), or one before every three digits (`thousands`); `mask` and `mask-file`.
///
/// **What it reports.** `placeholders.unresolved`: a gap without a value. `placeholders.bad-value`: a value that was not
/// put in. `placeholders.unused-value`: a key that fits nothing. `placeholders.extra-braces`: `{{{name}}}`. `placeholders.inconsistent-sign`: a sign other than the
/// one that most open gaps have. `placeholders.name-beside-mask`: in a text with three masked places or bodies or more, the
/// full name of a province or prefecture, a name such as 清溪县 or 石桥村, or a name before words that are masked elsewhere
/// (清河公路管理局 beside ××公路管理局). `placeholders.stray-mark`: the start or end of a section without its partner.
public struct PlaceholdersStage: Stage {
    /// The name in configuration files.
    public static let name = "placeholders"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "查找文中待填的空（X、××、{{…}}），按数据填写，其余突出显示",
        en: "Finds gaps (X, ××, {{…}}), fills them from data and marks the rest."
    )

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "按键填空，单位不重复，没有值的空列出", en: "Gaps are filled by their keys"),
            options: "{ data: figures.yaml }",
            files: ["figures.yaml": "全年走访群众_户: 近百\n投入_万元: 256000元\n满意率达_%: 98.5%\n"],
            draft: """
                石桥村党支部2024年工作总结
                全年走访群众××户，投入××万元，满意率达××%，召开会议××次。
                """,
            result: """
                石桥村党支部2024年工作总结
                全年走访群众近百户，投入25.6万元，满意率达98.5%，召开会议××次。
                """,
            findings: ["placeholders.unresolved"]
        ),
        StageExample(
            LocalizedText(zh: "同一名称的空一起填", en: "Gaps of one name have one value"),
            options: "{ data: names.yaml }",
            files: ["names.yaml": "_市: 清溪市\n市_局: 档案局\n"],
            draft: """
                X市X局2024年工作总结
                一年来，X市X局围绕中心工作，较好完成了各项任务。
                """,
            result: """
                清溪市档案局2024年工作总结
                一年来，清溪市档案局围绕中心工作，较好完成了各项任务。
                """
        ),
        StageExample(
            LocalizedText(zh: "与类型不符的值不填", en: "A value of another kind is not put in"),
            options: "{ data: figures.yaml, unresolved: list }",
            files: ["figures.yaml": "全年召开会议_次: 若干\n会议次数: 12\n"],
            draft: """
                石桥村党支部2024年工作总结
                全年召开会议××次，党员参会情况良好。
                """,
            findings: ["placeholders.bad-value", "placeholders.unresolved", "placeholders.unused-value"]
        ),
        StageExample(
            LocalizedText(zh: "模板：每条记录一段，条件成立才出现", en: "A template: one paragraph for every record, and a condition"),
            options: "{ data: 支部.yaml }",
            files: ["支部.yaml": "各支部:\n  - { 名称: 第一支部, 人数: 12 }\n  - { 名称: 第二支部, 人数: 9, 先进: 是 }\n"],
            draft: """
                石桥镇党建工作总结
                各支部情况如下。
                {{#各支部}}
                {{名称}}有党员{{人数}}名{{#先进}}，获评先进支部{{/先进}}。
                {{/各支部}}
                {{#附件}}
                """,
            result: """
                石桥镇党建工作总结
                各支部情况如下。
                第一支部有党员12名。
                第二支部有党员9名，获评先进支部。
                {{#附件}}
                """,
            findings: ["placeholders.stray-mark"]
        ),
        StageExample(
            LocalizedText(zh: "隐去名单上的名称", en: "Names of a list are masked"),
            options: "{ mask: [清溪县, 青山建设有限公司], unresolved: keep }",
            draft: """
                清溪县档案馆2024年工作总结
                一年来，清溪县档案馆与青山建设有限公司合作完成库房改造。
                """,
            result: """
                ××县档案馆2024年工作总结
                一年来，××县档案馆与××有限公司合作完成库房改造。
                """
        ),
        StageExample(
            LocalizedText(zh: "占位符不一致，实名没有隐去", en: "Different signs, and a name that is left"),
            options: "{ unresolved: keep }",
            draft: """
                ××县××局2024年工作总结
                在××县委领导下，X局扎实工作。
                全年选派干部到双溪镇驻点帮扶。
                """,
            findings: ["placeholders.inconsistent-sign", "placeholders.name-beside-mask"]
        ),
    ]

    private let values: FillValues
    private let format: ValueFormat
    private let unresolved: PlaceholdersOptions.Unresolved
    private let mask: NameMask

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when the data is not a mapping, a value has several lines, or a name cannot be
    ///   masked.
    public init(options: PlaceholdersOptions) throws(ConfigurationError) {
        unresolved = options.unresolved
        format = ValueFormat(usesHan: options.numerals == .han, isGrouped: options.grouping == .thousands)
        var problems: [ConfigurationProblem] = []
        var (values, mask): (FillValues?, NameMask?)
        do { values = try FillValues(options.data) } catch { problems += error.problems }
        do { mask = try NameMask(options.mask, file: options.maskFile) } catch { problems += error.problems }
        guard let values, let mask else { throw ConfigurationError(problems) }
        self.values = values
        self.mask = mask
    }

    /// Masks names, fills gaps and repeats sections.
    public func run(_ document: inout Document, in context: inout StageContext) {
        mask.apply(to: &document, in: &context)
        let gaps = PlaceholderFinder(tellsSentences: false).mark(&document)
        Self.reportExtraBraces(around: gaps, in: document, &context)
        var values = values.adding(context.values)
        values.resolve(gaps)
        let open = gaps.filter { values[$0.placeholder.key] == nil }
        var filling = GapFilling(
            values: values,
            format: format,
            unresolved: unresolved,
            usualSign: Self.usualSign(of: open),
            context: context
        )
        context = filling.fill(&document)
        NameCheck(open).report(on: document, in: &context)
        let unused = values.unused.filter { !context.usedValues.contains($0.key) }
        guard !unused.isEmpty else { return }
        let known = Set(gaps.map(\.placeholder.key))
        for (index, entry) in unused.enumerated() {
            // To compare every key with every gap takes long; who gives many wrong keys has taken the wrong file.
            let stage = context.absentStage(using: entry.key)
            context.report(.unusedValue(entry, known: index < 20 ? known : [], usedBy: stage))
        }
    }

    /// Reports `{{{name}}}`: the outer braces are text.
    private static func reportExtraBraces(
        around gaps: [PlaceholderFinder.Gap],
        in document: Document,
        _ context: inout StageContext
    ) {
        let keyed = Set(gaps.lazy.filter { $0.placeholder.sign.hasPrefix("{{") }.map(\.block))
        guard !keyed.isEmpty else { return }
        for block in document.blocks where keyed.contains(block.id) {
            let text = BlockText(block)
            for stretch in text.stretches where stretch.isPlaceholder {
                let (start, end) = (stretch.range.lowerBound, stretch.range.upperBound)
                guard start > 0, end < text.scalars.count, text.scalars[start] == "{", text.scalars[start - 1] == "{",
                    text.scalars[end] == "}"
                else { continue }
                context.report(.extraBraces(text.string(stretch.range), .init(block.id)))
            }
        }
    }

    /// The sign that most gaps have; gaps with a name of their own have no sign to agree on.
    private static func usualSign(of gaps: [PlaceholderFinder.Gap]) -> String? {
        var counts: [String: Int] = [:]
        for gap in gaps where PlaceholderSign.isRun(gap.placeholder.sign) {
            counts[gap.placeholder.sign, default: 0] += 1
        }
        guard counts.count > 1 else { return nil }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

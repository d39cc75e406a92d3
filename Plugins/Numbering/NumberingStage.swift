public import StageKit
public import SummaryModel

/// Checks the numbers of headings and points, numbers them anew on request, or writes them in another scheme.
///
/// **Requirement.** Headings are numbered 一、（一）1.（1）in this order (GB/T 9704-2012, 7.3.3); practice adds ①. Siblings
/// are consecutive and start at one. Levels may be left out, and a draft may use only `1.` or only （一）, but the order of
/// the levels is never turned round.
///
/// **What it reports**, each at the marker:
///
/// | Identity | Severity | Finding |
/// | --- | --- | --- |
/// | `numbering.gap` | warning | A number is missing: 一、三、. |
/// | `numbering.duplicate` | warning | A number stands twice: 二、二、. |
/// | `numbering.order` | warning | A number stands after a greater one: 四、三、. |
/// | `numbering.restart` | warning, info | The numbers begin again among siblings; info for lists with text between. |
/// | `numbering.not-starting-at-one` | warning | The first of the siblings is not one. |
/// | `numbering.continued` | info, warning | The numbers run on from the section before; info across parts and chapters. |
/// | `numbering.skipped-level` | info | A level is left out, once for each pair of levels. |
/// | `numbering.inverted-level` | warning | A higher level stands after a lower one under the same heading. |
/// | `numbering.marker-form` | warning | Wrong brackets, or a wrong mark: (五), 1、, 一., （一）、, ㈠. |
/// | `numbering.mixed-forms` | info | Siblings are written in different forms. |
/// | `numbering.path` | warning | A number such as 1.3 stands under another heading than 1. |
/// | `numbering.single-child` | warning, info | A heading has one heading under it only; info for a lone 一是. |
/// | `numbering.heading-stop` | info | A heading of the first two levels on a line of its own ends with a stop. |
/// | `numbering.reference-missing` | warning | 见第五部分 in a document of four parts. |
/// | `numbering.reference-unclear` | info | Several headings may be meant: 见第（二）项 where no heading is near. |
/// | `numbering.no-sign` | warning | There is no sign for the number: ① ends at ㊿. |
/// | `numbering.too-few-levels` | error | The scheme has fewer levels than the document; nothing was converted. |
///
/// **What it changes.** With `mode: check` nothing. With `mode: renumber` the numbers of siblings become consecutive from
/// one under every parent, in the form of their level; the text after the marker stays, and no heading changes its level.
/// A list of the third level or deeper that begins again after a paragraph stays a list of its own. The articles of rules
/// (第一条) are counted through the whole document.
///
/// With `mode: convert` headings are numbered anew and written in the form that `scheme` has for their level: all of them
/// or, where the scheme has too few levels, none. 第一部分 above them, and chapters and sections that the scheme does not
/// have, stay as they are, and so do points (一是, 首先, 第一，).
///
/// Points inside one paragraph (一是…；二是…；四是…) are checked as well, and numbered anew where the paragraph holds one
/// enumeration only. References to headings of the document itself (见第二部分, 前述第（三）项, 详见“二、…”) follow the
/// numbers; a number counts as a reference only after 见, 本文, 前述, 上述 and the like, so that 《条例》第三条 and 报告第三部分
/// are left alone. Converted references take the word of the new scheme: 第二部分 becomes 第二章, 第（三）项 becomes 第1.3项.
///
/// **Options.** `mode`: `check` (default), `renumber` or `convert`. `scheme`: what `convert` writes. `schemes`: schemes
/// of your own, one pattern for each level, with the number in braces: {一} Han, {1} Arabic, {1.1} with the numbers of
/// the parents, {①} in circles, {I} Roman; {一+} runs on through the document.
///
/// **Example.** 一、三、三、 become 一、二、三、; (五) under a heading of its own becomes （一）. With `scheme: decimal` 一、
/// with （一） and （二） under it become 1, 1.1 and 1.2.
public struct NumberingStage: Stage {
    /// The name in configuration files.
    public static let name = "numbering"
    /// What it changes are defects.
    public static let correctsDraft = true
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "检查标题和“一是”类条目的编号，可按要求重新编号或改用其他编号方案",
        en: "Checks the numbers of headings and points, numbers them anew or writes them in another scheme on request."
    )

    /// What the stage may report.
    public static let findings = NumberingFindings.all

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "检查", en: "A check"),
            draft: """
                镇图书室2024年工作总结
                一、主要工作
                （一）充实馆藏
                （三）改善服务
                做法有三：一是延长开放时间；二是举办讲座；四是送书下乡。详见第三部分。
                二、存在问题
                """,
            findings: ["numbering.gap", "numbering.gap", "numbering.reference-missing"]
        ),
        StageExample(
            LocalizedText(zh: "重新编号，文中的指引随之改动", en: "Numbered anew; references follow"),
            options: "{ mode: renumber }",
            draft: """
                镇图书室2024年工作总结
                一、主要工作
                (一)充实馆藏
                (三)改善服务
                三、存在问题
                见第一部分第（三）项。
                四、下步打算
                针对第三部分的问题加以改进，详见第三部分。
                """,
            result: """
                镇图书室2024年工作总结
                一、主要工作
                （一）充实馆藏
                （二）改善服务
                二、存在问题
                见第一部分第（二）项。
                三、下步打算
                针对第三部分的问题加以改进，详见第二部分。
                """
        ),
        StageExample(
            LocalizedText(zh: "改用十进编号", en: "Decimal numbers"),
            options: "{ mode: convert, scheme: decimal }",
            draft: """
                镇图书室2024年工作总结
                一、主要工作
                （一）充实馆藏
                （二）改善服务
                二、存在问题
                见第一部分第（二）项。
                """,
            result: """
                镇图书室2024年工作总结
                1　主要工作
                1.1　充实馆藏
                1.2　改善服务
                2　存在问题
                见第1部分第1.2项。
                """
        ),
        StageExample(
            LocalizedText(zh: "自定编号方案", en: "A scheme of one's own"),
            options: "{ mode: convert, scheme: 章条, schemes: { 章条: [\"第{一}章　\", \"第{一+}条　\"] } }",
            draft: """
                镇图书室管理办法
                一、总则
                （一）目的
                （二）范围
                二、借阅
                （一）办证
                （二）借书
                """,
            result: """
                镇图书室管理办法
                第一章　总则
                第一条　目的
                第二条　范围
                第二章　借阅
                第三条　办证
                第四条　借书
                """
        ),
    ]

    private let mode: NumberingOptions.Mode
    private let schemes: SchemeList
    private let target: Scheme

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when a scheme is not known, has a bad pattern, or is named without `convert`.
    public init(options: NumberingOptions) throws(ConfigurationError) {
        mode = options.mode
        schemes = SchemeList(options.schemes)
        var problems = schemes.problems
        let name = options.scheme?.text ?? NumberLabel.Scheme.official.rawValue
        let found = schemes[name]
        if let scheme = options.scheme {
            if found == nil {
                let what = LocalizedText(zh: "编号方案", en: "scheme of numbering")
                problems.append(.unknownName(what, name, known: schemes.names, at: scheme.place))
            }
            if mode != .convert { problems.append(Self.schemeWithoutConversion(mode, at: scheme.place)) }
        }
        guard let found, problems.isEmpty else { throw ConfigurationError(problems) }
        target = found
    }

    /// Checks, or numbers anew and checks what remains.
    public func run(_ document: inout Document, in context: inout StageContext) {
        var blocks = document.blocks
        var openings = Openings()
        openings.lift(&blocks)
        let old = blocks
        let references = References(blocks)
        var failure: Conversion.TooFewLevels?
        switch mode {
        case .check: break
        case .renumber:
            Renumbering(blocks, schemes).apply(to: &blocks, in: &context)
            PointRenumbering.apply(to: &blocks, in: &context)
        case .convert:
            do {
                let conversion = try Conversion(blocks, to: target)
                Renumbering(blocks, schemes, conversion: conversion).apply(to: &blocks, in: &context)
            } catch {
                failure = error
            }
        }
        if mode != .check { references.follow(old, in: &blocks, &context) }
        let enumerations = EnumerationWalk(blocks)
        var findings = NumberingCheck(blocks, enumerations, schemes).findings
        if let failure {
            findings.append(NumberingFinding(index: failure.index, defect: .tooFewLevels(failure.count)))
        }
        for finding in findings { context.report(finding.diagnostic(in: blocks, schemes)) }
        for finding in enumerations.findings {
            context.report(finding.diagnostic(in: blocks[finding.index]))
        }
        for diagnostic in references.findings(in: blocks) { context.report(diagnostic) }
        openings.lower(&blocks)
        if mode != .check { document.blocks = blocks }
    }

    private static func schemeWithoutConversion(
        _ mode: NumberingOptions.Mode,
        at place: ConfigurationPlace
    ) -> ConfigurationProblem {
        ConfigurationProblem(
            place: place,
            message: LocalizedText(
                zh: "scheme 只用于 mode: convert，这里是 mode: \(mode.rawValue)；请改 mode 或删去 scheme",
                en: "scheme is for mode: convert, and the mode is \(mode.rawValue); change the mode or leave scheme out"
            )
        )
    }
}

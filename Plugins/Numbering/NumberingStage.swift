public import StageKit
public import SummaryModel

/// Checks the numbers of headings and points, and on request numbers them anew.
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
/// | `numbering.single-child` | warning, info | A heading has one heading under it only; info for a lone 一是. |
/// | `numbering.heading-stop` | info | A heading of the first two levels on a line of its own ends with a stop. |
/// | `numbering.no-sign` | warning | There is no sign for the number: ① ends at ㊿. |
///
/// **What it changes.** With `mode: check` nothing. With `mode: renumber` the numbers of siblings become consecutive from
/// one under every parent, in the form of their level; the text after the marker stays, and no heading changes its level.
/// A list of the third level or deeper that begins again after a paragraph stays a list of its own.
///
/// **Options.** `mode`: `check` (default) or `renumber`.
///
/// **Example.** 一、三、三、 become 一、二、三、; (五) under a heading of its own becomes （一）.
public struct NumberingStage: Stage {
    /// The name in configuration files.
    public static let name = "numbering"
    /// What it changes are defects.
    public static let correctsDraft = true
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "检查标题和“一是”类条目的编号，可按要求重新编号",
        en: "Checks the numbers of headings and points, and numbers them anew on request."
    )

    private let options: NumberingOptions

    /// Creates the stage.
    public init(options: NumberingOptions) { self.options = options }

    /// Checks, or numbers anew and checks what remains.
    public func run(_ document: inout Document, in context: inout StageContext) {
        if options.mode == .renumber { Renumbering.apply(to: &document.blocks, in: &context) }
        for finding in NumberingCheck(document.blocks).findings {
            context.report(finding.diagnostic(in: document.blocks))
        }
    }
}

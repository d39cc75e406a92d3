public import StageKit
internal import SummaryModel

/// The options of ``NumberingStage``.
public struct NumberingOptions: StageOptions {
    /// What the stage does about the numbers that it finds.
    public enum Mode: String, Sendable, CaseIterable {
        /// Report only.
        case check
        /// Number anew, and report what remains.
        case renumber
        /// Number anew and write the numbers in another scheme, and report what remains.
        case convert
    }

    /// What the stage does about the numbers that it finds.
    public var mode = Mode.check
    /// The name of the scheme that `convert` writes; `nil` for that of official documents.
    public var scheme: ConfigurationValue?
    /// Further schemes: a mapping from names to lists of patterns, one for each level.
    public var schemes: ConfigurationValue?

    /// Creates the defaults.
    public init() {}

    /// The options of a configuration.
    public static var options: [StageOption<NumberingOptions>] {
        [
            .choice(
                "mode",
                \.mode,
                LocalizedText(
                    zh: "`check` 只报告编号问题，`renumber` 在每个上级标题下从一起重新编号，`convert` 重新编号并改用 `scheme` 的写法",
                    en:
                        "`check` reports defects of the numbering; `renumber` numbers anew from one under every parent; `convert` does so in the form of `scheme`."
                )
            ),
            .text(
                "scheme",
                \.scheme,
                LocalizedText(
                    zh:
                        "`convert` 采用的编号方案：`official`（一、（一）1.（1）①）、`articles`（第一章、第一节、第一条）、`decimal`（1、1.1、1.1.1），或 `schemes` 中的名称",
                    en:
                        "The scheme that `convert` writes: `official` (一、（一）1.（1）①), `articles` (第一章, 第一节, 第一条), `decimal` (1, 1.1, 1.1.1), or a name of `schemes`."
                )
            ),
            .lists(
                "schemes",
                \.schemes,
                LocalizedText(
                    zh:
                        "自定编号方案：名称和各层次的写法，如 `[\"第{一}章\", \"{1.1} \", \"（{1}）\"]`；序号有 {一} {1} {1.1} {①} {I}，{一+} 表示全文连续编号",
                    en:
                        "Schemes of your own: names with the pattern of each level, such as `[\"第{一}章\", \"{1.1} \", \"（{1}）\"]`. Numbers are {一} {1} {1.1} {①} {I}; {一+} runs on through the document."
                )
            ),
        ]
    }
}

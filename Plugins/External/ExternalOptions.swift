public import StageKit
internal import SummaryModel

/// The options of ``ExternalStage``.
public struct ExternalOptions: StageOptions {
    /// The name under which edits, findings and failures are reported.
    public var name: ConfigurationValue?
    /// The program and its arguments.
    public var command: [ConfigurationValue] = []
    /// The longest time that an answer may take, in seconds.
    public var timeout = 30
    /// What the program is told with every document.
    public var options: ConfigurationValue?

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<ExternalOptions>] = [
        .texts(
            "command",
            \.command,
            LocalizedText(
                zh: "程序及其参数，不经过 shell；在配置文件所在的文件夹中运行（必填）",
                en:
                    "The program and its arguments, without a shell; it works in the folder of the configuration. Required."
            )
        ),
        .text(
            "name",
            \.name,
            LocalizedText(
                zh: "改动、发现和错误以此名报告（小写字母、数字和连字符）；不写则为 `external`",
                en:
                    "The name for its edits, findings and failures: lower-case words with hyphens; `external` without it."
            )
        ),
        .integer(
            "timeout",
            \.timeout,
            in: 1...3600,
            LocalizedText(zh: "每份文稿最多等待的秒数", en: "How many seconds an answer may take.")
        ),
        .dataFile(
            "options",
            \.options,
            LocalizedText(
                zh: "随每份文稿交给程序的内容：映射，或 YAML、JSON、CSV 文件的路径",
                en: "What the program is told with every document: a mapping, or the path of a YAML, JSON or CSV file."
            )
        ),
    ]
}

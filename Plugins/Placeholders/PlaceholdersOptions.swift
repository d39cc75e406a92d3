public import StageKit
internal import SummaryModel

/// The options of ``PlaceholdersStage``.
public struct PlaceholdersOptions: StageOptions {
    /// What becomes of gaps that have no value.
    public enum Unresolved: String, CaseIterable, Sendable {
        /// They are marked, and reported as warnings.
        case highlight
        /// They are reported as warnings, and look as they are.
        case list
        /// They stay as they are, and are not reported.
        case keep
        /// They are marked, and reported as errors.
        case error
    }

    /// How figures are written.
    public enum Numerals: String, CaseIterable, Sendable {
        /// 1234
        case arabic
        /// 一千二百三十四
        case han
    }

    /// How long figures are divided.
    public enum Grouping: String, CaseIterable, Sendable {
        /// 12345
        case none
        /// 12,345
        case thousands
    }

    /// Values by key.
    public var data: ConfigurationValue?
    /// What becomes of gaps that have no value.
    public var unresolved = Unresolved.highlight
    /// How figures are written.
    public var numerals = Numerals.arabic
    /// How long figures are divided.
    public var grouping = Grouping.none
    /// Names that are made unrecognisable.
    public var mask: [ConfigurationValue] = []
    /// A file with more of them.
    public var maskFile: ConfigurationValue?

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<PlaceholdersOptions>] = [
        .dataFile(
            "data",
            \.data,
            LocalizedText(
                zh: "填空数据：YAML、JSON 或 CSV",
                en: "The values for the gaps: a YAML, JSON or CSV file."
            )
        ),
        .choice(
            "unresolved",
            \.unresolved,
            LocalizedText(
                zh: "没有数据的空：突出显示、只列出、保留原样，或作为错误",
                en: "What becomes of gaps without a value: marked, only listed, left alone, or an error."
            )
        ),
        .choice(
            "numerals",
            \.numerals,
            LocalizedText(zh: "填入的数字用阿拉伯数字或汉字", en: "Whether figures are put in as Arabic or Han numerals.")
        ),
        .choice(
            "grouping",
            \.grouping,
            LocalizedText(
                zh: "四位以上的数字不分节，或用千分撇分节",
                en: "Whether a comma parts every three digits of figures of four digits and more."
            )
        ),
        .texts(
            "mask",
            \.mask,
            LocalizedText(zh: "需要隐去的名称，以 ×× 代替", en: "Names to be replaced by ××.")
        ),
        .dataFile(
            "mask-file",
            \.maskFile,
            LocalizedText(
                zh: "需要隐去的名称的列表文件：YAML、JSON，或首列为名称的 CSV",
                en: "A file with a list of names to be replaced: YAML, JSON, or CSV with the names in its first column."
            )
        ),
    ]
}

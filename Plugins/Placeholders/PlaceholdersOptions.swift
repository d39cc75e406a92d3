public import StageKit
internal import SummaryModel

/// The options of ``PlaceholdersStage``.
public struct PlaceholdersOptions: StageOptions {
    /// What becomes of gaps that have no value.
    public enum Unresolved: String, CaseIterable, Sendable {
        /// They are marked, and reported as warnings.
        case highlight
        /// They stay as they are, and are not reported.
        case keep
        /// They are marked, and reported as errors.
        case error
    }

    /// Values by key.
    public var data: ConfigurationValue?
    /// What becomes of gaps that have no value.
    public var unresolved = Unresolved.highlight

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<PlaceholdersOptions>] = [
        .dataFile(
            "data",
            \.data,
            LocalizedText(
                zh: "填空数据：键到值的 YAML 或 JSON",
                en: "The values for the gaps: a YAML or JSON mapping of keys to values."
            )
        ),
        .choice(
            "unresolved",
            \.unresolved,
            LocalizedText(
                zh: "没有数据的空：突出显示、保留原样，或作为错误",
                en: "What becomes of gaps without a value: marked, left alone, or an error."
            )
        ),
    ]
}

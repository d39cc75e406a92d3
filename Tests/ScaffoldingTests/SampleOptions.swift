public import StageKit
internal import SummaryModel

/// The options of ``SampleStage``.
public struct SampleOptions: StageOptions {
    /// How many exclamation marks a paragraph may have.
    public var limit = 1

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<SampleOptions>] = [
        .integer(
            "limit",
            \.limit,
            in: 0...9,
            LocalizedText(zh: "一段最多可有几个感叹号", en: "How many exclamation marks a paragraph may have.")
        )
    ]
}

public import StageKit
internal import SummaryModel

/// The options of ``BoilerplateStage``.
public struct BoilerplateOptions: StageOptions {
    /// The content of the library.
    public var library: ConfigurationValue?
    /// The names of the snippets to insert, in order.
    public var insert: [ConfigurationValue] = []

    /// Creates the defaults: nothing is inserted.
    public init() {}

    /// The options of a configuration.
    public static var options: [StageOption<BoilerplateOptions>] {
        [
            .dataFile(
                "library",
                \.library,
                LocalizedText(zh: "固定段落的文库", en: "The library of set passages.")
            ),
            .texts(
                "insert",
                \.insert,
                LocalizedText(
                    zh: "要插入的段落名称，按次序；文中已有的不再插入",
                    en: "The names of the passages to insert, in order; one that the draft has is not inserted again."
                )
            ),
        ]
    }
}

public import StageKit
internal import SummaryModel

/// The options of ``BoilerplateStage``.
public struct BoilerplateOptions: StageOptions {
    /// The contents of the files of the library, in the order of their names.
    public var library: [ConfigurationValue] = []
    /// What to insert, in order: names of snippets, names with parameters, tags.
    public var insert: [ConfigurationValue] = []
    /// Whether superseded phrases are replaced where the library says that it is safe.
    public var replacesSuperseded = false

    /// Creates the defaults: nothing is inserted.
    public init() {}

    /// The options of a configuration.
    public static var options: [StageOption<BoilerplateOptions>] {
        [
            .dataFiles(
                "library",
                \.library,
                LocalizedText(
                    zh: "文库：段落（snippets）和过时用语（superseded），一个文件或一个文件夹",
                    en: "The library: snippets and superseded phrases, in one file or in a folder."
                )
            ),
            .entries(
                "insert",
                \.insert,
                LocalizedText(
                    zh: "要插入的段落，按次序：名称、名称加参数 { 名称: { 参数: 值 } }，或标签 { tag: 标签 }；文中已有的不再插入",
                    en:
                        "What to insert, in order: a name, a name with parameters { name: { parameter: value } }, or a tag { tag: name }; what the draft has is not inserted again."
                )
            ),
            .flag(
                "replace",
                \.replacesSuperseded,
                LocalizedText(
                    zh: "把文库标明可以直接改（safe）的过时用语改为新用语；其余只报告",
                    en: "Replace superseded phrases that the library marks as safe; the others are only reported."
                )
            ),
        ]
    }
}

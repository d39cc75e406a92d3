public import SummaryModel

/// The reference page of a stage, made from its description.
public struct StageReference: Sendable {
    private let definition: StageDefinition

    /// Creates the page of a stage.
    public init(_ definition: StageDefinition) { self.definition = definition }

    /// The page as Markdown: the name, what the stage does, and a table of its options.
    public func markdown(in language: Language) -> String {
        func word(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
        // A Chinese summary stands without its stop, an English one with it.
        var text = "# \(definition.name)\n\n\(definition.summary(language))\(word("。", ""))\n"
        guard !definition.options.isEmpty else { return text + "\n\(word("没有选项。", "It has no options."))\n" }
        text += "\n## \(word("选项", "Options"))\n\n"
        text += word("| 名称 | 取值 | 默认值 | 含义 |", "| Name | Value | Default | Meaning |") + "\n| --- | --- | --- | --- |\n"
        for option in definition.options {
            let cells = [
                "`\(option.name)`", option.type.name(language),
                option.defaultValue.map { "`\($0)`" } ?? word("无", "none"), option.summary(language),
            ]
            text += "| \(cells.map(Self.escaped).joined(separator: " | ")) |\n"
        }
        return text
    }

    /// The text without the sign that ends a cell.
    private static func escaped(_ cell: String) -> String {
        String(cell.flatMap { $0 == "|" ? "\\|" : String($0) })
    }
}

public import SummaryModel

/// The reference page of a stage, made from its description.
public struct StageReference: Sendable {
    private let definition: StageDefinition

    /// Creates the page of a stage.
    public init(_ definition: StageDefinition) { self.definition = definition }

    /// The page as Markdown: the name, what the stage does, its options, what it may report, and examples.
    public func markdown(in language: Language) -> String {
        func word(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
        // A Chinese summary stands without its stop, an English one with it.
        var text = "# \(definition.name)\n\n\(definition.summary(language))\(word("。", ""))\n"
        if definition.options.isEmpty { text += "\n\(word("没有选项。", "It has no options."))\n" }
        func table(_ title: String, _ head: [String], _ rows: [[String]]) {
            guard !rows.isEmpty else { return }
            text += "\n## \(title)\n\n"
            for cells in [head, head.map { _ in "---" }] + rows.map({ $0.map(Self.escaped) }) {
                text += "| \(cells.joined(separator: " | ")) |\n"
            }
        }
        table(
            word("选项", "Options"),
            [word("名称", "Name"), word("取值", "Value"), word("默认值", "Default"), word("含义", "Meaning")],
            definition.options.map { option in
                [
                    "`\(option.name)`", option.type.name(language),
                    option.defaultValue.map { "`\($0)`" } ?? word("无", "none"), option.summary(language),
                ]
            }
        )
        table(
            word("发现", "Findings"),
            [word("标识", "Identity"), word("级别", "Severity"), word("含义", "Meaning"), word("依据", "Source")],
            definition.findings.map { finding in
                [
                    "`\(finding.id)`", finding.severity.rawValue, finding.summary(language),
                    finding.source ?? word("惯例", "practice"),
                ]
            }
        )
        if !definition.examples.isEmpty { text += "\n## \(word("示例", "Examples"))\n" }
        for example in definition.examples {
            text += "\n\(example.title(language))\(word("：", ":"))\n"
            func fence(_ label: String, _ content: String, _ kind: String) {
                text += "\n\(label)\n\n```\(kind)\n\(content)\n```\n"
            }
            for (name, content) in example.files.sorted(by: { $0.key < $1.key }) { fence("`\(name)`", content, "yaml") }
            if !example.options.isEmpty {
                fence(word("配置", "Configuration"), "- \(definition.name): \(example.options)", "yaml")
            }
            if let date = example.date { text += "\n\(word("日期：", "Date: "))`--date \(date)`\n" }
            fence(word("草稿", "Draft"), example.draft, "text")
            if let result = example.result { fence(word("结果", "Result"), result, "text") }
            if !example.findings.isEmpty {
                let ids = example.findings.map { "`\($0)`" }.joined(separator: word("、", ", "))
                text += "\n\(word("发现：", "Findings: "))\(ids)\n"
            }
        }
        return text
    }

    /// The text without the sign that ends a cell.
    private static func escaped(_ cell: String) -> String {
        String(cell.flatMap { $0 == "|" ? "\\|" : String($0) })
    }
}

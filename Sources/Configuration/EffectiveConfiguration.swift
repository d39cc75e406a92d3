public import StageKit
public import SummaryModel

/// A checked configuration: what will be done, with every default filled in.
public struct EffectiveConfiguration: Sendable {
    /// A style sheet that a configuration names.
    public enum Style: Sendable, Hashable {
        /// One that is built in.
        case builtIn(String)
        /// A file, by its path seen from the working folder.
        case file(path: String, name: PipelineConfiguration.Name)

        /// The style as written.
        public var name: String {
            switch self {
            case .builtIn(let name): name
            case .file(_, let name): name.text
            }
        }
    }

    /// A stage with its options as they were given.
    public struct StageDescription: Sendable {
        /// What the catalog knows of the stage.
        public var definition: StageDefinition
        /// The values given, by the name of the option.
        public var given: [String: ConfigurationValue]
    }

    /// The stages, ready to run.
    public var pipeline: Pipeline
    /// The stages in words, in the order of ``pipeline``.
    public var stages: [StageDescription]
    /// The style sheet.
    public var style: Style
    /// The names of the output formats, in order.
    public var outputs: [String]
    /// Whether the file names them; the usual one may give way to what the name of an output implies.
    public var statesOutputs: Bool

    /// Findings that are not reported.
    public var ignored: [Suppression] = []

    /// The configuration as a YAML file that says everything, and the limits as comments; the same text on every run.
    public func yaml(in language: Language) -> String {
        var text = "version: \(PipelineConfiguration.version)\n"
        text += stages.isEmpty ? "stages: []\n" : "stages:\n"
        for stage in stages {
            let options = stage.definition.options.compactMap { option in
                (stage.given[option.name] ?? option.defaultContent).map {
                    "      \(YAMLText.string(option.name)): \(YAMLText.flow($0))\n"
                }
            }
            text += "  - \(stage.definition.name)\(options.isEmpty ? "" : ":")\n" + options.joined()
        }
        text += "style: \(YAMLText.string(style.name))\n"
        text += "outputs: [\(outputs.map(YAMLText.string).joined(separator: ", "))]\n"
        if !ignored.isEmpty {
            text += "ignore:\n" + ignored.map { "  - \(YAMLText.flow($0.value))\n" }.joined()
        }
        text += LocalizedText(zh: "# 限制（固定）：\n", en: "# Limits (fixed):\n")(language)
        for (name, value) in Limits.standard.table { text += "#   \(name): \(value)\n" }
        return text
    }

    /// The configuration and the limits as JSON; the same text on every run.
    public var json: String {
        JSONText.object([
            ("schema", .string("qinggao-configuration/1")), ("version", .integer(PipelineConfiguration.version)),
            (
                "stages",
                .array(
                    stages.map { stage in
                        .object([
                            ("name", .string(stage.definition.name)),
                            (
                                "options",
                                .object(
                                    stage.definition.options.map { option in
                                        (
                                            option.name,
                                            (stage.given[option.name] ?? option.defaultContent).map(JSONText.init)
                                                ?? .null
                                        )
                                    }
                                )
                            ),
                        ])
                    }
                )
            ), ("style", .string(style.name)), ("outputs", .array(outputs.map(JSONText.string))),
            ("ignore", .array(ignored.map { JSONText($0.value) })),
            ("limits", .object(Limits.standard.table.map { ($0.name, .string($0.value)) })),
        ]).text
    }
}

extension OptionDescription {
    /// The default as a value; `nil` when there is none.
    var defaultContent: ConfigurationValue? {
        guard let defaultValue else { return nil }
        let text = ConfigurationValue(.string(defaultValue), place: ConfigurationPlace(file: name))
        switch type {
        case .text, .choice: return text
        case .flag, .integer, .texts, .settings, .lists, .dataFile, .dataFiles, .entries:
            var problems: [ConfigurationProblem] = []
            let value = YAMLReader().read(Array(defaultValue.utf8), file: name, problems: &problems)
            return problems.isEmpty ? value : text
        }
    }
}

internal import StageKit
public import SummaryModel

/// The configuration file with which someone begins: the built-in pipeline with every option and what it does, and the
/// other stages as comments.
public struct StarterFile: Sendable {
    private let loader: ConfigurationLoader

    /// Creates the file for what a loader knows.
    public init(_ loader: ConfigurationLoader) { self.loader = loader }

    /// The file with comments in `language`; the same text on every run.
    public func yaml(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
        let definitions = loader.stages.definitions
        let standard = ConfigurationLoader.standardStages.compactMap { loader.stages[$0] }
        let others = definitions.filter { !ConfigurationLoader.standardStages.contains($0.name) }
        var text =
            "# "
            + say(
                "清稿的配置文件；相对路径以本文件所在文件夹为准。",
                "A configuration of qinggao. Relative paths start at the folder of this file."
            )
        text += "\n# "
        text += say(
            "要在 VS Code 中校验和补全：qinggao config schema > qinggao.schema.json，再把下一行去掉开头的“# ”，移到首行：",
            "To have VS Code check it: qinggao config schema > qinggao.schema.json, then move this to the first line"
                + " without its first '# ':"
        )
        text += "\n# # yaml-language-server: $schema=qinggao.schema.json"
        text += "\nversion: \(PipelineConfiguration.version)\n\n# "
        let presets = Presets.names.joined(separator: ", ")
        text += say(
            "以预设（\(presets)）或其他文件为底，可写成列表；本文件盖在其上。",
            "The presets (\(presets)) or files over which this file goes; a list is possible."
        )
        text += "\n# extends: standard\n\n# "
        text += say("处理步骤，按次序执行。", "The stages, in the order of work.") + "\n"
        text += standard.isEmpty ? "stages: []\n" : "stages:\n"
        for definition in standard { text += Self.entry(definition, language).map { "  \($0)\n" }.joined() }
        if !others.isEmpty {
            text += "  # " + say("其他步骤，需要时去掉行首的“# ”：", "Other stages; remove the first '# ' to use one:") + "\n"
        }
        for definition in others { text += Self.entry(definition, language).map { "  # \($0)\n" }.joined() }
        let styles = loader.styles.joined(separator: ", ")
        text +=
            "\n# " + say("样式：内置名称（\(styles)）或样式文件的路径。", "The style sheet: a built-in name (\(styles)) or a path.")
            + "\n"
        text += "style: \(ConfigurationLoader.defaultStyle)\n"
        let formats = loader.formats.joined(separator: ", ")
        text += "\n# " + say("输出格式：\(formats)。", "The output formats, out of \(formats).") + "\n"
        text += "outputs: [\(ConfigurationLoader.defaultOutput)]\n\n# "
        text += say(
            "方案：--profile 名称 选用，盖在本文件之上；options 按步骤名称给出选项。每个步骤都可有 enabled 和 when。",
            "Profiles go over the file: --profile NAME. 'options' has options by the name of the stage; every stage has"
                + " 'enabled' and 'when'."
        )
        return text + """

            # profiles:
            #   short:
            #     options:
            #       cleanup: { enabled: false }
            #       numbering: { when: { genre: [工作总结, 述职报告] } }

            """
    }

    private static func entry(_ definition: StageDefinition, _ language: Language) -> [String] {
        func description(_ option: OptionDescription) -> LocalizedText {
            LocalizedText(
                zh: "\(option.summary.zh)（\(option.type.name.zh)）",
                en: "\(option.summary.en) (\(option.type.name.en))"
            )
        }
        let options = definition.options.flatMap { option in
            [
                "    # " + description(option)(language),
                option.defaultContent.map { "    \(YAMLText.string(option.name)): \(YAMLText.flow($0))" }
                    ?? "    # \(YAMLText.string(option.name)):",
            ]
        }
        return ["# \(definition.summary(language))", "- \(definition.name)\(options.isEmpty ? "" : ":")"] + options
    }
}

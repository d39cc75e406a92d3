internal import RenderKit
internal import StageKit
internal import SummaryModel

/// What holds, and where each value comes from: as a configuration file, and as JSON.
struct ConfigurationListing {
    /// A line and the comment after it.
    private struct Line {
        var text: String
        var origin: String?
    }

    private let configuration: EffectiveConfiguration

    init(_ configuration: EffectiveConfiguration) { self.configuration = configuration }

    // MARK: - YAML

    func yaml(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
        var text = "# "
        if configuration.files.isEmpty {
            text += say("没有读取配置文件；内置流水线 standard", "No configuration file was read; the built-in pipeline standard.")
        } else {
            let files = configuration.files.map(Self.oneLine)
            text += say("读取了：\(files.joined(separator: "、"))", "Read: \(files.joined(separator: ", "))")
        }
        text += "\n"
        for unused in configuration.unused {
            let (stage, origin) = (Self.oneLine(unused.stage), Self.oneLine(unused.origin))
            text += say(
                "# 没有用上：\(origin) 中 \(stage) 的选项，流水线中没有这个步骤\n",
                "# Not used: the options of \(stage) in \(origin), since the pipeline has no such stage.\n"
            )
        }
        text += Self.aligned(lines).joined(separator: "\n") + "\n"
        for step in configuration.pipeline.steps {
            guard case .metadata = step.condition else { continue }
            let name = type(of: step.stage).name
            text += say(
                "# 配置不列出 stages 时，草稿的元数据或 render --set 中有 \(name) 用的值，\(name) 就加入流水线\n",
                "# Without a list of stages, \(name) joins for drafts and 'render --set' with values that it uses.\n"
            )
        }
        text += say("# 限制（固定）：\n", "# Limits (fixed):\n")
        for (name, value) in Limits.standard.table { text += "#   \(name): \(value)\n" }
        return text
    }

    private var lines: [Line] {
        var lines = [Line(text: "version: \(PipelineConfiguration.version)")]
        lines.append(Line(text: configuration.stages.isEmpty ? "stages: []" : "stages:"))
        for stage in configuration.stages {
            lines.append(Line(text: "  - \(stage.definition.name):", origin: Self.origin(stage.place)))
            for option in Self.options(of: stage) {
                guard let value = option.value else { continue }
                let key = "      \(YAMLText.string(option.name)):"
                // A mapping may come from several files.
                if let entries = value.entries, !entries.isEmpty {
                    lines.append(Line(text: key))
                    for entry in entries {
                        let text = "        \(YAMLText.string(entry.key)): \(Self.flow(entry.value))"
                        lines.append(Line(text: text, origin: Self.origin(entry.value.place)))
                    }
                } else {
                    lines.append(Line(text: "\(key) \(Self.flow(value))", origin: option.origin))
                }
            }
        }
        let style = Self.flow(Self.value(configuration.style))
        lines.append(Line(text: "style: \(style)", origin: Self.origin(configuration.stylePlace)))
        lines.append(Line(text: "outputs:"))
        for output in configuration.outputs {
            lines.append(Line(text: "  - \(Self.flow(Self.value(output)))", origin: Self.origin(output.place)))
        }
        if !configuration.ignored.isEmpty { lines.append(Line(text: "ignore:")) }
        for (ignored, place) in zip(configuration.ignored, configuration.ignoredPlaces) {
            lines.append(Line(text: "  - \(Self.flow(ignored.value))", origin: Self.origin(place)))
        }
        return lines
    }

    /// The lines with their comments below one another, but for those that are long.
    private static func aligned(_ lines: [Line]) -> [String] {
        let widths = lines.map { line in line.text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } }
        let column = zip(lines, widths).map { $0.origin == nil || $1 > widest ? 0 : $1 }.max() ?? 0
        return zip(lines, widths).map { line, width in
            guard let origin = line.origin else { return line.text }
            return line.text + String(repeating: " ", count: max(0, column - width)) + "  # " + oneLine(origin)
        }
    }

    /// How wide a line may be that decides where the comments stand.
    private static let widest = 48

    /// A comment must not end early, whatever a file is called.
    private static func oneLine(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: "?"
            default: String(scalar)
            }
        }.joined()
    }

    private static func flow(_ value: ConfigurationValue) -> String { YAMLText.flow(value.escapingVariables) }

    // MARK: - JSON

    var json: String {
        func pair(_ value: JSONText, _ origin: String) -> JSONText {
            .object([("value", value), ("origin", .string(origin))])
        }
        let stages = configuration.stages.map { stage in
            JSONText.object([
                ("name", .string(stage.definition.name)), ("origin", .string(Self.origin(stage.place))),
                (
                    "options",
                    .object(
                        Self.options(of: stage).map { option in
                            var fields = [
                                ("value", option.value.map(JSONText.init) ?? .null), ("origin", .string(option.origin)),
                            ]
                            if let entries = option.value?.entries, !entries.isEmpty {
                                let origins = entries.map { ($0.key, JSONText.string(Self.origin($0.value.place))) }
                                fields.append(("origins", .object(origins)))
                            }
                            return (option.name, .object(fields))
                        }
                    )
                ),
            ])
        }
        return JSONText.object([
            ("schema", .string("qinggao-configuration/2")), ("version", .integer(PipelineConfiguration.version)),
            ("files", .array(configuration.files.map(JSONText.string))), ("stages", .array(stages)),
            (
                "style",
                pair(JSONText(Self.value(configuration.style)), Self.origin(configuration.stylePlace))
            ),
            (
                "outputs",
                .array(configuration.outputs.map { pair(JSONText(Self.value($0)), Self.origin($0.place)) })
            ),
            (
                "ignore",
                .array(
                    zip(configuration.ignored, configuration.ignoredPlaces).map {
                        pair(JSONText($0.value), Self.origin($1))
                    }
                )
            ),
            (
                "unused",
                .array(
                    configuration.unused.map {
                        .object([("stage", .string($0.stage)), ("origin", .string($0.origin))])
                    }
                )
            ), ("limits", .object(Limits.standard.table.map { ($0.name, .string($0.value)) })),
        ]).text
    }

    // MARK: - Values

    /// An option with its value and where that comes from.
    private struct Option {
        var name: String
        var value: ConfigurationValue?
        var origin: String
    }

    /// All options of a stage: whether it works and when, then its own.
    private static func options(of stage: EffectiveConfiguration.StageDescription) -> [Option] {
        func option(_ name: String, default value: ConfigurationValue?) -> Option {
            guard let given = stage.given[name] else { return Option(name: name, value: value, origin: origin(nil)) }
            return Option(name: name, value: given, origin: origin(given.place))
        }
        let on = ConfigurationValue(.bool(true), place: ConfigurationPlace(file: ""))
        let switches =
            [option("enabled", default: on)] + (stage.given["when"] == nil ? [] : [option("when", default: nil)])
        return switches
            + stage.definition.options.map { description in
                var option = option(description.name, default: description.defaultContent)
                if description.type == .dataFile || description.type == .dataFiles, let value = option.value,
                    let path = value.text
                {
                    // What is printed holds in the folder in which it is printed.
                    let resolved = ConfigurationPath.resolve(path, from: value.place.file)
                    option.value = ConfigurationValue(.string(resolved), place: value.place)
                }
                return option
            }
    }

    /// A place as file and line.
    static func origin(_ place: ConfigurationPlace?) -> String {
        guard let place else { return "default" }
        return place.file + (place.position.map { ":\($0.line)" } ?? "")
    }

    private static func value(_ style: EffectiveConfiguration.Style) -> ConfigurationValue {
        switch style {
        case .builtIn(let name): text(name)
        // A file without an extension is told from a name by a slash.
        case .file(let path, _): text(ConfigurationPath.isFile(path) ? path : "./" + path)
        }
    }

    private static func value(_ output: EffectiveConfiguration.Output) -> ConfigurationValue {
        guard output.style != nil || !output.suffix.isEmpty || !output.options.isEmpty else {
            return text(output.format)
        }
        var entries = [("format", text(output.format))]
        if let style = output.style { entries.append(("style", value(style))) }
        if !output.suffix.isEmpty { entries.append(("suffix", text(output.suffix))) }
        let place = ConfigurationPlace(file: "")
        for name in output.options.names {
            let flag = output.options[flag: name].map(ConfigurationValue.Content.bool)
            guard let content = flag ?? output.options[integer: name].map(ConfigurationValue.Content.integer) else {
                continue
            }
            entries.append((name, ConfigurationValue(content, place: place)))
        }
        return ConfigurationValue(
            .mapping(entries.map { .init(key: $0.0, keyPlace: place, value: $0.1) }),
            place: place
        )
    }

    private static func text(_ text: String) -> ConfigurationValue {
        ConfigurationValue(.string(text), place: ConfigurationPlace(file: ""))
    }
}

extension ConfigurationValue {
    /// The value written so that reading it as a configuration gives the value.
    fileprivate var escapingVariables: ConfigurationValue {
        var value = self
        switch content {
        case .string(let text): value.content = .string(VariableText.escaped(text))
        case .list(let elements): value.content = .list(elements.map(\.escapingVariables))
        case .mapping(let entries):
            value.content = .mapping(
                entries.map { .init(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.escapingVariables) }
            )
        default: break
        }
        return value
    }
}

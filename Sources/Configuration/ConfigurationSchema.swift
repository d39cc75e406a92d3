internal import RenderKit
internal import StageKit
public import SummaryModel

/// The JSON Schema (draft-07, which editors know best) of configuration files, which editors use to complete and check them.
public struct ConfigurationSchema: Sendable {
    private let loader: ConfigurationLoader

    /// Creates the schema for what a loader knows.
    public init(_ loader: ConfigurationLoader) { self.loader = loader }

    /// The schema as JSON with descriptions in `language`; the same text on every run.
    public func json(in language: Language) -> String {
        let definitions = loader.stages.definitions
        let version = JSONText.object([
            Self.say("配置文件格式的版本", "The version of the form of configuration files.", language),
            (
                "anyOf",
                .array([.object([("const", .integer(PipelineConfiguration.version))]), Self.reference("variable")])
            ),
        ])
        let partial = partial(in: language)
        let profiles = JSONText.object([
            Self.say("方案：用 --profile 选用，盖在本文件之上", "Profiles: --profile puts one over the file.", language),
            ("type", .string("object")), ("additionalProperties", Self.reference("profile")),
        ])
        let profile = JSONText.object([
            ("type", .array([.string("object"), .string("null")])), ("additionalProperties", .bool(false)),
            ("properties", .object(partial)),
        ])
        return JSONText.object([
            ("$schema", .string("http://json-schema.org/draft-07/schema#")),
            ("title", .string(LocalizedText(zh: "清稿的配置", en: "Configuration of qinggao")(language))),
            ("type", .string("object")), ("required", .array([.string("version")])),
            ("additionalProperties", .bool(false)),
            ("properties", .object([("version", version)] + partial + [("profiles", profiles)])),
            (
                "definitions",
                .object(
                    [
                        ("variable", .object([("type", .string("string")), ("pattern", .string("\\$\\{"))])),
                        ("profile", profile), ("when", Self.when(language)),
                    ] + definitions.map { ("stage-" + $0.name, Self.stage($0, language)) }
                )
            ),
        ]).text
    }

    /// The keys that a file and a profile have.
    private func partial(in language: Language) -> [(String, JSONText)] {
        let names = loader.stages.definitions.map(\.name)
        let stages = names.map { ($0, Self.reference("stage-" + $0)) }
        let path = JSONText.object([
            ("type", .string("string")), ("pattern", .string("/|\\.([yY][aA]?[mM][lL]|[jJ][sS][oO][nN])$")),
        ])
        let variable = Self.reference("variable")
        let base = JSONText.object([
            ("anyOf", .array([Self.oneOf(Presets.names + [ConfigurationSources.user]), path, variable]))
        ])
        let style: [JSONText] = [Self.oneOf(loader.styles), path, variable]
        let format = JSONText.object([("anyOf", .array([Self.oneOf(loader.formats), variable]))])
        let look: [(String, JSONText)] = [
            ("style", .object([("anyOf", .array(style))])),
            (
                "suffix",
                .object([
                    Self.say("加在文件名之后、扩展名之前", "Stands in the name before the extension.", language),
                    ("type", Self.scalarTypes), ("pattern", .string("^[^/]*$")),
                ])
            ),
        ]
        let options = loader.formats.map { name in
            (name, loader.formatOptions(name).map { ($0.name, Self.option($0.description, language)) })
        }
        var all: [(String, JSONText)] = []
        for option in options.flatMap(\.1) where !all.contains(where: { $0.0 == option.0 }) { all.append(option) }
        let output = JSONText.object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            ("required", .array([.string("format")])), ("properties", .object([("format", format)] + look + all)),
        ])
        // As in the list of stages: the name, and under it what is said of it.
        let namedOutput = JSONText.object([
            ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ("additionalProperties", .bool(false)),
            (
                "properties",
                .object(
                    options.map { name, options in
                        (
                            name,
                            .object([
                                ("type", .string("object")), ("additionalProperties", .bool(false)),
                                ("properties", .object(look + options)),
                            ])
                        )
                    }
                )
            ),
        ])
        let withOptions = JSONText.object([
            ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ("additionalProperties", .bool(false)), ("properties", .object(stages)),
        ])
        return [
            (
                "extends",
                .object([
                    Self.say(
                        "以预设或其他配置文件为底",
                        "The presets or files over which this goes.",
                        language
                    ),
                    (
                        "anyOf",
                        .array([base, .object([("type", .string("array")), ("items", base)])])
                    ),
                ])
            ),
            (
                "stages",
                .object([
                    Self.say("处理步骤，按次序执行", "The stages, in the order of work.", language), ("type", .string("array")),
                    ("items", .object([("anyOf", .array([Self.oneOf(names), withOptions, variable]))])),
                ])
            ),
            (
                "options",
                .object([
                    Self.say("各步骤的选项，盖在步骤列表之上", "Options of stages, over those in the list.", language),
                    ("type", .string("object")), ("additionalProperties", .bool(false)),
                    ("properties", .object(stages)),
                ])
            ),
            (
                "style",
                .object([
                    Self.say("样式的名称或样式文件的路径", "The name of a style sheet, or the path of one.", language),
                    ("anyOf", .array(style)),
                ])
            ),
            (
                "outputs",
                .object([
                    Self.say("输出格式", "The output formats.", language), ("type", .string("array")),
                    ("minItems", .integer(1)), ("uniqueItems", .bool(true)),
                    (
                        "items",
                        .object([("anyOf", .array([Self.oneOf(loader.formats), output, namedOutput, variable]))])
                    ),
                ])
            ),
            (
                "ignore",
                .object([
                    Self.say("不报告的发现", "Findings that are not reported.", language), ("type", .string("array")),
                    ("items", Self.suppression(language)),
                ])
            ),
        ]
    }

    private static func say(_ zh: String, _ en: String, _ language: Language) -> (String, JSONText) {
        ("description", .string(LocalizedText(zh: zh, en: en)(language)))
    }

    private static func oneOf(_ names: [String]) -> JSONText {
        .object([("enum", .array(names.map(JSONText.string)))])
    }

    private static func reference(_ name: String) -> JSONText {
        .object([("$ref", .string("#/definitions/\(name)"))])
    }

    /// What stands under `when`.
    private static func when(_ language: Language) -> JSONText {
        let list = JSONText.object([
            ("type", .string("array")), ("minItems", .integer(1)), ("items", .object([("type", scalarTypes)])),
        ])
        return .object([
            say(
                "仅当文稿的各项信息（如 title、genre）取这些值之一时执行",
                "Facts of the document, such as title and genre, each with the values one of which it must have.",
                language
            ), ("type", .array([.string("object"), .string("null")])),
            ("additionalProperties", .object([("anyOf", .array([.object([("type", scalarTypes)]), list]))])),
        ])
    }

    private static func suppression(_ language: Language) -> JSONText {
        func text(_ zh: String, _ en: String, _ types: JSONText) -> JSONText {
            .object([("description", .string(LocalizedText(zh: zh, en: en)(language))), ("type", types)])
        }
        let lines = JSONText.array([.string("integer"), .string("string"), .string("array")])
        return .object([
            ("type", .array([.string("string"), .string("object")])), ("additionalProperties", .bool(false)),
            ("minProperties", .integer(1)),
            (
                "properties",
                .object([
                    (
                        "id",
                        text("标识，末尾的 * 代表任意文字", "The identity; * at its end stands for anything.", .string("string"))
                    ), ("lines", text("行号，如 4 或 7-9", "Lines: 4, 7-9.", lines)),
                    ("phrase", text("发现处的文字", "A phrase that the finding touches.", scalarTypes)),
                ])
            ),
        ])
    }

    private static func stage(_ definition: StageDefinition, _ language: Language) -> JSONText {
        let enabled = JSONText.object([
            say("是否执行此步骤", "Whether the stage works.", language),
            ("anyOf", .array([.object([("type", .string("boolean"))]), reference("variable")])),
            ("default", .bool(true)),
        ])
        let switches = [("enabled", enabled), ("when", reference("when"))]
        return .object([
            ("description", .string(definition.summary(language))),
            ("type", .array([.string("object"), .string("null")])), ("additionalProperties", .bool(false)),
            ("properties", .object(switches + definition.options.map { ($0.name, option($0, language)) })),
        ])
    }

    private static func option(_ option: OptionDescription, _ language: Language) -> JSONText {
        var fields: [(String, JSONText)] = [("description", .string(option.summary(language)))]
        /// A variable may give any value that is a scalar.
        func scalar(_ constraints: [(String, JSONText)]) -> [(String, JSONText)] {
            [("anyOf", .array([.object(constraints), reference("variable")]))]
        }
        switch option.type {
        case .flag: fields += scalar([("type", .string("boolean"))])
        case .integer(let range):
            fields += scalar([
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ])
        case .text: fields.append(("type", scalarTypes))
        case .choice(let names): fields += scalar([("enum", .array(names.map(JSONText.string)))])
        case .texts(let names):
            let items = names.map { scalar([("enum", .array($0.map(JSONText.string)))]) } ?? [("type", scalarTypes)]
            fields += [("type", .string("array")), ("items", .object(items))]
        case .settings(let keys, let values):
            let value = JSONText.object(scalar([("enum", .array(values.map(JSONText.string)))]))
            fields += [
                ("type", .string("object")), ("additionalProperties", .bool(false)),
                ("properties", .object(keys.map { ($0, value) })),
            ]
        case .lists:
            let list = JSONText.object([("type", .string("array")), ("items", .object([("type", scalarTypes)]))])
            fields += [("type", .string("object")), ("additionalProperties", list)]
        case .dataFile, .dataFiles: fields.append(("type", .array([.string("string"), .string("object")])))
        case .entries:
            let mapping: [(String, JSONText)] = [
                ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ]
            let items = JSONText.array([.object([("type", scalarTypes)]), .object(mapping)])
            fields += [("type", .string("array")), ("items", .object([("anyOf", items)]))]
        }
        if let content = option.defaultContent { fields.append(("default", JSONText(content))) }
        return .object(fields)
    }

    /// What may stand where a text is wanted: `2020` is a text too.
    private static var scalarTypes: JSONText {
        .array([.string("string"), .string("number"), .string("boolean")])
    }
}

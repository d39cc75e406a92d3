internal import StageKit
public import SummaryModel

/// The JSON Schema (draft 2020-12) of configuration files, which editors use to complete and check them.
public struct ConfigurationSchema: Sendable {
    private let loader: ConfigurationLoader

    /// Creates the schema for what a loader knows.
    public init(_ loader: ConfigurationLoader) { self.loader = loader }

    /// The schema as JSON with descriptions in `language`; the same text on every run.
    public func json(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> (String, JSONText) {
            ("description", .string(LocalizedText(zh: zh, en: en)(language)))
        }
        let definitions = loader.stages.definitions
        let names = JSONText.array(definitions.map { .string($0.name) })
        let withOptions = JSONText.object([
            ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ("additionalProperties", .bool(false)),
            ("properties", .object(definitions.map { ($0.name, Self.stage($0, language)) })),
        ])
        let properties: [(String, JSONText)] = [
            (
                "version",
                .object([
                    say("配置文件格式的版本", "The version of the form of configuration files."),
                    ("const", .integer(PipelineConfiguration.version)),
                ])
            ),
            (
                "stages",
                .object([
                    say("处理步骤，按次序执行", "The stages, in the order of work."), ("type", .string("array")),
                    ("items", .object([("anyOf", .array([.object([("enum", names)]), withOptions]))])),
                ])
            ),
            (
                "style",
                .object([
                    say("样式的名称或样式文件的路径", "The name of a style sheet, or the path of one."),
                    (
                        "anyOf",
                        .array([
                            .object([("enum", .array(loader.styles.map(JSONText.string)))]),
                            .object([("type", .string("string")), ("pattern", .string("/|\\.(ya?ml|json)$"))]),
                        ])
                    ),
                ])
            ),
            (
                "outputs",
                .object([
                    say("输出格式", "The output formats."), ("type", .string("array")), ("minItems", .integer(1)),
                    ("uniqueItems", .bool(true)),
                    ("items", .object([("enum", .array(loader.formats.map(JSONText.string)))])),
                ])
            ),
            (
                "ignore",
                .object([
                    say("不报告的发现", "Findings that are not reported."), ("type", .string("array")),
                    ("items", Self.suppression(language)),
                ])
            ),
        ]
        return JSONText.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string(LocalizedText(zh: "清稿的配置", en: "Configuration of qinggao")(language))),
            ("type", .string("object")), ("required", .array([.string("version")])),
            ("additionalProperties", .bool(false)), ("properties", .object(properties)),
        ]).text
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
        .object([
            ("description", .string(definition.summary(language))),
            ("type", .array([.string("object"), .string("null")])), ("additionalProperties", .bool(false)),
            ("properties", .object(definition.options.map { ($0.name, option($0, language)) })),
        ])
    }

    private static func option(_ option: OptionDescription, _ language: Language) -> JSONText {
        var fields: [(String, JSONText)] = [("description", .string(option.summary(language)))]
        switch option.type {
        case .flag: fields.append(("type", .string("boolean")))
        case .integer(let range):
            fields += [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .text: fields.append(("type", scalarTypes))
        case .choice(let names): fields.append(("enum", .array(names.map(JSONText.string))))
        case .texts(let names):
            let items = names.map { ("enum", JSONText.array($0.map(JSONText.string))) } ?? ("type", scalarTypes)
            fields += [("type", .string("array")), ("items", .object([items]))]
        case .settings(let keys, let values):
            let value = JSONText.object([("enum", .array(values.map(JSONText.string)))])
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

internal import RenderKit
public import SummaryModel

/// The JSON Schema (draft-07, which editors know best) of style sheets, which editors use to complete and check them.
///
/// It says what one file may hold, whether it stands alone or extends another; so nothing but the version is demanded.
public struct StyleSheetSchema: Sendable {
    private let names: [String]

    /// Creates the schema.
    ///
    /// - Parameter names: The names of the style sheets that are built in.
    public init(names: [String]) { self.names = names }

    /// The schema as JSON with descriptions in `language`; the same text on every run.
    public func json(in language: Language) -> String {
        JSONText.object(
            [
                ("$schema", .string("http://json-schema.org/draft-07/schema#")),
                ("title", .string(LocalizedText(zh: "清稿的样式文件", en: "Style sheet of qinggao")(language))),
                ("type", .string("object")), ("required", .array([.string("version")])),
                ("additionalProperties", .bool(false)),
                ("properties", .object(StyleSheetKeys.sheet.map { ($0, section($0, language)) })),
            ]
        ).text
    }

    private func section(_ key: String, _ language: Language) -> JSONText {
        switch key {
        case "version": Self.described("样式文件格式的版本", "The version of the form.", [("const", .integer(1))], language)
        case "extends":
            Self.described(
                "以内置样式或另一个样式文件为底",
                "The built-in sheet or the file over which this goes.",
                [
                    (
                        "anyOf",
                        .array([
                            Self.oneOf(names),
                            .object([
                                ("type", .string("string")),
                                ("pattern", .string("/|\\.([yY][aA]?[mM][lL]|[jJ][sS][oO][nN])$")),
                            ]),
                        ])
                    )
                ],
                language
            )
        case "summary": Self.mapping(StyleSheetKeys.summary) { _ in Self.text }
        case "language", "latin-language": Self.text
        case "page":
            Self.mapping(StyleSheetKeys.page) { key in
                switch key {
                case "lines", "characters": Self.integer(1...200)
                case "grid": Self.choice(PageLayout.Grid.self)
                case "profile": Self.choice(PageProfile.self)
                default: Self.length
                }
            }
        case "fonts": Self.all(Self.mapping(StyleSheetKeys.font, Self.font))
        case "title":
            Self.mapping(StyleSheetKeys.title) { $0 == "characters" ? Self.integer(4...200) : Self.flag }
        case "page-number":
            Self.mapping(StyleSheetKeys.pageNumber) { key in
                switch key {
                case "position": Self.choice(PageNumberStyle.Position.self)
                case "inset": Self.measure
                default: Self.text
                }
            }
        case "signature": Self.mapping(StyleSheetKeys.signature) { $0 == "date-offset" ? Self.measure : Self.flag }
        case "head":
            Self.orNull(
                Self.mapping(StyleSheetKeys.head) { key in
                    switch key {
                    case "arrangement": Self.choice(HeadStyle.Arrangement.self)
                    case "mark-top": Self.length
                    case "rule": Self.orNull(Self.rule)
                    default: Self.measure
                    }
                }
            )
        case "imprint":
            Self.orNull(Self.mapping(StyleSheetKeys.imprint) { $0 == "at-foot" ? Self.flag : Self.length })
        case "first-page":
            Self.orNull(
                Self.mapping(StyleSheetKeys.firstPage) { $0 == "page-number" ? Self.flag : Self.orNull(Self.rule) }
            )
        case "paragraphs": Self.all(Self.mapping(StyleSheetKeys.paragraph, Self.paragraph))
        case "characters":
            Self.mapping(StyleSheetKeys.characters) { _ in Self.mapping(StyleSheetKeys.character, Self.character) }
        case "table":
            Self.mapping(StyleSheetKeys.table) { key in
                switch key {
                case "id": Self.identity
                case "name": Self.text
                case "rule-colour": Self.colour
                case "repeat-head": Self.flag
                case "landscape": Self.choice(TableStyle.Landscape.self)
                default: Self.length
                }
            }
        case "numbering": Self.choice(NumberingForm.self)
        case "colours": Self.all(Self.colour)
        case "contents":
            Self.orNull(
                Self.mapping(StyleSheetKeys.contents) { key in
                    switch key {
                    case "levels": Self.integer(1...5)
                    case "place": Self.choice(ContentsStyle.Place.self)
                    case "update": Self.flag
                    default: Self.text
                    }
                }
            )
        case "lead-sentences": Self.some(of: LeadSentences.self)
        case "expects":
            Self.described(
                "文稿应有的公文要素，缺少的报告",
                "The elements that a document must have; what is missing is reported.",
                Self.entries(Self.some(of: ExpectedElement.self)),
                language
            )
        default: .bool(true)
        }
    }

    // MARK: Styles

    private static func font(_ key: String) -> JSONText {
        switch key {
        case "alternative": orNull(text)
        case "fallbacks": .object([("anyOf", .array([text, list(text)]))])
        case "character-set": integer(0...255)
        case "family": choice(FontFamily.Class.self)
        case "pitch": choice(FontFamily.Pitch.self)
        default: text
        }
    }

    private static func paragraph(_ key: String) -> JSONText {
        switch key {
        case "id": identity
        case "custom", "bold", "keep-with-next", "keep-lines", "page-break-before", "snap-to-grid": flag
        case "size": size
        case "colour": colour
        case "character-spacing": length
        case "align": choice(ParagraphFormat.Alignment.self)
        case "first-line", "left", "right", "before", "after": measure
        case "line": line
        case "outline-level": integer(1...9)
        default: text
        }
    }

    private static func character(_ key: String) -> JSONText {
        switch key {
        case "id": identity
        case "size": size
        case "colour", "background": colour
        case "bold", "underline", "control": flag
        default: text
        }
    }

    private static var rule: JSONText {
        mapping(StyleSheetKeys.rule) { key in
            switch key {
            case "pattern": choice(RuleStyle.Pattern.self)
            case "colour": colour
            default: length
            }
        }
    }

    // MARK: Values

    /// Text, which YAML may take for a number or a switch.
    private static let text = JSONText.object([("type", .array(["string", "number", "boolean"].map { .string($0) }))])
    private static let flag = JSONText.object([("type", .string("boolean"))])
    private static let length = unit("毫米|mm|厘米|cm|磅|pt")
    private static let measure = unit("毫米|mm|厘米|cm|磅|pt|字|行")
    private static let identity = JSONText.object([
        ("type", .array([.string("string"), .string("integer")])), ("pattern", .string("^[0-9A-Za-z]+$")),
    ])
    private static let size = JSONText.object([
        (
            "anyOf",
            .array([oneOf(FontSize.named.map(\.name)), pattern("^[1-8]号$"), unit("毫米|mm|厘米|cm|磅|pt")])
        )
    ])
    private static let line = JSONText.object([
        (
            "anyOf",
            .array([
                oneOf(["auto"]), pattern("^[0-9.]+(倍|x)$"),
                pattern("^((至少|at-least ) *)?[+-]?[0-9.]+ *(毫米|mm|厘米|cm|磅|pt|行)$"),
            ])
        )
    ])
    /// Six digits may be a number for YAML; a name is one of `colours`.
    private static let colour = JSONText.object([("type", .array([.string("string"), .string("number")]))])

    private static func unit(_ units: String) -> JSONText {
        .object([
            (
                "anyOf",
                .array([pattern("^ *([+-]?[0-9.]+ *(\(units))|[+-]?0+(\\.0*)?) *$"), .object([("const", .integer(0))])])
            )
        ])
    }

    private static func pattern(_ pattern: String) -> JSONText {
        .object([("type", .string("string")), ("pattern", .string(pattern))])
    }

    private static func integer(_ range: ClosedRange<Int>) -> JSONText {
        .object([
            ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
            ("maximum", .integer(range.upperBound)),
        ])
    }

    private static func oneOf(_ names: [String]) -> JSONText { .object([("enum", .array(names.map { .string($0) }))]) }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> JSONText {
        oneOf(Choice.allCases.map(\.rawValue))
    }

    /// One, or a list, or nothing.
    private static func some<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> JSONText {
        .object([("anyOf", .array([choice(type), list(choice(type)), .object([("type", .string("null"))])]))])
    }

    private static func list(_ item: JSONText) -> JSONText {
        .object([("type", .string("array")), ("items", item)])
    }

    private static func orNull(_ schema: JSONText) -> JSONText {
        .object([("anyOf", .array([schema, .object([("type", .string("null"))])]))])
    }

    /// A mapping with these keys.
    private static func mapping(_ keys: [String], _ value: (String) -> JSONText) -> JSONText {
        .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            ("properties", .object(keys.map { ($0, value($0)) })),
        ])
    }

    /// A mapping with any keys.
    private static func all(_ value: JSONText) -> JSONText {
        .object([("type", .string("object")), ("additionalProperties", value)])
    }

    private static func entries(_ schema: JSONText) -> [(String, JSONText)] {
        if case .object(let entries) = schema { entries } else { [] }
    }

    private static func described(
        _ zh: String,
        _ en: String,
        _ entries: [(String, JSONText)],
        _ language: Language
    ) -> JSONText {
        .object([("description", .string(LocalizedText(zh: zh, en: en)(language)))] + entries)
    }
}

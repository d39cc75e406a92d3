internal import StageKit
internal import SummaryModel

/// Makes a snippet of its entry in a library, or says what is wrong with it.
struct SnippetDecoder {
    private static let keys = [
        "place", "text", "section", "parameters", "valid", "tags", "when", "unless",
    ]

    private let entry: ConfigurationValue.Entry
    private var fields: FieldReader

    init(_ entry: ConfigurationValue.Entry) {
        self.entry = entry
        fields = FieldReader(entry.value)
    }

    /// What is wrong with the entry.
    var problems: [ConfigurationProblem] { fields.problems }

    /// The snippet; `nil` when it is broken.
    mutating func snippet() -> Snippet? {
        guard entry.value.entries != nil else {
            fields.report(.wrongType(of: entry.key, wanted: FieldReader.mapping, found: entry.value))
            return nil
        }
        fields.checkKeys(Self.keys, of: LocalizedText(zh: "段落键", en: "key of a snippet"))
        let place = place()
        let templates = templates(place) ?? []
        let section = section(place)
        let parameters = parameters(templates)
        let validity = validity()
        let conditions = conditions()
        let tags = fields.texts("tags")
        let unless = fields.texts("unless")
        guard fields.problems.isEmpty, let place else { return nil }
        return Snippet(
            name: entry.key,
            place: place,
            templates: templates,
            parameters: parameters,
            section: section,
            unless: unless,
            conditions: conditions,
            validity: validity,
            tags: tags
        )
    }

    private mutating func place() -> Place? {
        guard entry.value["place"] != nil else {
            fields.refuse(
                entry.keyPlace,
                zh: "“\(entry.key)”缺少“place”，请加上",
                en: "'\(entry.key)' lacks 'place'; add it"
            )
            return nil
        }
        guard let name = fields.text("place"), let value = entry.value["place"] else { return nil }
        if let place = Place(rawValue: name) { return place }
        fields.report(
            .unknownName(
                LocalizedText(zh: "位置", en: "place"),
                name,
                known: Place.allCases.map(\.rawValue),
                at: value.place
            )
        )
        return nil
    }

    private mutating func templates(_ place: Place?) -> [String]? {
        guard let value = entry.value["text"] else {
            fields.refuse(
                entry.keyPlace,
                zh: "“\(entry.key)”缺少“text”，请加上",
                en: "'\(entry.key)' lacks 'text'; add it"
            )
            return nil
        }
        guard let text = value.text else {
            fields.report(.wrongType(of: "text", wanted: FieldReader.text, found: value))
            return nil
        }
        let lines = text.unicodeScalars.split { $0.properties.isWhitespace && !$0.isInnerBlank }
        let paragraphs = lines.map { Array($0)[...].trimmed.string }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else {
            fields.refuse(value.place, zh: "“\(entry.key)”没有文字，请写上", en: "'\(entry.key)' has no text; write some")
            return nil
        }
        if place?.needsNoWords == false, paragraphs.allSatisfy({ Passage($0).isUnrecognisable }) {
            fields.refuse(
                value.place,
                zh: "“\(entry.key)”除占位符外没有可识别的文字，无法判断是否已有，请补充文字",
                en: "'\(entry.key)' has no words besides placeholders by which it could be recognised; add some"
            )
            return nil
        }
        return paragraphs
    }

    private mutating func section(_ place: Place?) -> [Snippet.Step] {
        guard let value = entry.value["section"] else {
            if place?.isInSection == true {
                fields.refuse(
                    entry.keyPlace,
                    zh: "“\(entry.key)”缺少“section”，请写明标题文字或序号",
                    en: "'\(entry.key)' lacks 'section'; give the words or the number of a heading"
                )
            }
            return []
        }
        if let place, !place.isInSection {
            fields.refuse(
                value.place,
                zh: "位置“\(place.rawValue)”不在章节内，请去掉“section”",
                en: "the place '\(place.rawValue)' is in no section; remove 'section'"
            )
            return []
        }
        var steps: [Snippet.Step] = []
        for value in value.elements ?? [value] {
            switch value.content {
            case .integer(let ordinal) where ordinal > 0: steps.append(.ordinal(ordinal))
            case .string(let heading) where !Passage(heading).letters.isEmpty: steps.append(.heading(heading))
            default:
                fields.report(
                    .wrongType(
                        of: "section",
                        wanted: LocalizedText(
                            zh: "标题文字或正整数，或由它们组成的列表",
                            en: "the words of a heading or a positive integer, or a list of them"
                        ),
                        found: value
                    )
                )
            }
        }
        if steps.isEmpty, fields.problems.isEmpty {
            fields.refuse(value.place, zh: "“section”为空，请写明标题", en: "'section' is empty; name a heading")
        }
        return steps
    }

    private mutating func parameters(_ templates: [String]) -> [Snippet.Parameter] {
        guard let value = entry.value["parameters"] else { return [] }
        guard let entries = value.entries else {
            fields.report(
                .wrongType(
                    of: "parameters",
                    wanted: LocalizedText(zh: "参数到默认值的映射", en: "a mapping of parameters to defaults"),
                    found: value
                )
            )
            return []
        }
        let names = Set(templates.flatMap { TemplateText($0).names })
        return entries.map { parameter in
            if !templates.isEmpty, !names.contains(parameter.key) {
                fields.report(Self.unused(parameter, in: entry.key, names: names))
            }
            return Snippet.Parameter(name: parameter.key, defaultValue: Self.value(parameter, &fields))
        }
    }

    /// The value of a parameter; `nil` for none.
    static func value(_ parameter: ConfigurationValue.Entry, _ fields: inout FieldReader) -> String? {
        guard parameter.value.content != .null else { return nil }
        guard let text = parameter.value.text else {
            fields.report(
                .wrongType(
                    of: parameter.key,
                    wanted: LocalizedText(zh: "文字或数字", en: "a string or number"),
                    found: parameter.value
                )
            )
            return nil
        }
        if text.unicodeScalars.contains(where: { $0.properties.isWhitespace && !$0.isInnerBlank || $0.value < 0x20 }) {
            fields.refuse(
                parameter.value.place,
                zh: "“\(parameter.key)”的值有换行或控制字符，请写成一行",
                en: "the value of '\(parameter.key)' holds a line end or control character; write it in one line"
            )
            return nil
        }
        return text
    }

    private mutating func validity() -> Validity? {
        guard let value = entry.value["valid"] else { return nil }
        guard let entries = value.entries, !entries.isEmpty else {
            fields.report(
                .wrongType(
                    of: "valid",
                    wanted: LocalizedText(zh: "含 from 或 until 的映射", en: "a mapping with 'from' or 'until'"),
                    found: value
                )
            )
            return nil
        }
        var dates = FieldReader(value)
        dates.checkKeys(["from", "until"], of: LocalizedText(zh: "有效期键", en: "key of 'valid'"))
        let validity = Validity(from: dates.date("from"), until: dates.date("until"))
        for problem in dates.problems { fields.report(problem) }
        if let from = validity.from, let until = validity.until, until.utf8.lexicographicallyPrecedes(from.utf8) {
            fields.refuse(
                value.place,
                zh: "有效期的 until（\(until)）早于 from（\(from)），请改正",
                en: "'until' (\(until)) is before 'from' (\(from)); correct them"
            )
        }
        return validity
    }

    private mutating func conditions() -> [FactCondition] {
        guard let value = entry.value["when"] else { return [] }
        var problems: [ConfigurationProblem] = []
        let conditions = FactCondition.conditions(decoding: value, problems: &problems)
        for problem in problems { fields.report(problem) }
        return conditions
    }

    private static func unused(
        _ parameter: ConfigurationValue.Entry,
        in name: String,
        names: Set<String>
    ) -> ConfigurationProblem {
        let nearest = NearestName.of(parameter.key, in: Array(names))
        return ConfigurationProblem(
            place: parameter.keyPlace,
            message: LocalizedText(
                zh: "“\(name)”的文字中没有参数“{{\(parameter.key)}}”，"
                    + (nearest.map { "是不是“\($0)”？" } ?? "请写进文字或删去参数"),
                en: "the text of '\(name)' does not hold '{{\(parameter.key)}}'; "
                    + (nearest.map { "did you mean '\($0)'?" } ?? "put it in, or remove the parameter")
            )
        )
    }
}

extension Unicode.Scalar {
    /// Whether the character is white space that may stand inside a line.
    fileprivate var isInnerBlank: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: false
        default: properties.isWhitespace
        }
    }
}

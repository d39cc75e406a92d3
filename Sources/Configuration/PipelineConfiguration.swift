public import StageKit
internal import SummaryModel

/// What a configuration file says, before names are looked up.
public struct PipelineConfiguration: Sendable, Hashable {
    /// A name and where it stands.
    public struct Name: Sendable, Hashable {
        /// The name as written.
        public var text: String
        /// Where it stands.
        public var place: ConfigurationPlace

        /// Creates a name.
        public init(_ text: String, place: ConfigurationPlace) {
            self.text = text
            self.place = place
        }
    }

    /// One entry of the list of stages.
    public struct StageEntry: Sendable, Hashable {
        /// The name of the stage.
        public var name: Name
        /// The mapping of its options; `nil` when none are given.
        public var options: ConfigurationValue?

        /// Creates an entry.
        public init(name: Name, options: ConfigurationValue? = nil) {
            self.name = name
            self.options = options
        }
    }

    /// The version of the form of configuration files.
    public static let version = 1

    /// The stages in the order of work; `nil` for the built-in pipeline.
    public var stages: [StageEntry]?
    /// The name of a style sheet, or the path of one; `nil` for the built-in one.
    public var style: Name?
    /// The output formats; `nil` for the usual one.
    public var outputs: [Name]?

    /// Findings that are not reported.
    public var ignored: [Suppression] = []

    /// Creates a configuration that says nothing.
    public init() {}

    /// Decodes a configuration file.
    ///
    /// - Throws: ``ConfigurationError`` with every unknown key and every value of a wrong type.
    public init(decoding value: ConfigurationValue) throws(ConfigurationError) {
        var problems: [ConfigurationProblem] = []
        self.init(decoding: value, problems: &problems)
        if !problems.isEmpty { throw ConfigurationError(problems) }
    }

    /// Decodes what can be decoded, so that the names in it can be checked as well.
    init(decoding value: ConfigurationValue, problems: inout [ConfigurationProblem]) {
        let keys = ["version", "stages", "style", "outputs", "ignore"]
        guard let entries = value.content == .null ? [] : value.entries else {
            problems.append(
                .wrongType(
                    of: LocalizedText(zh: "配置", en: "the configuration"),
                    wanted: LocalizedText(zh: "映射", en: "a mapping"),
                    found: value
                )
            )
            return
        }
        if value["version"] == nil {
            problems.append(
                ConfigurationProblem(
                    place: value.place,
                    message: LocalizedText(
                        zh: "配置缺少“version”，请加上“version: \(Self.version)”",
                        en: "the configuration lacks 'version'; add 'version: \(Self.version)'"
                    )
                )
            )
        }
        for entry in entries {
            switch entry.key {
            case "version": Self.checkVersion(entry.value, &problems)
            case "stages": stages = Self.stages(entry.value, &problems)
            case "style": style = Self.name(entry.value, of: "style", &problems)
            case "outputs": outputs = Self.names(entry.value, of: "outputs", &problems)
            case "ignore": ignored = SuppressionDecoding.suppressions(entry.value, &problems)
            default:
                problems.append(
                    .unknownName(
                        LocalizedText(zh: "配置键", en: "key of a configuration"),
                        entry.key,
                        known: keys,
                        at: entry.keyPlace
                    )
                )
            }
        }
    }

    private static func checkVersion(_ value: ConfigurationValue, _ problems: inout [ConfigurationProblem]) {
        guard value.content != .integer(version) else { return }
        problems.append(
            ConfigurationProblem(
                place: value.place,
                message: LocalizedText(
                    zh: "不认识配置版本“\(value.text ?? value.typeName.zh)”，请写“version: \(version)”",
                    en:
                        "the configuration version '\(value.text ?? value.typeName.en)' is not known; write 'version: \(version)'"
                )
            )
        )
    }

    private static func stages(
        _ value: ConfigurationValue,
        _ problems: inout [ConfigurationProblem]
    ) -> [StageEntry]? {
        guard let elements = value.elements else {
            problems.append(
                .wrongType(of: "stages", wanted: LocalizedText(zh: "步骤的列表", en: "a list of stages"), found: value)
            )
            return nil
        }
        return elements.compactMap { element in
            if let text = element.text { return StageEntry(name: Name(text, place: element.place)) }
            guard let entries = element.entries, let first = entries.first else {
                problems.append(
                    .wrongType(
                        of: LocalizedText(zh: "“stages”的一项", en: "an entry of 'stages'"),
                        wanted: LocalizedText(zh: "步骤名称或“名称: 选项”", en: "a stage name, or a name with its options"),
                        found: element
                    )
                )
                return nil
            }
            for extra in entries.dropFirst() {
                problems.append(
                    ConfigurationProblem(
                        place: extra.keyPlace,
                        message: LocalizedText(
                            zh: "“\(extra.key)”与步骤“\(first.key)”并列，请缩进为它的选项，或另起一项",
                            en:
                                "'\(extra.key)' stands beside the stage '\(first.key)'; indent it as its option, or begin a new entry"
                        )
                    )
                )
            }
            let options = first.value.content == .null ? nil : first.value
            return StageEntry(name: Name(first.key, place: first.keyPlace), options: options)
        }
    }

    private static func name(
        _ value: ConfigurationValue,
        of key: String,
        _ problems: inout [ConfigurationProblem]
    ) -> Name? {
        if let text = value.text { return Name(text, place: value.place) }
        problems.append(.wrongType(of: key, wanted: LocalizedText(zh: "名称", en: "a name"), found: value))
        return nil
    }

    private static func names(
        _ value: ConfigurationValue,
        of key: String,
        _ problems: inout [ConfigurationProblem]
    ) -> [Name]? {
        guard let elements = value.elements, !elements.isEmpty else {
            problems.append(
                .wrongType(
                    of: key,
                    wanted: LocalizedText(zh: "至少有一项的名称列表", en: "a list of at least one name"),
                    found: value
                )
            )
            return nil
        }
        return elements.compactMap { name($0, of: key, &problems) }
    }
}

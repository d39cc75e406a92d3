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

    /// One entry of the list of outputs.
    public struct Output: Sendable, Hashable {
        /// The output format.
        public var format: Name
        /// The name or path of its own style sheet; `nil` for that of the configuration.
        public var style: Name?
        /// What stands in the name of its file between the stem and the extension; `nil` for nothing.
        public var suffix: Name?
        /// The options of its format; the keys are unique, and whether the format has them is not known yet.
        public var options: [ConfigurationValue.Entry]

        /// Creates an entry.
        public init(
            format: Name,
            style: Name? = nil,
            suffix: Name? = nil,
            options: [ConfigurationValue.Entry] = []
        ) {
            self.format = format
            self.style = style
            self.suffix = suffix
            self.options = options
        }
    }

    /// One entry of `ignore`.
    public struct Ignored: Sendable, Hashable {
        /// Which findings are not reported.
        public var suppression: Suppression
        /// Where the entry stands.
        public var place: ConfigurationPlace

        /// Creates an entry.
        public init(_ suppression: Suppression, place: ConfigurationPlace) {
            self.suppression = suppression
            self.place = place
        }
    }

    /// Options for every stage of a name: one entry of `options`.
    public struct Options: Sendable, Hashable {
        /// The name of the stages.
        public var name: Name
        /// The options, whose keys are unique.
        public var options: [ConfigurationValue.Entry]

        /// Creates an entry.
        public init(name: Name, options: [ConfigurationValue.Entry]) {
            self.name = name
            self.options = options
        }
    }

    /// A partial configuration that goes over the file when it is chosen.
    public struct Profile: Sendable, Hashable {
        /// The name by which it is chosen.
        public var name: Name
        /// What it says; it has no profiles.
        public var content: PipelineConfiguration

        /// Creates a profile.
        public init(name: Name, content: PipelineConfiguration) {
            self.name = name
            self.content = content
        }
    }

    /// The version of the form of configuration files.
    public static let version = 1

    /// The presets and files over which this one goes, in order.
    public var extends: [Name] = []
    /// The stages in the order of work; `nil` for those of what is extended, or the built-in pipeline.
    public var stages: [StageEntry]?
    /// Options for stages of the resulting list.
    public var options: [Options] = []
    /// The name of a style sheet, or the path of one; `nil` for the one of what is extended, or the built-in one.
    public var style: Name?
    /// The outputs; `nil` for those of what is extended, or the usual one.
    public var outputs: [Output]?

    /// Findings that are not reported.
    public var ignored: [Ignored] = []
    /// The profiles.
    public var profiles: [Profile] = []

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
            case "profiles": profiles = Self.profiles(entry.value, &problems)
            default:
                if !take(entry, &problems) {
                    problems.append(
                        .unknownName(
                            LocalizedText(zh: "配置键", en: "key of a configuration"),
                            entry.key,
                            known: ["version"] + Self.partialKeys + ["profiles"],
                            at: entry.keyPlace
                        )
                    )
                }
            }
        }
    }

    /// Decodes a profile.
    private init(profile: ConfigurationValue.Entry, _ problems: inout [ConfigurationProblem]) {
        guard let entries = profile.value.content == .null ? [] : profile.value.entries else {
            problems.append(
                .wrongType(of: profile.key, wanted: LocalizedText(zh: "映射", en: "a mapping"), found: profile.value)
            )
            return
        }
        for entry in entries where !take(entry, &problems) {
            problems.append(
                .unknownName(
                    LocalizedText(zh: "方案键", en: "key of a profile"),
                    entry.key,
                    known: Self.partialKeys,
                    at: entry.keyPlace
                )
            )
        }
    }

    /// The keys that a file and a profile have.
    private static let partialKeys = ["extends", "stages", "options", "style", "outputs", "ignore"]

    /// Decodes one of ``partialKeys``.
    ///
    /// - Returns: Whether it is one.
    private mutating func take(_ entry: ConfigurationValue.Entry, _ problems: inout [ConfigurationProblem]) -> Bool {
        switch entry.key {
        case "extends": extends = Self.bases(entry.value, &problems)
        case "stages": stages = Self.stages(entry.value, &problems)
        case "options": options = Self.options(entry.value, &problems)
        case "style": style = Self.name(entry.value, of: "style", &problems)
        case "outputs": outputs = Self.outputs(entry.value, &problems)
        case "ignore": ignored = SuppressionDecoding.suppressions(entry.value, &problems)
        default: return false
        }
        return true
    }

    private static func bases(_ value: ConfigurationValue, _ problems: inout [ConfigurationProblem]) -> [Name] {
        if let text = value.text { return [Name(text, place: value.place)] }
        guard let elements = value.elements else {
            problems.append(
                .wrongType(
                    of: "extends",
                    wanted: LocalizedText(zh: "预设名、文件路径或它们的列表", en: "a preset, a path, or a list of these"),
                    found: value
                )
            )
            return []
        }
        return elements.compactMap { name($0, of: "extends", &problems) }
    }

    private static func options(_ value: ConfigurationValue, _ problems: inout [ConfigurationProblem]) -> [Options] {
        let wanted = LocalizedText(zh: "选项的映射", en: "a mapping of options")
        guard let entries = value.entries else {
            problems.append(
                .wrongType(
                    of: "options",
                    wanted: LocalizedText(zh: "步骤名称到选项的映射", en: "a mapping of stages to options"),
                    found: value
                )
            )
            return []
        }
        return entries.compactMap { entry in
            guard let options = entry.value.content == .null ? [] : entry.value.entries else {
                problems.append(.wrongType(of: entry.key, wanted: wanted, found: entry.value))
                return nil
            }
            return Options(name: Name(entry.key, place: entry.keyPlace), options: options)
        }
    }

    private static func profiles(_ value: ConfigurationValue, _ problems: inout [ConfigurationProblem]) -> [Profile] {
        guard let entries = value.entries else {
            problems.append(
                .wrongType(
                    of: "profiles",
                    wanted: LocalizedText(zh: "名称到配置的映射", en: "a mapping of names to configurations"),
                    found: value
                )
            )
            return []
        }
        return entries.map { entry in
            Profile(
                name: Name(entry.key, place: entry.keyPlace),
                content: PipelineConfiguration(profile: entry, &problems)
            )
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

    private static func outputs(
        _ value: ConfigurationValue,
        _ problems: inout [ConfigurationProblem]
    ) -> [Output]? {
        guard let elements = value.elements, !elements.isEmpty else {
            problems.append(
                .wrongType(
                    of: "outputs",
                    wanted: LocalizedText(zh: "至少有一项的列表", en: "a list of at least one output"),
                    found: value
                )
            )
            return nil
        }
        return elements.compactMap { output($0, &problems) }
    }

    private static func output(
        _ value: ConfigurationValue,
        _ problems: inout [ConfigurationProblem]
    ) -> Output? {
        if let text = value.text { return Output(format: Name(text, place: value.place)) }
        guard let entries = value.entries else {
            problems.append(
                .wrongType(
                    of: LocalizedText(zh: "“outputs”的一项", en: "an entry of 'outputs'"),
                    wanted: LocalizedText(
                        zh: "格式名称、“名称: 选项”，或含 format、style、suffix 的映射",
                        en: "a format, a format with its options, or a mapping with format, style, suffix"
                    ),
                    found: value
                )
            )
            return nil
        }
        var (format, style, suffix): (Name?, Name?, Name?)
        var options: [ConfigurationValue.Entry] = []
        var settings = entries
        // As in the list of stages: the name, and under it what is said of it.
        if entries.count == 1, let under = entries[0].value.entries, !outputKeys.contains(entries[0].key) {
            format = Name(entries[0].key, place: entries[0].keyPlace)
            settings = under
        }
        let isNamed = format != nil
        for entry in settings {
            switch entry.key {
            case "format" where !isNamed: format = name(entry.value, of: "format", &problems)
            case "style": style = name(entry.value, of: "style", &problems)
            case "suffix":
                suffix = name(entry.value, of: "suffix", &problems)
                if let text = suffix?.text, text.unicodeScalars.contains(where: { $0 == "/" || $0.value < 0x20 }) {
                    problems.append(ConfigurationProblem(place: entry.value.place, message: noFileName))
                }
            default: options.append(entry)
            }
        }
        guard let format else {
            // Without a format nobody knows which options there are.
            problems += options.map(unknownOutputKey)
            if value["format"] == nil { problems.append(ConfigurationProblem(place: value.place, message: noFormat)) }
            return nil
        }
        return Output(format: format, style: style, suffix: suffix, options: options)
    }

    /// The keys of an output in every format.
    static let outputKeys = ["format", "style", "suffix"]

    private static func unknownOutputKey(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        .unknownName(
            LocalizedText(zh: "“outputs”的键", en: "key of an output"),
            entry.key,
            known: outputKeys,
            at: entry.keyPlace
        )
    }

    private static let noFileName = LocalizedText(
        zh: "“suffix”是文件名的一部分，不能有“/”和控制字符，请去掉",
        en: "'suffix' is part of a file name; remove '/' and control characters"
    )
    private static let noFormat = LocalizedText(
        zh: "“outputs”的这一项缺少“format”，请加上",
        en: "this entry of 'outputs' lacks 'format'; add it"
    )
}

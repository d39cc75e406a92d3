public import SummaryModel

/// Reads a data file that a configuration names.
///
/// - Parameter path: The path as written.
/// - Parameter place: Where the path stands, to which a relative path is relative.
/// - Throws: ``ConfigurationError`` when the file is missing or broken.
public typealias DataFileLoader = (_ path: String, _ place: ConfigurationPlace) throws(ConfigurationError) ->
    ConfigurationValue

/// Reads a data file that a configuration names, or those in a folder, in the order of their names.
///
/// - Parameter path: The path as written.
/// - Parameter place: Where the path stands, to which a relative path is relative.
/// - Throws: ``ConfigurationError`` when there is no such file, or one is broken.
public typealias DataFolderLoader = (_ path: String, _ place: ConfigurationPlace) throws(ConfigurationError) ->
    [ConfigurationValue]

/// What the catalog knows of a stage: its name, its description, and how to make one.
public struct StageDefinition: Sendable {
    /// The options that every stage has besides its own: whether it works, and with which documents. Who reads a
    /// configuration sees to them, so no stage declares options of these names.
    public static let switches = ["enabled", "when"]

    /// The name in configuration files.
    public let name: String
    /// What the stage does.
    public var summary: LocalizedText { type.summary }
    /// Its options.
    public var options: [OptionDescription] { describeOptions() }
    /// What it may report.
    public var findings: [FindingDescription] { type.findings }
    /// The names of values that it looks for whatever the draft says.
    public var valueNames: [String] { type.valueNames }
    /// Examples of what it does.
    public var examples: [StageExample] { type.examples }
    /// Whether it starts other programs.
    public var startsPrograms: Bool { type.startsPrograms }
    /// The stage, which is asked only when somebody wants to know: a program that starts makes no descriptions.
    private let type: any Stage.Type
    private let describeOptions: @Sendable () -> [OptionDescription]
    private let make:
        @Sendable (ConfigurationValue?, DataFileLoader, DataFolderLoader) throws(ConfigurationError) -> any Stage

    /// Creates the definition of a stage type.
    public init<S: Stage>(_ type: S.Type) {
        name = S.name
        self.type = type
        describeOptions = { S.Options.options.map { $0.description } }
        make = { (value, load, loadAll) throws(ConfigurationError) in
            var options = S.Options()
            try Self.apply(value, to: &options, of: S.name, load: load, loadAll: loadAll)
            return try S(options: options)
        }
    }

    /// Makes a stage with the options that `value` gives.
    ///
    /// - Parameters:
    ///   - value: A mapping of options; `nil` or null for the defaults.
    ///   - load: Reads the data files that options name.
    ///   - loadAll: Reads the data files or folders that options name; by default files only.
    /// - Throws: ``ConfigurationError`` with everything that is wrong with the options.
    public func makeStage(
        options value: ConfigurationValue?,
        load: DataFileLoader,
        loadAll: DataFolderLoader? = nil
    ) throws(ConfigurationError) -> any Stage {
        if let loadAll { return try make(value, load, loadAll) }
        return try make(value, load) { (path, place) throws(ConfigurationError) in [try load(path, place)] }
    }

    /// What is wrong with the name of an option; `nil` when the stage has it.
    public func unknownOption(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem? {
        let known = options.map(\.name)
        guard !known.contains(entry.key), !Self.switches.contains(entry.key) else { return nil }
        return Self.unknown(entry, of: name, among: known)
    }

    private static func unknown(
        _ entry: ConfigurationValue.Entry,
        of stage: String,
        among known: [String]
    ) -> ConfigurationProblem {
        .unknownName(
            LocalizedText(zh: "\(stage) 选项", en: "option of \(stage)"),
            entry.key,
            known: known + switches,
            at: entry.keyPlace
        )
    }

    private static func apply<Options: StageOptions>(
        _ value: ConfigurationValue?,
        to options: inout Options,
        of stage: String,
        load: DataFileLoader,
        loadAll: DataFolderLoader
    ) throws(ConfigurationError) {
        guard let value, value.content != .null else { return }
        guard let entries = value.entries else {
            throw ConfigurationError([
                .wrongType(of: stage, wanted: LocalizedText(zh: "选项的映射", en: "a mapping of options"), found: value)
            ])
        }
        var problems: [ConfigurationProblem] = []
        for entry in entries {
            guard let option = Options.options.first(where: { $0.description.name == entry.key }) else {
                problems.append(unknown(entry, of: stage, among: Options.options.map(\.description.name)))
                continue
            }
            do {
                if option.description.type == .dataFiles {
                    if let content = try content(of: entry.value, loadAll) {
                        _ = option.apply(&options, content)
                    } else {
                        problems.append(Self.rejected(entry, by: option.description))
                    }
                } else if option.description.type == .dataFile, let path = entry.value.text {
                    _ = option.apply(&options, try load(path, entry.value.place))
                } else if option.description.type == .dataFile, entry.value.entries == nil {
                    problems.append(.wrongType(of: entry.key, wanted: OptionType.dataFile.name, found: entry.value))
                } else if !option.apply(&options, entry.value) {
                    problems.append(Self.rejected(entry, by: option.description))
                }
            } catch {
                problems += error.problems
            }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
    }

    /// The files that `value` names, or the mapping that it is, as a list.
    private static func content(
        of value: ConfigurationValue,
        _ loadAll: DataFolderLoader
    ) throws(ConfigurationError) -> ConfigurationValue? {
        if let path = value.text {
            return ConfigurationValue(.list(try loadAll(path, value.place)), place: value.place)
        }
        return value.entries == nil ? nil : ConfigurationValue(.list([value]), place: value.place)
    }

    private static func rejected(
        _ entry: ConfigurationValue.Entry,
        by option: OptionDescription
    ) -> ConfigurationProblem {
        if case .choice(let names) = option.type, let text = entry.value.text {
            return .unknownName(
                LocalizedText(zh: "“\(entry.key)”取值", en: "value of '\(entry.key)'"),
                text,
                known: names,
                at: entry.value.place
            )
        }
        if case .settings(let keys, let values) = option.type, let settings = entry.value.entries {
            for setting in settings {
                guard keys.contains(setting.key) else {
                    return .unknownName(
                        LocalizedText(zh: "“\(entry.key)”的键", en: "key of '\(entry.key)'"),
                        setting.key,
                        known: keys,
                        at: setting.keyPlace
                    )
                }
                if !values.contains(setting.value.text ?? "") {
                    return .unknownName(
                        LocalizedText(zh: "“\(setting.key)”取值", en: "value of '\(setting.key)'"),
                        setting.value.text ?? "",
                        known: values,
                        at: setting.value.place
                    )
                }
            }
        }
        if case .texts(let names?) = option.type, let elements = entry.value.elements {
            for element in elements {
                if let text = element.text, !names.contains(text) {
                    return .unknownName(
                        LocalizedText(zh: "“\(entry.key)”取值", en: "value of '\(entry.key)'"),
                        text,
                        known: names,
                        at: element.place
                    )
                }
            }
        }
        if case .integer = option.type {
            switch entry.value.content {
            case .integer, .number: return .outOfRange(entry, wanted: option.type.name)
            default: break
            }
        }
        return .wrongType(of: entry.key, wanted: option.type.name, found: entry.value)
    }
}

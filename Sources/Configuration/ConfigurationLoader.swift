public import StageKit
internal import SummaryModel

/// Turns configuration files into checked configurations. What it returns cannot fail for a reason that lies in the
/// configuration; what it throws names everything that is wrong with it.
public struct ConfigurationLoader: Sendable {
    /// The style sheet of a configuration that names none.
    public static let defaultStyle = "gbt9704"
    /// The output format of a configuration that names none.
    public static let defaultOutput = "docx"
    /// The stages of the built-in pipeline `standard`; one that is not in the catalog is not in it.
    public static let standardStages = ["cleanup", "punctuation", "numbering", "placeholders", "proofreading"]
    /// The stages that a configuration may name.
    public let stages: StageCatalog
    /// The names of the output formats that it may name.
    public let formats: [String]
    /// The names of the style sheets that are built in.
    public let styles: [String]
    /// Whether the configuration may have stages that start other programs.
    public var allowsExternal = false
    /// Options that are put over those of the configuration in every stage of a name, such as those of the command line.
    public var overrides: [String: [ConfigurationValue.Entry]] = [:]

    /// Creates a loader.
    public init(stages: StageCatalog, formats: [String], styles: [String]) {
        self.stages = stages
        self.formats = formats
        self.styles = styles
    }

    /// The configuration that holds when there is no file: the pipeline `standard`.
    public func standard() throws(ConfigurationError) -> EffectiveConfiguration {
        var problems: [ConfigurationProblem] = []
        return try resolve(PipelineConfiguration(), problems: &problems)
    }

    /// Reads and checks the configuration file at `path`.
    public func load(path: String) throws(ConfigurationError) -> EffectiveConfiguration {
        try load(try Self.bytes(of: path, namedAt: ConfigurationPlace(file: path)), file: path)
    }

    /// Checks the configuration in `bytes`.
    ///
    /// - Parameter file: The path of the file, for messages and relative paths.
    public func load(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> EffectiveConfiguration {
        var problems: [ConfigurationProblem] = []
        let value = YAMLReader().read(bytes, file: file, problems: &problems)
        // A file that cannot be parsed at all has this problem only.
        guard problems.isEmpty || value.content != .null else { throw ConfigurationError(problems) }
        let configuration = PipelineConfiguration(decoding: value, problems: &problems)
        return try resolve(configuration, problems: &problems)
    }

    /// The style sheet of this name, or in the file of this path.
    public func style(_ name: PipelineConfiguration.Name) throws(ConfigurationError) -> EffectiveConfiguration.Style {
        if styles.contains(name.text) { return .builtIn(name.text) }
        guard ConfigurationPath.isFile(name.text) else {
            throw ConfigurationError([
                .unknownName(LocalizedText(zh: "样式", en: "style"), name.text, known: styles, at: name.place)
            ])
        }
        let path = ConfigurationPath.resolve(name.text, from: name.place.file)
        _ = try Self.bytes(of: path, namedAt: name.place)
        return .file(path: path, name: name)
    }

    /// The output format of this name.
    public func format(_ name: PipelineConfiguration.Name) throws(ConfigurationError) -> String {
        if formats.contains(name.text) { return name.text }
        throw ConfigurationError([
            .unknownName(LocalizedText(zh: "输出格式", en: "output format"), name.text, known: formats, at: name.place)
        ])
    }

    /// Reads a YAML, JSON or CSV file that a configuration names at `place`.
    public static func dataFile(
        _ path: String,
        _ place: ConfigurationPlace
    ) throws(ConfigurationError) -> ConfigurationValue {
        let path = ConfigurationPath.resolve(path, from: place.file)
        return try DataFile.read(try bytes(of: path, namedAt: place), path: path)
    }

    /// Reads a YAML or JSON file that a configuration names at `place`, or all such files of a folder in the order of
    /// their names; what is in folders of the folder is not read.
    public static func dataFiles(
        _ path: String,
        _ place: ConfigurationPlace
    ) throws(ConfigurationError) -> [ConfigurationValue] {
        let folder = ConfigurationPath.resolve(path, from: place.file)
        guard FileContents.isFolder(folder) else { return [try dataFile(path, place)] }
        let names = FileContents.names(inFolder: folder).filter { name in
            !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
        }
        guard !names.isEmpty else {
            throw ConfigurationError([
                ConfigurationProblem(
                    place: place,
                    message: LocalizedText(
                        zh: "文件夹“\(folder)”中没有 YAML 或 JSON 文件，请检查路径",
                        en: "the folder '\(folder)' holds no YAML or JSON file; check the path"
                    )
                )
            ])
        }
        var values: [ConfigurationValue] = []
        var problems: [ConfigurationProblem] = []
        for name in names.sorted(by: { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }) {
            let file = folder + (folder.hasSuffix("/") ? "" : "/") + name
            do {
                values.append(try YAMLReader().read(try bytes(of: file, namedAt: place), file: file))
            } catch {
                problems += error.problems
            }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return values
    }

    private static func bytes(of path: String, namedAt place: ConfigurationPlace) throws(ConfigurationError) -> [UInt8]
    {
        do {
            return try FileContents.read(path)
        } catch {
            var message = error.message(path)
            let (folder, name) = ConfigurationPath.parts(of: path)
            if error == .missing, let nearest = NearestName.of(name, in: FileContents.names(inFolder: folder)) {
                message = LocalizedText(
                    zh: "文件“\(path)”不存在，是不是“\(nearest)”？",
                    en: "the file '\(path)' does not exist; did you mean '\(nearest)'?"
                )
            }
            throw ConfigurationError([ConfigurationProblem(place: place, message: message)])
        }
    }

    private func resolve(
        _ configuration: PipelineConfiguration,
        problems: inout [ConfigurationProblem]
    ) throws(ConfigurationError) -> EffectiveConfiguration {
        var made: [any Stage] = []
        var descriptions: [EffectiveConfiguration.StageDescription] = []
        for entry in configuration.stages ?? Self.standardEntries(stages) {
            guard let definition = stages[entry.name.text] else {
                problems.append(unknownStage(entry.name))
                continue
            }
            if definition.startsPrograms, !allowsExternal { problems.append(Self.notAllowed(entry.name)) }
            let options = overriding(entry)
            do {
                made.append(try definition.makeStage(options: options, load: Self.dataFile, loadAll: Self.dataFiles))
            } catch {
                problems += error.problems
            }
            let given = (options?.entries ?? []).map { ($0.key, $0.value) }
            descriptions.append(.init(definition: definition, given: Dictionary(given) { first, _ in first }))
        }
        var style = EffectiveConfiguration.Style.builtIn(Self.defaultStyle)
        if let name = configuration.style {
            do { style = try self.style(name) } catch { problems += error.problems }
        }
        var outputs: [String] = []
        for name in configuration.outputs ?? [] {
            do {
                let format = try format(name)
                if outputs.contains(format) { problems.append(Self.repeated(name)) } else { outputs.append(format) }
            } catch {
                problems += error.problems
            }
        }
        if configuration.outputs == nil { outputs = [Self.defaultOutput] }
        if !problems.isEmpty { throw ConfigurationError(Self.inReadingOrder(problems)) }
        return EffectiveConfiguration(
            pipeline: Pipeline(made),
            stages: descriptions,
            style: style,
            outputs: outputs,
            statesOutputs: configuration.outputs != nil,
            ignored: configuration.ignored
        )
    }

    private static func standardEntries(_ catalog: StageCatalog) -> [PipelineConfiguration.StageEntry] {
        let place = ConfigurationPlace(file: "standard")
        return standardStages.filter { catalog[$0] != nil }.map { .init(name: .init($0, place: place)) }
    }

    private func overriding(_ entry: PipelineConfiguration.StageEntry) -> ConfigurationValue? {
        guard let added = overrides[entry.name.text], !added.isEmpty else { return entry.options }
        guard entry.options == nil || entry.options?.entries != nil else { return entry.options }
        let kept = (entry.options?.entries ?? []).filter { entry in !added.contains { $0.key == entry.key } }
        return ConfigurationValue(.mapping(kept + added), place: entry.options?.place ?? entry.name.place)
    }

    private func unknownStage(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        return .unknownName(
            LocalizedText(zh: "步骤", en: "stage"),
            name.text,
            known: stages.definitions.map(\.name),
            at: name.place
        )
    }

    private static func notAllowed(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        ConfigurationProblem(
            place: name.place,
            message: LocalizedText(
                zh: "步骤“\(name.text)”会启动其他程序；信任这份配置时请加 --allow-external",
                en:
                    "the stage '\(name.text)' starts another program; when you trust the configuration, add --allow-external"
            )
        )
    }

    private static func repeated(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        ConfigurationProblem(
            place: name.place,
            message: LocalizedText(
                zh: "输出格式“\(name.text)”重复，请删去一个",
                en: "the output format '\(name.text)' stands twice; remove one"
            )
        )
    }

    /// The problems file by file and from top to bottom.
    private static func inReadingOrder(_ problems: [ConfigurationProblem]) -> [ConfigurationProblem] {
        var files: [String: Int] = [:]
        for problem in problems where files[problem.place.file] == nil { files[problem.place.file] = files.count }
        func key(_ problem: ConfigurationProblem) -> (Int, Int, Int) {
            let position = problem.place.position
            return (files[problem.place.file] ?? 0, position?.line ?? 0, position?.column ?? 0)
        }
        return problems.enumerated()
            .sorted { key($0.element) == key($1.element) ? $0.offset < $1.offset : key($0.element) < key($1.element) }
            .map(\.element)
    }
}

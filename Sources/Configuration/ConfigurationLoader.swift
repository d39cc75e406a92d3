public import RenderKit
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
    /// The stage that joins the pipeline `standard` before `placeholders` where something is said for it: options, or front
    /// matter under one of its names.
    static let joiningStage = "elements"
    /// The stages that a configuration may name.
    public let stages: StageCatalog
    /// The names of the output formats that it may name.
    public let formats: [String]
    /// The names of the style sheets that are built in.
    public let styles: [String]
    /// The options that an output format has.
    public var formatOptions: @Sendable (_ format: String) -> [RendererOption] = { _ in [] }
    /// Whether the configuration may have stages that start other programs.
    public var allowsExternal = false
    /// Options that are put over those of the configuration in every stage of a name, such as those of the command line.
    public var overrides: [String: [ConfigurationValue.Entry]] = [:]
    /// The values of the variables `${NAME}` in configuration files, such as those of the environment.
    public var variables: [String: String] = [:]
    /// The profile that goes over the configuration; `nil` for none.
    public var profile: PipelineConfiguration.Name?
    /// The path of the configuration file of the user; `nil` when there is none, or it is left out.
    public var userFile: String?
    /// Options that the command line assigns, in order.
    private(set) var assignments = StageOptionsTable()

    /// Creates a loader.
    public init(stages: StageCatalog, formats: [String], styles: [String]) {
        self.stages = stages
        self.formats = formats
        self.styles = styles
    }

    /// The names of the configurations that come with the program.
    public static let presets = Presets.names
    /// The names of those that serve as profiles where a configuration has none of the name.
    public static let profilePresets = Presets.profiles

    /// The configuration that holds when there is no file: the pipeline `standard`.
    public func standard() throws(ConfigurationError) -> EffectiveConfiguration {
        try resolve(ConfigurationLayer(), sources)
    }

    /// The configuration that `choice` names: a preset, or a file by its path. A name that has neither a slash nor the
    /// extension of a configuration is the preset, if there is one. With `nil` it is the one of the user, if there is one,
    /// or the pipeline `standard`.
    public func load(_ choice: String?) throws(ConfigurationError) -> EffectiveConfiguration {
        guard let choice else {
            if let userFile { return try load(path: userFile) }
            return try standard()
        }
        guard !ConfigurationPath.isFile(choice), Presets.text(choice) != nil else { return try load(path: choice) }
        var sources = sources
        let layer = sources.preset(choice, namedAt: ConfigurationPlace(file: choice))
        return try resolve(layer, sources)
    }

    /// Reads and checks the configuration file at `path`.
    public func load(path: String) throws(ConfigurationError) -> EffectiveConfiguration {
        var sources = sources
        let layer = sources.file(path, namedAt: ConfigurationPlace(file: path))
        if sources.files.isEmpty, !ConfigurationPath.isFile(path), let problem = sources.problems.first,
            !FileContents.exists(path), let nearest = NearestName.of(path, in: Presets.names)
        {
            throw ConfigurationError([ConfigurationProblem(place: problem.place, message: Self.noFile(path, nearest))])
        }
        return try resolve(layer, sources)
    }

    /// Checks the configuration in `bytes`.
    ///
    /// - Parameter file: The path of the file, for messages and relative paths.
    public func load(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> EffectiveConfiguration {
        var sources = sources
        let layer = sources.content(bytes, file: file)
        return try resolve(layer, sources)
    }

    /// Takes `STAGE.OPTION=VALUE` or `FORMAT.OPTION=VALUE`, as the command line has it, over everything that files say.
    /// Further names go into mappings: `proofreading.rules.long-sentence=off`. The value is YAML; for an option that is a
    /// list, one value is a list of one.
    ///
    /// - Returns: Whether it was taken: `false` when what stands before the first point is neither a stage of the catalog
    ///   nor an output format with options.
    /// - Throws: ``ConfigurationError`` when the value is not YAML, a name is empty, or further names follow one under which
    ///   no mapping stands.
    public mutating func assign(_ text: String) throws(ConfigurationError) -> Bool {
        guard let sign = text.firstIndex(of: "="), let point = text[..<sign].firstIndex(of: "."),
            let options = optionsToAssign(of: String(text[..<point]))
        else { return false }
        let place = ConfigurationPlace(file: Self.assignmentFile)
        let names = text[text.index(after: point)..<sign].split(separator: ".", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty }) else {
            throw ConfigurationError([ConfigurationProblem(place: place, message: Self.emptyName(text))])
        }
        let type = options.first { $0.name == names[0] }?.type
        let depth = Self.depth(of: String(names[0]), type)
        if names.count > depth {
            let path = text[..<names[depth - 1].endIndex]
            throw ConfigurationError([
                ConfigurationProblem(place: place, message: Self.noMapping(String(names[depth - 1]), String(path)))
            ])
        }
        var value: ConfigurationValue
        do {
            value = try YAMLReader().read(Array(text[text.index(after: sign)...].utf8), file: Self.assignmentFile)
        } catch {
            // The line and column of a value on the command line help nobody.
            throw ConfigurationError(
                error.problems.map { .init(place: place, message: Self.badValue(text, $0.message)) }
            )
        }
        value = value.placed(at: place)
        if let type, names.count == depth { value = value.asList(ifWantedBy: type) }
        for name in names.dropFirst().reversed() {
            value = ConfigurationValue(
                .mapping([.init(key: String(name), keyPlace: place, value: value)]),
                place: place
            )
        }
        guard let option = names.first else { return false }
        let entry = ConfigurationValue.Entry(key: String(option), keyPlace: place, value: value)
        let stage = PipelineConfiguration.Name(String(text[..<point]), place: place)
        assignments.put(StageOptionsEntry(name: stage, options: [entry]))
        return true
    }

    private static let assignmentFile = "--set"

    /// The options of a stage, or of an output format that has some.
    private func optionsToAssign(of name: String) -> [OptionDescription]? {
        if let definition = stages[name] { return definition.options }
        let options = formatOptions(name)
        return options.isEmpty ? nil : options.map(\.description)
    }

    /// How many names lead at most to a value of an option: one, or those of the mappings in it as well.
    private static func depth(of option: String, _ type: OptionType?) -> Int {
        switch type {
        case .flag, .integer, .text, .choice, .texts, .entries: 1
        case .settings, .lists: 2
        case .dataFile, .dataFiles: Int.max
        // An option that there is not has its own problem.
        case nil: option == "enabled" ? 1 : option == "when" ? 2 : Int.max
        }
    }

    private var sources: ConfigurationSources {
        ConfigurationSources(
            variables: variables,
            userFile: userFile,
            standardStages: Self.standardStages.filter { stages[$0] != nil }
        )
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

    /// An output in this format, with what the command line says of it.
    public func output(_ name: PipelineConfiguration.Name) throws(ConfigurationError) -> EffectiveConfiguration.Output {
        var output = EffectiveConfiguration.Output(format: try format(name))
        output.options = try options(of: output.format, [])
        return output
    }

    /// What the command line says of formats that are none of `formats`.
    public func problems(withOutputsIn formats: [String]) -> [ConfigurationProblem] {
        assignments.entries.map(\.name).filter { stages[$0.text] == nil && !formats.contains($0.text) }.map(
            Self.noOutput
        )
    }

    private func options(
        of format: String,
        _ given: [ConfigurationValue.Entry]
    ) throws(ConfigurationError) -> RendererOptions {
        let assigned = assignments[format]?.options ?? []
        guard !given.isEmpty || !assigned.isEmpty else { return RendererOptions() }
        return try OutputOptions(of: format, formatOptions(format)).values(of: given.merged(with: assigned))
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

    static func bytes(of path: String, namedAt place: ConfigurationPlace) throws(ConfigurationError) -> [UInt8] {
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

    // MARK: - From what files say to what holds

    private func resolve(
        _ file: ConfigurationLayer,
        _ sources: ConfigurationSources
    ) throws(ConfigurationError) -> EffectiveConfiguration {
        var (layer, sources) = (file, sources)
        applyProfile(to: &layer, &sources)
        var problems = sources.problems
        let files = sources.files
        let entries = layer.stages ?? standardEntries(under: layer)
        var steps: [Pipeline.Step] = []
        var descriptions: [EffectiveConfiguration.StageDescription] = []
        for entry in entries {
            guard let definition = stages[entry.name.text] else {
                problems.append(unknownStage(entry.name))
                continue
            }
            let value = options(of: entry, in: layer)
            let switches = StageSwitches(value, problems: &problems)
            if definition.startsPrograms, !allowsExternal, switches.condition != .never {
                problems.append(Self.notAllowed(entry.name))
            }
            do {
                let stage = try definition.makeStage(
                    options: switches.rest,
                    load: Self.dataFile,
                    loadAll: Self.dataFiles
                )
                steps.append(Pipeline.Step(stage, when: switches.condition))
                if stage.label != definition.name, stages[stage.label] != nil {
                    problems.append(Self.takenName(stage.label, at: entry.name.place))
                }
            } catch {
                // What is missing has no place; that of the stage is the nearest.
                problems += error.problems.map { problem in
                    var problem = problem
                    if problem.place == ConfigurationPlace(file: definition.name) { problem.place = entry.name.place }
                    return problem
                }
            }
            let given = (value?.entries ?? []).map { ($0.key, $0.value) }
            descriptions.append(
                .init(
                    definition: definition,
                    given: Dictionary(given) { first, _ in first },
                    place: entry.name.place
                )
            )
        }
        checkOptions(layer, among: Set(entries.map(\.name.text)), &problems)
        checkProfiles(over: file, &sources, &problems)
        var style = EffectiveConfiguration.Style.builtIn(Self.defaultStyle)
        if let name = layer.style {
            do { style = try self.style(name) } catch { problems += error.problems }
        }
        if layer.stages == nil { join(&steps, entries, layer, &problems) }
        let outputs = outputs(of: layer, &problems)
        let broken = Set(sources.textProblems.map(\.place))
        problems.removeAll { broken.contains($0.place) && !sources.textProblems.contains($0) }
        if !problems.isEmpty { throw ConfigurationError(Self.inReadingOrder(problems)) }
        var pipeline = Pipeline(steps: steps)
        let present = Set(pipeline.stageNames)
        pipeline.absentStages = stages.definitions.filter { !present.contains($0.name) }
        return EffectiveConfiguration(
            pipeline: pipeline,
            stages: descriptions,
            style: style,
            stylePlace: layer.style?.place,
            outputs: outputs,
            statesOutputs: layer.outputs != nil,
            ignored: layer.ignored.map(\.suppression),
            ignoredPlaces: layer.ignored.map(\.place),
            unused: Self.unused(layer, among: Set(entries.map(\.name.text))),
            files: files
        )
    }

    /// The options of stages that were in the list of a file below, or that a preset speaks of, and are not in the list.
    private static func unused(
        _ layer: ConfigurationLayer,
        among names: Set<String>
    ) -> [EffectiveConfiguration.UnusedOptions] {
        (layer.under.entries + layer.over.entries).filter { !names.contains($0.name.text) }
            .map { entry in
                EffectiveConfiguration.UnusedOptions(
                    stage: entry.name.text,
                    origin: ConfigurationListing.origin(entry.name.place)
                )
            }
            .sorted { ($0.stage, $0.origin) < ($1.stage, $1.origin) }
    }

    /// Puts the chosen profile over the file: its own, or the preset of that name.
    private func applyProfile(to layer: inout ConfigurationLayer, _ sources: inout ConfigurationSources) {
        guard let profile else { return }
        let chosen = layer.profiles.filter { $0.name.text == profile.text }
        if chosen.isEmpty {
            guard Presets.profiles.contains(profile.text) else {
                let known = Set(layer.profiles.map(\.name.text) + Presets.profiles)
                sources.problems.append(
                    .unknownName(LocalizedText(zh: "方案", en: "profile"), profile.text, known: known, at: profile.place)
                )
                return
            }
            layer.put(sources.preset(profile.text, namedAt: profile.place))
        }
        for own in chosen { layer.put(sources.profile(own)) }
    }

    /// The stages of the pipeline `standard`, with the one that joins it where something is said of it.
    private func standardEntries(under layer: ConfigurationLayer) -> [PipelineConfiguration.StageEntry] {
        var names = Self.standardStages
        let (under, over) = layer.options(for: Self.joiningStage)
        if !under.isEmpty || !over.isEmpty || assignments[Self.joiningStage] != nil {
            names.insert(Self.joiningStage, at: Self.joiningIndex(in: names))
        }
        return names.filter { stages[$0] != nil }.map(Self.standardEntry)
    }

    private static func standardEntry(_ name: String) -> PipelineConfiguration.StageEntry {
        .init(name: .init(name, place: ConfigurationPlace(file: Presets.file(Presets.standard))))
    }

    private static func joiningIndex(in names: [String]) -> Int { names.firstIndex(of: "placeholders") ?? names.count }

    /// Adds the stage that joins the pipeline `standard` for documents that have metadata for it, where the list does not
    /// have it.
    private func join(
        _ steps: inout [Pipeline.Step],
        _ entries: [PipelineConfiguration.StageEntry],
        _ layer: ConfigurationLayer,
        _ problems: inout [ConfigurationProblem]
    ) {
        let names = entries.map(\.name.text)
        guard steps.count == entries.count, !names.contains(Self.joiningStage),
            let definition = stages[Self.joiningStage]
        else { return }
        let options = options(of: Self.standardEntry(Self.joiningStage), in: layer)
        do {
            let stage = try definition.makeStage(options: options, load: Self.dataFile, loadAll: Self.dataFiles)
            let step = Pipeline.Step(stage, when: .metadata(type(of: stage).valueNames))
            steps.insert(step, at: Self.joiningIndex(in: names))
        } catch { problems += error.problems }
    }

    /// The options of an entry of the list, from the lowest file to the command line.
    private func options(
        of entry: PipelineConfiguration.StageEntry,
        in layer: ConfigurationLayer
    ) -> ConfigurationValue? {
        let name = entry.name.text
        if let options = entry.options, options.entries == nil { return options }
        let (under, over) = layer.options(for: name)
        let replaced = overrides[name] ?? []
        let assigned = assignments[name]?.options ?? []
        let merged = under.merged(with: entry.options?.entries ?? []).merged(with: over)
            .filter { entry in !replaced.contains { $0.key == entry.key } }
        let all = (merged + replaced).merged(with: assigned)
        if all.isEmpty { return entry.options }
        return ConfigurationValue(.mapping(all), place: entry.options?.place ?? entry.name.place)
    }

    /// Reports options for stages that are not in the list.
    private func checkOptions(
        _ layer: ConfigurationLayer,
        among names: Set<String>,
        _ problems: inout [ConfigurationProblem]
    ) {
        let assigned = assignments.entries.filter { stages[$0.name.text] != nil }
        let said = layer.under.entries + layer.over.entries + assigned
        for entry in said where !entry.hasStage && !names.contains(entry.name.text) {
            problems.append(stages[entry.name.text] == nil ? unknownStage(entry.name) : Self.noStage(entry.name))
        }
    }

    /// Looks at the profiles that were not chosen, each as it would be over `file`. Nothing is started, and options of
    /// stages that are not in the list may wait for a file that has them.
    private func checkProfiles(
        over file: ConfigurationLayer,
        _ sources: inout ConfigurationSources,
        _ problems: inout [ConfigurationProblem]
    ) {
        var names: [String] = []
        var layers: [String: ConfigurationLayer] = [:]
        let known = sources.problems.count
        for profile in file.profiles where profile.name.text != self.profile?.text {
            let name = profile.name.text
            if layers[name] == nil { names.append(name) }
            layers[name, default: ConfigurationLayer()].put(sources.profile(profile))
        }
        problems += sources.problems.dropFirst(known)
        for name in names {
            if let layer = layers[name] { check(layer, over: file, &problems) }
        }
    }

    private func check(
        _ profile: ConfigurationLayer,
        over file: ConfigurationLayer,
        _ problems: inout [ConfigurationProblem]
    ) {
        var layer = file
        layer.put(profile)
        let said = profile.under.entries + profile.over.entries
        let names = Set(said.map(\.name.text))
        let entries = (layer.stages ?? standardEntries(under: layer)).filter {
            profile.stages != nil || names.contains($0.name.text)
        }
        for entry in entries {
            guard let definition = stages[entry.name.text] else {
                problems.append(unknownStage(entry.name))
                continue
            }
            let switches = StageSwitches(options(of: entry, in: layer), problems: &problems)
            do {
                _ = try definition.makeStage(options: switches.rest, load: Self.dataFile, loadAll: Self.dataFiles)
            } catch { problems += error.problems }
        }
        let present = Set(entries.map(\.name.text))
        for entry in said where !present.contains(entry.name.text) {
            guard let definition = stages[entry.name.text] else {
                problems.append(unknownStage(entry.name))
                continue
            }
            problems += entry.options.compactMap(definition.unknownOption)
        }
        if let name = profile.style {
            do { _ = try style(name) } catch { problems += error.problems }
        }
        _ = outputs(of: profile, &problems)
    }

    private func outputs(
        of layer: ConfigurationLayer,
        _ problems: inout [ConfigurationProblem]
    ) -> [EffectiveConfiguration.Output] {
        guard let entries = layer.outputs else {
            var output = EffectiveConfiguration.Output(format: Self.defaultOutput)
            do { output.options = try options(of: output.format, []) } catch { problems += error.problems }
            return [output]
        }
        var outputs: [EffectiveConfiguration.Output] = []
        var seen: Set<[String]> = []
        for entry in entries where formats.contains(entry.format.text) || !layer.hasPresetOutputs {
            do throws(ConfigurationError) {
                var output = EffectiveConfiguration.Output(
                    format: try format(entry.format),
                    style: try entry.style.map { name throws(ConfigurationError) in try style(name) },
                    suffix: entry.suffix?.text ?? "",
                    place: entry.format.place
                )
                output.options = try options(of: output.format, entry.options)
                if seen.insert([output.format, output.suffix]).inserted {
                    outputs.append(output)
                } else {
                    problems.append(Self.repeated(entry.format))
                }
            } catch { problems += error.problems }
        }
        return outputs
    }

    private static func takenName(_ name: String, at place: ConfigurationPlace) -> ConfigurationProblem {
        ConfigurationProblem(
            place: place,
            message: LocalizedText(
                zh: "名称“\(name)”已是一个步骤，报告中会分不清；请换一个名称",
                en: "the name '\(name)' is that of another stage, so that reports would mix them up; choose another"
            )
        )
    }

    private func unknownStage(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        .unknownName(
            LocalizedText(zh: "步骤", en: "stage"),
            name.text,
            known: stages.definitions.map(\.name),
            at: name.place
        )
    }

    /// The problems file by file and from top to bottom, each once.
    private static func inReadingOrder(_ problems: [ConfigurationProblem]) -> [ConfigurationProblem] {
        var files: [String: Int] = [:]
        for problem in problems where files[problem.place.file] == nil { files[problem.place.file] = files.count }
        func key(_ problem: ConfigurationProblem) -> (Int, Int, Int) {
            let position = problem.place.position
            return (files[problem.place.file] ?? 0, position?.line ?? 0, position?.column ?? 0)
        }
        var seen: Set<ConfigurationProblem> = []
        return problems.filter { seen.insert($0).inserted }.enumerated()
            .sorted { key($0.element) == key($1.element) ? $0.offset < $1.offset : key($0.element) < key($1.element) }
            .map(\.element)
    }

    // MARK: - Wording

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
                zh: "输出格式“\(name.text)”重复，请删去一个，或写上不同的“suffix”",
                en: "the output format '\(name.text)' stands twice; remove one, or give it a 'suffix' of its own"
            )
        )
    }

    private static func noStage(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        ConfigurationProblem(
            place: name.place,
            message: LocalizedText(
                zh: "流水线中没有步骤“\(name.text)”，请加进“stages”，或去掉它的选项",
                en: "the pipeline has no stage '\(name.text)'; add it to 'stages', or take its options out"
            )
        )
    }

    private static func noOutput(_ name: PipelineConfiguration.Name) -> ConfigurationProblem {
        ConfigurationProblem(
            place: name.place,
            message: LocalizedText(
                zh: "没有 \(name.text) 这种输出，请加 --to \(name.text)，或去掉它的选项",
                en: "nothing is written as \(name.text); add --to \(name.text), or take its options out"
            )
        )
    }
    private static func noFile(_ path: String, _ preset: String) -> LocalizedText {
        LocalizedText(
            zh: "文件“\(path)”不存在，是不是预设“\(preset)”？",
            en: "the file '\(path)' does not exist; did you mean the preset '\(preset)'?"
        )
    }

    private static func emptyName(_ text: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(text)”应写成 步骤.选项=值",
            en: "'\(text)' must be written as STAGE.OPTION=VALUE"
        )
    }

    private static func noMapping(_ name: String, _ path: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(name)”下没有更细的键，请写成 \(path)=值",
            en: "there are no keys under '\(name)'; write \(path)=VALUE"
        )
    }

    private static func badValue(_ text: String, _ message: LocalizedText) -> LocalizedText {
        LocalizedText(
            zh: "“\(text)”的值\(message.zh)",
            en: "the value of '\(text)' is wrong: \(message.en)"
        )
    }
}

extension ConfigurationValue {
    /// One value as a list of one, where an option of `type` is a list; a value that is one stays.
    fileprivate func asList(ifWantedBy type: OptionType) -> ConfigurationValue {
        switch type {
        case .texts, .entries, .lists: break
        default: return self
        }
        return text == nil ? self : ConfigurationValue(.list([self]), place: place)
    }

    /// The value with everything in it standing at `place`.
    fileprivate func placed(at place: ConfigurationPlace) -> ConfigurationValue {
        var value = self
        value.place = place
        switch content {
        case .list(let elements): value.content = .list(elements.map { $0.placed(at: place) })
        case .mapping(let entries):
            value.content = .mapping(
                entries.map { .init(key: $0.key, keyPlace: place, value: $0.value.placed(at: place)) }
            )
        default: break
        }
        return value
    }
}

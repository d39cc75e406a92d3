internal import StageKit
internal import SummaryModel

/// Reads a configuration with everything that it extends. What is wrong with one file does not keep the others from being
/// looked at.
struct ConfigurationSources {
    typealias Name = PipelineConfiguration.Name

    /// The name by which files extend the configuration of the user.
    static let user = "user"

    /// The values of variables.
    let variables: [String: String]
    /// The path of the configuration of the user; `nil` when it is left out or not known.
    let userFile: String?
    /// The stages of the built-in pipeline.
    let standardStages: [String]

    /// The files and presets that were read, in order.
    private(set) var files: [String] = []
    /// Everything that is wrong.
    var problems: [ConfigurationProblem] = []
    /// What is wrong with the text of files; what else is wrong at the place of one of these follows from it.
    private(set) var textProblems: Set<ConfigurationProblem> = []

    /// What is known of the files that were read, by their identity.
    private var layers: [String: ConfigurationLayer] = [:]
    /// The files that are being read, the outermost first.
    private var open: [(identity: String, name: String)] = []

    init(variables: [String: String], userFile: String?, standardStages: [String]) {
        self.variables = variables
        self.userFile = userFile
        self.standardStages = standardStages
    }

    /// The file at `path`, with what it extends.
    mutating func file(_ path: String, namedAt place: ConfigurationPlace) -> ConfigurationLayer {
        source(FileContents.identity(of: path), named: path, at: place) { () throws(ConfigurationError) in
            try ConfigurationLoader.bytes(of: path, namedAt: place)
        }
    }

    /// A preset.
    mutating func preset(_ name: String, namedAt place: ConfigurationPlace) -> ConfigurationLayer {
        let file = Presets.file(name)
        // No path has this identity.
        return source("preset\u{0}\(name)", named: file, at: place, isPreset: true) {
            Array((Presets.text(name) ?? "").utf8)
        }
    }

    /// A file whose bytes are there already, with what it extends.
    mutating func content(_ bytes: [UInt8], file: String) -> ConfigurationLayer {
        source(FileContents.identity(of: file), named: file, at: ConfigurationPlace(file: file)) { bytes }
    }

    /// What a profile says, with what it extends.
    mutating func profile(_ profile: PipelineConfiguration.Profile) -> ConfigurationLayer {
        layer(of: profile.content)
    }

    private mutating func source(
        _ identity: String,
        named name: String,
        at place: ConfigurationPlace,
        isPreset: Bool = false,
        bytes: () throws(ConfigurationError) -> [UInt8]
    ) -> ConfigurationLayer {
        if let known = layers[identity] { return known }
        guard !open.contains(where: { $0.identity == identity }) else {
            let circle = open.drop { $0.identity != identity }.map(\.name) + [name]
            problems.append(ConfigurationProblem(place: place, message: Self.cycle(circle)))
            return ConfigurationLayer()
        }
        guard open.count < Limits.standard.nesting else {
            problems.append(ConfigurationProblem(place: place, message: Self.tooDeep))
            return ConfigurationLayer()
        }
        open.append((identity, name))
        defer { open.removeLast() }
        var layer = ConfigurationLayer()
        do throws(ConfigurationError) {
            let bytes = try bytes()
            files.append(name)
            var found: [ConfigurationProblem] = []
            let value = YAMLReader(variables: isPreset ? [:] : variables).read(bytes, file: name, problems: &found)
            textProblems.formUnion(found)
            // A file that cannot be parsed at all has this problem only.
            let isReadable = found.isEmpty || value.content != .null
            problems += found
            if isReadable {
                layer = self.layer(of: PipelineConfiguration(decoding: value, problems: &problems))
                layer.noteStages(layer.stages?.map(\.name.text) ?? standardStages)
                // The presets are for any list of stages.
                if isPreset {
                    layer.noteStages(layer.over.entries.map(\.name.text))
                    layer.hasPresetOutputs = layer.outputs != nil
                }
            }
        } catch {
            problems += error.problems
        }
        layers[identity] = layer
        return layer
    }

    /// What a configuration says, over what it extends.
    private mutating func layer(of configuration: PipelineConfiguration) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        for base in configuration.extends { layer.put(self.base(base)) }
        layer.put(ConfigurationLayer(configuration))
        return layer
    }

    private mutating func base(_ name: Name) -> ConfigurationLayer {
        if ConfigurationPath.isFile(name.text) {
            return file(ConfigurationPath.resolve(name.text, from: name.place.file), namedAt: name.place)
        }
        if Presets.text(name.text) != nil { return preset(name.text, namedAt: name.place) }
        if name.text == Self.user {
            if let userFile { return file(userFile, namedAt: name.place) }
            problems.append(ConfigurationProblem(place: name.place, message: Self.noUser))
            return ConfigurationLayer()
        }
        problems.append(
            .unknownName(
                LocalizedText(zh: "预设", en: "preset"),
                name.text,
                known: Presets.names + [Self.user],
                at: name.place
            )
        )
        return ConfigurationLayer()
    }

    // MARK: - Wording

    private static func cycle(_ names: [String]) -> LocalizedText {
        let way = names.joined(separator: " → ")
        return LocalizedText(
            zh: "“extends”绕成了圈（\(way)），请去掉其中一处",
            en: "'extends' goes round in a circle (\(way)); take one of them out"
        )
    }

    private static let tooDeep = LocalizedText(
        zh: "“extends”超过了上限（nesting：\(Limits.standard.nesting)），请合并几个文件",
        en: "'extends' is deeper than the limit (nesting: \(Limits.standard.nesting)); join some of the files"
    )
    private static let noUser = LocalizedText(
        zh: "没有用户配置文件，或 --no-user-config 不让用；请去掉“user”",
        en: "there is no configuration of the user, or --no-user-config leaves it out; take 'user' out"
    )
}

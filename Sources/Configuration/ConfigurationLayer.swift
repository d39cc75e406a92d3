internal import StageKit

/// What one file says, or several put one over the other.
struct ConfigurationLayer {
    typealias Name = PipelineConfiguration.Name

    /// The list of stages; `nil` for the built-in one.
    var stages: [PipelineConfiguration.StageEntry]?
    /// Options that go under those in the list, from files below the one that has it.
    var under: [StageOptionsEntry] = []
    /// Options that go over those in the list.
    var over: [StageOptionsEntry] = []
    var style: Name?
    var outputs: [PipelineConfiguration.Output]?
    var ignored: [PipelineConfiguration.Ignored] = []
    /// The profiles of all files, those of lower files first; what they extend is not read yet.
    var profiles: [PipelineConfiguration.Profile] = []

    /// Nothing.
    init() {}

    /// What a file says, without what it extends.
    init(_ configuration: PipelineConfiguration) {
        stages = configuration.stages
        over = configuration.options.map { StageOptionsEntry(name: $0.name, options: $0.options) }
        style = configuration.style
        outputs = configuration.outputs
        ignored = configuration.ignored
        profiles = configuration.profiles
    }

    /// Puts `upper` over what is said so far.
    mutating func put(_ upper: ConfigurationLayer) {
        if let list = upper.stages {
            stages = list
            for entry in over { StageOptionsEntry.put(entry, over: &under) }
            over = []
        }
        for entry in upper.under { StageOptionsEntry.put(entry, over: &under) }
        for entry in upper.over { StageOptionsEntry.put(entry, over: &over) }
        style = upper.style ?? style
        outputs = upper.outputs ?? outputs
        ignored += upper.ignored.filter { new in !ignored.contains { $0.suppression == new.suppression } }
        profiles += upper.profiles.filter { new in !profiles.contains { $0.name == new.name } }
    }

    /// Remembers which options have a stage of their name in `names`.
    mutating func noteStages(_ names: some Sequence<String>) {
        let names = Set(names)
        for index in over.indices where names.contains(over[index].name.text) { over[index].hasStage = true }
    }

    /// All options that were said for stages of this name below the list, and over it.
    func options(for stage: String) -> (under: [ConfigurationValue.Entry], over: [ConfigurationValue.Entry]) {
        (
            under.first { $0.name.text == stage }?.options ?? [], over.first { $0.name.text == stage }?.options ?? []
        )
    }
}

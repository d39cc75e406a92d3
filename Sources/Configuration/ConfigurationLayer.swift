internal import StageKit

/// What one file says, or several put one over the other.
struct ConfigurationLayer {
    typealias Name = PipelineConfiguration.Name

    /// The list of stages; `nil` for the built-in one.
    var stages: [PipelineConfiguration.StageEntry]?
    /// Options that go under those in the list, from files below the one that has it.
    var under = StageOptionsTable()
    /// Options that go over those in the list.
    var over = StageOptionsTable()
    var style: Name?
    var outputs: [PipelineConfiguration.Output]?
    /// Whether ``outputs`` are those of a preset, which may name what a build does not have.
    var hasPresetOutputs = false
    var ignored: [PipelineConfiguration.Ignored] = []
    /// The profiles of all files, those of lower files first; what they extend is not read yet.
    var profiles: [PipelineConfiguration.Profile] = []

    /// Nothing.
    init() {}

    /// What a file says, without what it extends.
    init(_ configuration: PipelineConfiguration) {
        stages = configuration.stages
        for entry in configuration.options { over.put(StageOptionsEntry(name: entry.name, options: entry.options)) }
        style = configuration.style
        outputs = configuration.outputs
        ignored = configuration.ignored
        profiles = configuration.profiles
    }

    /// Puts `upper` over what is said so far.
    mutating func put(_ upper: ConfigurationLayer) {
        if let list = upper.stages {
            stages = list
            under.put(over)
            over = StageOptionsTable()
        }
        under.put(upper.under)
        over.put(upper.over)
        style = upper.style ?? style
        if let new = upper.outputs { (outputs, hasPresetOutputs) = (new, upper.hasPresetOutputs) }
        let known = Set(ignored.map(\.suppression))
        ignored += upper.ignored.filter { !known.contains($0.suppression) }
        let names = Set(profiles.map(\.name))
        profiles += upper.profiles.filter { !names.contains($0.name) }
    }

    /// Remembers which options have a stage of their name in `names`.
    mutating func noteStages(_ names: some Sequence<String>) {
        for name in Set(names) { over.noteStage(name) }
    }

    /// All options that were said for stages of this name below the list, and over it.
    func options(for stage: String) -> (under: [ConfigurationValue.Entry], over: [ConfigurationValue.Entry]) {
        (under[stage]?.options ?? [], over[stage]?.options ?? [])
    }
}

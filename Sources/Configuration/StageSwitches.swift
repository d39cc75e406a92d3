internal import StageKit
internal import SummaryModel

/// What a configuration says about every stage alike: `enabled` and `when`.
struct StageSwitches {
    /// When the stage works; `nil` for always.
    private(set) var condition: StageCondition?
    /// The options of the stage itself.
    private(set) var rest: ConfigurationValue?

    /// Takes the switches out of the options of a stage.
    init(_ options: ConfigurationValue?, problems: inout [ConfigurationProblem]) {
        rest = options
        guard let options, let entries = options.entries else { return }
        let own = entries.filter { !StageDefinition.switches.contains($0.key) }
        rest = ConfigurationValue(.mapping(own), place: options.place)
        if let when = options["when"], when.content != .null {
            let conditions = FactCondition.conditions(decoding: when, problems: &problems)
            if !conditions.isEmpty { condition = .facts(conditions) }
        }
        if let enabled = options["enabled"] {
            switch enabled.content {
            case .bool(true): break
            case .bool(false): condition = .never
            default: problems.append(.wrongType(of: "enabled", wanted: OptionType.flag.name, found: enabled))
            }
        }
    }
}

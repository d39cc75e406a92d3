internal import StageKit

/// Options for every stage of a name, besides those in the list of stages: an entry of `options`, or of the command line.
struct StageOptionsEntry {
    /// The stage.
    var name: PipelineConfiguration.Name
    /// The options; the keys are unique.
    var options: [ConfigurationValue.Entry]
    /// Whether such a stage was in a list when this was said; the list of a later file may do without it.
    var hasStage = false
}

/// Options by the name of the stage, in the order in which the stages were first named.
struct StageOptionsTable {
    /// One entry for each stage.
    private(set) var entries: [StageOptionsEntry] = []
    private var places: [String: Int] = [:]

    /// The entry for a stage.
    subscript(stage: String) -> StageOptionsEntry? { places[stage].map { entries[$0] } }

    /// Puts an entry over that for the same stage.
    mutating func put(_ upper: StageOptionsEntry) {
        guard let index = places[upper.name.text] else {
            places[upper.name.text] = entries.count
            entries.append(upper)
            return
        }
        let lower = entries[index]
        entries[index] = StageOptionsEntry(
            // Of two that were said the one without a stage is the one to complain about.
            name: upper.hasStage && !lower.hasStage ? lower.name : upper.name,
            options: lower.options.merged(with: upper.options),
            hasStage: lower.hasStage && upper.hasStage
        )
    }

    /// Puts all entries of a table over those for the same stages.
    mutating func put(_ upper: StageOptionsTable) {
        for entry in upper.entries { put(entry) }
    }

    /// Remembers that a list has such a stage.
    mutating func noteStage(_ name: String) {
        if let index = places[name] { entries[index].hasStage = true }
    }
}

extension [ConfigurationValue.Entry] {
    /// The entries with those of `upper` over them: a value replaces that of the same key as a whole, but mappings are
    /// merged key by key.
    func merged(with upper: [ConfigurationValue.Entry]) -> [ConfigurationValue.Entry] {
        var result = self
        var places: [String: Int] = [:]
        for (index, entry) in result.enumerated() { places[entry.key] = index }
        for entry in upper {
            guard let index = places[entry.key] else {
                places[entry.key] = result.count
                result.append(entry)
                continue
            }
            var entry = entry
            if let lower = result[index].value.entries, let entries = entry.value.entries {
                entry.value.content = .mapping(lower.merged(with: entries))
            }
            result[index] = entry
        }
        return result
    }
}

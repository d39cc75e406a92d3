internal import StageKit

/// Options for every stage of a name, besides those in the list of stages: an entry of `options`, or of the command line.
struct StageOptionsEntry {
    /// The stage.
    var name: PipelineConfiguration.Name
    /// The options; the keys are unique.
    var options: [ConfigurationValue.Entry]
    /// Whether such a stage was in a list when this was said; the list of a later file may do without it.
    var hasStage = false

    /// Puts `upper` over the entries of a list that are for the same stage.
    static func put(_ upper: StageOptionsEntry, over list: inout [StageOptionsEntry]) {
        guard let index = list.firstIndex(where: { $0.name.text == upper.name.text }) else {
            list.append(upper)
            return
        }
        let lower = list[index]
        list[index] = StageOptionsEntry(
            // Of two that were said the one without a stage is the one to complain about.
            name: upper.hasStage && !lower.hasStage ? lower.name : upper.name,
            options: lower.options.merged(with: upper.options),
            hasStage: lower.hasStage && upper.hasStage
        )
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

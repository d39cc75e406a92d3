internal import Configuration
internal import StageKit
internal import SummaryModel

/// The values for gaps that `--data` and `--set` give, as the option `data` of the stage `placeholders`.
enum GapValues {
    /// The option; `nil` when there are no values. Later values replace earlier ones, `--set` those of files.
    static func entries(
        files: [String],
        assignments: [String]
    ) throws(ConfigurationError) -> ConfigurationValue.Entry? {
        guard !files.isEmpty || !assignments.isEmpty else { return nil }
        var entries: [ConfigurationValue.Entry] = []
        var places: [String: Int] = [:]
        /// Puts an entry over an earlier one of the same key.
        func put(_ entry: ConfigurationValue.Entry) {
            if let index = places[entry.key] {
                entries[index] = entry
            } else {
                places[entry.key] = entries.count
                entries.append(entry)
            }
        }
        var problems: [ConfigurationProblem] = []
        for file in files {
            do {
                let value = try ConfigurationLoader.dataFile(file, ConfigurationPlace(file: "--data"))
                guard let found = value.entries else {
                    if value.content != .null {
                        problems.append(
                            .wrongType(
                                of: file,
                                wanted: LocalizedText(zh: "键到值的映射", en: "a mapping of keys to values"),
                                found: value
                            )
                        )
                    }
                    continue
                }
                for entry in found { put(entry) }
            } catch {
                problems += error.problems
            }
        }
        let place = ConfigurationPlace(file: "--set")
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "="), sign != assignment.startIndex else {
                problems.append(
                    ConfigurationProblem(
                        place: place,
                        message: LocalizedText(
                            zh: "“\(assignment)”应写成 键=值",
                            en: "'\(assignment)' must be written as key=value"
                        )
                    )
                )
                continue
            }
            let value = ConfigurationValue(.string(String(assignment[assignment.index(after: sign)...])), place: place)
            put(.init(key: String(assignment[..<sign]), keyPlace: place, value: value))
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return .init(key: "data", keyPlace: place, value: ConfigurationValue(.mapping(entries), place: place))
    }
}

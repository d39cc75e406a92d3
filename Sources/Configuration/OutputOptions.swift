internal import RenderKit
internal import StageKit
internal import SummaryModel

/// Checks what a configuration says about the options of an output format.
struct OutputOptions {
    private let format: String
    private let options: [RendererOption]

    init(of format: String, _ options: [RendererOption]) {
        self.format = format
        self.options = options
    }

    /// The options with the values that `entries` give.
    ///
    /// - Throws: ``ConfigurationError`` with every name that the format does not have and every value of a wrong type.
    func values(of entries: [ConfigurationValue.Entry]) throws(ConfigurationError) -> RendererOptions {
        var values = RendererOptions()
        var problems: [ConfigurationProblem] = []
        for entry in entries {
            guard let option = options.first(where: { $0.name == entry.key }) else {
                problems.append(unknown(entry))
                continue
            }
            switch (option.kind, entry.value.content) {
            case (.flag, .bool(let flag)): values[flag: option.name] = flag
            case (.integer(let range), .integer(let number)) where range.contains(number):
                values[integer: option.name] = number
            case (.integer, .integer), (.integer, .number):
                problems.append(.outOfRange(entry, wanted: option.type.name))
            default: problems.append(.wrongType(of: entry.key, wanted: option.type.name, found: entry.value))
            }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return values
    }

    private func unknown(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        .unknownName(
            LocalizedText(zh: "输出格式 \(format) 的键", en: "key of the output \(format)"),
            entry.key,
            known: PipelineConfiguration.outputKeys + options.map(\.name),
            at: entry.keyPlace
        )
    }
}

extension RendererOption {
    /// What may stand under it, as for the option of a stage.
    var type: OptionType {
        switch kind {
        case .flag: .flag
        case .integer(let range): .integer(range)
        }
    }

    /// It as the description of an option of a stage.
    var description: OptionDescription {
        let written: String? = if case .flag(let flag) = kind { flag ? "true" : "false" } else { nil }
        return OptionDescription(name: name, type: type, defaultValue: written, summary: summary)
    }
}

internal import ArgumentParser
internal import StageKit
internal import SummaryModel

/// `stages`: the stages that pipelines may use, or the reference page of one.
struct StagesCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stages",
            abstract: Wording.text(zh: "列出各阶段，或显示一个阶段的说明", en: "Lists the stages, or shows the reference of one.")
        )
    }

    @Argument(help: .text(zh: "阶段名", en: "The name of a stage.", valueName: "name"))
    var name: String?

    @Flag(help: .text(zh: "以 JSON 输出", en: "Prints JSON."))
    var json = false

    @OptionGroup var common: CommonOptions

    /// Where summaries begin; one long name does not move the others.
    private static let nameWidth = 14

    private struct Entry: Encodable {
        struct Option: Encodable {
            var name: String
            var type: String
            var `default`: String?
            var summary: String
            /// The keys of a mapping such as `rules`.
            var keys: [String]?

            init(_ description: OptionDescription, _ language: Language) {
                name = description.name
                type = description.type.name(language)
                `default` = description.defaultValue
                summary = description.summary(language)
                if case .settings(let keys, _) = description.type { self.keys = keys }
            }
        }

        struct Finding: Encodable {
            var id: String
            var severity: Severity
            var summary: String
            var source: String?
        }

        var name: String
        var summary: String
        var options: [Option]
        var findings: [Finding]

        init(_ definition: StageDefinition, _ language: Language) {
            name = definition.name
            summary = definition.summary(language)
            options = definition.options.map { Option($0, language) }
            findings = definition.findings.map {
                Finding(id: $0.id, severity: $0.severity, summary: $0.summary(language), source: $0.source)
            }
        }
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let language = session.language
        if let name {
            guard let definition = tool.stages[name] else {
                throw ConfigurationError([
                    .unknownName(
                        LocalizedText(zh: "阶段", en: "stage"),
                        name,
                        known: tool.stages.definitions.map(\.name),
                        at: ConfigurationPlace(file: "stages")
                    )
                ])
            }
            let page = StageReference(definition).markdown(in: language)
            try session.printResult(json ? JSONOutput.text(Entry(definition, language)) : trimmed(page))
            return .done
        }
        let definitions = tool.stages.definitions
        if json {
            try session.printResult(JSONOutput.text(definitions.map { Entry($0, language) }))
        } else {
            let rows = definitions.map { definition in
                let blanks = max(2, Self.nameWidth - definition.name.count)
                return definition.name + String(repeating: " ", count: blanks) + definition.summary(language)
            }
            try session.printResult(rows.joined(separator: "\n"))
        }
        return .done
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}

internal import ArgumentParser
internal import Configuration
internal import Qinggao
internal import StageKit
internal import SummaryModel

/// `config`: a starter file, the effective configuration, the JSON Schema.
struct ConfigCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "config",
            abstract: Wording.text(
                zh: "配置：init 起始文件，print 生效的配置，schema JSON Schema",
                en: "Configuration: init (a starter file), print (what holds), schema (a JSON Schema)."
            )
        )
    }

    /// What is printed.
    enum Topic: String, ExpressibleByArgument, CaseIterable {
        case `init`, print, schema
    }

    @Argument(help: .text(zh: "init、print 或 schema", en: "init, print or schema.", valueName: "topic"))
    var topic: Topic

    @OptionGroup var configuration: ConfigurationOptions

    @Option(
        name: .customLong("set"),
        help: .text(
            zh: "改一个选项（print），可重复",
            en: "Sets one option (print); may be repeated.",
            valueName: "stage.option=value"
        )
    )
    var assignments: [String] = []

    @Flag(help: .text(zh: "以 JSON 输出（print）", en: "Prints JSON (print)."))
    var json = false

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        var loader = configuration.loader(of: tool, in: session)
        // Nothing is started here.
        loader.allowsExternal = true
        switch topic {
        case .`init`:
            try session.printResult(trimmed(StarterFile(loader).yaml(in: session.language)))
        case .schema:
            try session.printResult(trimmed(ConfigurationSchema(loader).json(in: session.language)))
        case .print:
            let effective = try configuration.load(assignments, by: loader)
            var problems: [ConfigurationProblem] = []
            for style in Set([effective.style] + effective.outputs.compactMap(\.style)) {
                do throws(ConfigurationError) { _ = try StyleLibrary.sheet(style) } catch { problems += error.problems }
            }
            if !problems.isEmpty { throw ConfigurationError(problems) }
            try session.printResult(trimmed(json ? effective.json : effective.yaml(in: session.language)))
        }
        return .done
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}

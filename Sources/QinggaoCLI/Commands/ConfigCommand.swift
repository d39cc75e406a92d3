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

    @Option(help: .text(zh: "流水线配置文件", en: "A pipeline file.", valueName: "file"))
    var config: String?

    @Flag(help: .text(zh: "以 JSON 输出（print）", en: "Prints JSON (print)."))
    var json = false

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        var loader = tool.loader()
        // Nothing is started here.
        loader.allowsExternal = true
        switch topic {
        case .`init`:
            try session.printResult(trimmed(StarterFile(loader).yaml(in: session.language)))
        case .schema:
            try session.printResult(trimmed(ConfigurationSchema(loader).json(in: session.language)))
        case .print:
            let effective = try config.map { try loader.load(path: $0) } ?? loader.standard()
            _ = try StyleLibrary.sheet(effective.style)
            try session.printResult(trimmed(json ? effective.json : effective.yaml(in: session.language)))
        }
        return .done
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}

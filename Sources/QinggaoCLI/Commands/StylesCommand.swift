internal import ArgumentParser
internal import Configuration
internal import Qinggao
internal import RenderKit
internal import StageKit
internal import SummaryModel

/// `styles`: the style sheets that are built in, or one of them with everything resolved.
struct StylesCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "styles",
            abstract: Wording.text(zh: "列出内置样式，或显示一个样式的内容", en: "Lists the style sheets, or prints one.")
        )
    }

    @Argument(help: .text(zh: "样式名或样式文件", en: "A style sheet, by name or file.", valueName: "name|file"))
    var name: String?

    @Flag(
        help: .text(
            zh: "按文件中的原文显示，不展开所继承的内容",
            en: "Prints the sheet as its file has it, without what it takes from the one that it extends."
        )
    )
    var source = false

    @Flag(help: .text(zh: "以 JSON 输出", en: "Prints JSON."))
    var json = false

    @OptionGroup var common: CommonOptions

    private struct Entry: Encodable {
        var name: String
        var summary: String
        var text: String?
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let language = session.language
        if let name {
            let place = ConfigurationPlace(file: "styles")
            let choice = try tool.loader().style(.init(name, place: place))
            let sheet = try StyleLibrary.sheet(choice)
            let text = source ? try StyleLibrary.text(choice) : StyleSheetText.text(sheet)
            let entry = Entry(name: sheet.name, summary: sheet.summary(language), text: text)
            try session.printResult(json ? JSONOutput.text(entry) : text)
            return .done
        }
        let entries = try StyleLibrary.names.map { name in
            Entry(name: name, summary: try StyleLibrary.sheet(.builtIn(name)).summary(language), text: nil)
        }
        if json {
            try session.printResult(JSONOutput.text(entries))
        } else {
            let width = entries.map(\.name.count).max() ?? 0
            let rows = entries.map { $0.name + String(repeating: " ", count: width - $0.name.count + 2) + $0.summary }
            try session.printResult(rows.joined(separator: "\n"))
        }
        return .done
    }
}

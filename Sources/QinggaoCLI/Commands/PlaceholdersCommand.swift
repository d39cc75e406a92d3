internal import ArgumentParser
internal import DraftReading
internal import Qinggao
internal import RenderKit
internal import ReadKit
internal import StageKit
internal import SummaryModel

/// `placeholders`: the gaps of a draft, as a list or as a sheet to fill in.
struct PlaceholdersCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "placeholders",
            abstract: Wording.text(
                zh: "列出草稿中待填的空，或写成填空表",
                en: "Lists the gaps of a draft, or writes a sheet to fill them in."
            )
        )
    }

    /// The forms of the list.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case table, yaml, csv, json

        /// The form that the extension of a file asks for.
        init?(path: String) {
            let name = path.lowercased()
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                self = .yaml
            } else if name.hasSuffix(".csv") {
                self = .csv
            } else if name.hasSuffix(".json") {
                self = .json
            } else {
                return nil
            }
        }
    }

    @Argument(help: .text(zh: "草稿文件，或 -", en: "A draft, or -.", valueName: "input"))
    var input: String

    @Option(
        help: .text(
            zh: "输出形式：table、yaml、csv 或 json",
            en: "The form: table, or yaml, csv, json.",
            valueName: "form"
        )
    )
    var to: Form?

    @Flag(help: .text(zh: "以 JSON 输出", en: "Prints JSON."))
    var json = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(
            zh: "输出文件；没有 --to 时按扩展名定形式",
            en: "The output file; its extension tells the form when --to does not.",
            valueName: "file"
        )
    )
    var output: String?

    @OptionGroup var values: ValueOptions

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        if output?.isEmpty == true { throw UsageError(zh: "-o 后面是空的", en: "-o needs a path") }
        if let output, output != "-", input != "-", FileAccess.isSameFile(output, input) {
            throw UsageError(zh: "输出 \(output) 就是输入文件", en: "the output \(output) is an input")
        }
        if json, let to, to != .json {
            throw UsageError(zh: "--json 与 --to \(to.rawValue) 不能同时使用", en: "--json contradicts --to \(to.rawValue)")
        }
        let corrections = try reading.corrections()
        let data = try GapValues.entries(files: values.data, assignments: values.assignments)?.value
        do {
            let draft = try tool.readers.read(InputFile.read(input, in: session), in: reading.context(in: session))
            let list = try PlaceholderList(DraftReader().read(draft, corrections: corrections), data: data)
            let form = to ?? (json ? .json : output.flatMap(Form.init(path:)) ?? .table)
            let text = try text(of: list, as: form, session.language)
            if let output, output != "-" {
                try FileAccess.replace(output) { sink in try sink.write(text + "\n") }
            } else {
                try session.printResult(text)
            }
            return .done
        } catch let error as ConfigurationError {
            throw error
        } catch {
            session.printMessage(Wording.error + InputFailure.message(error, input: input)(session.language))
            return .inputOutput
        }
    }

    /// The list without the end of its last line.
    private func text(of list: PlaceholderList, as form: Form, _ language: Language) throws -> String {
        switch form {
        case .table: return PlaceholderTable(list).text(in: language)
        case .json: return try JSONOutput.text(list)
        case .yaml:
            let name = input == "-" ? "-" : FileAccess.name(of: input)
            return String(FillSheet(list).yaml(in: language, input: name).dropLast())
        // CR LF is one character.
        case .csv: return String(FillSheet(list).csv(in: language).dropLast()) + "\r"
        }
    }
}

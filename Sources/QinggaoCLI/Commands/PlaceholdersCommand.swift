internal import ArgumentParser
internal import DraftReading
internal import Qinggao
internal import RenderKit
internal import ReadKit
internal import SummaryModel

/// `placeholders`: the gaps of a draft.
struct PlaceholdersCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "placeholders",
            abstract: Wording.text(zh: "列出草稿中待填的空", en: "Lists the gaps of a draft.")
        )
    }

    /// The forms of the list.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @Argument(help: .text(zh: "草稿文件，或 -", en: "A draft, or -.", valueName: "input"))
    var input: String

    @Option(help: .text(zh: "输出形式：table 或 json", en: "The form of the list: table or json.", valueName: "form"))
    var to: Form?

    @Flag(help: .text(zh: "以 JSON 输出", en: "Prints JSON."))
    var json = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(zh: "输出文件", en: "The output file.", valueName: "file")
    )
    var output: String?

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        if let output, output != "-", input != "-", FileAccess.isSameFile(output, input) {
            throw UsageError(zh: "输出 \(output) 就是输入文件", en: "the output \(output) is an input")
        }
        let corrections = try reading.corrections()
        do {
            let draft = try tool.readers.read(InputFile.read(input, in: session), in: reading.context(in: session))
            let list = PlaceholderList(DraftReader().read(draft, corrections: corrections))
            let form = to ?? (json ? .json : .table)
            let text = form == .json ? try JSONOutput.text(list) : Self.table(list, session.language)
            if let output, output != "-" {
                try FileAccess.replace(output) { sink in try sink.write(text + "\n") }
            } else {
                try session.printResult(text)
            }
            return .done
        } catch {
            session.printMessage(Wording.error + InputFailure.message(error, input: input)(session.language))
            return .inputOutput
        }
    }

    private static func table(_ list: PlaceholderList, _ language: Language) -> String {
        let isChinese = language == .chinese
        var rows = [
            isChinese ? ["行:列", "类型", "键", "上下文"] : ["line:col", "kind", "key", "context"]
        ]
        for gap in list.placeholders {
            rows.append(["\(gap.line):\(gap.column)", gap.kind, gap.key, gap.before + "⟦" + gap.text + "⟧" + gap.after])
        }
        let widths = (0..<3).map { column in rows.map { width($0[column]) }.max() ?? 0 }
        var lines = rows.map { row in
            (0..<3).map { row[$0] + String(repeating: " ", count: widths[$0] - width(row[$0])) }.joined(separator: "  ")
                + "  " + row[3]
        }
        lines.append(isChinese ? "共 \(list.placeholders.count) 处" : "\(list.placeholders.count) gaps")
        return lines.joined(separator: "\n")
    }

    /// The width on a terminal, in columns.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }
}

internal import ArgumentParser
internal import DraftReading
internal import Qinggao
internal import ReadKit
internal import SummaryModel

/// `outline`: what every line of a draft was found to be.
struct OutlineCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outline",
            abstract: Wording.text(zh: "显示草稿的结构和判为残留的行", en: "Shows the structure of a draft and what was dropped.")
        )
    }

    @Argument(help: .text(zh: "草稿文件，或 -", en: "A draft, or -.", valueName: "input"))
    var input: String

    @Flag(help: .text(zh: "以 JSON 输出", en: "Prints JSON."))
    var json = false

    @Flag(help: .text(zh: "显示每行的判断依据", en: "Shows the evidence for each line."))
    var explain = false

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let corrections = try reading.corrections()
        do {
            let draft = try tool.readers.read(InputFile.read(input, in: session), in: reading.context(in: session))
            let result = DraftReader().read(draft, corrections: corrections, explains: explain)
            if json {
                try session.printResult(JSONOutput.text(Outline(result, language: session.language)))
            } else {
                let tree = OutlineTree(
                    result,
                    language: session.language,
                    isColoured: common.color.isOn(for: session.output)
                )
                try session.printResult(tree.text)
            }
            return .done
        } catch {
            session.printMessage(Wording.error + InputFailure.message(error, input: input)(session.language))
            return .inputOutput
        }
    }
}

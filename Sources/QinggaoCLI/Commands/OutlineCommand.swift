internal import ArgumentParser
internal import DraftReading
internal import Qinggao
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

    @Option(help: .text(zh: "属于正文、不可删除的行，如 4,7-9", en: "Lines that belong to the document: 4,7-9.", valueName: "lines"))
    var keep: String?

    @Option(help: .text(zh: "不属于正文、应删除的行", en: "Lines that do not belong to the document.", valueName: "lines"))
    var drop: String?

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let corrections = try LineCorrections.corrections(keep: keep, drop: drop)
        do {
            let bytes = try InputFile.read(input, in: session)
            let reading = try DraftReader().read(bytes, corrections: corrections, explains: explain)
            if json {
                try session.printResult(JSONOutput.text(Outline(reading)))
            } else {
                let tree = OutlineTree(
                    reading,
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

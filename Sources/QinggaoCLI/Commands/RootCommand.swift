internal import ArgumentParser

/// `qinggao`; without a subcommand it renders.
struct RootCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "qinggao",
            abstract: Wording.text(
                zh: "把工作总结草稿排成 GB/T 9704-2012 版式的公文",
                en: "Turns a pasted draft into an official document in the layout of GB/T 9704-2012."
            ),
            version: "qinggao \(CommandLineTool.version)",
            subcommands: [
                RenderCommand.self, MergeCommand.self, CheckCommand.self, OutlineCommand.self,
                PlaceholdersCommand.self, ServeLinesCommand.self,
                StagesCommand.self,
                StylesCommand.self, ConfigCommand.self, NewStageCommand.self, NewRuleCommand.self,
            ],
            defaultSubcommand: RenderCommand.self
        )
    }
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(help: .text(zh: "界面语言：zh 或 en", en: "The language of messages: zh or en.", valueName: "zh|en"))
    var lang: String?

    @Option(
        help: .text(
            zh: "是否使用颜色：auto、always 或 never",
            en: "Whether to use colour: auto, always or never.",
            valueName: "when"
        )
    )
    var color: ColorChoice = .auto

    func validate() throws {
        if let lang, lang != "zh", lang != "en" {
            throw ValidationError(
                Wording.text(zh: "--lang 只能是 zh 或 en", en: "--lang must be zh or en")
            )
        }
    }
}

/// When output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether to colour what goes to `stream`.
    func isOn(for stream: Session.Stream) -> Bool {
        switch self {
        case .auto: stream.isTerminal
        case .always: true
        case .never: false
        }
    }
}

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
            version: version,
            subcommands: [
                RenderCommand.self, MergeCommand.self, CheckCommand.self, OutlineCommand.self,
                PlaceholdersCommand.self, ServeLinesCommand.self,
                StagesCommand.self,
                StylesCommand.self, ConfigCommand.self, NewStageCommand.self, NewRuleCommand.self,
            ],
            defaultSubcommand: RenderCommand.self
        )
    }

    /// What `--version` prints.
    static let version = "qinggao \(CommandLineTool.version)"

    /// The command of arguments that begin with its name, or with the name of a draft, and have no mistake.
    ///
    /// The library describes every command that there is before it reads the arguments of one. Where this returns `nil`
    /// it reads from the root, so that all that it says is the same.
    static func named(in arguments: [String]) -> (any ToolCommand)? {
        guard let first = arguments.first else { return nil }
        switch first {
        case "render":
            return RenderCommand(plain: arguments.dropFirst()) ?? alone(RenderCommand.self, arguments.dropFirst())
        case "merge": return alone(MergeCommand.self, arguments.dropFirst())
        case "check": return alone(CheckCommand.self, arguments.dropFirst())
        case "outline": return alone(OutlineCommand.self, arguments.dropFirst())
        case "placeholders": return alone(PlaceholdersCommand.self, arguments.dropFirst())
        default:
            // No command has a point or a slash in its name.
            return first.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
                ? RenderCommand(plain: arguments[...]) : nil
        }
    }

    private static func alone(_ type: any ToolCommand.Type, _ arguments: ArraySlice<String>) -> (any ToolCommand)? {
        (try? type.parseAsRoot(Array(arguments))) as? any ToolCommand
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

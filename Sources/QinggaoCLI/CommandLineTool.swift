internal import ArgumentParser
internal import Configuration
public import Qinggao
public import ReadKit
public import RenderKit
public import StageKit
internal import SummaryModel

/// The command `qinggao`: arguments in, exit status out. Others link it and pass catalogs with stages and formats of
/// their own.
public struct CommandLineTool: Sendable {
    /// The version of the program.
    public static let version = "0.1.0"

    /// The stages that pipelines may use.
    public var stages: StageCatalog
    /// The formats of drafts.
    public var readers: ReaderCatalog
    /// The output formats.
    public var renderers: RendererCatalog

    /// Creates the command; what is not given is what comes with the program.
    public init(
        readers: ReaderCatalog = .standard,
        stages: StageCatalog = .standard,
        renderers: RendererCatalog = .standard
    ) {
        self.readers = readers
        self.stages = stages
        self.renderers = renderers
    }

    /// Runs the command.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, without the name of the program.
    ///   - environment: The environment variables.
    ///   - output: Where results go.
    ///   - errors: Where messages go.
    ///   - input: Where a draft comes from when the input is `-`.
    /// - Returns: The exit status: 0 done, 1 findings at error level, 2 usage or configuration, 3 input or output,
    ///   4 a stage failed.
    public func run(
        _ arguments: [String],
        environment: [String: String],
        output: Session.Stream,
        errors: Session.Stream,
        input: Session.Stream
    ) -> Int32 {
        let language = LanguageChoice.language(arguments: arguments, environment: environment)
        let session = Session(
            output: output,
            errors: errors,
            input: input,
            language: language,
            environment: environment
        )
        return Wording.$language.withValue(language) { run(arguments, in: session).rawValue }
    }

    private func run(_ arguments: [String], in session: Session) -> ExitStatus {
        do {
            if arguments == ["--version"] { return show(RootCommand.version, in: session) }
            if Self.asksForOverview(arguments) { return show(RootCommand.helpMessage(), in: session) }
            if let command = RootCommand.named(in: arguments) { return try command.run(by: self, in: session) }
            var command = try RootCommand.parseAsRoot(arguments)
            if let command = command as? any ToolCommand { return try command.run(by: self, in: session) }
            // The library's own commands, such as help, end by throwing what they print.
            try command.run()
            return .done
        } catch let error as ConfigurationError {
            for problem in error.problems { session.printMessage(problem.line(in: session.language)) }
            return .usage
        } catch let error as UsageError {
            session.printMessage(Wording.error + error.message(session.language))
            return .usage
        } catch let error as FileFailure {
            session.printMessage(Wording.error + error.message(session.language))
            return .inputOutput
        } catch {
            let message = RootCommand.fullMessage(for: error)
            if RootCommand.exitCode(for: error) == .success {
                return show(message, in: session)
            }
            session.printMessage(message)
            return .usage
        }
    }

    /// Whether the arguments ask for help and name no command; the language is no command.
    private static func asksForOverview(_ arguments: [String]) -> Bool {
        guard let place = arguments.firstIndex(where: { $0 == "--lang" || $0.hasPrefix("--lang=") }) else {
            return false
        }
        var rest = arguments
        rest.removeSubrange(place..<min(rest.count, place + (arguments[place] == "--lang" ? 2 : 1)))
        return rest == ["--help"] || rest == ["-h"] || rest == ["help"]
    }

    /// Prints what the argument library has to say.
    private func show(_ text: String, in session: Session) -> ExitStatus {
        do {
            try session.printResult(text)
            return .done
        } catch {
            session.printMessage(Wording.error + error.message(session.language))
            return .inputOutput
        }
    }

    /// What configurations of this program may name.
    func loader() -> ConfigurationLoader {
        var loader = ConfigurationLoader(
            stages: stages,
            formats: renderers.renderers.map { $0.format } + PageExport.allCases.map(\.rawValue),
            styles: StyleLibrary.names
        )
        loader.formatOptions = { [renderers] format in renderers[format]?.options ?? [] }
        return loader
    }
}

/// The exit statuses of the program.
enum ExitStatus: Int32 {
    case done = 0
    case findings = 1
    case usage = 2
    case inputOutput = 3
    case stage = 4

    /// The status that says more: the greater one.
    func joined(with other: ExitStatus) -> ExitStatus { rawValue < other.rawValue ? other : self }
}

/// A use of the command line that makes no sense.
struct UsageError: Error {
    var message: LocalizedText

    init(zh: String, en: String) { message = LocalizedText(zh: zh, en: en) }
}

/// A subcommand.
protocol ToolCommand: ParsableCommand {
    /// Does the work.
    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus
}

extension ConfigurationProblem {
    /// The problem in one line: file, line and column, and what is wrong.
    func line(in language: Language) -> String {
        var text = place.file
        if let position = place.position { text += ":\(position.line):\(position.column)" }
        return text + (language == .chinese ? "：" : ": ") + message(language)
    }
}

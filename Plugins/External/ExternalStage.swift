internal import ChildProcess
public import StageKit
public import SummaryModel

/// Runs a stage that is a program of its own, in any language.
///
/// **Requirement.** A stage in Python, a script of the office, a program that may not be linked.
///
/// **What it does** The program is started once, without a shell, in the folder of the configuration file, and serves
/// every document of the run: it reads one JSON object a line from its standard input and answers each with one line on
/// its standard output. First both say hello, with the version of the protocol (`qinggao-stage/1`) and what the program
/// may do; then for each document the program gets the document (`qinggao-document/1`), its options and the date, and
/// answers with the document as it should be, findings, and reasons for changes. `Documentation/Extending.md` has the
/// whole exchange.
///
/// **Changes and reports** What the program says. Its edits are found by comparison, as those of every stage are, and
/// what takes text away must have a reason. Findings get the name of the stage before their own. What it writes to its
/// standard error becomes notes.
///
/// **Fails** with the name of the stage, and without any output, when the program is missing, takes too long, ends, or
/// answers with anything else than it should.
///
/// **Options** `command`, `name`, `timeout`, `options`. Since a configuration could then run any program, it needs
/// `--allow-external`.
public struct ExternalStage: Stage {
    /// The name in configuration files.
    public static let name = "external"

    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "用任何语言写的程序作一个处理阶段（JSON 经标准输入输出），须加 --allow-external",
        en: "Runs a program in any language as a stage, over JSON; needs --allow-external."
    )

    /// It starts the program that the configuration names.
    public static let startsPrograms = true

    /// What the stage itself may report; the findings of the program are its own.
    public static let findings = [
        FindingDescription(
            "external.note",
            .info,
            LocalizedText(zh: "程序写到标准错误的内容", en: "What the program wrote to its standard error.")
        )
    ]

    /// The name under which its edits, findings and failures are reported.
    public let label: String

    private let program: ExternalProgram
    private let options: JSONValue

    /// Creates the stage; the program is not started yet.
    ///
    /// - Throws: ``ConfigurationError`` when there is no command, or the name is no name.
    public init(options: ExternalOptions) throws(ConfigurationError) {
        var problems: [ConfigurationProblem] = []
        if let name = options.name, let text = name.text, !StableName.isWellFormed(text) {
            problems.append(ConfigurationProblem(place: name.place, message: Self.noName(text)))
        }
        let words = options.command.compactMap(\.text)
        if words.first?.isEmpty ?? true {
            let place = options.command.first?.place ?? ConfigurationPlace(file: Self.name)
            problems.append(ConfigurationProblem(place: place, message: Self.noCommand))
        }
        guard problems.isEmpty, let command = options.command.first, let program = words.first else {
            throw ConfigurationError(problems)
        }
        label = options.name?.text ?? Self.name
        let folder = command.place.file.lastIndex(of: "/").map { String(command.place.file[...$0]) } ?? "."
        let start = ProcessStart(program, Array(words.dropFirst()), in: folder)
        self.program = ExternalProgram(start, timeout: options.timeout)
        self.options = options.options.map(JSONValue.init) ?? .object([:])
    }

    /// Has the program work on the document.
    ///
    /// - Throws: ``StageError`` when it does not answer as it should.
    public func run(_ document: inout Document, in context: inout StageContext) throws {
        let request = Request.Work(options: options, date: context.date, document: document)
        let (reply, notes) = try program.answer(request)
        for note in notes {
            context.report(
                Diagnostic(id: "\(label).note", severity: .info, message: LocalizedText(zh: note, en: note))
            )
        }
        try reply.apply(to: &document, of: label, in: &context)
    }

    /// Ends the program.
    ///
    /// - Throws: ``StageError`` when it does not end, or ends with a status that says it failed.
    public func finish() throws { try program.finish() }

    // MARK: - Wording

    private static let noCommand = LocalizedText(
        zh: "external 缺少“command”，请写出程序和参数，如 command: [python3, stage.py]",
        en: "external lacks 'command'; name the program and its arguments, such as command: [python3, stage.py]"
    )

    private static func noName(_ name: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(name)”不能作阶段的名称；请用小写字母、数字和连字符",
            en: "'\(name)' is no name for a stage; use lower-case letters, digits and hyphens"
        )
    }
}

extension JSONValue {
    /// The value of a configuration as JSON.
    init(_ value: ConfigurationValue) {
        self =
            switch value.content {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            case .list(let elements): .array(elements.map(JSONValue.init))
            case .mapping(let entries):
                .object(Dictionary(entries.map { ($0.key, JSONValue($0.value)) }) { first, _ in first })
            }
    }
}

internal import ArgumentParser
internal import Configuration
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import StageKit
internal import SummaryModel

/// `styles`: the style sheets that are built in, or one of them with everything resolved.
struct StylesCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "styles",
            abstract: Wording.text(
                zh: "列出内置样式，显示一个样式的内容，或从 Word 文件学一个样式",
                en: "Lists the style sheets, prints one, or learns one from a Word file."
            )
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

    @Option(
        name: .customLong("from"),
        help: .text(
            zh: "从 Word 文件学一个样式：页面、字体、字号、行距、缩进、页码等",
            en: "Learns a style sheet from a Word file: page, fonts, sizes, lines, indents, page number and so on.",
            valueName: "docx"
        )
    )
    var sample: String?

    @Option(
        name: .shortAndLong,
        help: .text(zh: "学到的样式写入此文件", en: "Writes the learned sheet to this file.", valueName: "file")
    )
    var output: String?

    @Flag(
        help: .text(
            zh: "检查样式的字体：本机有没有，没有的由什么代替",
            en: "Looks for the fonts of the sheet: which this machine lacks, and what stands in for them."
        )
    )
    var fonts = false

    @Flag(
        help: .text(
            zh: "输出样式文件的 JSON Schema，供编辑器补全和检查",
            en: "Prints the JSON Schema of style sheets, by which editors complete and check them."
        )
    )
    var schema = false

    @Flag(help: .text(zh: "不启动其他程序（如 fc-list）", en: "Starts no other program, such as fc-list."))
    var noExternal = false

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
        if schema {
            try session.printResult(StyleSheetSchema(names: StyleLibrary.names).json(in: language))
            return .done
        }
        if let sample { return try learn(sample, in: session) }
        if let name {
            let place = ConfigurationPlace(file: "styles")
            let choice = try tool.loader().style(.init(name, place: place))
            let sheet = try StyleLibrary.sheet(choice)
            if fonts { return try listFonts(of: sheet, in: session) }
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

    func validate() throws {
        if sample != nil, name != nil || source || fonts {
            throw ValidationError(
                Wording.text(
                    zh: "--from 不能与样式名、--source、--fonts 同用",
                    en: "--from goes without a name, --source and --fonts"
                )
            )
        }
        if schema, name != nil || sample != nil || source || fonts || json {
            throw ValidationError(
                Wording.text(zh: "--schema 单独使用", en: "--schema goes without a name and other options")
            )
        }
        if fonts, name == nil, sample == nil {
            throw ValidationError(Wording.text(zh: "--fonts 要有样式名", en: "--fonts wants the name of a sheet"))
        }
        if output != nil, sample == nil {
            throw ValidationError(Wording.text(zh: "-o 只与 --from 同用", en: "-o goes with --from only"))
        }
    }

    // MARK: Fonts

    private func listFonts(of sheet: StyleSheet, in session: Session) throws -> ExitStatus {
        var reading = ReadingOptions()
        reading.noExternal = noExternal
        let fonts = InstalledFonts(environment: session.environment, in: reading.context(in: session))
        let entries = fonts.entries(for: sheet)
        if json {
            try session.printResult(JSONOutput.text(entries))
            return .done
        }
        let language = session.language
        let rows = entries.map { entry in
            let others = entry.otherNames.joined(separator: language == .chinese ? "、" : ", ")
            let name = others.isEmpty ? entry.name : "\(entry.name) (\(others))"
            let state =
                if entry.isInstalled {
                    LocalizedText(zh: "有", en: "installed")
                } else if let standIn = entry.standIn {
                    LocalizedText(zh: "没有，由 \(standIn) 代替", en: "missing; \(standIn) stands in")
                } else {
                    LocalizedText(zh: "没有", en: "missing")
                }
            return [entry.role, name, state(language)]
        }
        let widths = (0..<2).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.of($0) + 2) }.joined() + row[2]
        }
        try session.printResult(lines.joined(separator: "\n"))
        return .done
    }

    // MARK: Learning

    private struct LearnedEntry: Encodable {
        struct Finding: Encodable {
            var id: String
            var severity: String
            var message: String
            var source: String?
        }

        var base: String
        var text: String
        var notShown: [String]
        var findings: [Finding]
    }

    private func learn(_ path: String, in session: Session) throws -> ExitStatus {
        let language = session.language
        let learned: LearnedStyle
        do {
            let file = try InputFile.read(path, in: session)
            let stem = output.map { FileAccess.stem(of: FileAccess.name(of: $0)) }
            learned = try LearnedStyle(
                from: file,
                name: stem ?? FileAccess.stem(of: FileAccess.name(of: path)),
                in: ReaderContext(allowsExternalPrograms: !noExternal)
            )
        } catch {
            session.printMessage(Wording.error + InputFailure.message(error, input: path)(language))
            return InputFailure.status(error)
        }
        if let output {
            var text = learned.text + "\n"
            try FileAccess.replace(output) { sink in try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) } }
        }
        if json {
            let findings = learned.diagnostics.map { finding in
                LearnedEntry.Finding(
                    id: finding.id,
                    severity: finding.severity.rawValue,
                    message: finding.message(language),
                    source: finding.source
                )
            }
            let entry = LearnedEntry(
                base: learned.base,
                text: learned.text,
                notShown: learned.notShown,
                findings: findings
            )
            try session.printResult(JSONOutput.text(entry))
            return .done
        }
        if output == nil { try session.printResult(learned.text) }
        for finding in learned.diagnostics {
            let norm = finding.source.map { language == .chinese ? "（\($0)）" : " (\($0))" } ?? ""
            session.printMessage(
                "\(path): \(Self.word(finding.severity, language)): \(finding.message(language))\(norm) [\(finding.id)]"
            )
        }
        if !learned.notShown.isEmpty {
            let names = learned.notShown.joined(separator: language == .chinese ? "、" : ", ")
            let note = LocalizedText(
                zh: "样本中没有这些内容，它们的样式随 \(learned.base)：\(names)",
                en: "the sample does not show these; their styles are those of \(learned.base): \(names)"
            )
            session.printMessage("\(path): \(Self.word(.info, language)): \(note(language)) [style.not-shown]")
        }
        return .done
    }

    private static func word(_ severity: Severity, _ language: Language) -> String {
        switch severity {
        case .error: LocalizedText(zh: "错误", en: "error")(language)
        case .warning: LocalizedText(zh: "警告", en: "warning")(language)
        case .info: LocalizedText(zh: "提示", en: "note")(language)
        }
    }
}

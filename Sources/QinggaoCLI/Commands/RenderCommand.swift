internal import ArgumentParser
internal import ChildProcess
internal import DraftReading
internal import ParallelWork
internal import Qinggao
internal import RenderKit
internal import SummaryModel

/// `render`: drafts to documents.
struct RenderCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "render",
            abstract: Wording.text(
                zh: "排版：草稿 → 公文（可省略命令名）",
                en: "Renders drafts to documents (the default command)."
            )
        )
    }

    @Argument(
        help: .text(
            zh: "草稿文件、文件夹、带 * 的文件名，或 - 表示标准输入",
            en: "Drafts, folders, patterns such as '*.txt', or - for standard input.",
            valueName: "input"
        )
    )
    var inputs: [String]

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(
            zh: "输出文件、文件夹（以 / 结尾）或 -",
            en: "The output file, a folder (ending in /), or -.",
            valueName: "path"
        )
    )
    var output: String?

    @OptionGroup var document: DocumentOptions

    @Option(
        help: .text(
            zh: "把改动和发现写入文件（.json、.md 或 .txt）",
            en: "Writes changes and findings to a file (.json, .md or .txt).",
            valueName: "file"
        )
    )
    var report: String?

    @Flag(help: .text(zh: "有错误级发现时以状态 1 退出", en: "Exits with 1 when there are findings at error level."))
    var strict = false

    @Flag(help: .text(zh: "覆盖已有的输出文件", en: "Replaces an output whose name was only implied."))
    var force = false

    @Flag(help: .text(zh: "不显示摘要", en: "Shows no summary."))
    var quiet = false

    @Flag(help: .text(zh: "摘要中显示各阶段用时", en: "Adds the time of each stage to the summary."))
    var verbose = false

    @Flag(help: .text(zh: "以 JSON 输出改动和发现", en: "Prints changes and findings as JSON."))
    var json = false

    @OptionGroup var work: JobOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if inputs.isEmpty {
            throw ValidationError(Wording.text(zh: "请给出草稿文件", en: "name a draft"))
        }
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let list = try InputList(inputs, readBy: tool.readers, output: output)
        guard list.inputs.count > 1 else { return try render(list, by: tool, in: session) }
        // What has begun is finished before a signal ends the process.
        let interruption = Interruption()
        defer { interruption.end() }
        return try render(list, by: tool, in: session)
    }

    private func render(_ list: InputList, by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let corrections = try document.reading.corrections()
        let settings = try DocumentSettings(document, output: output, of: tool, in: session)
        try checkReport()
        let plan = try OutputPlan(
            list: list,
            output: output,
            outputs: settings.outputs.map { .init(format: $0.format, suffix: $0.suffix) },
            report: report,
            printsReport: json,
            force: force,
            session: session
        )
        let workers = work.workers
        let drafts = list.inputs
        let job = Job(
            command: self,
            tool: tool,
            session: session,
            settings: settings,
            corrections: corrections,
            // One draft has all the threads for itself; of several each has one.
            workers: drafts.count == 1 ? workers : .one
        )
        var status = ExitStatus.done
        var reports: [ChangeReport] = []
        let progress = quiet ? nil : ProgressLine(session)
        defer { progress?.end() }
        var done = 0
        while done < drafts.count, !Interruption.isRequested {
            let range = done..<min(drafts.count, done + (workers.count == 1 ? 1 : workers.count * Self.piecesPerWorker))
            progress?.begin(drafts[done].path)
            let outcomes = workers.map(range.count) { index -> Outcome? in
                if Interruption.isRequested { return nil }
                return job.outcome(of: drafts[range.lowerBound + index].path, plan.targets[range.lowerBound + index])
            }
            for outcome in outcomes.compactMap({ $0 }) {
                done += 1
                status = status.joined(with: outcome.status)
                if let report = outcome.report { reports.append(report) }
                guard let message = outcome.message else { continue }
                progress?.clear()
                session.printMessage(message)
            }
            if drafts.count > 1 { progress?.advance(to: done, fraction: Double(done) / Double(drafts.count)) }
        }
        if !quiet, let message = list.leftOut { session.printMessage(message(session.language)) }
        try writeReport(reports, isSingle: drafts.count == 1 && !list.isExpanded, in: session)
        status = status.joined(with: settings.pipeline.finished(in: session))
        if done < drafts.count {
            session.printMessage(Self.interrupted(done, of: drafts.count)(session.language))
            status = status.joined(with: .inputOutput)
        }
        return status
    }

    /// How many drafts are handed out for each thread before the results are told.
    private static let piecesPerWorker = 8

    /// What came of one draft.
    private struct Outcome: Sendable {
        var status = ExitStatus.done
        var message: String?
        var report: ChangeReport?
    }

    /// What is the same for all drafts.
    private struct Job: Sendable {
        var command: RenderCommand
        var tool: CommandLineTool
        var session: Session
        var settings: DocumentSettings
        var corrections: DraftReader.Corrections
        var workers: Workers

        /// Reads a draft, works on it and writes its outputs.
        func outcome(of input: String, _ targets: [OutputPlan.Target]) -> Outcome {
            var outcome = Outcome()
            do {
                var conversion = try DraftConversion(
                    InputFile.read(input, in: session),
                    by: tool.readers,
                    in: command.document.reading.context(in: session),
                    through: settings.pipeline,
                    date: command.document.date,
                    corrections: corrections,
                    ignoring: settings.ignored,
                    threads: workers.count
                )
                var written: [String] = []
                for (target, output) in zip(targets, settings.outputs) {
                    if let export = PageExport(rawValue: target.format) {
                        written += try render(&conversion, export, output.style, target)
                    } else if let type = tool.renderers[target.format] {
                        try render(&conversion, type.init(options: output.options), output.style, target)
                        written.append(target.path)
                    }
                }
                if command.json || command.report != nil {
                    outcome.report = ChangeReport(conversion, input: input, language: session.language)
                }
                if command.strict, conversion.diagnostics.contains(where: { $0.severity == .error }) {
                    outcome.status = .findings
                }
                if !command.quiet {
                    outcome.message = RenderSummary(
                        conversion,
                        input: input,
                        outputs: written,
                        unused: settings.unused,
                        verbose: command.verbose
                    ).text(in: session.language)
                }
            } catch {
                outcome.status = InputFailure.status(error)
                outcome.message =
                    Wording.error(in: session.language) + InputFailure.message(error, input: input)(session.language)
            }
            return outcome
        }

        /// Says in one line each which fonts of the sheet the pages lack, and that LibreOffice cannot do what it asks for.
        private func noteLooks(of style: StyleSheet) {
            if style.page.grid == .word {
                let note = LocalizedText(
                    zh: "提示：样式用 Word 的文档网格（grid: word），LibreOffice 在一行里只排一半左右的字；页面请看 Word，或改用 grid: condensed",
                    en:
                        "note: the style uses Word's grid (grid: word), in which LibreOffice sets about half as many characters on a"
                        + " line; look at the pages in Word, or use 'grid: condensed'"
                )
                session.printMessage(note(session.language))
            }
            let context = command.document.reading.context(in: session)
            let fonts = InstalledFonts(environment: session.environment, in: context)
            let missing = fonts.entries(for: style).filter { !$0.isInstalled }.map(\.name)
            guard !missing.isEmpty else { return }
            let note = LocalizedText(
                zh: "提示：本机没有字体 \(missing.joined(separator: "、"))，页面由别的字体代替；qinggao styles \(style.name) --fonts 列出是哪些",
                en:
                    "note: this machine lacks the fonts \(missing.joined(separator: ", ")), and others stand in for them;"
                    + " 'qinggao styles \(style.name) --fonts' lists which"
            )
            session.printMessage(note(session.language))
        }

        /// Writes the pages that LibreOffice makes of the .docx.
        ///
        /// - Returns: The paths.
        private func render(
            _ conversion: inout DraftConversion,
            _ export: PageExport,
            _ style: StyleSheet,
            _ target: OutputPlan.Target
        ) throws -> [String] {
            guard let type = tool.renderers["docx"] else { return [] }
            var docx = MemorySink()
            try conversion.render(
                type.init(),
                style: style,
                context: command.document.context(workers: workers.count, isPrinted: true),
                into: &docx
            )
            let files = try export.files(
                ofDocx: docx.bytes,
                environment: session.environment,
                in: command.document.reading.context(in: session)
            )
            if !command.quiet { noteLooks(of: style) }
            if target.path == "-" {
                var sink = DescriptorSink(session.output.descriptor, path: "-")
                for file in files { try file.withUnsafeBytes { try sink.write($0) } }
                try sink.flush()
                return [target.path]
            }
            var written: [String] = []
            for (index, file) in files.enumerated() {
                written.append(export.path(ofPage: index + 1, in: target.path))
                try FileAccess.replace(written[index]) { sink in try file.withUnsafeBytes { try sink.write($0) } }
            }
            if export == .png {
                try FileAccess.removePages(after: files.count) { export.path(ofPage: $0, in: target.path) }
            }
            return written.count < 3 ? written : ["\(written[0]) … \(written[written.count - 1])"]
        }

        private func render(
            _ conversion: inout DraftConversion,
            _ renderer: any Renderer,
            _ style: StyleSheet,
            _ target: OutputPlan.Target
        ) throws {
            let context = command.document.context(workers: workers.count)
            if target.path == "-" {
                var sink = DescriptorSink(session.output.descriptor, path: "-")
                try conversion.render(renderer, style: style, context: context, into: &sink)
                try sink.flush()
            } else {
                try FileAccess.replace(target.path) { sink in
                    try conversion.render(renderer, style: style, context: context, into: &sink)
                }
            }
        }
    }

    /// A report that cannot be written is known before a document is replaced.
    private func checkReport() throws {
        guard let report else { return }
        if report.isEmpty || report == "-" {
            throw UsageError(
                zh: "--report 应为文件名；要在标准输出得到 JSON，请用 --json",
                en: "--report must be the name of a file; --json prints the report"
            )
        }
        try FileAccess.checkWritable(report)
    }

    private func writeReport(_ reports: [ChangeReport], isSingle: Bool, in session: Session) throws {
        if json { try session.printResult(JSONOutput.text(reports, isSingle: isSingle)) }
        guard let report else { return }
        let name = report.lowercased()
        let text =
            name.hasSuffix(".md") || name.hasSuffix(".txt")
            ? reports.map { $0.list(in: session.language) }.joined(separator: "\n")
            : try JSONOutput.text(reports, isSingle: isSingle) + "\n"
        try FileAccess.replace(report) { sink in try sink.write(text) }
    }

    // MARK: - Wording

    private static func interrupted(_ done: Int, of count: Int) -> LocalizedText {
        LocalizedText(
            zh: "已中断：完成 \(done)/\(count)，已写出的文件都是完整的",
            en: "interrupted: \(done) of \(count) done, and every file that was written is whole"
        )
    }
}

internal import ArgumentParser
internal import Configuration
internal import DraftReading
internal import ParallelWork
internal import Qinggao
internal import RenderKit
internal import StageKit
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

    @Argument(help: .text(zh: "草稿文件，或 - 表示标准输入", en: "Drafts, or - for standard input.", valueName: "input"))
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

    @Option(
        help: .text(zh: "输出格式：docx、md、txt、json", en: "The output format: docx, md, txt, json.", valueName: "format")
    )
    var to: String?

    @OptionGroup var configuration: ConfigurationOptions

    @Option(help: .text(zh: "样式名或样式文件", en: "A style sheet, by name or file.", valueName: "name|file"))
    var style: String?

    @OptionGroup var values: ValueOptions

    @OptionGroup var reading: ReadingOptions

    @Option(
        help: .text(
            zh: "文件属性和步骤所用的日期",
            en: "The date for the properties of the file, and for stages.",
            valueName: "YYYY-MM-DD"
        )
    )
    var date: String?

    @Option(
        help: .text(
            zh: "压缩方式：fast（快）、default（默认）、small（文件最小）",
            en: "How the output is compressed: fast, default or small (the smallest file).",
            valueName: "fast|default|small"
        ),
        transform: Self.compression
    )
    var compression: Compression = .standard

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

    @OptionGroup var programs: ProgramOptions

    @OptionGroup var common: CommonOptions

    private static func compression(_ name: String) throws -> Compression {
        guard let compression = Compression(rawValue: name) else {
            throw ValidationError(
                Wording.text(
                    zh: "--compression 应为 fast、default 或 small，这里是 \(name)",
                    en: "--compression must be fast, default or small, not \(name)"
                )
            )
        }
        return compression
    }

    func validate() throws {
        if inputs.isEmpty {
            throw ValidationError(Wording.text(zh: "请给出草稿文件", en: "name a draft"))
        }
        try programs.check(with: reading)
        if let date, !CalendarDate.isValid(date) {
            throw ValidationError(
                Wording.text(zh: "--date 应为 YYYY-MM-DD", en: "--date must be a date as YYYY-MM-DD")
            )
        }
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let corrections = try reading.corrections()
        let settings = try settings(of: tool, in: session)
        try checkReport()
        let plan = try OutputPlan(
            inputs: inputs,
            output: output,
            outputs: settings.outputs.map { .init(format: $0.format, suffix: $0.suffix) },
            report: report,
            printsReport: json,
            force: force,
            session: session
        )
        var status = ExitStatus.done
        var reports: [ChangeReport] = []
        let progress = quiet ? nil : ProgressLine(session)
        defer { progress?.end() }
        for (index, input) in inputs.enumerated() {
            progress?.begin(input, number: index + 1, of: inputs.count)
            do {
                var conversion = try DraftConversion(
                    InputFile.read(input, in: session),
                    by: tool.readers,
                    in: reading.context(in: session),
                    through: settings.pipeline,
                    date: date,
                    corrections: corrections,
                    ignoring: settings.ignored
                )
                var written: [String] = []
                for (target, output) in zip(plan.targets[index], settings.outputs) {
                    guard let type = tool.renderers[target.format] else { continue }
                    try render(&conversion, type.init(), output.style, target, in: session)
                    written.append(target.path)
                }
                reports.append(ChangeReport(conversion, input: input, language: session.language))
                if strict, conversion.diagnostics.contains(where: { $0.severity == .error }), status == .done {
                    status = .findings
                }
                progress?.clear()
                if !quiet {
                    let summary = RenderSummary(
                        conversion,
                        input: input,
                        outputs: written,
                        unused: settings.unused,
                        verbose: verbose
                    )
                    session.printMessage(summary.text(in: session.language))
                }
            } catch {
                status = status.joined(with: InputFailure.status(error))
                progress?.clear()
                session.printMessage(Wording.error + InputFailure.message(error, input: input)(session.language))
            }
        }
        try writeReport(reports, in: session)
        return status.joined(with: settings.pipeline.finished(in: session))
    }

    private func render(
        _ conversion: inout DraftConversion,
        _ renderer: any Renderer,
        _ style: StyleSheet,
        _ target: OutputPlan.Target,
        in session: Session
    ) throws {
        let context = RenderContext(
            date: date,
            application: "Qinggao \(CommandLineTool.version)",
            compression: compression,
            workers: Workers.available.count
        )
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

    private func writeReport(_ reports: [ChangeReport], in session: Session) throws {
        if json { try session.printResult(JSONOutput.text(reports, isSingle: inputs.count == 1)) }
        guard let report else { return }
        let name = report.lowercased()
        let text =
            name.hasSuffix(".md") || name.hasSuffix(".txt")
            ? reports.map { $0.list(in: session.language) }.joined(separator: "\n")
            : try JSONOutput.text(reports, isSingle: inputs.count == 1) + "\n"
        try FileAccess.replace(report) { sink in try sink.write(text) }
    }

    // MARK: - Settings

    /// The format that the extension of the output names, when neither `--to` nor a configuration does.
    private func impliedFormat(of tool: CommandLineTool) -> String? {
        guard let output, let dot = output.lastIndex(of: ".") else { return nil }
        let name = output[output.index(after: dot)...].lowercased()
        return tool.renderers[name] == nil ? nil : name
    }

    private struct Settings {
        /// An output with its style sheet.
        struct Output {
            var format: String
            var suffix: String
            var style: StyleSheet
        }

        var pipeline: Pipeline
        var outputs: [Output]
        var ignored: [Suppression]
        var unused: [EffectiveConfiguration.UnusedOptions]
    }

    /// The configuration with what the command line puts over it; everything that is wrong with it is reported at once.
    private func settings(of tool: CommandLineTool, in session: Session) throws -> Settings {
        var loader = configuration.loader(of: tool, in: session)
        loader.allowsExternal = programs.allowExternal
        var problems: [ConfigurationProblem] = []
        var hasValues = !values.data.isEmpty
        let assignments = ConfigurationOptions.assign(values.assignments, to: &loader, &problems)
        do throws(ConfigurationError) {
            hasValues = hasValues || !assignments.isEmpty
            if let entries = try GapValues.entries(files: values.data, assignments: assignments) {
                loader.overrides["placeholders"] = [entries]
            }
        } catch { problems += error.problems }
        var effective: EffectiveConfiguration?
        do throws(ConfigurationError) { effective = try loader.load(configuration.config) } catch {
            problems += error.problems
        }
        var chosenStyle: EffectiveConfiguration.Style?
        if let style {
            do throws(ConfigurationError) {
                chosenStyle = try loader.style(.init(style, place: ConfigurationPlace(file: "--style")))
            } catch { problems += error.problems }
        }
        var outputs = effective?.outputs ?? []
        if let to = to ?? (effective?.statesOutputs == true ? nil : impliedFormat(of: tool)) {
            do throws(ConfigurationError) {
                let format = try loader.format(.init(to, place: ConfigurationPlace(file: "--to")))
                // What the configuration says of the format stays.
                outputs = outputs.filter { $0.format == format }
                if outputs.isEmpty { outputs = [.init(format: format)] }
            } catch { problems += error.problems }
        }
        if hasValues, let effective, !effective.pipeline.steps.contains(where: Self.takesValues) {
            problems.append(
                ConfigurationProblem(
                    place: ConfigurationPlace(file: values.data.isEmpty ? "--set" : "--data"),
                    message: LocalizedText(
                        zh: "流水线中没有 placeholders，数据无处可填",
                        en: "the pipeline has no placeholders stage that could use the values"
                    )
                )
            )
        }
        var sheets: [EffectiveConfiguration.Style: StyleSheet] = [:]
        let usualStyle = chosenStyle ?? effective?.style ?? .builtIn(ConfigurationLoader.defaultStyle)
        for choice in [usualStyle] + outputs.compactMap({ chosenStyle ?? $0.style }) where sheets[choice] == nil {
            do throws(ConfigurationError) { sheets[choice] = try StyleLibrary.sheet(choice) } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty, let effective else { throw ConfigurationError(problems) }
        return Settings(
            pipeline: effective.pipeline,
            outputs: outputs.compactMap { output in
                sheets[chosenStyle ?? output.style ?? usualStyle].map {
                    .init(format: output.format, suffix: output.suffix, style: $0)
                }
            },
            ignored: effective.ignored,
            unused: effective.unused
        )
    }

    /// Whether a step can put values into gaps.
    private static func takesValues(_ step: Pipeline.Step) -> Bool {
        type(of: step.stage).name == "placeholders" && step.condition != .never
    }
}

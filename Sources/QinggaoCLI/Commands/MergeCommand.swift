internal import ArgumentParser
internal import ChildProcess
internal import DraftReading
internal import ParallelWork
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import RowReading
internal import SummaryModel
internal import WordTemplates

/// `merge`: one template and many rows to many documents.
struct MergeCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: Wording.text(
                zh: "批量生成：一个模板，每行数据一份公文",
                en: "Makes one document for each row of data from one template."
            )
        )
    }

    @Argument(
        help: .text(
            zh: "模板：有 {{名称}} 或 X 等空的草稿，或有 {{名称}} 的 .docx",
            en: "The template: a draft with gaps, or a .docx with {{name}} in it.",
            valueName: "template"
        )
    )
    var template: String

    @OptionGroup var data: RowOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(
            zh: "输出文件名，如 'out/{单位}.docx'、'out/{row:000}.docx'；--combine 时为一个文件",
            en: "The names, such as 'out/{unit}.docx' or 'out/{row:000}.docx'; with --combine one file.",
            valueName: "pattern"
        )
    )
    var output: String

    @Flag(help: .text(zh: "合成一份，每行数据一节", en: "Makes one document with a section for each row."))
    var combine = false

    @Flag(help: .text(zh: "只检查，不写文件", en: "Writes nothing, and says what would be written."))
    var dryRun = false

    @Flag(help: .text(zh: "已有的文件不再生成，用于中断后继续", en: "Leaves files that are there, to go on after a stop."))
    var skipExisting = false

    @Option(
        help: .text(
            zh: "只处理一部分行，如 3/16；job/16 由集群的环境变量决定",
            en: "Takes one part of the rows, such as 3/16; job/16 asks the environment of a cluster.",
            valueName: "i/n"
        )
    )
    var shard: String?

    @Option(help: .text(zh: "把每行的结果写入文件（JSON）", en: "Writes what became of each row (JSON).", valueName: "file"))
    var manifest: String?

    @OptionGroup var document: DocumentOptions

    @OptionGroup var work: JobOptions

    @Flag(help: .text(zh: "有错误级发现时以状态 1 退出", en: "Exits with 1 when there are findings at error level."))
    var strict = false

    @Flag(help: .text(zh: "不显示摘要", en: "Shows no summary."))
    var quiet = false

    @Flag(help: .text(zh: "摘要中显示用时", en: "Adds the time to the summary."))
    var verbose = false

    @Flag(help: .text(zh: "以 JSON 输出每行的结果", en: "Prints what became of each row as JSON."))
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if template == "-", data.rows == "-" {
            throw ValidationError(
                Wording.text(zh: "模板和数据不能都来自标准输入", en: "the template and the rows cannot both be standard input")
            )
        }
        if combine, skipExisting {
            throw ValidationError(
                Wording.text(
                    zh: "--combine 与 --skip-existing 不能同时使用",
                    en: "--combine and --skip-existing exclude each other"
                )
            )
        }
        if combine, shard != nil {
            throw ValidationError(
                Wording.text(zh: "--combine 与 --shard 不能同时使用", en: "--combine and --shard exclude each other")
            )
        }
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let part = try chosenShard(in: session)
        let pattern = try namePattern()
        let settings = try DocumentSettings(document, output: output, of: tool, in: session)
        let merge = try MergeWork(self, settings, part, pattern, tool: tool, session: session)
        let source = try data.source(in: session)
        try checkOutputs(pattern, session)
        // What has begun is finished before a signal ends the process.
        let interruption = Interruption()
        defer { interruption.end() }
        let status = try merge.run(source)
        return status.joined(with: settings.pipeline.finished(in: session))
    }

    private func chosenShard(in session: Session) throws -> Shard {
        guard let shard else { return .whole }
        guard let part = Shard(shard, environment: session.environment) else {
            throw UsageError(
                zh: "--shard 应为 3/16 这样的第几份，或 job/16（需要 JOB_COMPLETION_INDEX 或 SLURM_ARRAY_TASK_ID），这里是 \(shard)",
                en:
                    "--shard is a part such as 3/16, or job/16 with JOB_COMPLETION_INDEX or SLURM_ARRAY_TASK_ID, not \(shard)"
            )
        }
        return part
    }

    /// The names of the outputs; those of a folder are numbers.
    private func namePattern() throws -> FileNamePattern {
        if output.isEmpty || (output == "-" && !combine) {
            throw UsageError(
                zh: "-o 应为文件名的样式，如 'out/{row:000}.docx'",
                en: "-o must be a pattern of names, such as 'out/{row:000}.docx'"
            )
        }
        let isFolder = output.hasSuffix("/") || (!combine && FileAccess.isFolder(output))
        let text = isFolder && !combine ? output + (output.hasSuffix("/") ? "" : "/") + "{row:0000}.docx" : output
        let pattern: FileNamePattern
        do { pattern = try FileNamePattern(text) } catch {
            throw UsageError(zh: "-o：\(error.message.zh)", en: "-o: \(error.message.en)")
        }
        if combine == pattern.varies {
            throw combine
                ? UsageError(zh: "--combine 只写一个文件，-o 不能有 {…}", en: "--combine writes one file, so -o has no {…}")
                : UsageError(
                    zh: "每行一个文件，-o 应有字段，如 'out/{row:000}.docx'；合成一份请用 --combine",
                    en: "each row has a file, so -o needs a field, such as 'out/{row:000}.docx'; --combine makes one"
                )
        }
        return pattern
    }

    /// An output that cannot be written is known before the work begins.
    private func checkOutputs(_ pattern: FileNamePattern, _ session: Session) throws {
        if let manifest {
            if manifest.isEmpty || manifest == "-" {
                throw UsageError(
                    zh: "--manifest 应为文件名；要在标准输出得到 JSON，请用 --json",
                    en: "--manifest must be the name of a file; --json prints the manifest"
                )
            }
            for other in [template, data.rows, combine ? output : "-"]
            where other != "-" && FileAccess.isSameFile(manifest, other) {
                throw UsageError(
                    zh: "清单 \(manifest) 与 \(other) 是同一个文件",
                    en: "the manifest \(manifest) is the same file as \(other)"
                )
            }
        }
        if combine, output == "-" {
            if json {
                throw UsageError(
                    zh: "--json 与写到标准输出的文稿不能同时使用",
                    en: "--json cannot be combined with a document on standard output"
                )
            }
            if session.output.isTerminal {
                throw UsageError(
                    zh: "不能把 docx 写到终端，请用 -o 指定文件",
                    en: "docx is not written to a terminal; name a file with -o"
                )
            }
        }
        for input in [template, data.rows] where input != "-" && combine && FileAccess.isSameFile(output, input) {
            throw UsageError(zh: "输出 \(output) 就是输入文件", en: "the output \(output) is an input")
        }
        if dryRun { return }
        if !pattern.folder.isEmpty { try FileAccess.makeFolder(pattern.folder) }
        if let manifest { try FileAccess.checkWritable(manifest) }
        if combine {
            if output != "-" { try FileAccess.checkWritable(output) }
        } else {
            try FileAccess.checkWritable(pattern.folder + ".qinggao-merge")
        }
    }
}

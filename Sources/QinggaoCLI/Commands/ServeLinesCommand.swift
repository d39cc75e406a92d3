internal import ArgumentParser
internal import ParallelWork
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import RowReading
internal import SummaryModel

/// `serve-lines`: one request on each line in, one result on each line out, in the same order.
struct ServeLinesCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve-lines",
            abstract: Wording.text(
                zh: "逐行服务：标准输入每行一个请求，标准输出每行一个结果（JSON）",
                en: "Takes a request from each line and answers each with a line (JSON), for engines that scale."
            )
        )
    }

    @Option(
        help: .text(
            zh: "请求给出数据行（row）时所用的模板",
            en: "The template for requests that give a row.",
            valueName: "template"
        )
    )
    var template: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(
            zh: "把文件写到这里，如 'out/{id}.docx'；不给时结果中是 base64",
            en: "Writes files, such as 'out/{id}.docx'; without it results hold base64.",
            valueName: "pattern"
        )
    )
    var output: String?

    @Option(help: .text(zh: "{row} 从几开始，默认 1", en: "The number of the first request, for {row}: 1.", valueName: "n"))
    var rowBase = 1

    @OptionGroup var document: DocumentOptions

    @OptionGroup var work: JobOptions

    @Flag(help: .text(zh: "有请求失败时以状态 1 退出", en: "Exits with 1 when a request failed."))
    var strict = false

    @OptionGroup var common: CommonOptions

    func validate() throws { try RowOptions.check(rowBase) }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let settings = try DocumentSettings(document, output: output, of: tool, in: session)
        let template = try template.map { try TemplateFile.read($0, by: settings, document, of: tool, in: session) }
        let output = try settings.renderer(document, of: tool)
        let service = LineService(
            format: output.format,
            renderer: output.renderer,
            template: template,
            pattern: try self.output.map(Self.pattern),
            rowBase: rowBase,
            date: document.date,
            settings: settings,
            readers: tool.readers,
            context: document.reading.context(in: session),
            language: session.language
        )
        let workers = work.workers
        var requests = RowQueue(
            try openRequests(session),
            part: .whole
        )
        var sink = DescriptorSink(session.output.descriptor, path: "-")
        var hasFailed = false
        while let first = requests.next() {
            // What stands there already is worked on together; nobody waits for requests that have not come.
            var batch = [first]
            while batch.count < workers.count * Self.requestsPerWorker, requests.source.hasRowInMemory,
                let next = requests.next()
            {
                batch.append(next)
            }
            let entries = batch
            for answer in try workers.map(entries.count, { index throws in try service.answer(entries[index]) }) {
                hasFailed = hasFailed || answer.isFailure
                try sink.write(answer.line + "\n")
            }
            try sink.flush()
        }
        let end = settings.pipeline.finished(in: session)
        if let failure = requests.failure {
            throw FileFailure(
                LocalizedText(zh: "标准输入：\(failure.message.zh)", en: "standard input: \(failure.message.en)")
            )
        }
        return (strict && hasFailed ? ExitStatus.findings : .done).joined(with: end)
    }

    private static let requestsPerWorker = 16

    private func openRequests(_ session: Session) throws -> RowSource {
        do throws(RowReadingError) {
            return try RowSource(requests: session.input.descriptor)
        } catch {
            throw FileFailure(
                LocalizedText(zh: "标准输入：\(error.message.zh)", en: "standard input: \(error.message.en)")
            )
        }
    }

    private static func pattern(_ text: String) throws -> FileNamePattern {
        do {
            let pattern = try FileNamePattern(text)
            guard pattern.varies else {
                throw UsageError(
                    zh: "-o 应有 {id}、{row} 或数据行的字段，如 'out/{id}.docx'",
                    en: "-o needs {id}, {row} or a field of the row, such as 'out/{id}.docx'"
                )
            }
            if !pattern.folder.isEmpty { try FileAccess.makeFolder(pattern.folder) }
            return pattern
        } catch let error as FileNamePattern.Defect {
            throw UsageError(zh: "-o：\(error.message.zh)", en: "-o: \(error.message.en)")
        }
    }
}

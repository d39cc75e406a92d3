internal import ChildProcess
internal import ParallelWork
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import RowReading
internal import StageKit
internal import SummaryModel

/// Makes the documents of a merge, and keeps account of them.
struct MergeWork {
    private let command: MergeCommand
    private let session: Session
    private let template: MergeTemplate
    private let part: Shard
    private let pattern: FileNamePattern
    private let workers: Workers
    private let style: StyleSheet
    /// The template and the rows, which no output replaces.
    private let inputs: Set<FileAccess.Identity>

    /// How many rows are handed out together, and how many times for each thread before the results are told: often enough
    /// that no thread waits long for the others at the end of a round.
    private static let rowsPerPiece = 16
    private static let piecesPerWorker = 16
    /// How much text the rows of one round may hold for each thread, in bytes; one row may have more.
    private static let bytesPerWorker = 1 << 22
    /// How many rows that failed are told of one by one.
    private static let shownFailures = 20

    /// Whether what became of each row is written down.
    private var isListed: Bool { command.manifest != nil || command.json }

    /// Reads the template.
    ///
    /// - Throws: ``UsageError``, ``FileFailure`` or ``ConfigurationError``.
    init(
        _ command: MergeCommand,
        _ settings: DocumentSettings,
        _ part: Shard,
        _ pattern: FileNamePattern,
        tool: CommandLineTool,
        session: Session
    ) throws {
        self.command = command
        self.session = session
        self.part = part
        self.pattern = pattern
        workers = command.work.workers
        guard let output = settings.outputs.first, !command.combine || output.format == "docx" else {
            throw UsageError(zh: "--combine 只能生成 .docx", en: "--combine makes a .docx only")
        }
        guard !command.combine || output.options[flag: "comments"] != true else {
            throw UsageError(
                zh: "--combine 的文件不能带批注，请去掉 docx 的 comments",
                en: "a combined file has no comments; remove the option 'comments' of docx"
            )
        }
        style = output.style
        template = try TemplateFile.read(command.template, by: settings, command.document, of: tool, in: session)
        if case .word = template, command.document.reference != nil {
            throw UsageError(
                zh: "模板是 .docx 时保留模板自己的样式，不能用 --reference；请去掉它，或改用草稿做模板",
                en: "a .docx template keeps its own styles, so --reference is not for it; leave it out, or take a draft"
            )
        }
        for finding in template.findings {
            session.printMessage("\(command.template): \(finding.message(session.language)) [\(finding.id)]")
        }
        inputs = Set([command.template, command.data.rows].filter { $0 != "-" }.compactMap(FileAccess.identity(of:)))
    }

    // MARK: - The rows

    /// Makes the documents.
    ///
    /// - Throws: ``FileFailure`` when the manifest or the combined document cannot be written.
    func run(_ source: RowSource) throws -> ExitStatus {
        let start = ContinuousClock.now
        var account: Account
        if let manifest = command.manifest {
            account = try FileAccess.replace(manifest) { sink in try run(source, listing: &sink) }
        } else if command.json {
            var sink = DescriptorSink(session.output.descriptor, path: "-")
            account = try run(source, listing: &sink)
            try sink.flush()
        } else {
            account = try run(source) { _ in }
        }
        if !command.quiet { session.printMessage(summary(account, ContinuousClock.now - start)(session.language)) }
        if account.summary.failed > 0 || account.failure != nil || account.summary.interrupted {
            account.status = account.status.joined(with: .inputOutput)
        }
        return account.status
    }

    private func run(_ source: RowSource, listing sink: inout DescriptorSink) throws -> Account {
        var manifest = try ManifestFile(template: command.template, source: command.data.rows, into: &sink)
        let account = try run(source) { line in try manifest.add(line, into: &sink) }
        try manifest.end(account.summary, into: &sink)
        return account
    }

    /// - Parameter note: Receives a line of the manifest for every row, when it is listed.
    private func run(_ source: RowSource, note: (String) throws -> Void) throws -> Account {
        var queue = RowQueue(source, part: part)
        var account = Account()
        let progress = command.quiet ? nil : ProgressLine(session)
        defer { progress?.end() }
        progress?.begin(command.data.rows)
        if command.combine, !command.dryRun {
            try combine(&queue, &account, note, progress)
        } else {
            // While one round is made the rows of the next are read.
            var items = takeRound(from: &queue)
            while !items.isEmpty, !Interruption.isRequested {
                let round = items
                let fraction = source.fraction
                let starts = Array(stride(from: 0, to: round.count, by: Self.rowsPerPiece))
                let outcomes = try workers.map(starts.count) { piece throws -> [Done] in
                    let renderer = try template.rowRenderer()
                    var outcomes: [Done] = []
                    for item in round[starts[piece]..<min(round.count, starts[piece] + Self.rowsPerPiece)] {
                        if Interruption.isRequested { break }
                        outcomes.append(try done(item, by: renderer))
                    }
                    return outcomes
                } meanwhile: {
                    items = takeRound(from: &queue)
                }
                for outcome in outcomes.joined() { try tell(outcome, &account, note, progress) }
                progress?.advance(to: account.summary.count, fraction: fraction)
            }
        }
        account.summary.interrupted = Interruption.isRequested
        account.failure = queue.failure.map { command.data.failure($0).message }
        account.unused = unusedNames(queue.fieldNames)
        return account
    }

    /// The rows that are made between two reports.
    private func takeRound(from queue: inout RowQueue) -> [Item] {
        var items: [Item] = []
        // Rows may belong to other parts; only the end of the rows ends the rounds.
        while items.isEmpty, !queue.isAtEnd, !Interruption.isRequested {
            items = take(workers.count * Self.piecesPerWorker * Self.rowsPerPiece, from: &queue)
        }
        return items
    }

    /// The next rows of the part, each with the name of its document.
    private func take(_ count: Int, from queue: inout RowQueue) -> [Item] {
        var items: [Item] = []
        items.reserveCapacity(count)
        var size = 0
        while items.count < count, size < workers.count * Self.bytesPerWorker, let next = queue.next() {
            let number = command.data.rowBase + next.number
            var entry = MergeManifest.Entry(row: number, line: next.line, status: .failed)
            guard case .success(let row) = next.row else {
                if case .failure(let problem) = next.row, queue.isOfPart(next.number) {
                    entry.column = problem.position.column
                    entry.message = problem.message(session.language)
                    items.append(Item(entry: entry))
                }
                continue
            }
            for case .string(let text) in row.fields.lazy.map(\.value) { size += text.utf8.count }
            guard !command.combine else {
                items.append(Item(row: row, entry: entry))
                continue
            }
            do throws(FileNamePattern.Defect) {
                let name = try pattern.name(for: row, number: number)
                // Every machine gives names to all rows, so that the same one of two that clash is left out everywhere.
                let other = pattern.fieldNames.isEmpty ? nil : queue.claim(name.path, for: number)
                guard queue.isOfPart(next.number) else { continue }
                entry.file = name.path
                entry.findings = name.changedFields.map { changedName($0, name.path) }
                if let other {
                    entry.message = Self.clash(name.path, with: other)(session.language)
                    items.append(Item(entry: entry))
                } else {
                    items.append(Item(row: row, entry: entry))
                }
            } catch {
                guard queue.isOfPart(next.number) else { continue }
                entry.message = error.message(session.language)
                items.append(Item(entry: entry))
            }
        }
        return items
    }

    /// Does what is to be done with one row.
    private func done(_ item: Item, by renderer: RowRenderer) throws -> Done {
        var done = Done(entry: item.entry)
        if let row = item.row {
            do {
                try make(row, by: renderer, &done)
            } catch {
                fail(&done, error, about: item.entry.file ?? command.template)
            }
        }
        if isListed { done.line = try ManifestFile.line(done.entry) }
        return done
    }

    /// Makes the document of a row, or finds out what would come of it.
    private func make(_ row: Row, by renderer: RowRenderer, _ done: inout Done) throws {
        if let path = done.entry.file {
            if path == command.manifest { throw FileFailure(Self.isManifest(path)) }
            if FileAccess.identity(of: path).map(inputs.contains) ?? false { throw FileFailure(Self.isInput(path)) }
            if command.skipExisting, FileAccess.exists(path) {
                done.entry.status = .skipped
                return
            }
            if !command.dryRun {
                let outcome = try FileAccess.replace(path, makingFolders: true) { sink in
                    try renderer.render(row, of: command.data.rows, into: &sink)
                }
                note(outcome, in: &done)
                done.entry.status = .written
                return
            }
        }
        note(try renderer.examine(row, of: command.data.rows), in: &done)
        done.entry.status = .planned
    }

    private func fail(_ done: inout Done, _ error: any Error, about file: String) {
        done.entry.message = InputFailure.message(error, input: file)(session.language)
        done.status = InputFailure.status(error)
    }

    private func note(_ outcome: MergeTemplate.Outcome, in done: inout Done) {
        done.entry.missing = outcome.missing
        done.entry.findings += outcome.diagnostics.map { MergeManifest.Finding($0, in: session.language) }
        if command.strict, outcome.diagnostics.contains(where: { $0.severity == .error }) { done.status = .findings }
    }

    /// Makes one document with a section for each row.
    private func combine(
        _ queue: inout RowQueue,
        _ account: inout Account,
        _ note: (String) throws -> Void,
        _ progress: ProgressLine?
    ) throws {
        let renderer = try template.rowRenderer()
        let source = queue.source
        // The rows that are on their way into the document.
        var entries: [MergeManifest.Entry] = []
        /// The next row that can be used; those before it are told of.
        func next() throws -> Row? {
            while !Interruption.isRequested, let item = take(1, from: &queue).first {
                if let row = item.row {
                    entries.append(item.entry)
                    return row
                }
                try tell(try done(item, by: renderer), &account, note, progress)
            }
            return nil
        }
        func report(_ result: Result<MergeTemplate.Outcome, any Error>) throws {
            var done = Done(entry: entries.removeFirst())
            switch result {
            case .success(let outcome):
                done.entry.file = command.output
                done.entry.status = .written
                self.note(outcome, in: &done)
            case .failure(let error): fail(&done, error, about: command.template)
            }
            if isListed { done.line = try ManifestFile.line(done.entry) }
            try tell(done, &account, note, progress)
            progress?.advance(to: account.summary.count, fraction: source.fraction)
        }
        func write(_ sink: inout DescriptorSink) throws {
            do {
                try template.combine(
                    of: command.data.rows,
                    style: style,
                    // Small documents on their way to several threads take more memory than they save time.
                    context: command.document.context(),
                    into: &sink,
                    report: report,
                    next: next
                )
            } catch let error as DraftError {
                throw FileFailure(InputFailure.message(error, input: command.template))
            }
        }
        if command.output == "-" {
            var sink = DescriptorSink(session.output.descriptor, path: "-")
            try write(&sink)
            try sink.flush()
        } else {
            try FileAccess.replace(command.output) { sink in
                try write(&sink)
                if account.summary.written == 0 { throw FileFailure(Self.nothingCombined) }
                if Interruption.isRequested { throw FileFailure(Self.interruptedCombining) }
            }
        }
    }

    /// Counts a row, lists it, and says why it failed.
    private func tell(
        _ done: Done,
        _ account: inout Account,
        _ note: (String) throws -> Void,
        _ progress: ProgressLine?
    ) throws {
        let entry = done.entry
        account.summary.add(entry.status)
        account.status = account.status.joined(with: done.status)
        for name in entry.missing {
            account.missing[name, default: (0, entry.row)].count += 1
        }
        if let line = done.line { try note(line) }
        guard let message = entry.message else {
            if command.dryRun, !command.quiet, !command.json, let file = entry.file {
                try session.printResult(file)
            }
            return
        }
        account.shownFailures += 1
        guard account.shownFailures <= Self.shownFailures else { return }
        progress?.clear()
        let place = ([command.data.rows] + [entry.line, entry.column].compactMap { $0.map(String.init) })
            .joined(separator: ":")
        session.printMessage(
            Wording.error(in: session.language)
                + LocalizedText(
                    zh: "\(place)：第 \(entry.row) 行数据：\(message)",
                    en: "\(place): row \(entry.row): \(message)"
                )(session.language)
        )
    }

    /// The fields that neither the template nor the names of the files use.
    private func unusedNames(_ names: [String]) -> [String] {
        let asked = template.fieldNames + pattern.fieldNames
        // {{a.b}} is the b of a, or a field of that name.
        let used = Set(asked + asked.map { String($0.prefix { $0 != "." }) })
        return names.filter { !used.contains($0) }
    }
}

extension MergeWork {
    /// What is to be done with a row.
    private struct Item: Sendable {
        /// The row; `nil` when it cannot be used.
        var row: Row?
        var entry: MergeManifest.Entry
    }

    /// What was done with a row.
    private struct Done: Sendable {
        var entry: MergeManifest.Entry
        /// The entry as it stands in a manifest, when one is wanted.
        var line: String?
        var status = ExitStatus.done
    }

    /// The numbers of a merge.
    private struct Account {
        var summary = MergeManifest.Summary()
        var status = ExitStatus.done
        /// The fields that rows did not have: how many rows, and the first.
        var missing: [String: (count: Int, row: Int)] = [:]
        var unused: [String] = []
        var shownFailures = 0
        /// Why the rows could not be read to their end.
        var failure: LocalizedText?
    }

    // MARK: - Wording

    private static func clash(_ path: String, with row: Int) -> LocalizedText {
        LocalizedText(
            zh: "文件名 \(path) 与第 \(row) 行数据相同，没有生成；请在 -o 中加上能区分的字段或 {row}",
            en:
                "the name \(path) is that of row \(row), so it was not written; add a field that differs, or {row}, to -o"
        )
    }

    private func changedName(_ field: String, _ path: String) -> MergeManifest.Finding {
        MergeManifest.Finding(
            Diagnostic(
                id: "merge.changed-name",
                severity: .info,
                message: LocalizedText(
                    zh: "字段“\(field)”的值中有不能用于文件名的字符，以 _ 代替：\(path)",
                    en: "the value of '\(field)' has signs that no file name can hold; _ stands for them: \(path)"
                )
            ),
            in: session.language
        )
    }

    private static func isManifest(_ path: String) -> LocalizedText {
        LocalizedText(zh: "\(path) 是清单的文件名", en: "\(path) is the name of the manifest")
    }

    private static func isInput(_ path: String) -> LocalizedText {
        LocalizedText(zh: "输出 \(path) 就是输入文件", en: "the output \(path) is an input")
    }

    private static let nothingCombined = LocalizedText(
        zh: "没有一行数据可用，合成的文件没有写出",
        en: "no row can be used, so the combined document was not written"
    )

    private static let interruptedCombining = LocalizedText(
        zh: "已中断，合成的文件没有写出",
        en: "interrupted; the combined document was not written"
    )

    private func summary(_ account: Account, _ time: Duration) -> LocalizedText {
        let counts = account.summary
        var zh = ["数据　　　\(counts.count) 行"]
        var en = ["rows       \(counts.count)"]
        for (zhName, enName, count) in [
            ("生成", "written", counts.written), ("将生成", "to be written", counts.planned),
            ("已有", "there already", counts.skipped), ("未生成", "failed", counts.failed),
        ] where count > 0 {
            zh[0] += "，\(zhName) \(count)"
            en[0] += ", \(enName) \(count)"
        }
        let hidden = account.shownFailures - Self.shownFailures
        if hidden > 0 {
            zh.append("　　　　　还有 \(hidden) 行未生成的没有列出，用 --manifest 文件 查看全部")
            en.append("           \(hidden) more rows failed; --manifest FILE lists all")
        }
        let missing = account.missing.sorted { ($0.value.row, $0.key) < ($1.value.row, $1.key) }
        for (name, place) in missing.prefix(10) {
            zh.append("缺少字段　\(name)：\(place.count) 行，首见第 \(place.row) 行")
            en.append("missing    \(name): rows \(place.count), the first is \(place.row)")
        }
        if missing.count > 10 {
            zh.append("　　　　　还有 \(missing.count - 10) 个字段")
            en.append("           and \(missing.count - 10) more fields")
        }
        if !account.unused.isEmpty {
            zh.append("未用字段　\(account.unused.joined(separator: "、"))")
            en.append("unused     \(account.unused.joined(separator: ", "))")
        }
        if let failure = account.failure {
            zh.append("错误：\(failure.zh)")
            en.append("error: \(failure.en)")
        }
        if counts.interrupted {
            zh.append("已中断　　已写出的文件都是完整的；加上 --skip-existing 可以接着做")
            en.append("stopped    every file that was written is whole; --skip-existing goes on from here")
        }
        if command.verbose {
            let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
            let rate = Int(Double(counts.count) / max(0.001, Double(milliseconds) / 1000))
            zh.append("用时　　　\(milliseconds) ms，每秒 \(rate) 份")
            en.append("time       \(milliseconds) ms, \(rate)/s")
        }
        return LocalizedText(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n"))
    }
}

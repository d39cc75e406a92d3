internal import ArgumentParser
internal import Configuration
internal import DraftReading
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import StageKit
internal import SummaryModel

/// `check`: what is wrong with drafts, and on request the safe corrections in them.
struct CheckCommand: ToolCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Wording.text(
                zh: "检查草稿，像编译器那样逐条列出问题",
                en: "Checks drafts and lists what is wrong, as a compiler does."
            )
        )
    }

    @Argument(help: .text(zh: "草稿文件，或 - 表示标准输入", en: "Drafts, or - for standard input.", valueName: "input"))
    var inputs: [String]

    @Flag(
        help: .text(
            zh: "在草稿中作安全的订正，原稿另存为 .orig",
            en: "Makes the safe corrections in the draft and keeps the old one as .orig."
        )
    )
    var fix = false

    @Flag(help: .text(zh: "与 --fix 同用：不留 .orig", en: "With --fix: keeps no .orig."))
    var noBackup = false

    @Option(help: .text(zh: "输出形式：text、json、sarif", en: "The form: text, json or sarif.", valueName: "format"))
    var format = Format.text

    @Flag(help: .text(zh: "等同 --format json", en: "The same as --format json."))
    var json = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .text(zh: "把结果写入文件", en: "Writes the result to a file.", valueName: "path")
    )
    var output: String?

    @OptionGroup var settings: ConfigurationOptions

    @Option(
        name: .customLong("set"),
        help: .text(zh: "改一个选项，可重复", en: "Sets one option; may be repeated.", valueName: "stage.option=value")
    )
    var assignments: [String] = []

    @Option(help: .text(zh: "步骤所用的日期", en: "The date that stages go by.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Flag(help: .text(zh: "有警告时也以状态 1 退出", en: "Exits with 1 for warnings too."))
    var strict = false

    @Flag(help: .text(zh: "不显示小结", en: "Shows no summary."))
    var quiet = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var programs: ProgramOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError(Wording.text(zh: "请给出草稿文件", en: "name a draft")) }
        if fix, inputs.contains("-") {
            throw ValidationError(Wording.text(zh: "--fix 不能用于标准输入", en: "--fix cannot be used on standard input"))
        }
        try programs.check(with: reading)
        if let date, !CalendarDate.isValid(date) {
            throw ValidationError(Wording.text(zh: "--date 应为 YYYY-MM-DD", en: "--date must be a date as YYYY-MM-DD"))
        }
        if noBackup, !fix {
            throw ValidationError(Wording.text(zh: "--no-backup 要与 --fix 同用", en: "--no-backup goes with --fix"))
        }
    }

    /// The tallies of all inputs, for the summary.
    private struct Tally {
        var files = 0
        var counts: [Severity: Int] = [:]
        var corrections = 0
        var suppressed = 0
        var made = 0
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let corrections = try reading.corrections()
        var loader = settings.loader(of: tool, in: session)
        loader.allowsExternal = programs.allowExternal
        let configuration = try settings.load(assignments, by: loader)
        let form = json ? .json : format
        try checkOutput(session)
        var status = ExitStatus.done
        var tally = Tally()
        var reports: [ChangeReport] = []
        var log = SARIFLog(version: CommandLineTool.version, stages: tool.stages, language: session.language)
        var listings: [String] = []
        let correcting = Set(
            configuration.pipeline.stages.filter { type(of: $0).correctsDraft }.map { type(of: $0).name }
        )
        for input in inputs {
            do {
                var file = try InputFile.read(input, in: session)
                let context = reading.context(in: session)
                var left = corrections
                if fix, let repair = try repair(&file, input, configuration, corrections, by: tool, in: session) {
                    tally.made += repair.count
                    left = corrections.afterRemoving(lines: repair.removedLines)
                }
                let conversion = try DraftConversion(
                    file,
                    by: tool.readers,
                    in: context,
                    through: configuration.pipeline,
                    date: date,
                    corrections: left,
                    ignoring: configuration.ignored
                )
                let list = FindingList(
                    conversion,
                    input: input,
                    correcting: correcting,
                    ignoring: configuration.ignored
                )
                tally.files += 1
                tally.suppressed += conversion.suppressedCount
                tally.corrections += list.entries.count(where: \.isCorrection) + list.blankCorrectionCount
                for entry in list.entries where !entry.isCorrection { tally.counts[entry.severity, default: 0] += 1 }
                switch form {
                case .json: reports.append(ChangeReport(conversion, input: input, language: session.language))
                case .sarif: log.add(list)
                case .text:
                    let listing = FindingListing(
                        source: conversion.reading.source,
                        language: session.language,
                        isColoured: output == nil && common.color.isOn(for: session.output)
                    )
                    if !list.entries.isEmpty { listings.append(listing.text(list)) }
                }
            } catch {
                status = status.joined(with: InputFailure.status(error))
                session.printMessage(Wording.error + InputFailure.message(error, input: input)(session.language))
            }
        }
        switch form {
        case .json: try deliver(JSONOutput.text(reports, isSingle: inputs.count == 1), in: session)
        case .sarif: try deliver(JSONOutput.text(log), in: session)
        case .text where !listings.isEmpty || output != nil: try deliver(listings.joined(separator: "\n"), in: session)
        case .text: break
        }
        if !quiet { session.printMessage(Self.summary(tally, fix: fix)(session.language)) }
        let isFound = tally.counts[.error] ?? 0 > 0 || (strict && tally.counts[.warning] ?? 0 > 0)
        let end = configuration.pipeline.finished(in: session)
        return (status == .done && isFound ? .findings : status).joined(with: end)
    }

    /// An output that cannot be written, or is an input, is known before anything is done.
    private func checkOutput(_ session: Session) throws {
        guard let output, output != "-" else { return }
        for input in inputs where input != "-" && FileAccess.isSameFile(output, input) {
            throw UsageError(zh: "输出 \(output) 就是输入文件", en: "the output \(output) is an input")
        }
        try FileAccess.checkWritable(output)
    }

    private func deliver(_ text: String, in session: Session) throws {
        guard let output, output != "-" else { return try session.printResult(text) }
        try FileAccess.replace(output) { sink in try sink.write(text.isEmpty ? "" : text + "\n") }
    }

    // MARK: - Corrections in the draft

    /// Writes the draft with its safe corrections.
    ///
    /// - Returns: What was done; `nil` when there was nothing to do.
    private func repair(
        _ file: inout DraftFile,
        _ input: String,
        _ configuration: EffectiveConfiguration,
        _ corrections: DraftReader.Corrections,
        by tool: CommandLineTool,
        in session: Session
    ) throws -> DraftRepair? {
        let context = reading.context(in: session)
        let draft = try tool.readers.read(file, in: context)
        guard let encoding = draft.encoding, Self.writableFormats.contains(draft.format) else {
            throw FileFailure(Self.notText(input, draft.format))
        }
        if draft.diagnostics.contains(where: { $0.id == "reading.invalid-bytes" }) {
            throw FileFailure(Self.broken(input))
        }
        let name = file.name
        let repair = try DraftRepair(
            draft.source,
            by: configuration.pipeline,
            ignoring: configuration.ignored
        ) { utf8 in
            DraftReader().read(
                try tool.readers.read(DraftFile(utf8, name: name), in: context),
                corrections: corrections
            )
        }
        guard repair.count > 0, repair.utf8 != draft.source.utf8 else { return nil }
        guard let encoded = encoding.encode(repair.utf8) else { throw FileFailure(Self.notEncodable(input, encoding)) }
        let bytes = Self.mark(of: file.bytes, encoding) + encoded
        if !noBackup {
            let old = file.bytes
            try FileAccess.replace(Self.backupName(input)) { sink in try sink.writeAll(old) }
        }
        try FileAccess.replace(input) { sink in try sink.writeAll(bytes) }
        file = DraftFile(bytes, name: name)
        return repair
    }

    /// The formats whose text is the file.
    private static let writableFormats: Set<String> = ["text", "markdown"]

    /// The byte-order mark that the file begins with.
    private static func mark(of bytes: [UInt8], _ encoding: DraftEncoding) -> [UInt8] {
        let mark: [UInt8] =
            switch encoding {
            case .utf8: [0xEF, 0xBB, 0xBF]
            case .utf16LittleEndian: [0xFF, 0xFE]
            case .utf16BigEndian: [0xFE, 0xFF]
            case .gb18030: []
            }
        return bytes.starts(with: mark) ? mark : []
    }

    /// `draft.txt.orig`, or with a number when that is there: what an earlier run kept stays.
    private static func backupName(_ input: String) -> String {
        var name = input + ".orig"
        var number = 2
        while FileAccess.exists(name) {
            name = "\(input).orig\(number)"
            number += 1
        }
        return name
    }

    // MARK: - Wording

    private static func summary(_ tally: Tally, fix: Bool) -> LocalizedText {
        let (errors, warnings, notes) =
            (tally.counts[.error] ?? 0, tally.counts[.warning] ?? 0, tally.counts[.info] ?? 0)
        var zh = "检查 \(tally.files) 个文件：错误 \(errors)，警告 \(warnings)，提示 \(notes)"
        var en = "\(tally.files) checked: errors \(errors), warnings \(warnings), notes \(notes)"
        if tally.suppressed > 0 {
            zh += "；按配置忽略 \(tally.suppressed)"
            en += "; ignored as configured \(tally.suppressed)"
        }
        if fix {
            zh += "；已订正 \(tally.made) 处"
            en += "; corrected \(tally.made)"
        }
        if tally.corrections > 0 {
            zh += fix ? "，另有 \(tally.corrections) 处在排版时订正" : "；可订正 \(tally.corrections) 处（--fix）"
            en += fix ? ", \(tally.corrections) more when it is rendered" : "; corrections \(tally.corrections) (--fix)"
        }
        return LocalizedText(zh: zh, en: en)
    }

    private static func notText(_ input: String, _ format: String) -> LocalizedText {
        LocalizedText(
            zh: "\(input)：--fix 只能改纯文本和 Markdown，这里是 \(format)；请用 render 生成改好的文件",
            en: "\(input): --fix changes plain text and Markdown only, this is \(format); use render"
        )
    }

    private static func broken(_ input: String) -> LocalizedText {
        LocalizedText(
            zh: "\(input)：文件中有不是字符的字节，--fix 不改它；请先核对原文件",
            en: "\(input): some bytes are no characters, so --fix leaves it alone; look at the file first"
        )
    }

    private static func notEncodable(_ input: String, _ encoding: DraftEncoding) -> LocalizedText {
        LocalizedText(
            zh: "\(input)：改后的文字无法写成 \(encoding.rawValue)；请先另存为 UTF-8",
            en: "\(input): the corrected text cannot be written in \(encoding.rawValue); save the file as UTF-8 first"
        )
    }
}

internal import ArgumentParser
internal import Scaffolding
internal import StageKit
internal import SummaryModel

/// `new-stage`: a stage to start from, in a clone of the repository or in a package of its own.
struct NewStageCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new-stage",
            abstract: Wording.text(
                zh: "新建一个阶段：代码、测试和说明，写好即可编译并通过测试",
                en: "Writes a new stage with tests and documentation, which builds and passes at once."
            )
        )
    }

    @Argument(
        help: .text(
            zh: "阶段名：小写英文单词，用连字符连接",
            en: "The name of the stage: lower-case words with hyphens.",
            valueName: "name"
        )
    )
    var name: String

    @Option(
        name: .customLong("in"),
        help: .text(
            zh: "清稿的源代码目录，或新软件包所在的目录；默认为当前目录",
            en: "The clone of Qinggao, or the folder for the package (default: the current folder).",
            valueName: "folder"
        )
    )
    var folder: String?

    @Flag(
        help: .text(
            zh: "写成独立的 Swift 软件包，附带含有该阶段的命令",
            en: "Writes a package of its own, with a command that has the stage."
        )
    )
    var package = false

    @Option(
        help: .text(
            zh: "独立软件包所用的清稿源代码目录；默认为当前目录",
            en: "The clone of Qinggao that the package uses (default: the current folder).",
            valueName: "folder"
        )
    )
    var qinggao: String?

    @OptionGroup var summary: SummaryOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if qinggao != nil, !package {
            throw ValidationError(
                Wording.text(zh: "--qinggao 只能与 --package 同用", en: "--qinggao goes with --package only")
            )
        }
    }

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let name = try ScaffoldFolder.name(name)
        let summary = try summary.summary() ?? StageScaffold.summary
        let known = tool.stages.definitions.map(\.name)
        guard package else {
            let clone = try ScaffoldFolder(clone: folder)
            let plan = try clone.planned { try StageScaffold.plan(name, summary, known: known, in: clone.tree) }
            return try clone.write(plan, in: session)
        }
        let clone = try ScaffoldFolder(clone: qinggao, option: "--qinggao")
        let target = try ScaffoldFolder(new: name.text, in: folder)
        let path = target.path(to: clone)
        let plan = try clone.planned {
            try PackageScaffold.plan(name, summary, known: known, qinggao: path, clone.tree)
        }
        return try target.write(plan, in: session)
    }
}

/// What a new stage or rule is for.
struct SummaryOptions: ParsableArguments {
    @Option(help: .text(zh: "中文说明，一句话", en: "What it does, in one Chinese sentence.", valueName: "text"))
    var summaryZh: String?

    @Option(help: .text(zh: "英文说明，一句话", en: "What it does, in one English sentence.", valueName: "text"))
    var summaryEn: String?

    /// The summary; `nil` when none is given.
    func summary() throws -> ScaffoldSummary? {
        if summaryZh == nil, summaryEn == nil { return nil }
        guard let summaryZh, let summaryEn else {
            throw UsageError(
                zh: "--summary-zh 和 --summary-en 须同时给出",
                en: "--summary-zh and --summary-en go together; give both"
            )
        }
        guard let summary = ScaffoldSummary(zh: summaryZh, en: summaryEn) else {
            let (zh, en) = ScaffoldSummary.longest
            throw UsageError(
                zh: "说明应各为一行文字，中文至多 \(zh) 字，英文至多 \(en) 个字符",
                en: "a summary is one line, of at most \(zh) characters in Chinese and \(en) in English"
            )
        }
        return summary
    }
}

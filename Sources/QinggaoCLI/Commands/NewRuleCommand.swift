internal import ArgumentParser
internal import Scaffolding

/// `new-rule`: a rule to start from, in a clone of the repository.
struct NewRuleCommand: ToolCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new-rule",
            abstract: Wording.text(
                zh: "为一个阶段新建一条规则：代码、测试和说明",
                en: "Writes a new rule of a stage with tests and documentation."
            )
        )
    }

    @Argument(
        help: .text(
            zh: "规则名：小写英文单词，用连字符连接",
            en: "The name of the rule: lower-case words with hyphens.",
            valueName: "name"
        )
    )
    var name: String

    @Option(
        help: .text(
            zh: "规则所属的阶段：proofreading、punctuation 或其他由规则组成的阶段",
            en: "The stage of the rule: proofreading, punctuation or another that consists of rules.",
            valueName: "stage"
        )
    )
    var stage: String

    @Option(
        name: .customLong("in"),
        help: .text(
            zh: "清稿的源代码目录；默认为当前目录",
            en: "The clone of Qinggao (default: the current folder).",
            valueName: "folder"
        )
    )
    var folder: String?

    @OptionGroup var summary: SummaryOptions

    @OptionGroup var common: CommonOptions

    func run(by tool: CommandLineTool, in session: Session) throws -> ExitStatus {
        let (name, stage) = (try ScaffoldFolder.name(name), try ScaffoldFolder.name(stage))
        let summary = try summary.summary()
        let clone = try ScaffoldFolder(clone: folder)
        let plan = try clone.planned { try RuleScaffold.plan(name, of: stage, summary, in: clone.tree) }
        return try clone.write(plan, in: session)
    }
}

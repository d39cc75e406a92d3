import Scaffolding
import SummaryModel
import Testing

@Suite("A new rule")
struct RuleScaffoldTests {
    private static func plan(
        _ name: String = "echo",
        of stage: String = "house",
        in tree: SourceTree = Files.tree(Files.clone)
    ) throws -> ScaffoldPlan {
        try RuleScaffold.plan(#require(ScaffoldName(name)), of: #require(ScaffoldName(stage)), in: tree)
    }

    @Test("files and lines are where they belong")
    func house() throws {
        let plan = try Self.plan()
        #expect(plan.newFiles.map(\.path) == ["Plugins/House/Rules/Echo.swift", "Tests/HouseTests/EchoTests.swift"])
        for file in plan.newFiles { #expect(!file.text.contains("{{"), "\(file.path)") }
        #expect(
            plan.additions.map { "\($0.path):\($0.line):\($0.text.joined(separator: "|"))" } == [
                "Plugins/House/HouseStage.swift:4:        Echo.self,",
                "Documentation/Stages.md:24:| `house.echo` | info | Words that say the same twice. | practice |",
                "Documentation/Stages.zh-CN.md:10:| `house.echo` | info | 语义重复的词语 | 惯例 |",
            ]
        )
        #expect(plan.openAdditions.isEmpty)
    }

    @Test(
        "the list of rules may be written in any way",
        arguments: [
            ("= [First.self]", "= [First.self, Echo.self]"), ("= []", "= [Echo.self]"),
            ("= [\n        First.self\n    ]", "= [\n        First.self,\n        Echo.self,\n    ]"),
            ("= [\n        First.self,\n    ]", "= [\n        First.self,\n        Echo.self,\n    ]"),
        ]
    )
    func lists(written: String, becomes: String) throws {
        var files = Files.clone
        let stage = "public struct HouseStage: RuleStage {\n    static let rules: [any TextRule.Type] \(written)\n}\n"
        files["Plugins/House/HouseStage.swift"] = stage
        let plan = try Self.plan(in: Files.tree(files))
        let changed = try #require(plan.changedFiles.first { $0.path == "Plugins/House/HouseStage.swift" })
        #expect(changed.text == stage.replacing(written, with: becomes))
        #expect(plan.openAdditions.isEmpty)
    }

    @Test("every place is found in the repository as it is", arguments: ["proofreading", "punctuation"])
    func repository(stage: String) throws {
        let plan = try Self.plan(of: stage, in: Files.repository)
        #expect(plan.openAdditions.isEmpty)
        #expect(plan.changedFiles.count == 3)
    }

    @Test("a file without the place for a line is left as it is")
    func noPlace() throws {
        let plan = try Self.plan(in: Files.clone(without: "## house\n", in: "Documentation/Stages.md"))
        #expect(plan.openAdditions.map(\.path) == ["Documentation/Stages.md"])
        #expect(plan.changedFiles.map(\.path) == ["Plugins/House/HouseStage.swift", "Documentation/Stages.zh-CN.md"])
    }

    @Test("a name that is taken is refused", arguments: ["the-first", "first", "finding", "string", "house"])
    func taken(name: String) {
        #expect(throws: ScaffoldProblem.self) { try Self.plan(name) }
    }

    @Test("a stage without rules is refused, and those that have some are named", arguments: ["cleanup", "nothing"])
    func noRules(stage: String) throws {
        let problem = #expect(throws: ScaffoldProblem.self) { try Self.plan(of: stage) }
        #expect(problem?.message.en.hasSuffix("those with rules: house") == true)
    }
}

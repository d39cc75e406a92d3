import StageKit
import SummaryModel
import Testing

@testable import Scaffolding

@Suite("A new stage")
struct StageScaffoldTests {
    private static func name(_ text: String) throws -> ScaffoldName { try #require(ScaffoldName(text)) }

    private static func plan(_ text: String, in tree: SourceTree) throws -> ScaffoldPlan {
        try StageScaffold.plan(name(text), known: ["cleanup"], in: tree)
    }

    @Test("what is written compiles here", arguments: ["Stage", "Options"])
    func compiled(part: String) throws {
        let plan = try Self.plan("sample", in: Files.tree(Files.clone))
        let file = try #require(plan.newFiles.first { $0.path == "Plugins/Sample/Sample\(part).swift" })
        #expect(file.text == Files.repository.text("Tests/ScaffoldingTests/Sample\(part).swift"))
    }

    @Test(
        "the reference is what the description says",
        arguments: [(Language.english, "Documentation/Stages.md"), (.chinese, "Documentation/Stages.zh-CN.md")]
    )
    func reference(language: Language, path: String) throws {
        let plan = try Self.plan("sample", in: Files.tree(Files.clone))
        let page = try #require(plan.changedFiles.first { $0.path == path })
        let section = StageReference(StageDefinition(SampleStage.self)).markdown(in: language)
        let before = try #require(Files.clone[path])
        #expect(page.text == before + "\n" + section.replacing(/(?m)^#/, with: "##"))
    }

    @Test("lines are added where they belong")
    func additions() throws {
        let plan = try Self.plan("new-sample", in: Files.tree(Files.clone))
        #expect(plan.openAdditions.isEmpty)
        let lines = plan.additions.filter { !$0.path.hasPrefix("Documentation/Stages") }
        #expect(
            lines.map { "\($0.path):\($0.line):\($0.text.joined(separator: "|"))" } == [
                "Package.swift:6:        stage(\"NewSample\"),",
                "Package.swift:16:                \"NewSample\",",
                "Package.swift:20:        tests(\"NewSample\", [\"SummaryModel\", \"StageKit\", \"StageTesting\", "
                    + "\"ReadKit\", \"DraftReading\"]),",
                "Sources/Qinggao/StandardCatalogs.swift:3:internal import NewSample",
                "Sources/Qinggao/StandardCatalogs.swift:12:                .adding(NewSampleStage.self)",
                "Documentation/Architecture.md:2:, `NewSample`",
            ]
        )
        for file in plan.changedFiles {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            for addition in plan.additions where addition.path == file.path {
                for (offset, text) in addition.text.enumerated() {
                    #expect(lines[addition.line - 1 + offset].contains(text) || text.isEmpty)
                }
            }
        }
        let row = plan.changedFiles.first { $0.path == "Documentation/Architecture.md" }
        #expect(row?.text.hasSuffix("| `Qinggao` | the facade | `Cleanup`, `House`, `NewSample` |\n") == true)
    }

    @Test("every place is found in the repository as it is")
    func repository() throws {
        let plan = try Self.plan("new-sample", in: Files.repository)
        #expect(plan.openAdditions.isEmpty)
        #expect(plan.changedFiles.count == 5)
        for file in plan.newFiles + plan.changedFiles where file.path.hasSuffix(".swift") {
            #expect(!file.text.contains("{{T"), "\(file.path)")
        }
    }

    @Test("a file without the place for a line is left as it is")
    func noPlace() throws {
        let broken = try Self.plan(
            "new-sample",
            in: Files.clone(without: "            \"Qinggao\",\n", in: "Package.swift")
        )
        #expect(!broken.changedFiles.contains { $0.path == "Package.swift" })
        #expect(broken.openAdditions.map(\.path) == ["Package.swift", "Package.swift", "Package.swift"])
        #expect(broken.changedFiles.count == 4)
    }

    @Test("a name that is taken is refused", arguments: ["cleanup", "house", "listed", "string", "finding", "qinggao"])
    func taken(text: String) throws {
        var files = Files.clone
        files["Tests/ListedTests/ListedTests.swift"] = "struct ListedTests {}\n"
        let tree = Files.tree(files)
        #expect(throws: ScaffoldProblem.self) { try Self.plan(text, in: tree) }
    }

    @Test(
        "a name is lower-case words with hyphens",
        arguments: [
            ("a", "A"), ("new-sample", "NewSample"), ("a-b", "AB"), ("gb15834", "Gb15834"), ("", nil),
            ("-a", nil),
            ("a-", nil), ("a--b", nil), ("A", nil), ("a_b", nil), ("段落", nil), ("9a", nil), ("a-9", nil), ("a b", nil),
            ("a/../b", nil), (String(repeating: "a", count: 40), "A" + String(repeating: "a", count: 39)),
            (String(repeating: "a", count: 41), nil),
        ]
    )
    func names(text: String, type: String?) {
        #expect(ScaffoldName(text)?.typeName == type)
    }

    @Test("a summary is one sentence in each language")
    func summaries() {
        #expect(ScaffoldSummary(zh: "检查段落。", en: "Checks paragraphs")?.wording.zh == "检查段落")
        #expect(ScaffoldSummary(zh: "检查段落", en: "Checks paragraphs.")?.wording.en == "Checks paragraphs.")
        for (zh, en) in [("", "A."), ("甲", ""), ("甲\n乙", "A."), ("甲", String(repeating: "a", count: 101))] {
            #expect(ScaffoldSummary(zh: zh, en: en) == nil)
        }
    }

    @Test("signs that end a literal are escaped")
    func literals() throws {
        let summary = try #require(ScaffoldSummary(zh: "把\"甲\"改为“乙”", en: "Writes \\(x)."))
        let plan = try StageScaffold.plan(Self.name("sample"), summary, known: [], in: Files.tree(Files.clone))
        let text = try #require(plan.newFiles.first).text
        #expect(text.contains("zh: \"把\\\"甲\\\"改为“乙”\""))
        #expect(text.contains("en: \"Writes \\\\(x).\""))
    }

    @Test("a package has every file and nothing that is not filled in")
    func package() throws {
        let plan = try PackageScaffold.plan(
            Self.name("new-sample"),
            known: ["cleanup"],
            qinggao: "../qinggao",
            Files.tree(Files.clone)
        )
        #expect(
            plan.newFiles.map(\.path) == [
                "Package.swift", ".gitignore", "README.md", "Sources/NewSample/NewSampleStage.swift",
                "Sources/NewSample/NewSampleOptions.swift", "Sources/NewSampleCommand/main.swift",
                "Tests/NewSampleTests/NewSampleStageTests.swift",
                "Tests/NewSampleTests/NewSampleExampleTests.swift",
            ]
        )
        #expect(plan.changedFiles.isEmpty)
        for file in plan.newFiles { #expect(!file.text.contains("{{"), "\(file.path)") }
        #expect(plan.newFiles[0].text.contains("path: \"../qinggao\""))
        #expect(throws: ScaffoldProblem.self) {
            try PackageScaffold.plan(Self.name("cleanup"), known: ["cleanup"], qinggao: "..", Files.tree(Files.clone))
        }
    }
}

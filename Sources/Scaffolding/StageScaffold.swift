internal import SummaryModel

/// A new stage in a clone of the repository: it builds, passes and is documented as it is written.
package enum StageScaffold {
    /// What the stage of the templates does.
    package static let summary = ScaffoldSummary(
        LocalizedText(
            zh: "把连用的感叹号并作一个，列出过多的感叹号",
            en: "Makes one of exclamation marks in a row, and reports those beyond a limit."
        )
    )

    /// What is to be written.
    ///
    /// - Parameters:
    ///   - known: The names of the stages that there are.
    /// - Throws: ``ScaffoldProblem`` when the name is taken.
    package static func plan(
        _ name: ScaffoldName,
        _ summary: ScaffoldSummary = summary,
        known: [String],
        in tree: SourceTree
    ) throws(ScaffoldProblem) -> ScaffoldPlan {
        try checkFree(name, known: known, in: tree)
        let (type, values) = (name.typeName, Template.values(name, summary))
        for folder in ["Plugins/\(type)", "Tests/\(type)Tests"] where tree.exists(folder) {
            throw ScaffoldProblem(
                zh: "文件夹 \(folder) 已经存在；请换一个名称",
                en: "the folder \(folder) is there already; choose another name"
            )
        }
        var plan = ScaffoldPlan(nextCommands: [
            "swift build --build-tests",
            "swift test --filter '\(type)Tests|RepositoryTests|TranscriptTests|StageConformanceTests'",
            "swift run qinggao stages \(name.text)",
        ])
        try plan.add(
            "Plugins/\(type)/\(type)Stage.swift",
            Template(PackageResources.Stage_txt).filled(values),
            to: tree
        )
        try plan.add(
            "Plugins/\(type)/\(type)Options.swift",
            Template(PackageResources.Options_txt).filled(values),
            to: tree
        )
        try plan.add("Tests/\(type)Tests/\(type)StageTests.swift", tests(values, type), to: tree)
        plan.add(manifest(type, in: tree))
        plan.add(catalog(type, in: tree))
        plan.add(directions(type, in: tree))
        for (path, bytes) in [
            ("Documentation/Stages.md", PackageResources.Page_en_txt),
            ("Documentation/Stages.zh-CN.md", PackageResources.Page_zh_txt),
        ] {
            var page = EditedFile(path, in: tree)
            var section = Template(bytes).filled(values).split(separator: "\n", omittingEmptySubsequences: false)
            section.removeLast()
            page.append([""] + section.map(String.init), LocalizedText(zh: "文件末尾", en: "at the end"))
            plan.add(page)
        }
        return plan
    }

    /// Checks that neither a stage nor a module nor a type of this name is there.
    static func checkFree(
        _ name: ScaffoldName,
        known: [String],
        in tree: SourceTree?
    ) throws(ScaffoldProblem) {
        let type = name.typeName
        if known.contains(name.text) {
            throw ScaffoldProblem(
                zh: "已经有名为“\(name.text)”的阶段；请换一个名称",
                en: "there is a stage '\(name.text)' already; choose another name"
            )
        }
        let shared = ["Sources/StageKit", "Sources/SummaryModel"]
        let isTaken =
            SwiftNames.taken.contains(type) || tree?.exists("Sources/\(type)") ?? false
            || [type, type + "Stage", type + "Options"].contains { tree?.declaration(of: $0, in: shared) != nil }
        if isTaken {
            throw ScaffoldProblem(
                zh: "“\(name.text)”会与 Swift 或本程序的 \(type) 同名；请换一个名称",
                en: "'\(name.text)' would have the name of \(type) in Swift or in this program; choose another name"
            )
        }
    }

    /// The tests of the stage.
    static func tests(_ values: [String: String], _ type: String) -> String {
        var values = values
        values["imports"] = Template.imports([
            "DraftReading", "ReadKit", "StageKit", "StageTesting", "SummaryModel", "Testing", type,
        ])
        return Template(PackageResources.StageTests_txt).filled(values)
    }

    // MARK: - Lines in files that are there

    /// How long a line of code may be.
    private static let longestLine = 120

    private static func manifest(_ type: String, in tree: SourceTree) -> EditedFile {
        var file = EditedFile("Package.swift", in: tree)
        file.insert(
            ["        stage(\"\(type)\"),"],
            LocalizedText(zh: "targets 中，其他 stage(…) 之后", en: "among the targets, after the other stage(…)"),
            afterLast: { $0.hasPrefix("        stage(\"") && $0.hasSuffix("),") }
        )
        file.insert(
            ["                \"\(type)\","],
            LocalizedText(zh: "target Qinggao 的依赖列表末尾", en: "at the end of the dependencies of the target Qinggao")
        ) { lines in
            guard let start = lines.indices.first(where: { isQinggao(lines, $0) }) else { return nil }
            return lines[start...].firstIndex(of: "            ]")
        }
        let needs = "[\"SummaryModel\", \"StageKit\", \"StageTesting\", \"ReadKit\", \"DraftReading\"]"
        let line = "        tests(\"\(type)\", \(needs)),"
        file.insert(
            line.utf8.count <= longestLine
                ? [line] : ["        tests(", "            \"\(type)\",", "            \(needs)", "        ),"],
            LocalizedText(zh: "targets 中，其他 tests(…) 之后", en: "among the targets, after the other tests(…)"),
            afterLast: { $0.hasPrefix("        tests(\"") && $0.hasSuffix("),") }
        )
        return file
    }

    /// Whether the dependencies of the target Qinggao begin after this line.
    private static func isQinggao(_ lines: [String], _ index: Int) -> Bool {
        index > 0 && lines[index] == "            \"Qinggao\"," && lines[index - 1] == "        module("
    }

    private static func catalog(_ type: String, in tree: SourceTree) -> EditedFile {
        var file = EditedFile("Sources/Qinggao/StandardCatalogs.swift", in: tree)
        file.insert(
            ["internal import \(type)"],
            LocalizedText(zh: "import 行之间", en: "among the import lines")
        ) { lines in
            func module(_ line: String) -> Substring? {
                let words = line.split(separator: " ")
                return words.count == 3 && words[1] == "import" ? words[2] : nil
            }
            guard let last = lines.lastIndex(where: { module($0) != nil }) else { return nil }
            return lines.firstIndex { module($0).map { $0 > type } ?? false } ?? last + 1
        }
        file.insert(
            ["                .adding(\(type)Stage.self)"],
            LocalizedText(zh: "StageCatalog.standard 的末尾", en: "at the end of StageCatalog.standard"),
            afterLast: { $0.hasPrefix("                .adding(") && $0.hasSuffix("Stage.self)") }
        )
        return file
    }

    private static func directions(_ type: String, in tree: SourceTree) -> EditedFile {
        var file = EditedFile("Documentation/Architecture.md", in: tree)
        file.extend(
            ", `\(type)`",
            before: " |",
            LocalizedText(zh: "表格“Directions”中 `Qinggao` 一行", en: "in the row `Qinggao` of the table under Directions"),
            line: { $0.hasPrefix("| `Qinggao` |") }
        )
        return file
    }
}

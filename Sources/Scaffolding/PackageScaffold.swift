/// A new stage in a package of its own, with the command `qinggao` that has it.
package enum PackageScaffold {
    /// What is to be written; the paths begin at the folder of the package, which is not there yet.
    ///
    /// - Parameters:
    ///   - known: The names of the stages that there are.
    ///   - path: Where the clone of Qinggao is, from the folder of the package.
    ///   - clone: The clone of Qinggao.
    /// - Throws: ``ScaffoldProblem`` when the name is taken.
    package static func plan(
        _ name: ScaffoldName,
        _ summary: ScaffoldSummary = StageScaffold.summary,
        known: [String],
        qinggao path: String,
        _ clone: SourceTree
    ) throws(ScaffoldProblem) -> ScaffoldPlan {
        try StageScaffold.checkFree(name, known: known, in: clone)
        let type = name.typeName
        var values = Template.values(name, summary)
        values["pathLiteral"] = Template.literal(path)
        let folder = SourceTree(text: { _ in nil }, names: { _ in [] })
        var plan = ScaffoldPlan(nextCommands: [
            "swift build", "swift test", "swift run qinggao-\(name.text) stages \(name.text)",
        ])
        func add(_ path: String, _ bytes: [UInt8], imports: [String] = []) throws(ScaffoldProblem) {
            values["imports"] = Template.imports(imports)
            try plan.add(path, Template(bytes).filled(values), to: folder)
        }
        try add("Package.swift", PackageResources.Package_txt)
        try add(".gitignore", PackageResources.Gitignore_txt)
        try add("README.md", PackageResources.Readme_txt)
        try add("Sources/\(type)/\(type)Stage.swift", PackageResources.Stage_txt)
        try add("Sources/\(type)/\(type)Options.swift", PackageResources.Options_txt)
        try add(
            "Sources/\(type)Command/main.swift",
            PackageResources.Main_txt,
            imports: ["Qinggao", "QinggaoCLI", type]
        )
        try plan.add("Tests/\(type)Tests/\(type)StageTests.swift", StageScaffold.tests(values, type), to: folder)
        try add(
            "Tests/\(type)Tests/\(type)ExampleTests.swift",
            PackageResources.ExampleTests_txt,
            imports: [
                "Configuration", "Qinggao", "ReadKit", "RenderKit", "StageKit", "SummaryModel", "Testing", type,
            ]
        )
        return plan
    }
}

internal import SummaryModel

/// A new rule of a stage in a clone of the repository: it builds, passes and is documented as it is written.
package enum RuleScaffold {
    /// The protocol of the rules of a stage.
    private enum Kind: String, CaseIterable {
        case proof = "ProofRule"
        case punctuation = "PunctuationRule"
        case text = "TextRule"

        /// What the rule of the template finds.
        var summary: ScaffoldSummary {
            switch self {
            case .punctuation:
                ScaffoldSummary(LocalizedText(zh: "句末的波浪号", en: "A tilde at the end of a clause."))
            case .proof, .text:
                ScaffoldSummary(LocalizedText(zh: "语义重复的词语", en: "Words that say the same twice."))
            }
        }

        var rule: Template {
            switch self {
            case .proof: Template(PackageResources.PassageRule_txt)
            case .punctuation: Template(PackageResources.PunctuationRule_txt)
            case .text: Template(PackageResources.TextRule_txt)
            }
        }

        var tests: Template {
            switch self {
            case .proof: Template(PackageResources.PassageRuleTests_txt)
            case .punctuation: Template(PackageResources.PunctuationRuleTests_txt)
            case .text: Template(PackageResources.TextRuleTests_txt)
            }
        }

        /// Whether a line begins the list of rules.
        func begins(_ line: String) -> Bool { line.hasSuffix("[any \(rawValue).Type] = [") }
    }

    /// What is to be written.
    ///
    /// - Parameter summary: What the rule finds; `nil` for what the template finds.
    /// - Throws: ``ScaffoldProblem`` when the stage has no rules, or the name is taken.
    package static func plan(
        _ name: ScaffoldName,
        of stage: ScaffoldName,
        _ summary: ScaffoldSummary? = nil,
        in tree: SourceTree
    ) throws(ScaffoldProblem) -> ScaffoldPlan {
        guard let (kind, list) = rules(of: stage, in: tree) else { throw noRules(stage, in: tree) }
        let (type, owner) = (name.typeName, stage.typeName)
        let folder = "Plugins/\(owner)"
        let isTaken = SwiftNames.taken.contains(type) || type == owner
        if isTaken || tree.declaration(of: type, in: [folder, "Sources/StageKit", "Sources/SummaryModel"]) != nil {
            throw ScaffoldProblem(
                zh: "“\(name.text)”会与 Swift 或本程序的 \(type) 同名；请换一个名称",
                en: "'\(name.text)' would have the name of \(type) in Swift or in this program; choose another name"
            )
        }
        for path in tree.swiftFiles(in: folder) where declares(name, tree.text(path)) {
            throw ScaffoldProblem(
                zh: "\(path) 中已经有名为“\(name.text)”的规则；请换一个名称",
                en: "there is a rule '\(name.text)' in \(path) already; choose another name"
            )
        }
        let summary = summary ?? kind.summary
        var values = Template.values(name, summary)
        values["stage"] = stage.text
        values["Stage"] = owner
        values["imports"] = Template.imports([
            "DraftReading", "ReadKit", "StageKit", "StageTesting", "SummaryModel", "Testing", owner,
        ])
        var plan = ScaffoldPlan(nextCommands: [
            "swift build --build-tests", "swift test --filter '\(owner)Tests|RepositoryTests|TranscriptTests'",
            "swift run qinggao stages \(stage.text)",
        ])
        try plan.add("\(folder)/Rules/\(type).swift", kind.rule.filled(values), to: tree)
        try plan.add("Tests/\(owner)Tests/\(type)Tests.swift", kind.tests.filled(values), to: tree)
        var file = EditedFile(list, in: tree)
        file.insert(
            ["        \(type).self,"],
            LocalizedText(zh: "规则列表的末尾", en: "at the end of the list of rules")
        ) { lines in
            lines.firstIndex(where: kind.begins).flatMap { lines[$0...].firstIndex(of: "    ]") }
        }
        plan.add(file)
        for (path, title, meaning, source) in [
            ("Documentation/Stages.md", "### Findings", summary.wording.en, "practice"),
            ("Documentation/Stages.zh-CN.md", "### 发现", summary.wording.zh, "惯例"),
        ] {
            let row = "| `\(stage.text).\(name.text)` | info | \(cell(meaning)) | \(source) |"
            plan.add(page(path, row, under: title, of: stage, in: tree))
        }
        return plan
    }

    /// The kind of the rules of a stage and the file with their list.
    private static func rules(of stage: ScaffoldName, in tree: SourceTree) -> (Kind, String)? {
        for path in tree.swiftFiles(in: "Plugins/\(stage.typeName)") {
            let lines = (tree.text(path) ?? "").split(separator: "\n").map(String.init)
            for kind in Kind.allCases where lines.contains(where: kind.begins) { return (kind, path) }
        }
        return nil
    }

    private static func noRules(_ stage: ScaffoldName, in tree: SourceTree) -> ScaffoldProblem {
        let names = tree.names("Plugins").compactMap { folder -> String? in
            let words = folder.unicodeScalars.reduce(into: "") { name, scalar in
                if scalar.properties.isUppercase, !name.isEmpty { name += "-" }
                name += String(scalar).lowercased()
            }
            return ScaffoldName(words).flatMap { rules(of: $0, in: tree) == nil ? nil : words }
        }
        let list = names.sorted()
        return ScaffoldProblem(
            zh: "没有名为“\(stage.text)”、由规则组成的阶段；有规则的阶段：\(list.isEmpty ? "无" : list.joined(separator: "、"))",
            en:
                "no stage '\(stage.text)' that consists of rules; those with rules: \(list.isEmpty ? "none" : list.joined(separator: ", "))"
        )
    }

    private static func declares(_ name: ScaffoldName, _ text: String?) -> Bool {
        text?.split(separator: "\n").contains { $0.trimmingBlanks == "static let name = \"\(name.text)\"" } ?? false
    }

    private static func page(
        _ path: String,
        _ row: String,
        under title: String,
        of stage: ScaffoldName,
        in tree: SourceTree
    ) -> EditedFile {
        var page = EditedFile(path, in: tree)
        page.insert(
            [row],
            LocalizedText(
                zh: "“\(stage.text)”一节“发现”表格的末尾",
                en: "at the end of the table of findings in the section '\(stage.text)'"
            )
        ) { lines in
            guard let section = lines.firstIndex(of: "## \(stage.text)") else { return nil }
            let end = lines[(section + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
            guard let head = lines[section..<end].firstIndex(of: title),
                let table = lines[head..<end].firstIndex(where: { $0.hasPrefix("| ---") })
            else { return nil }
            return lines[table..<end].firstIndex { !$0.hasPrefix("|") } ?? end
        }
        return page
    }

    /// A text without the sign that ends a cell.
    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}

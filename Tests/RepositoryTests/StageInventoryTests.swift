import Foundation
import Qinggao
import StageKit
import SummaryModel
import Testing

/// A stage is one folder under `Plugins`, one target, one entry of the catalog, one folder of tests and one section of
/// the reference.
@Suite("Stages")
struct StageInventoryTests {
    @Test("every folder of Plugins is a target, in the catalog, tested")
    func inventory() throws {
        let manifest = try Repository.text("Package.swift").filter { !$0.isWhitespace }
        let folders = try Repository.names(in: "Plugins")
        let names = folders.map { $0.replacing(/\B[A-Z]/) { "-" + $0.output }.lowercased() }
        #expect(names.sorted() == StageCatalog.standard.definitions.map(\.name).sorted())
        for folder in folders {
            #expect(manifest.contains("stage(\"\(folder)\""), "Plugins/\(folder) is no target")
            #expect(try !Repository.swiftFiles(in: "Tests/\(folder)Tests").isEmpty, "Plugins/\(folder) has no tests")
            #expect(Repository.exists("Plugins/\(folder)/\(folder)Stage.swift"))
        }
    }

    @Test("no stage declares an option that every stage has")
    func switches() {
        for definition in StageCatalog.standard.definitions {
            let taken = definition.options.map(\.name).filter(StageDefinition.switches.contains)
            #expect(taken == [], "\(definition.name)")
        }
    }

    @Test("the reference is what the descriptions say", arguments: [Language.english, .chinese])
    func reference(language: Language) throws {
        let path = language == .english ? "Documentation/Stages.md" : "Documentation/Stages.zh-CN.md"
        try Repository.check(path, is: Self.page(in: language))
    }

    private static func page(in language: Language) -> String {
        let head = LocalizedText(
            zh:
                "# 处理阶段\n\n由各阶段的说明生成；`qinggao stages 名称` 显示同样的内容。每个阶段另有选项 `enabled` 和 `when`，见[使用手册](Manual.zh-CN.md)。\n",
            en:
                "# Stages\n\nMade from the descriptions of the stages; `qinggao stages NAME` shows the same. Every stage also has the\noptions `enabled` and `when`: see the [manual](Manual.md).\n"
        )
        return StageCatalog.standard.definitions.reduce(into: head(language)) { page, definition in
            let section = StageReference(definition).markdown(in: language)
            page += "\n" + section.replacing(/(?m)^#/, with: "##")
        }
    }
}

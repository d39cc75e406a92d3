import Configuration
import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The template under `Examples/template`, filled from its YAML and its CSV.
@Suite("The template of the examples")
struct TemplateExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples/template")

    private func data(_ names: [String]) throws -> [ConfigurationValue.Entry] {
        let place = ConfigurationPlace(file: "test")
        return try names.flatMap { name in
            try ConfigurationLoader.dataFile(Self.folder.appendingPathComponent(name).path, place).entries ?? []
        }
    }

    private func conversion(_ names: [String]) throws -> DraftConversion {
        var loader = ConfigurationLoader(
            stages: .standard,
            formats: RendererCatalog.standard.renderers.map { $0.format },
            styles: StyleLibrary.names
        )
        let place = ConfigurationPlace(file: "test")
        let value = ConfigurationValue(.mapping(try data(names)), place: place)
        loader.overrides["placeholders"] = [.init(key: "data", keyPlace: place, value: value)]
        let configuration = try loader.load(path: Self.folder.appendingPathComponent("pipeline.yaml").path)
        let draft = try Data(contentsOf: Self.folder.appendingPathComponent("draft.md"))
        return try DraftConversion(DraftFile(Array(draft), name: "draft.md"), through: configuration.pipeline)
    }

    @Test("every gap is filled, and the table has a row for every record")
    func filled() throws {
        let conversion = try conversion(["values.yaml", "各支部.csv"])
        #expect(conversion.diagnostics.map(\.id) == [])
        let text = conversion.document.blocks.map(\.shownText).joined(separator: "\n")
        #expect(!text.contains("{{") && !text.contains("×"))
        #expect(text.hasPrefix("清溪县农业农村局2024年度党建工作总结\n2024年，清溪县农业农村局党组"))
        #expect(text.contains("全年召开党组会议12次，投入党建经费8.65万元，党员参学率达到98.5%。\n现将"))
        #expect(text.hasSuffix("特此报告。\n清溪县农业农村局党组\n2024年12月25日"))
        let table = try #require(conversion.document.blocks.compactMap(\.table).first)
        #expect(
            table.rows.map { $0.map(\.content.shownText).joined(separator: " ") } == [
                "支部 党员（名） 集中学习（次） 主题党日（次）", "机关第一支部 18 14 12", "机关第二支部 15 12 12", "退休干部支部 13 12 11", "合计 46 38 35",
            ]
        )
    }

    @Test("without the records their sections stay, and are errors")
    func open() throws {
        let conversion = try conversion(["values.yaml"])
        #expect(Set(conversion.diagnostics.map(\.id)) == ["placeholders.unresolved"])
        #expect(conversion.diagnostics.allSatisfy { $0.severity == .error })
        #expect(conversion.document.blocks.contains { $0.shownText.contains("{{#各支部}}{{名称}}") })
    }

    @Test("the sheet of the template has the keys of the data")
    func keys() throws {
        let draft = try Data(contentsOf: Self.folder.appendingPathComponent("draft.md"))
        let read = try ReaderCatalog.standard.read(DraftFile(Array(draft), name: "draft.md"), in: ReaderContext())
        let list = try PlaceholderList(DraftReader().read(read))
        let sheet = Array(FillSheet(list).yaml(in: .chinese, input: "draft.md").utf8)
        let wanted = try #require(try DataFile.read(sheet, path: "sheet.yaml").entries).map(\.key)
        let given = try data(["values.yaml", "各支部.csv"]).map(\.key)
        // The last four belong to the set passages.
        #expect(Set(given).subtracting(wanted) == ["organ", "year", "month", "day"])
        #expect(Set(wanted).subtracting(given).isEmpty)
    }
}

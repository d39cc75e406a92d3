import DraftReading
import ReadKit
import Placeholders
import StageKit
import SummaryModel
import Testing

@Suite("Placeholders: filling and marking")
struct PlaceholdersStageTests {
    private func run(
        _ draft: String,
        _ values: [(String, String)] = [],
        unresolved: PlaceholdersOptions.Unresolved = .highlight
    ) throws -> Pipeline.Result {
        let place = ConfigurationPlace(file: "data.yaml", position: SourcePosition(line: 1, column: 1))
        var options = PlaceholdersOptions()
        options.unresolved = unresolved
        options.data = ConfigurationValue(
            .mapping(
                values.map { .init(key: $0.0, keyPlace: place, value: ConfigurationValue(.string($0.1), place: place)) }
            ),
            place: place
        )
        let reading = try DraftReader().read(text: Array(draft.utf8))
        return try Pipeline([PlaceholdersStage(options: options)]).run(reading.document, source: reading.source)
    }

    @Test("a gap gets its value, and the report says so")
    func fills() throws {
        let result = try run("全年召开党员大会X次，培训XX人次。", [("召开党员大会_次", "12"), ("培训_人次", "300")])
        #expect(result.document.blocks.map(\.shownText) == ["全年召开党员大会12次，培训300人次。"])
        #expect(result.edits.map { "\($0.before)→\($0.after) \($0.reason)" } == ["X→12 filled", "XX→300 filled"])
        #expect(result.diagnostics.isEmpty)
    }

    @Test("a gap with a name is filled wherever it stands")
    func named() throws {
        let result = try run("{{单位}}召开会议，{{单位}}负责落实。", [("单位", "某局")])
        #expect(result.document.blocks.map(\.shownText) == ["某局召开会议，某局负责落实。"])
    }

    @Test("open gaps are reported at their place")
    func unresolved() throws {
        let result = try run("标题党建工作总结\n全年召开会议X次，有力推动了工作落实。")
        let finding = try #require(result.diagnostics.first)
        #expect(finding.id == "placeholders.unresolved")
        #expect(finding.severity == .warning)
        #expect(finding.start == SourcePosition(line: 2, column: 7))
        #expect(finding.endColumn == 8)
        #expect(try run("召开会议X次。", unresolved: .error).diagnostics.first?.severity == .error)
        #expect(try run("召开会议X次。", unresolved: .keep).diagnostics.isEmpty)
    }

    @Test("signs that differ from the usual one are reported")
    func inconsistent() throws {
        let result = try run("召开会议XX次，培训XX期，走访X户，完成整改。")
        #expect(result.diagnostics.filter { $0.id == "placeholders.inconsistent-sign" }.count == 1)
    }

    @Test("a key that no gap has is reported with the nearest one")
    func unused() throws {
        let result = try run("由{{负责人}}牵头。", [("负责任", "张三")])
        let finding = try #require(result.diagnostics.first { $0.id == "placeholders.unused-value" })
        #expect(finding.message.zh.contains("“负责人”"))
    }
}

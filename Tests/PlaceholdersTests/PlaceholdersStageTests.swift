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

    @Test("more than two braces are reported, filled or not")
    func extraBraces() throws {
        for values in [[], [("名称", "甲")]] {
            let result = try run("{{{名称}}}有党员{{人数}}名，{人}。", values)
            let found = result.diagnostics.filter { $0.id == "placeholders.extra-braces" }
            #expect(found.map(\.message.zh) == ["“{{{名称}}}”多写了一对花括号，填写后会留在文中；请写成“{{名称}}”"])
        }
    }

    @Test("a key that no gap has is reported with the nearest one")
    func unused() throws {
        let result = try run("由{{负责人}}牵头。", [("负责任", "张三")])
        let finding = try #require(result.diagnostics.first { $0.id == "placeholders.unused-value" })
        #expect(finding.message.zh.contains("“负责人”"))
    }

    @Test(
        "a value is found by key, by number, by name and by group",
        arguments: [
            ([("召开党员大会_次", "12")], "全年召开党员大会12次。X局牵头，X局落实。"), ([("#1", "12")], "全年召开党员大会12次。X局牵头，X局落实。"),
            ([("1", "12"), ("3", "市财政局")], "全年召开党员大会12次。X局牵头，市财政局落实。"),
            ([("_局牵", "市财政局")], "全年召开党员大会X次。市财政局牵头，市财政局落实。"),
            // The own value comes before that of the group, and a null says nothing.
            ([("_局牵", "市财政局"), ("_局落", "市审计局")], "全年召开党员大会X次。市财政局牵头，市审计局落实。"),
        ] as [([(String, String)], String)]
    )
    func found(_ values: [(String, String)], _ expected: String) throws {
        let result = try run("全年召开党员大会X次。X局牵头，X局落实。", values)
        #expect(result.document.blocks.map(\.shownText) == [expected])
        #expect(!result.diagnostics.contains { $0.id == "placeholders.unused-value" })
    }

    @Test("a value of another kind is not put in")
    func badValue() throws {
        let result = try run("全年召开党员大会X次，成效明显。", [("召开党员大会_次", "若干")])
        #expect(result.document.blocks.map(\.shownText) == ["全年召开党员大会X次，成效明显。"])
        #expect(result.diagnostics.map(\.id) == ["placeholders.bad-value", "placeholders.unresolved"])
        let finding = try #require(result.diagnostics.first)
        #expect(finding.severity == .error)
        #expect(finding.message.en.hasPrefix("data.yaml:1:1: '若干'"))
        #expect(finding.start == SourcePosition(line: 1, column: 9))
    }

    @Test("the day is checked against a month that is filled in as well")
    func monthAndDay() throws {
        let draft = "会议于X月X日召开，成效明显。"
        let keys = ["会议于_月", "月_日召"]
        #expect(try run(draft, [(keys[0], "4"), (keys[1], "30")]).diagnostics.isEmpty)
        #expect(try run(draft, [(keys[0], "4"), (keys[1], "31")]).diagnostics.first?.id == "placeholders.bad-value")
    }

    @Test("what is only listed is not marked")
    func list() throws {
        let result = try run("召开会议X次。", unresolved: .list)
        #expect(result.diagnostics.map(\.id) == ["placeholders.unresolved"])
        #expect(
            result.document.blocks[0].content == [.text("召开会议X次。")]
                || result.document.blocks[0].content.allSatisfy {
                    if case .text = $0.content { true } else { false }
                }
        )
    }

    @Test("each line that deviates from the usual sign has a finding")
    func signsOnEveryLine() throws {
        let draft = "某馆2024年工作总结\n召开会议X次，培训X期。\n走访××户，帮扶X人。\n慰问XXX人，整改XX处。"
        let found = try run(draft).diagnostics.filter { $0.id == "placeholders.inconsistent-sign" }
        #expect(found.compactMap { $0.start?.line } == [3, 4, 4])
    }
}

import DraftFixtures
import DraftReading
import Proofreading
import ReadKit
import StageKit
import SummaryModel
import Testing

@Suite struct ProofreadingStageTests {
    private static let head = "柳河镇文化站2023年工作总结\n"

    @Test func safeCorrectionsAreMade() {
        let draft = Self.head + "一年来，全站上下再接再励，截止目前共办讲座十二场。\n"
        let fixed = Self.head + "一年来，全站上下再接再厉，截至目前共办讲座十二场。"
        #expect(StageCheck.failures(draft, rules: ["confusable-word"], becomes: fixed) == [])
    }

    @Test func suggestionsAreOnlyReported() {
        let draft = Self.head + "一年来，工作平稳，四[[proofreading.duplicated-character: 是是]]加强学习。\n"
        let same = Self.head + "一年来，工作平稳，四是是加强学习。"
        #expect(StageCheck.failures(draft, rules: ["duplicated-character"], becomes: same) == [])
    }

    private func stage(_ options: [(String, ConfigurationValue.Content)]) throws -> any Stage {
        let place = ConfigurationPlace(file: "test")
        let entries = options.map {
            ConfigurationValue.Entry(key: $0.0, keyPlace: place, value: ConfigurationValue($0.1, place: place))
        }
        return try StageDefinition(ProofreadingStage.self).makeStage(
            options: ConfigurationValue(.mapping(entries), place: place)
        ) { _, _ throws(ConfigurationError) in throw ConfigurationError([]) }
    }

    private func mapping(_ pairs: [(String, ConfigurationValue.Content)]) -> ConfigurationValue.Content {
        let place = ConfigurationPlace(file: "test")
        return .mapping(pairs.map { .init(key: $0.0, keyPlace: place, value: .init($0.1, place: place)) })
    }

    @Test func levelsAreThoseOfTheConfiguration() throws {
        let source = SourceText(Self.head + "一年来，全站上下再接再励。\n")
        let document = DraftReader().read(Draft(source: source, format: "text")).document
        for (level, severity) in [("error", Severity.error), ("warning", .warning), ("info", .info), ("off", nil)] {
            let stage = try stage([("rules", mapping([("confusable-word", .string(level))]))])
            let found = try Pipeline([stage]).run(document, source: source).diagnostics.map(\.severity)
            #expect(found == (severity.map { [$0] } ?? []))
        }
    }

    @Test("what is wrong with options is refused with the nearest name")
    func refusals() throws {
        let place = ConfigurationPlace(file: "test")
        let word = ConfigurationValue(mapping([("wrong", .string("甲")), ("rihgt", .string("乙"))]), place: place)
        for (options, expected) in [
            ([("rules", mapping([("confusable-wrod", .string("off"))]))], "confusable-word"),
            ([("rules", mapping([("confusable-word", .string("of"))]))], "off"),
            ([("words", mapping([("confusables", .list([]))]))], "confusable"),
            ([("words", mapping([("confusable", .list([word]))]))], "'right'"),
        ] {
            do {
                _ = try stage(options)
                Issue.record("\(expected): nothing was refused")
            } catch {
                let error = try #require(error as? ConfigurationError)
                #expect(error.problems.contains { $0.message.en.contains(expected) })
            }
        }
    }

    @Test("a second run corrects nothing", arguments: LabelledDraft.all)
    func correcting(draft: LabelledDraft) throws {
        let source = SourceText(utf8: try TextDecoder().decode(draft.bytes).utf8)
        let stage = try stage([("mode", .string("fix"))])
        let document = DraftReader().read(Draft(source: source, format: "text")).document
        let once = try Pipeline([stage]).run(document, source: source)
        let twice = try Pipeline([stage]).run(once.document, source: source)
        #expect(twice.edits.isEmpty)
        #expect(twice.diagnostics.map(\.id) == once.diagnostics.map(\.id))
    }
}

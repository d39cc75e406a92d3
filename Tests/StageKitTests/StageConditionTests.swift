import SummaryModel
import Testing

@testable import StageKit

@Suite struct StageConditionTests {
    /// Puts a mark before the first block, and changes the title.
    private struct MarkStage: Stage {
        static let name = "mark"
        static let summary = LocalizedText(zh: "加标记", en: "adds a mark")
        init(options: NoOptions) {}
        func run(_ document: inout Document, in context: inout StageContext) {
            document.blocks[0].content = [.text("通知")]
            document.metadata["seen"] = "yes"
        }
    }

    private func document(_ title: String, _ metadata: [String: String] = [:]) -> (Document, SourceText) {
        var (document, source) = ChangeRecorderTests.document([title])
        document.blocks[0].kind = .title
        document.metadata = metadata
        return (document, source)
    }

    private func condition(_ facts: [String: [String]]) -> StageCondition {
        .facts(facts.map { FactCondition(fact: $0.key, values: $0.value) })
    }

    @Test(arguments: [
        (["genre": ["工作总结"]], true), (["genre": ["总结"]], true), (["genre": ["报告", "党建工作总结"]], true),
        (["genre": ["报告"]], false), (["title": ["党建工作总结"]], true), (["year": ["2024"]], true),
        (["year": ["2023"]], false),
        (["genre": ["总结"], "year": ["2023"]], false), (["organ": ["甲"]], false), ([:], true),
    ])
    func facts(facts: [String: [String]], holds: Bool) {
        let (document, _) = document("党建工作总结", ["year": "2024"])
        #expect(condition(facts).holds(for: DocumentFacts(document)) == holds)
        #expect(!StageCondition.never.holds(for: DocumentFacts(document)))
    }

    @Test func conditionsAreDecidedBeforeTheFirstStep() throws {
        let (document, source) = document("工作总结")
        let mark = MarkStage(options: NoOptions())
        let pipeline = Pipeline(steps: [
            .init(mark), .init(mark, when: .facts([.init(fact: "seen", values: ["yes"])])), .init(mark, when: .never),
            .init(mark, when: .facts([.init(fact: "genre", values: ["工作总结"])])),
        ])
        let result = try pipeline.run(document, source: source)
        #expect(pipeline.stageNames == ["mark", "mark", "mark", "mark"])
        #expect(result.times.map { $0.duration == nil } == [false, true, true, false])
        #expect(pipeline.takenSteps(for: document) == [0, 3])
    }

    @Test func whatIsSkippedIsSaidAndNamesThatNobodyKnowsAreFound() throws {
        let (document, source) = document("工作总结", ["year": "2024"])
        let mark = MarkStage(options: NoOptions())
        func conditions(_ facts: String...) -> StageCondition {
            .facts(facts.map { FactCondition(fact: $0, values: ["x"]) })
        }
        let pipeline = Pipeline(steps: [
            .init(mark, when: conditions("gnere", "yaer")), .init(mark, when: conditions("year", "organ")),
            .init(mark, when: conditions("genre", "title", "year")), .init(mark, when: .never), .init(mark),
        ])
        let result = try pipeline.run(document, source: source)
        #expect(result.unmet == ["mark", "mark", "mark"])
        #expect(result.diagnostics.allSatisfy { $0.id == "pipeline.unknown-fact" && $0.severity == .info })
        #expect(
            result.diagnostics.map(\.message.en) == [
                "the document has no fact 'gnere', so 'mark' was skipped; did you mean 'genre'?",
                "the document has no fact 'organ', so 'mark' was skipped; known: genre, title, year",
            ]
        )
        // Even where there is no title, a condition may ask for it.
        let (empty, _) = self.document("")
        #expect(
            try Pipeline(steps: [.init(mark, when: conditions("title"))]).run(empty, source: source).diagnostics.isEmpty
        )
    }

    @Test func whenIsDecodedOneWay() {
        let place = ConfigurationPlace(file: "q")
        func value(_ content: ConfigurationValue.Content) -> ConfigurationValue { .init(content, place: place) }
        func decode(_ value: ConfigurationValue) -> ([FactCondition], Int) {
            var problems: [ConfigurationProblem] = []
            return (FactCondition.conditions(decoding: value, problems: &problems), problems.count)
        }
        func mapping(_ content: ConfigurationValue) -> ConfigurationValue {
            value(.mapping([.init(key: "a", keyPlace: place, value: content)]))
        }
        #expect(decode(mapping(value(.integer(3)))) == ([FactCondition(fact: "a", values: ["3"])], 0))
        #expect(
            decode(mapping(value(.list([value(.string("b")), value(.string("c"))]))))
                == ([FactCondition(fact: "a", values: ["b", "c"])], 0)
        )
        #expect(decode(mapping(value(.list([])))) == ([], 1))
        #expect(decode(mapping(value(.null))) == ([], 1))
        #expect(decode(value(.string("a"))) == ([], 1))
    }
}

import Configuration
import StageKit
import SummaryModel
import Testing

@Suite struct IgnoredFindingsTests {
    private func load(_ entries: String) throws -> EffectiveConfiguration {
        try sampleLoader().load(Array("version: 1\nstages: []\nignore:\n\(entries)\n".utf8), file: "q.yaml")
    }

    @Test func allFormsAreRead() throws {
        let configuration = try load(
            "  - numbering.gap\n  - { id: a.*, lines: [4, 7-9] }\n  - { lines: 3, phrase: 2024 }"
        )
        #expect(
            configuration.ignored == [
                Suppression(id: "numbering.gap"), Suppression(id: "a.*", lines: [4...4, 7...9]),
                Suppression(lines: [3...3], phrase: "2024"),
            ]
        )
        let again = try sampleLoader().load(Array(configuration.yaml(in: .english).utf8), file: "q.yaml")
        #expect(again.ignored == configuration.ignored)
    }

    @Test(arguments: [
        ("  a: b", "4:3"), ("  - 7", "4:5"), ("  - {}", "4:5"), ("  - { lines: 9-7 }", "4:14"),
        ("  - { lines: [] }", "4:14"),
        ("  - { line: 4 }", "'lines'"), ("  - { id: [x] }", "4:11"),
    ])
    func whatIsWrongHasAPlace(entries: String, expected: String) throws {
        do {
            _ = try load(entries)
            Issue.record("nothing was found wrong with \(entries)")
        } catch {
            let error = try #require(error as? ConfigurationError)
            #expect(error.problems.count == 1)
            let problem = try #require(error.problems.first)
            let place = problem.place.position.map { "\($0.line):\($0.column)" } ?? ""
            #expect("\(place) \(problem.message.en)".contains(expected))
        }
    }
}

import DraftFixtures
import DraftReading
import ReadKit
import StageKit
import SummaryModel
import Testing

@testable import Proofreading

/// The rules about figures and dates on the labelled drafts, of which every finding has been looked at.
@Suite struct FigureFixtureTests {
    private static let rules = [
        "sum", "percent-sum", "percent-over-100", "date", "weekday", "date-style", "number-style", "decrease-times",
        "unit", "missing-percent",
    ].map { "proofreading.\($0)" }

    /// The true defects: the name of the draft, and the rule with the text.
    private static let expected: [String: [String]] = [:]

    @Test("only true defects are found", arguments: LabelledDraft.all)
    func findings(_ draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        let stage = try ProofreadingStage(options: ProofreadingOptions())
        let result = try Pipeline([stage]).run(reading.document, source: reading.source)
        let found = result.diagnostics.filter { Self.rules.contains($0.id) }.map { diagnostic in
            "\(diagnostic.id.dropFirst("proofreading.".count)): \(diagnostic.range.map { reading.source[$0] } ?? "")"
        }
        #expect(found == Self.expected[draft.name, default: []])
    }
}

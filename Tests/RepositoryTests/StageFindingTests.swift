import DraftFixtures
import DraftReading
import Qinggao
import ReadKit
import StageKit
import SummaryModel
import Testing

/// What stages say about themselves is what they do.
@Suite("Findings of the stages")
struct StageFindingTests {
    @Test("nothing is reported that is not listed", arguments: LabelledDraft.all)
    func listed(draft: LabelledDraft) throws {
        let source = SourceText(utf8: try TextDecoder().decode(draft.bytes).utf8)
        let document = DraftReader().read(Draft(source: source, format: "text")).document
        for definition in StageCatalog.standard.definitions
        where definition.name != "boilerplate" && !definition.startsPrograms {
            let stage = try definition.makeStage(options: nil) { _, _ throws(ConfigurationError) in
                throw ConfigurationError([])
            }
            let known = Set(definition.findings.map(\.id))
            let found = try Pipeline([stage]).run(document, source: source).diagnostics.map(\.id)
            #expect(found.filter { !known.contains($0) } == [])
        }
    }
}

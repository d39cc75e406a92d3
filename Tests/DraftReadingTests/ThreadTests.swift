import DraftFixtures
import DraftReading
import ReadKit
import SummaryModel
import Testing

@Suite("The result does not depend on the number of threads")
struct ThreadTests {
    @Test("a draft of many parts, with joined lines, tables and residue", arguments: [2, 3, 8])
    func sameReading(_ threads: Int) throws {
        var bytes: [UInt8] = []
        for draft in LabelledDraft.all where bytes.count < 600_000 { bytes += draft.bytes + [0x0A] }
        let draft = try Draft(text: bytes)
        #expect(draft.source.lines.count > 4_096)
        let alone = DraftReader().read(draft, explains: true)
        let shared = DraftReader().read(draft, explains: true, threads: threads)
        #expect(shared.document == alone.document)
        #expect(shared.edits == alone.edits)
        #expect(shared.diagnostics == alone.diagnostics)
        #expect(shared.explanations == alone.explanations)
    }
}

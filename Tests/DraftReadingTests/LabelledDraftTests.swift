import DraftFixtures
import DraftReading
import ReadKit
import SummaryModel
import Testing

@Suite("Every line of every labelled draft is recognised")
struct LabelledDraftTests {
    @Test("there are drafts to test with")
    func draftsExist() {
        #expect(LabelledDraft.all.count >= 30)
    }

    @Test("kinds, ordinals and run-in bodies are those of the labels", arguments: LabelledDraft.all)
    func structure(_ draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        var found: [Int: (block: Block, first: Int)] = [:]
        for block in reading.document.blocks {
            let source = try #require(block.source)
            let first = reading.source.position(at: source.lowerBound).line
            let last = reading.source.lineIndex(at: max(source.lowerBound, source.upperBound - 1)) + 1
            for line in first...last { found[line] = (block, first) }
        }
        for line in draft.lines {
            let (block, first) = try #require(found[line.number], "line \(line.number) is in no block")
            // What a table is called is a paragraph to those who labelled the drafts.
            let kind = block.kind == .residue ? "junk" : block.kind == .caption ? "paragraph" : block.kind.rawValue
            #expect(line.accepted.contains(kind), "line \(line.number): \(kind), wanted \(line.kind)")
            guard kind == line.kind, kind != "junk", kind != "table" else { continue }
            #expect(line.isWrapped ? first < line.number : first == line.number, "line \(line.number): wrapping")
            guard !line.isWrapped, block.kind.headingLevel != nil else { continue }
            if let ordinal = line.ordinal { #expect(block.label?.ordinal == ordinal, "line \(line.number)") }
            #expect((block.body != nil) == line.runIn, "line \(line.number): run-in")
        }
    }

    @Test(
        "blocks tile the draft: each line that is not blank is in one block, and nothing is lost",
        arguments: LabelledDraft.all
    )
    func tiling(_ draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        var end = 0
        for block in reading.document.blocks {
            let range = try #require(block.source)
            #expect(range.lowerBound >= end)
            let between = reading.source[SourceRange(end, range.lowerBound)]
            #expect(
                between.unicodeScalars.allSatisfy {
                    $0.properties.isWhitespace || $0.properties.generalCategory == .format
                        || $0.properties.generalCategory == .control
                }
            )
            if block.table == nil, reading.source[range].unicodeScalars.allSatisfy({ $0 != "\n" }) {
                #expect(block.shownText == reading.source[range])
            }
            end = range.upperBound
        }
    }

    @Test("the document survives its JSON form", arguments: LabelledDraft.all)
    func json(_ draft: LabelledDraft) throws {
        let document = try DraftReader().read(text: draft.bytes).document
        #expect(try JSON.roundTrip(document) == document)
    }
}

import DraftFixtures
import Foundation
import JSONSchemaTesting
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The published schema of documents says what the program writes, and refuses what it cannot read.
@Suite("The JSON Schema of documents")
struct DocumentSchemaTests {
    private static func text() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Documentation/Schemas/document.schema.json")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private static func json(_ document: Document) throws -> String {
        String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
    }

    @Test("every document that comes of a draft is valid", arguments: LabelledDraft.all)
    func documents(draft: LabelledDraft) throws {
        let schema = try JSONSchema(Self.text())
        for pipeline in [Pipeline([]), TestPipeline.everything, TestPipeline.furniture] {
            let conversion = try DraftConversion(DraftFile(draft.bytes), through: pipeline)
            #expect(try schema.failures(Self.json(conversion.document)) == [])
        }
    }

    @Test("fields and kinds that nobody knows are allowed")
    func unknown() throws {
        var block = Block(
            id: BlockID(rawValue: "a"),
            kind: BlockKind(rawValue: "x-banner"),
            content: [Inline(.other(kind: "x-emoji", text: "☺"))],
            origin: .stage("x")
        )
        block.unknownFields = ["x-score": .number(0.5)]
        var document = Document(blocks: [block])
        document.unknownFields = ["x": .null]
        #expect(try JSONSchema(Self.text()).failures(Self.json(document)) == [])
    }

    @Test(
        "what is no document is refused",
        arguments: [
            (#"{"blocks":[]}"#, "'schema' is missing"),
            (#"{"schema":"qinggao-document/2","blocks":[]}"#, "/schema: const"),
            (#"{"schema":"qinggao-document/1","blocks":{}}"#, "/blocks: type"),
            (
                #"{"schema":"qinggao-document/1","blocks":[{"id":"a","kind":"title"}]}"#,
                "/blocks/0: 'origin' is missing"
            ),
            (
                #"{"schema":"qinggao-document/1","blocks":[{"id":"a","kind":"title","origin":{"stage":"x"},"content":[{"type":"text"}]}]}"#,
                "/blocks/0/content/0: anyOf"
            ),
            (
                #"{"schema":"qinggao-document/1","blocks":[{"id":"a","kind":"title","origin":{"source":[3]}}]}"#,
                "/blocks/0/origin: anyOf"
            ),
        ]
    )
    func broken(json: String, failure: String) throws {
        #expect(try JSONSchema(Self.text()).failures(json).contains { $0.hasPrefix(failure) || $0.hasSuffix(failure) })
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Document.self, from: Data(json.utf8)) }
    }

    @Test("kinds are the same when their names are, known and unknown ones")
    func kinds() {
        let kinds = BlockKind.all + ["chorus", "verse"].map { BlockKind(rawValue: $0) }
        for (place, kind) in kinds.enumerated() {
            #expect(kinds.indices.filter { kinds[$0] == kind } == [place], "\(kind.rawValue)")
            #expect(BlockKind(rawValue: kind.rawValue) == kind, "\(kind.rawValue)")
        }
    }

    @Test("it names every kind of block, of gap and of number")
    func names() throws {
        let text = try Self.text()
        for kind in BlockKind.all { #expect(text.contains("\"\(kind.rawValue)\"")) }
        let kinds: [Placeholder.Kind] = [
            .count, .personCount, .amount, .percent, .score, .dateMonth, .dateDay, .ordinalNumber, .place,
            .organization, .sector, .brand, .workTitle, .fundName, .personOrCaseName, .other,
        ]
        for kind in kinds { #expect(text.contains("\"\(kind.rawValue)\"")) }
        let schemes: [NumberLabel.Scheme] = [
            .official, .parts, .chapters, .sections, .articles, .decimal, .isPoints, .mustPoints, .sequencePoints,
            .ordinalPoints, .list,
        ]
        for scheme in schemes { #expect(text.contains("\"\(scheme.rawValue)\"")) }
    }
}

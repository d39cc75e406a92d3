import Foundation
import JSONSchemaTesting
import SummaryModel
import Testing

@testable import External

/// The published schema of the protocol says what the program sends, and takes what it understands.
@Suite("The JSON Schema of the protocol")
struct ProtocolSchemaTests {
    private static func schema() throws -> JSONSchema {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Documentation/Schemas/stage-protocol.schema.json")
        return try JSONSchema(String(contentsOf: file, encoding: .utf8))
    }

    @Test("what is sent")
    func requests() throws {
        let document = Document(blocks: [
            Block(id: BlockID(rawValue: "a"), kind: .title, content: [.text("总结")], origin: .stage("x"))
        ])
        let work = Request.Work(
            options: .object(["units": .array([.string("km")])]),
            date: "2026-01-02",
            document: document
        )
        let undated = Request.Work(options: .object([:]), date: nil, document: document)
        for line in try [
            JSONEncoder().encode(Request.Hello()), JSONEncoder().encode(Request.Numbered(work, id: 1)),
            JSONEncoder().encode(Request.Numbered(undated, id: 2)),
        ] {
            #expect(try Self.schema().failures(String(decoding: line, as: UTF8.self)) == [])
        }
    }

    @Test(
        "what is answered",
        arguments: [
            (#"{"message":"result","id":1}"#, true),
            (
                #"{"message":"result","id":1,"reasons":[{"block":"a","reason":"unit-name","before":"km","after":"公里"}]}"#,
                true
            ),
            (
                #"{"message":"result","id":1,"diagnostics":[{"id":"compound","severity":"info","block":"a","range":[0,2],"message":{"zh":"甲","en":"a"},"fixes":[{"after":"乙","safe":true}],"source":"GB 3100"}]}"#,
                true
            ), (#"{"message":"result","id":1,"diagnostics":[{"id":"compound","message":"a"}],"extra":7}"#, true),
            (#"{"message":"error","id":1,"text":"no"}"#, true),
            (#"{"message":"result","diagnostics":[{"id":"a"}]}"#, false),
            (#"{"message":"result","id":1,"reasons":[{"block":"a"}]}"#, false),
            (#"{"message":"result","id":1,"diagnostics":[{"id":"a","message":"b","severity":"fatal"}]}"#, false),
        ]
    )
    func answers(json: String, isValid: Bool) throws {
        #expect(try Self.schema().failures(json).isEmpty == isValid)
        let decodes = (try? JSONDecoder().decode(Reply.Result.self, from: Data(json.utf8))) != nil
        #expect(decodes == isValid)
    }
}

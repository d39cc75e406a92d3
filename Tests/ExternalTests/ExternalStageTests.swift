import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import External

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("The stage external")
struct ExternalStageTests {
    private static func document(_ text: String) -> (Document, SourceText) {
        let source = SourceText(text)
        return (DraftReader().read(Draft(source: source, format: "text")).document, source)
    }

    private static let draft = "镇文化站2024年工作总结\n一、主要工作\n全年行程120km，开放300天。\n"

    /// A stage whose program is a script of the shell, which answers line by line.
    private static func stage(
        _ script: String,
        name: String? = nil,
        timeout: Int = 5,
        options: ConfigurationValue? = nil
    ) throws -> ExternalStage {
        let place = ConfigurationPlace(file: "pipeline.yaml")
        var given = ExternalOptions()
        given.command = ["/bin/sh", "-c", script].map { ConfigurationValue(.string($0), place: place) }
        given.timeout = timeout
        given.name = name.map { ConfigurationValue(.string($0), place: place) }
        given.options = options
        return try ExternalStage(options: given)
    }

    private static let hello = #"{"message":"hello","protocol":"qinggao-stage/1","capabilities":["changes"]}"#

    /// A program that says hello and then answers the n-th document with the n-th of these lines.
    private static func program(_ answers: String...) -> String {
        (["read line; echo '\(hello)'"] + answers.map { "read -r line; echo '\($0)'" }).joined(separator: "; ")
            + "; read line; exit 0"
    }

    private static func run(_ stage: ExternalStage, _ text: String = draft) throws -> Pipeline.Result {
        let (document, source) = document(text)
        return try Pipeline([stage]).run(document, source: source)
    }

    @Test("findings come back with the name of the stage and their places")
    func findings() throws {
        let answer = """
            {"message":"result","id":1,"diagnostics":[{"id":"unit","block":"b3","range":[4,9],"severity":"info",\
            "message":{"zh":"写“公里”","en":"write 公里"},"fixes":[{"after":"120公里","safe":true}],"source":"GB 3100"}],"unknown":[1,{"a":null}]}
            """
        let (document, _) = Self.document(Self.draft)
        let name = document.blocks[2].id.rawValue
        let script = Self.program(answer.replacing("\"b3\"", with: "\"\(name)\""))
        let result = try Self.run(Self.stage(script, name: "units"))
        let finding = try #require(result.diagnostics.first)
        #expect(finding.id == "units.unit" && finding.severity == .info && finding.source == "GB 3100")
        #expect(finding.start == SourcePosition(line: 3, column: 5) && finding.endColumn == 10)
        #expect(finding.fixes == [FixIt(before: "120km", after: "120公里", applicability: .safe)])
        #expect(result.document == document)
    }

    @Test("one process serves document after document")
    func oneProcess() throws {
        let stage = try Self.stage(
            Self.program(
                #"{"message":"result","id":1,"diagnostics":[{"id":"pid","message":"'$$'"}]}"#,
                #"{"message":"result","id":2,"diagnostics":[{"id":"pid","message":"'$$'"}]}"#
            )
        )
        let first = try Self.run(stage).diagnostics.first?.message.en
        let second = try Self.run(stage).diagnostics.first?.message.en
        #expect(first != nil && first == second && Int(first ?? "") != nil)
    }

    @Test("a program that ends well after its work is started again")
    func oneShot() throws {
        let script = "read line; echo '\(Self.hello)'; read -r line; echo '{\"message\":\"result\",\"id\":1}'; exit 0"
        let stage = try Self.stage(script)
        // At once, and when the program is certainly gone.
        for pause in [0, 0, 200_000, 200_000] as [UInt32] {
            usleep(pause)
            #expect(try Self.run(stage).edits.isEmpty)
        }
    }

    @Test("what it writes to standard error becomes notes, a flood of it too")
    func notes() throws {
        let script =
            "echo one >&2; read line; echo '\(Self.hello)'; read -r line; echo two >&2; "
            + "echo '{\"message\":\"result\",\"id\":1}'; read line"
        let result = try Self.run(Self.stage(script, name: "chatty"))
        #expect(result.diagnostics.map(\.id) == ["chatty.note", "chatty.note"])
        #expect(result.diagnostics.map(\.message.en) == ["one", "two"])
        let flood =
            "read line; echo '\(Self.hello)'; read -r line; i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789 >&2; "
            + "i=$((i+1)); done; echo '{\"message\":\"result\",\"id\":1}'; read line"
        let notes = try Self.run(Self.stage(flood)).diagnostics
        #expect(notes.count == 51 && notes.last?.message.en == "…")
    }

    @Test("a large document goes there and back")
    func large() throws {
        // The program returns its own request as the answer, only with another message.
        let script = "read line; echo '\(Self.hello)'; sed -u 's/\"message\":\"run\"/\"message\":\"result\"/'"
        let text = "年度总结\n" + String(repeating: "全年工作平稳有序，各项任务如期完成。\n", count: 20000)
        let (document, _) = Self.document(text)
        let result = try Self.run(Self.stage(script, timeout: 60), text)
        #expect(result.document == document && result.edits.isEmpty)
    }

    @Test("fields and kinds that nobody knows come back")
    func unknownFields() throws {
        var (document, source) = Self.document(Self.draft)
        document.blocks[1].kind = BlockKind(rawValue: "x-banner")
        document.blocks[1].unknownFields = [
            "x-score": .number(0.5), "x-list": .array([.null, .bool(true), .integer(3)]),
        ]
        document.unknownFields = ["x-origin": .object(["name": .string("网页")])]
        document.blocks[2].content[0].unknownFields = ["bold": .bool(true)]
        document.blocks[2].content.append(Inline(.other(kind: "x-emoji", text: "☺")))
        let script = "read line; echo '\(Self.hello)'; sed -u 's/\"message\":\"run\"/\"message\":\"result\"/'"
        let result = try Pipeline([try Self.stage(script)]).run(document, source: source)
        #expect(result.document == document)
    }

    @Test("changes are recorded as those of every stage, with their reasons")
    func changes() throws {
        let script =
            "read line; echo '\(Self.hello)'; read -r line; "
            + "printf '%s\\n' \"$line\" | sed -e 's/120km/120公里/' -e 's/\"message\":\"run\"/\"message\":\"result\","
            + "\"reasons\":[{\"block\":\"BLOCK\",\"reason\":\"unit-name\",\"before\":\"km\",\"after\":\"公里\"}]/'; read line"
        let (document, _) = Self.document(Self.draft)
        let stage = try Self.stage(
            script.replacing("BLOCK", with: document.blocks[2].id.rawValue),
            name: "units"
        )
        let result = try Self.run(stage)
        #expect(result.edits.map { "\($0.stage) \($0.before)>\($0.after) \($0.reason)" } == ["units km>公里 unit-name"])
        #expect(result.document.blocks[2].shownText == "全年行程120公里，开放300天。")
    }

    @Test(
        "a program that breaks the rules is named, and nothing comes of its work",
        arguments: [
            ("exit 3", "ended with status 3"),
            ("echo oops >&2; exit 3", "oops"),
            ("kill -9 $$", "ended by a signal"),
            ("exec sleep 60", "no answer within 1 s"),
            ("exec 1>&-; sleep 60", "closed its standard output"),
            ("read line; echo Hello, world; sleep 60", "no JSON: 'Hello, world'"),
            ("read line; printf '\\377\\376\\n'; sleep 60", "no UTF-8"),
            ("read line; echo '{\"message\":\"hello\",\"protocol\":\"qinggao-stage/2\"}'; sleep 60", "qinggao-stage/2"),
            (program("[]"), "has a wrong type"),
            (program("{}"), "'message' is missing"),
            (program(#"{"message":"result","id":7}"#), "has the id 7, wanted 1"),
            (program(#"{"message":"thanks","id":1}"#), "answered 'thanks'"),
            (program(#"{"message":"error","text":{"zh":"不会","en":"cannot"}}"#), "cannot"),
            (
                program(#"{"message":"result","id":1,"document":{"schema":"qinggao-document/9","blocks":[]}}"#),
                "'document.schema' has a value that may not stand there"
            ),
            (
                program(
                    #"{"message":"result","id":1,"document":{"schema":"qinggao-document/1","blocks":[{"id":"a"}]}}"#
                ),
                "'document.blocks[0].kind' is missing"
            ),
            (
                program(
                    #"{"message":"result","id":1,"document":{"schema":"qinggao-document/1","blocks":[{"id":"a","kind":"paragraph","origin":{"stage":"x"},"label":{"scheme":"official","level":1,"ordinal":99999999999,"marker":"一、"}}]}}"#
                ), "must be from 0 to"
            ),
            (
                program(#"{"message":"result","id":1,"document":{"schema":"qinggao-document/1","blocks":[]}}"#),
                "took away '镇文化站2024年工作总结' (line 1) without a reason"
            ),
            (program(#"{"message":"result","id":1,"diagnostics":[{"id":"A b","message":"x"}]}"#), "'A b'"),
            (
                program(#"{"message":"result","id":1,"diagnostics":[{"id":"a","block":"nowhere","message":"x"}]}"#),
                "nowhere"
            ),
            (program(#"{"message":"result","id":1,"reasons":[{"block":"b1","reason":"Weil"}]}"#), "'Weil'"),
        ]
    )
    func failures(script: String, words: String) throws {
        let stage = try Self.stage(script, name: "guest", timeout: 1)
        let failure = #expect(throws: Pipeline.StageFailure.self) { try Self.run(stage) }
        #expect(failure?.stage == "guest")
        #expect(failure?.reason.en.contains(words) == true, "\(failure?.reason.en ?? "")")
        #expect(failure?.reason.zh.isEmpty == false)
    }

    @Test("a program that may not change anything cannot")
    func mayNotChange() throws {
        let script = Self.program(
            #"{"message":"result","id":1,"document":{"schema":"qinggao-document/1","blocks":[]}}"#
        )
        .replacing(#","capabilities":["changes"]"#, with: "")
        let failure = #expect(throws: Pipeline.StageFailure.self) { try Self.run(Self.stage(script)) }
        #expect(failure?.reason.en.contains("did not say 'changes'") == true)
    }

    @Test("two blocks of one identity are no document")
    func duplicates() throws {
        let block = #"{"id":"a","kind":"paragraph","origin":{"stage":"x"}}"#
        let answer =
            #"{"message":"result","id":1,"reasons":[REASONS],"document":{"schema":"qinggao-document/1","blocks":[\#(block),\#(block)]}}"#
        let (document, _) = Self.document(Self.draft)
        let reasons = document.blocks.map { #"{"block":"\#($0.id.rawValue)","reason":"gone"}"# }
        let script = Self.program(answer.replacing("REASONS", with: reasons.joined(separator: ",")))
        let failure = #expect(throws: Pipeline.StageFailure.self) { try Self.run(Self.stage(script)) }
        #expect(failure?.reason.en.contains("two blocks have the identity 'a'") == true)
    }

    @Test("a program that is missing is named")
    func missing() throws {
        var options = ExternalOptions()
        options.command = [ConfigurationValue(.string("./no-such-program"), place: ConfigurationPlace(file: "a.yaml"))]
        let stage = try ExternalStage(options: options)
        let failure = #expect(throws: Pipeline.StageFailure.self) { try Self.run(stage) }
        #expect(failure?.stage == "external")
        #expect(failure?.reason.en.contains("cannot start ./no-such-program") == true)
    }

    @Test("a configuration without a command, or with a name that is none, is refused")
    func configuration() {
        #expect(throws: ConfigurationError.self) { try ExternalStage(options: ExternalOptions()) }
        #expect(throws: ConfigurationError.self) { try Self.stage("exit", name: "My Stage") }
    }

    @Test("the options of the configuration arrive as JSON")
    func options() throws {
        let place = ConfigurationPlace(file: "a.yaml")
        let value = ConfigurationValue(
            .mapping([
                .init(
                    key: "单位",
                    keyPlace: place,
                    value: ConfigurationValue(.list([ConfigurationValue(.integer(3), place: place)]), place: place)
                )
            ]),
            place: place
        )
        let script =
            "read line; echo '\(Self.hello)'; read -r line; case \"$line\" in *'\"options\":{\"单位\":[3]}'*) found=yes;; *) found=no;; esac; "
            + "echo '{\"message\":\"result\",\"id\":1,\"diagnostics\":[{\"id\":\"found\",\"message\":\"'$found'\"}]}'; read line"
        let result = try Self.run(Self.stage(script, options: value))
        #expect(result.diagnostics.map(\.message.en) == ["yes"])
    }
}

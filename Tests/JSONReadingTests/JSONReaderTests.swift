import Configuration
import DraftFixtures
import DraftReading
import JSONReading
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

@Suite("A document in JSON is an input")
struct JSONReaderTests {
    private static let hostile = [
        "", "甲\t乙\n1\t2\n3\t4\n", "| 甲 | 乙 |\n|---|---|\n| 1 | X |\n", "\u{0}\u{7F}甲\u{FFFE}乙\"\\\n",
        "𠮷野家工作总结\n一、𠮷。正文X项。\n", "加微信 13800138000 获取更多范文\n年度总结\n<p>一、甲</p>\n",
    ]

    private static let sources = LabelledDraft.all.map(\.bytes) + hostile.map { Array($0.utf8) }

    private static let standard = Pipeline(
        ["cleanup", "numbering", "placeholders"].compactMap { name in
            try? StageCatalog.standard[name]?.makeStage(options: nil) { _, _ throws(ConfigurationError) in
                throw ConfigurationError([])
            }
        }
    )

    @Test("the document comes back as it was written", arguments: sources.indices, [false, true])
    func roundTrip(_ source: Int, _ hasStages: Bool) throws {
        let pipeline = hasStages ? Self.standard : Pipeline([])
        let first = try DraftConversion(DraftFile(Self.sources[source]), through: pipeline)
        let json = try Self.output(first, "json")
        let second = try DraftConversion(DraftFile(json), through: Pipeline([]))
        #expect(second.reading.draft.format == "json")
        #expect(second.document.withoutPlaces == first.document.withoutPlaces)
        #expect(second.edits.isEmpty)
        #expect(try Self.output(second, "docx") == Self.output(first, "docx"))
        // Its places are those of its text, and stay.
        let third = try DraftConversion(DraftFile(Self.output(second, "json")), through: Pipeline([]))
        #expect(third.document == second.document)
    }

    @Test("the stages leave alone what they made", arguments: sources.indices)
    func idempotent(_ source: Int) throws {
        let first = try DraftConversion(DraftFile(Self.sources[source]), through: Self.standard)
        let second = try DraftConversion(DraftFile(Self.output(first, "json")), through: Self.standard)
        #expect(second.edits == [])
        #expect(try Self.output(second, "docx") == Self.output(first, "docx"))
    }

    @Test("origins and ranges are those of the text, one line for each block and row")
    func places() throws {
        let table = Table(
            rows: [
                [Table.Cell(content: [.text("甲")]), Table.Cell(content: [.text("乙")])],
                [Table.Cell(content: [.text("1")])],
            ]
        )
        let draft = try Self.read(
            Document(
                metadata: ["author": "某某"],
                blocks: [
                    Block(id: BlockID(rawValue: "a"), kind: .title, content: [.text("总结")], origin: .stage("x")),
                    Block(
                        id: BlockID(rawValue: "b"),
                        kind: .heading1,
                        prefix: "　",
                        label: NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: "一、"),
                        content: [.text("学习"), Inline(.other(kind: "note", text: "注"))],
                        terminator: "。",
                        body: [.text("正文。")],
                        origin: .source(SourceRange(900, 1000))
                    ),
                    Block(id: BlockID(rawValue: "c"), kind: .table, table: table, origin: .stage("x")),
                    Block(id: BlockID(rawValue: "d"), kind: BlockKind(rawValue: "new-kind"), origin: .stage("x")),
                ]
            )
        )
        #expect(String(decoding: draft.source.utf8, as: UTF8.self) == "总结\n　一、学习注。正文。\n甲\t乙\n1\n")
        let document = try #require(draft.document)
        #expect(document.metadata == ["author": "某某"] && draft.metadata == document.metadata)
        #expect(document.blocks.map { $0.source.map { draft.source[$0] } } == ["总结", "　一、学习注。正文。", "甲\t乙\n1", ""])
        #expect(document.blocks[1].content.map { $0.source.map { draft.source[$0] } } == ["学习", "注"])
        #expect(document.blocks[1].content[1].content == .other(kind: "note", text: "注"))
        #expect(document.blocks[2].table?.rows[1][0].content[0].source.map { draft.source[$0] } == "1")
        #expect(document.blocks[3].kind.rawValue == "new-kind")
    }

    @Test("identities become unique, with a finding")
    func identities() throws {
        let blocks = ["a", "a", "a-2", "a"].map {
            Block(id: BlockID(rawValue: $0), kind: .paragraph, content: [.text($0)], origin: .stage("x"))
        }
        let draft = try Self.read(Document(blocks: blocks))
        #expect(draft.document?.blocks.map(\.id.rawValue) == ["a", "a-3", "a-2", "a-4"])
        #expect(draft.diagnostics.map(\.id) == ["reading.duplicate-id", "reading.duplicate-id"])
    }

    @Test("lines of the text can be corrected")
    func corrections() throws {
        func block(_ id: String, _ kind: BlockKind, _ text: String) -> Block {
            let reason = kind == .residue ? "advert" : nil
            return Block(
                id: BlockID(rawValue: id),
                kind: kind,
                content: [.text(text)],
                reason: reason,
                origin: .stage("x")
            )
        }
        let rows = ["甲", "乙", "丙"].map { [Table.Cell(content: [.text($0)]), Table.Cell(content: [.text("X")])] }
        let draft = try Self.read(
            Document(blocks: [
                block("a", .residue, "一、加强学习。全年学习三次。"), block("b", .paragraph, "更多范文"), block("c", .paragraph, "年度总结"),
                Block(
                    id: BlockID(rawValue: "t"),
                    kind: .table,
                    table: Table(rows: rows, headerRowCount: 1),
                    origin: .stage("x")
                ),
            ])
        )
        #expect(DraftReader().read(draft).document == draft.document)
        let reading = DraftReader().read(
            draft,
            corrections: .init(keptLines: [1], droppedLines: [2, 5], kinds: [3: .title])
        )
        let result = reading.document.blocks
        #expect(result.map(\.kind) == [.heading1, .residue, .title, .table, .residue, .table])
        #expect(result.map(\.id.rawValue) == ["a", "b", "c", "t", "t-2", "t-3"])
        #expect(result[0].label?.marker == "一、" && result[0].body?.shownText == "全年学习三次。")
        #expect(result[3].table?.rows.count == 1 && result[3].table?.headerRowCount == 1)
        #expect(result[5].table?.rows.count == 1 && result[5].table?.headerRowCount == 0)
        #expect(
            result.compactMap { $0.source.map { draft.source[$0] } }.joined(separator: "\n") == "\(draft.source.text)"
        )
        #expect(result[4].content[0].source.map { draft.source[$0] } == result[4].content[0].shownText)
    }

    @Test(
        "what is no such document is refused with its place",
        arguments: [
            (
                "{\n \"schema\": \"qinggao-document/1\",\n \"metadata\": {},\n \"blocks\": [,]\n}", 4, 13,
                "unexpected ','"
            ),
            ("{\"schema\": \"qinggao-document/1\", \"metadata\": {\"甲\": \"\\x\"}}", 1, 53, "escape"),
            ("{\"schema\": \"qinggao-document/1\", \"metadata\": {\"甲\": \"\\ud83d\"}}", 1, 53, "escape"),
            ("{\"schema\": \"qinggao-document/1\"", 1, 32, "ends here"),
            ("{\"schema\": \"qinggao-document/1", 1, 12, "does not end"),
            ("{\"schema\": \"qinggao-document/1\", \"metadata\": {}, \"blocks\": []} x", 1, 64, "after the end"),
            ("{\n\"schema\": \"qinggao-document/2\", \"metadata\": {}, \"blocks\": []}", 2, 11, "qinggao-document/1"),
            ("{\"schema\": \"qinggao-document/1\", \"metadata\": {}}", 1, 1, "blocks"),
            ("{\"schema\": \"qinggao-document/1\",\n\"metadata\": [], \"blocks\": []}", 2, 13, "an object"),
            (
                "{\"schema\": \"qinggao-document/1\", \"metadata\": {}, \"blocks\": [{\"id\": \"a\",\n \"kind\": 3}]}",
                2, 10,
                "'blocks[0].kind' must be a string"
            ),
            (
                "{\"schema\": \"qinggao-document/1\", \"metadata\": {}, \"blocks\": [\n{\"id\": \"a\"}]}", 2, 1,
                "lacks 'kind'"
            ),
        ]
    )
    func failures(_ text: String, _ line: Int, _ column: Int, _ words: String) throws {
        let file = DraftFile(Array(text.utf8))
        #expect(JSONReader.recognition(of: file) == .certain)
        let error = #expect(throws: DraftError.self) { try JSONReader().read(file, in: ReaderContext()) }
        let message = error?.message.en ?? ""
        #expect(message.hasPrefix("line \(line), column \(column): ") && message.contains(words), "\(message)")
        #expect(error?.message.zh.hasPrefix("第 \(line) 行第 \(column) 列：") == true)
    }

    @Test("numbers that no stage could work with are refused")
    func bounds() throws {
        var block = Block(id: BlockID(rawValue: "a"), kind: .heading1, content: [.text("甲")], origin: .stage("x"))
        block.label = NumberLabel(scheme: .official, level: .max, ordinal: 1, marker: "一、")
        #expect(throws: DraftError.self) { try Self.read(Document(blocks: [block])) }
        block.label = nil
        block.table = Table(rows: [], headerRowCount: -1)
        #expect(throws: DraftError.self) { try Self.read(Document(blocks: [block])) }
    }

    @Test("nesting beyond the limit is refused by name")
    func nesting() throws {
        let deep = "{\"schema\": \"qinggao-document/1\", \"x\": " + String(repeating: "[", count: 100_000)
        let error = #expect(throws: DraftError.self) {
            try JSONReader().read(DraftFile(Array(deep.utf8)), in: ReaderContext())
        }
        #expect(error?.message.en.contains("nesting: 256") == true)
    }

    @Test("other files are left to other readers")
    func recognition() {
        func recognition(_ text: String, _ name: String?) -> Recognition {
            JSONReader.recognition(of: DraftFile(Array(text.utf8), name: name))
        }
        #expect(recognition("{\"a\": 1}", "a.json") == .likely)
        #expect(recognition("{\"a\": 1}", "a.txt") == .none)
        #expect(recognition("总结：\"qinggao-document/1\"", "a.json") == .none)
        #expect(recognition(" \r\n\u{FEFF}{\"schema\": \"qinggao-document/9\"}", nil) == .none)
        #expect(recognition("\u{FEFF}{\"schema\": \"qinggao-document/9\"}", nil) == .certain)
    }

    // MARK: -

    private static func output(_ conversion: DraftConversion, _ format: String) throws -> [UInt8] {
        try output(conversion.document, format)
    }

    private static func output(_ document: Document, _ format: String) throws -> [UInt8] {
        var sink = MemorySink()
        let renderer = try #require(RendererCatalog.standard[format]).init()
        _ = try renderer.render(
            document,
            style: StyleLibrary.sheet(.builtIn("gbt9704")),
            context: RenderContext(application: "Qinggao test"),
            into: &sink
        )
        return sink.bytes
    }

    private static func read(_ document: Document) throws -> Draft {
        try JSONReader().read(DraftFile(output(document, "json")), in: ReaderContext())
    }
}

extension SourceText {
    fileprivate var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension Document {
    /// The document as it is without regard to where it was read.
    fileprivate var withoutPlaces: Document {
        var copy = self
        for index in copy.blocks.indices {
            copy.blocks[index].origin = .stage("")
            copy.blocks[index].updateInlines { inlines in
                for piece in inlines.indices { inlines[piece].source = nil }
            }
        }
        return copy
    }
}

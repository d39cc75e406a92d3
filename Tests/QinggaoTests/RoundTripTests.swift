import DraftFixtures
import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import SummaryModel
import Testing

/// A .docx or a page that was rendered and is read again gives the document that was rendered.
@Suite("A .docx or a page that was written, read again")
struct RoundTripTests {
    /// One block as people see it.
    private struct Entry: Equatable, CustomStringConvertible {
        var kind: String
        var marker: String?
        var ordinal: Int?
        var text: String
        var body: String?
        var isItem: Bool

        init(_ block: Block) {
            kind = block.kind.rawValue
            marker = block.label?.marker
            ordinal = block.label?.ordinal
            text = RoundTripTests.trimmed(
                block.content.shownText
                    + (block.table.map { table in
                        table.rows.map { row in
                            row.map { RoundTripTests.trimmed($0.content.shownText) }.joined(separator: "|")
                        }.joined(separator: "\n")
                    } ?? "")
            )
            body = block.body.map { RoundTripTests.trimmed($0.shownText) }
            isItem = block.isItem
        }

        var description: String {
            "\(kind) \(marker ?? "") \(text.prefix(30)) \((body ?? "").prefix(20)) \(isItem ? "item" : "")"
        }
    }

    /// The blocks, the footnotes last: in a .docx they stand nowhere between the paragraphs.
    private static func entries(of document: Document) -> [Entry] {
        let blocks = document.blocks
        return (blocks.filter { $0.kind != .footnote } + blocks.filter { $0.kind == .footnote }).map(Entry.init)
    }

    private static func lines(of text: [UInt8]) -> [Substring] {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { !$0.hasPrefix("[^") } + lines.filter { $0.hasPrefix("[^") }
    }

    @Test("the same outline and the same text", arguments: LabelledDraft.all.indices, ["docx", "html"])
    func outline(_ index: Int, _ format: String) throws {
        let draft = LabelledDraft.all[index]
        let first = try DraftConversion(DraftFile(draft.bytes), through: TestPipeline.standard)
        let (file, text) = try (render(first, format), render(first, "txt"))
        let second = try DraftConversion(DraftFile(file, name: "x.\(format)"), through: TestPipeline.standard)
        #expect(second.reading.draft.format == format)
        let (before, after) = (Self.entries(of: first.document), Self.entries(of: second.document))
        let differing = after.difference(from: before)
        #expect(differing.isEmpty, "\(draft.name): \(differing.map(Self.describe).joined(separator: "\n"))")
        #expect(Self.lines(of: try render(second, "txt")) == Self.lines(of: text), "\(draft.name)")
        #expect(
            second.diagnostics.filter { $0.id.hasPrefix("reading.") && $0.id != "reading.several-documents" }.isEmpty,
            "\(draft.name)"
        )
    }

    @Test("Markdown, read again, is the same outline", arguments: LabelledDraft.all.indices)
    func markdown(_ index: Int) throws {
        let draft = LabelledDraft.all[index]
        // Its third title is told by the line 【篇三】 above it alone, which is removed.
        guard draft.name != "121-three-shuzhi-bracket-parts" else { return }
        let first = try DraftConversion(DraftFile(draft.bytes), through: TestPipeline.standard)
        let file = DraftFile(try render(first, "md"), name: "x.md")
        let second = try DraftConversion(file, through: TestPipeline.standard)
        #expect(second.reading.draft.format == "markdown")
        let differing = second.document.blocks.map(Entry.init).difference(from: first.document.blocks.map(Entry.init))
        #expect(differing.isEmpty, "\(draft.name): \(differing.map(Self.describe).joined(separator: "\n"))")
    }

    @Test("what a document says about itself comes back from Markdown")
    func frontMatter() throws {
        let metadata = [
            "附件": "名单\n- 表", "文号": "[2024]3号", "title": "甲: 乙", "说明": "\"引\"\\n", "author": "张三", "b": "甲#乙",
        ]
        let origin = Origin.stage("test")
        let document = Document(
            metadata: metadata,
            blocks: [
                Block(id: BlockID(rawValue: "1"), kind: .title, content: [.text("某镇2024年工作总结")], origin: origin),
                Block(id: BlockID(rawValue: "2"), kind: .paragraph, content: [.text("各项工作扎实推进。")], origin: origin),
            ]
        )
        let draft = try ReaderCatalog.standard.read(
            DraftFile(bytes(of: document, "md"), name: "x.md"),
            in: ReaderContext()
        )
        let again = DraftReader().read(draft).document
        #expect(again.metadata == metadata)
        #expect(again.blocks.map(\.shownText) == document.blocks.map(\.shownText))
    }

    @Test("wrapped plain text, read again, is the same outline", arguments: LabelledDraft.all.indices)
    func wrapped(_ index: Int) throws {
        let draft = LabelledDraft.all[index]
        let first = try DraftConversion(DraftFile(draft.bytes), through: TestPipeline.standard)
        var options = RendererOptions()
        options[integer: "wrap"] = 60
        let file = try bytes(of: first.document, "txt", options)
        let lines = file.split(separator: 0x0A)
        let second = try DraftConversion(DraftFile(file, name: "x.txt"), through: TestPipeline.standard)
        // Where hardly a line is wrapped, there is nothing to tell it by; rows of a table are as long as they are.
        guard !Self.hardlyWrapped.contains(draft.name), lines.count > first.document.blocks.count + 12,
            !first.document.blocks.contains(where: { $0.table != nil })
        else { return }
        let differing = second.document.blocks.map(Entry.init).difference(from: first.document.blocks.map(Entry.init))
        #expect(differing.isEmpty, "\(draft.name): \(differing.map(Self.describe).joined(separator: "\n"))")
    }

    /// Drafts in which a long figure or title leaves a line so short that it does not look like a wrapped one.
    private static let hardlyWrapped = [
        "147-court-huibao", "168-three-shuzhi-collection", "17-only-bracket-levels", "209-tax-experience-unmarked",
        "25-personal-no-heading", "68-agri-personal-duty",
    ]

    @Test("JSON is lossless, and the .docx of it is that of the draft", arguments: LabelledDraft.all.indices)
    func json(_ index: Int) throws {
        let draft = LabelledDraft.all[index]
        let first = try DraftConversion(DraftFile(draft.bytes), through: TestPipeline.standard)
        let json = try bytes(of: first.document, "json")
        let document = try JSONDecoder().decode(Document.self, from: Data(json))
        #expect(document == first.document, "\(draft.name)")
        let read = try ReaderCatalog.standard.read(DraftFile(json, name: "x.json"), in: ReaderContext())
        let again = DraftReader().read(read).document
        // Places are those of the text that the JSON shows.
        #expect(again.blocks.map(Entry.init) == first.document.blocks.map(Entry.init), "\(draft.name)")
        #expect(again.metadata == first.document.metadata)
        #expect(try bytes(of: again, "docx") == bytes(of: first.document, "docx"), "\(draft.name)")
    }

    @Test("numbers that Word writes are shown and read as if they were text", arguments: LabelledDraft.all.indices)
    func nativeNumbers(_ index: Int) throws {
        let first = try DraftConversion(DraftFile(LabelledDraft.all[index].bytes), through: TestPipeline.standard)
        guard first.document.blocks.contains(where: { $0.label != nil }) else { return }
        let docx = try render(first, "docx", numbering: .native)
        let second = try DraftConversion(DraftFile(docx, name: "x.docx"), through: TestPipeline.standard)
        let differing = Self.entries(of: second.document).difference(from: Self.entries(of: first.document))
        #expect(differing.isEmpty, "\(LabelledDraft.all[index].name): \(differing.map(Self.describe))")
        let shown = { (bytes: [UInt8]) in
            try ReaderCatalog.standard.read(DraftFile(bytes, name: "x.docx"), in: ReaderContext()).source.utf8
        }
        #expect(try shown(docx) == shown(render(first, "docx")), "\(LabelledDraft.all[index].name)")
    }

    @Test("the same bytes when it is rendered again", arguments: LabelledDraft.all.indices)
    func bytes(_ index: Int) throws {
        let first = try DraftConversion(DraftFile(LabelledDraft.all[index].bytes), through: TestPipeline.standard)
        // Where lines were joined, a gap over a line end is marked in two pieces, and in one when it is read again.
        guard !first.reading.edits.contains(where: { $0.reason == "joined-lines" }) else { return }
        let docx = try render(first, "docx")
        let second = try DraftConversion(DraftFile(docx, name: "x.docx"), through: TestPipeline.standard)
        #expect(try render(second, "docx") == docx, "\(LabelledDraft.all[index].name)")
    }

    @Test(arguments: ["docx", "html"])
    func tablesKeepTheirRowsCellsAndLines(_ format: String) throws {
        func cell(_ lines: String...) -> Table.Cell {
            Table.Cell(content: Array(lines.map { [Inline.text($0)] }.joined(separator: [Inline(.lineBreak)])))
        }
        let table = Table(
            rows: [
                [cell("项目"), cell("数量")], [cell("甲\u{3001}乙", "丙"), cell("3")], [cell(""), cell("")],
                [cell(""), cell("4")],
            ],
            headerRowCount: 1
        )
        let other = Table(rows: [[cell("一"), cell("二")], [cell("三"), cell("四")]])
        let origin = Origin.stage("test")
        let document = Document(blocks: [
            Block(id: BlockID(rawValue: "1"), kind: .paragraph, content: [.text("情况见下表。")], origin: origin),
            Block(id: BlockID(rawValue: "2"), kind: .table, table: table, origin: origin),
            Block(id: BlockID(rawValue: "3"), kind: .table, table: other, origin: origin),
        ])
        var sink = MemorySink()
        let renderer = try #require(RendererCatalog.standard[format]).init()
        _ = try renderer.render(
            document,
            style: TestStyle.sheet(),
            context: RenderContext(application: "test"),
            into: &sink
        )
        let draft = try ReaderCatalog.standard.read(DraftFile(sink.bytes), in: ReaderContext())
        let tables = DraftReader().read(draft).document.blocks.compactMap(\.table)
        func texts(_ table: Table) -> [[String]] {
            table.rows.map { row in
                row.map { cell in cell.content.map { $0.content == .lineBreak ? "/" : $0.shownText }.joined() }
            }
        }
        #expect(tables.map(texts) == [table, other].map(texts))
        #expect(tables.map(\.headerRowCount) == [1, 0])
    }

    @Test(arguments: ["docx", "html", "json"])
    func mergedCellsStayMerged(_ format: String) throws {
        func cell(_ text: String, rows: Int = 1, columns: Int = 1) -> Table.Cell {
            Table.Cell(content: text.isEmpty ? [] : [.text(text)], span: Table.Span(rows: rows, columns: columns))
        }
        let table = Table(
            rows: [
                [cell("单位", rows: 2), cell("完成数", columns: 2), cell("")], [cell(""), cell("上半年"), cell("下半年")],
                [cell("青山村", rows: 2, columns: 2), cell(""), cell("4")], [cell(""), cell(""), cell("5")],
                [cell("合计", columns: 3), cell(""), cell("")],
            ],
            headerRowCount: 2
        )
        let origin = Origin.stage("test")
        let document = Document(blocks: [
            Block(id: BlockID(rawValue: "1"), kind: .paragraph, content: [.text("情况见下表。")], origin: origin),
            Block(id: BlockID(rawValue: "2"), kind: .table, table: table, origin: origin),
        ])
        var sink = MemorySink()
        let report = try #require(RendererCatalog.standard[format]).init()
            .render(document, style: TestStyle.sheet(), context: RenderContext(application: "test"), into: &sink)
        #expect(report.diagnostics.isEmpty)
        let draft = try ReaderCatalog.standard.read(DraftFile(sink.bytes, name: "x.\(format)"), in: ReaderContext())
        let read = try #require(DraftReader().read(draft).document.blocks.compactMap(\.table).first)
        #expect(read.rows.map { $0.map(\.content.shownText) } == table.rows.map { $0.map(\.content.shownText) })
        #expect(read.rows.map { $0.map(\.span) } == table.rows.map { $0.map(\.span) })
        #expect(read.headerRowCount == 2)
    }

    @Test("a format without merged cells says so", arguments: ["md", "txt"])
    func mergedCellsAreReported(_ format: String) throws {
        let wide = Table.Cell(content: [.text("合计")], span: Table.Span(columns: 2))
        let rows = [
            [wide, Table.Cell(content: [])], [Table.Cell(content: [.text("1")]), Table.Cell(content: [.text("2")])],
        ]
        let block = Block(
            id: BlockID(rawValue: "1"),
            kind: .table,
            table: Table(rows: rows),
            origin: .stage("test")
        )
        var sink = MemorySink()
        let report = try #require(RendererCatalog.standard[format]).init().render(
            Document(blocks: [block]),
            style: TestStyle.sheet(),
            context: RenderContext(application: "test"),
            into: &sink
        )
        #expect(report.diagnostics.map(\.id) == ["\(format).merged-cells"])
        #expect(report.edits.isEmpty)
    }

    // MARK: -

    private func bytes(
        of document: Document,
        _ format: String,
        _ options: RendererOptions = RendererOptions()
    ) throws -> [UInt8] {
        var sink = MemorySink()
        _ = try #require(RendererCatalog.standard[format]).init(options: options).render(
            document,
            style: TestStyle.sheet(),
            context: RenderContext(application: "Qinggao test"),
            into: &sink
        )
        return sink.bytes
    }

    private func render(
        _ conversion: DraftConversion,
        _ format: String,
        numbering: NumberingForm = .literal
    ) throws -> [UInt8] {
        var conversion = conversion
        var style = try TestStyle.sheet()
        style.numbering = numbering
        var sink = MemorySink()
        try conversion.render(
            try #require(RendererCatalog.standard[format]).init(),
            style: style,
            context: RenderContext(application: "Qinggao test"),
            into: &sink
        )
        return sink.bytes
    }

    private static func trimmed(_ text: String) -> String { Array(text.unicodeScalars)[...].trimmed.string }

    private static func describe(_ change: CollectionDifference<Entry>.Change) -> String {
        switch change {
        case .insert(let offset, let entry, _): "+ \(offset) \(entry)"
        case .remove(let offset, let entry, _): "- \(offset) \(entry)"
        }
    }
}

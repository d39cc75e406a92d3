import DraftReading
import Foundation
import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import SummaryModel
import Testing

/// Landscape pages, and what stays on one page with what.
@Suite("Landscape pages")
struct LandscapeTests {
    private static let origin = Origin.stage("test")

    private static func block(_ kind: BlockKind, _ text: String, landscape: Bool = false) -> Block {
        var block = Block(id: BlockID(rawValue: text), kind: kind, content: [.text(text)], origin: origin)
        block.isLandscape = landscape
        return block
    }

    private static func table(_ columns: Int, landscape: Bool) -> Block {
        let cell = Table.Cell(content: [.text("青山村")])
        var block = Block(id: BlockID(rawValue: "t"), kind: .table, origin: origin)
        block.table = Table(rows: [Array(repeating: cell, count: columns), Array(repeating: cell, count: columns)])
        block.isLandscape = landscape
        return block
    }

    private static func render(
        _ blocks: [Block],
        _ format: String = "docx",
        _ change: (inout StyleSheet) -> Void = { _ in }
    ) throws -> [UInt8] {
        var style = try TestStyle.sheet()
        change(&style)
        var sink = MemorySink()
        _ = try #require(RendererCatalog.standard[format]).init()
            .render(Document(blocks: blocks), style: style, context: RenderContext(application: "test"), into: &sink)
        return sink.bytes
    }

    private static func part(_ name: String, _ file: [UInt8]) throws -> String {
        String(decoding: try #require(try PackageReader(file).read("word/\(name)")), as: UTF8.self)
    }

    /// The sections of a document from above, each with what its properties say.
    private static func sections(_ file: [UInt8]) throws -> [String] {
        try part("document.xml", file).components(separatedBy: "<w:sectPr>").dropFirst().map { section in
            let turned = section.contains("w:orient=\"landscape\"") ? "landscape" : "portrait"
            return turned + (section.contains("<w:pgNumType w:start=\"1\"/>") ? " from 1" : "")
        }
    }

    private static let mixed = [
        block(.title, "工作总结"), block(.paragraph, "甲。"), block(.caption, "表1　进度", landscape: true),
        table(3, landscape: true), block(.paragraph, "乙。"), block(.paragraph, "丙。", landscape: true),
    ]

    @Test func theyAreSectionsOfTheirOwnThatCountOn() throws {
        #expect(
            try Self.sections(Self.render(Self.mixed)) == [
                "portrait from 1", "landscape", "portrait", "landscape",
            ]
        )
        #expect(
            try Self.sections(Self.render([Self.table(3, landscape: true), Self.table(3, landscape: true)])) == [
                "landscape from 1"
            ]
        )
        #expect(try Self.sections(Self.render([Self.block(.paragraph, "甲。")])) == ["portrait from 1"])
    }

    @Test("the number stands beside the text, turned")
    func number() throws {
        let file = try Self.render(Self.mixed)
        let document = try Self.part("document.xml", file)
        #expect(document.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"))
        #expect(document.contains("<w:pgMar w:top=\"1587\" w:right=\"2098\" w:bottom=\"1474\" w:left=\"1984\""))
        let footer = try Self.part("footer22.footer", file)
        #expect(footer.contains("layout-flow:vertical") && footer.contains("PAGE"))
    }

    @Test("they come back", arguments: ["docx", "html", "md"])
    func roundTrip(_ format: String) throws {
        let file = DraftFile(try Self.render(Self.mixed, format), name: "x.\(format)")
        let read = DraftReader().read(try ReaderCatalog.standard.read(file, in: ReaderContext())).document
        #expect(read.blocks.map(\.isLandscape) == Self.mixed.map(\.isLandscape))
        #expect(read.blocks.map(\.startsPage) == Self.mixed.map { _ in false })
        #expect(read.blocks.map(\.kind) == [.title, .lead, .caption, .table, .paragraph, .paragraph])
    }

    @Test("a sheet may turn tables that are too wide")
    func wideTables() throws {
        let blocks = [Self.block(.paragraph, "甲。"), Self.block(.caption, "表1"), Self.table(20, landscape: false)]
        #expect(try Self.sections(Self.render(blocks)) == ["portrait from 1"])
        let turned = try Self.render(blocks) { $0.table.landscape = .wide }
        #expect(try Self.sections(turned) == ["portrait from 1", "landscape"])
        let narrow = try Self.render([Self.table(4, landscape: false)]) { $0.table.landscape = .wide }
        #expect(try Self.sections(narrow) == ["portrait from 1"])
    }

    @Test("the last paragraph of the text stays with the signature, a caption with its table")
    func kept() throws {
        let document = try Self.part(
            "document.xml",
            Self.render([
                Self.block(.paragraph, "甲。"), Self.block(.caption, "表1"), Self.table(2, landscape: false),
                Self.block(.paragraph, "乙。"), Self.block(.attachment, "附件：名单"), Self.block(.signature, "青山镇人民政府"),
                Self.block(.date, "2024年12月20日"),
            ])
        )
        let kept = document.components(separatedBy: "<w:p>").filter { $0.contains("<w:keepNext/>") }
        for text in ["表1", "乙。", "附件：名单"] { #expect(kept.contains { $0.contains("<w:t>\(text)</w:t>") }, "\(text)") }
        #expect(!kept.contains { $0.contains("甲。") })
    }

    @Test("a table that begins a page says so in its first cell")
    func tableBeginsPage() throws {
        var table = Self.table(2, landscape: false)
        table.startsPage = true
        let document = try Self.part("document.xml", Self.render([Self.block(.paragraph, "甲。"), table]))
        #expect(document.components(separatedBy: "<w:pageBreakBefore/>").count == 2)
        #expect(document.contains("<w:pStyle w:val=\"TableText\"/><w:pageBreakBefore/>"))
    }
}

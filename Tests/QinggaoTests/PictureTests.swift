import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import SummaryModel
import Testing

/// Pictures, captions and page breaks from the draft to each format, and back.
@Suite("Pictures, captions and page breaks")
struct PictureTests {
    /// The head of a PNG file of a size in points.
    private static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0] + Array("IEND".utf8)
            + [0xAE, 0x42, 0x60, 0x82]
    }

    private static let draft = """
        # 青山镇2024年工作总结

        一、主要工作

        全年修路三条，流程见图1。

        ![施工流程](img/flow.png)![另一张](img%2Fother.png)

        图1　施工流程

        \\newpage

        表1　各村进度

        | 村 | 公里 |
        | --- | --- |
        | 青山村 | 3 |

        二、下步打算

        继续修路![小图](img/flow.png)和管护。

        """

    private static func file(_ text: String) -> DraftFile {
        var file = DraftFile(Array(text.utf8), name: "draft.md")
        file.companion = { path in
            switch path {
            case "img/flow.png": .bytes(png(200, 100))
            case "img/other.png": .bytes(png(96, 96))
            case "img/huge.png": .tooLarge(64 << 20)
            case "img/vector.svg": .bytes(Array("<svg/>".utf8))
            default: .missing
            }
        }
        return file
    }

    private static func render(_ document: Document, _ format: String) throws -> (bytes: [UInt8], report: RenderReport)
    {
        var sink = MemorySink()
        let report = try #require(RendererCatalog.standard[format]).init().render(
            document,
            style: TestStyle.sheet(),
            context: RenderContext(application: "test"),
            into: &sink
        )
        return (sink.bytes, report)
    }

    private static func read(_ file: DraftFile) throws -> Reading {
        DraftReader().read(try ReaderCatalog.standard.read(file, in: ReaderContext()))
    }

    /// What people see of a document: kinds, texts, pictures by what they show, page breaks.
    private static func shown(_ document: Document) -> [String] {
        document.blocks.map { block in
            let pictures = block.pictures.map { picture in
                let bytes = document.media.first { $0.name == picture.media }?.bytes.count ?? -1
                return " [\(picture.alternativeText) \(bytes)]"
            }
            return (block.startsPage ? "/" : "") + block.kind.rawValue + " " + block.shownText + pictures.joined()
        }
    }

    @Test func aDraftWithPictures() throws {
        let document = try Self.read(Self.file(Self.draft)).document
        let shown = Self.shown(document)
        #expect(shown.contains("picture  [施工流程 45] [另一张 45]"))
        #expect(shown.contains("caption 图1　施工流程"))
        #expect(shown.contains("/caption 表1　各村进度"))
        #expect(shown.suffix(2) == ["paragraph 继续修路和管护。", "picture  [小图 45]"])
        // The same bytes are there once.
        #expect(document.media.count == 2)
    }

    @Test("a document comes back with all of it", arguments: ["docx", "html", "md", "json"])
    func roundTrip(_ format: String) throws {
        let first = try Self.read(Self.file(Self.draft)).document
        let (bytes, report) = try Self.render(first, format)
        #expect(report.edits.isEmpty && report.diagnostics.isEmpty)
        let second = try Self.read(DraftFile(bytes, name: "x.\(format)")).document
        #expect(Self.shown(second) == Self.shown(first))
        #expect(try Self.render(second, format).bytes == bytes || format == "json" || format == "md")
    }

    @Test func textHasWordsForThem() throws {
        let (bytes, report) = try Self.render(try Self.read(Self.file(Self.draft)).document, "txt")
        #expect(String(decoding: bytes, as: UTF8.self).contains("\n（图：施工流程）\n（图：另一张）\n图1　施工流程\n"))
        #expect(report.edits.map(\.after) == ["（图：施工流程）", "（图：另一张）", "（图：小图）"])
        #expect(report.diagnostics.map(\.id) == ["txt.picture", "txt.page-break", "txt.picture"])
    }

    @Test(
        "what cannot be had is reported, and its words stay",
        arguments: [
            ("![图](missing.png)", "reading.missing-picture"), ("![图](img/huge.png)", "reading.picture"),
            ("![图](img/vector.svg)", "reading.picture"), ("![图](https://example.org/a.png)", "reading.picture"),
            ("![图](//example.org/a.png)", "reading.picture"), ("![图](data:image/png;base64,AAAA)", "reading.picture"),
            ("![图](file:///img/flow.png)", "reading.picture"),
        ]
    )
    func refused(_ picture: String, _ finding: String) throws {
        let reading = try Self.read(Self.file("# 总结\n\n正文。\n\n" + picture + "\n"))
        #expect(reading.diagnostics.map(\.id) == [finding])
        #expect(reading.diagnostics.first?.start == SourcePosition(line: 5, column: 1))
        #expect(reading.document.blocks.last?.shownText == "图")
        #expect(reading.document.media.isEmpty)
    }

    @Test("drawings become pictures where a program makes them", arguments: ["md", "html"])
    func drawings(format: String) throws {
        let drawing = "<?xml version='1.0'?><!-- a plan --><svg xmlns='http://www.w3.org/2000/svg' width='100'/>"
        let address = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E"
        let text =
            format == "md"
            ? "# 总结\n\n正文。\n\n![图](plan.svg)\n\n![图](\(address))\n"
            : "<h1>总结</h1><p>正文。</p><p><img src=\"plan.svg\" alt=\"图\"></p><p><img src=\"\(address)\" alt=\"图\"></p>"
        var file = DraftFile(Array(text.utf8), name: "draft." + format)
        file.companion = { $0 == "plan.svg" ? .bytes(Array(drawing.utf8)) : .missing }
        let without = try Self.read(file)
        #expect(without.diagnostics.map(\.id) == ["reading.picture", "reading.picture"])
        #expect(without.diagnostics.allSatisfy { $0.message(.english).contains("rsvg-convert") })
        file.drawingConverter = { drawing, _ in Self.png(UInt8(drawing.count % 100 + 100), 60) }
        let reading = try Self.read(file)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.document.media.map(\.header.format) == [.png, .png])
        #expect(reading.document.blocks.flatMap(\.pictures).map(\.alternativeText) == ["图", "图"])
    }

    @Test("JSON has the bytes once, and must have a picture there")
    func json() throws {
        let document = try Self.read(Self.file(Self.draft)).document
        let json = String(decoding: try Self.render(document, "json").bytes, as: UTF8.self)
        #expect(json.components(separatedBy: "\"base64\"").count == 3)
        let broken = json.replacing("\"base64\" : \"iVBORw", with: "\"base64\" : \"AAAAAA")
            .replacing("\"base64\":\"iVBORw", with: "\"base64\":\"AAAAAA")
        #expect(throws: DraftError.self) { try Self.read(DraftFile(Array(broken.utf8), name: "x.json")) }
    }

    @Test(
        "a page begins where the file says so",
        arguments: [
            ("md", "# 总结\n\n甲。\n\n<div style=\"page-break-after: always\"></div>\n\n乙。\n"),
            ("md", "# 总结\n\n甲。\n\n\\pagebreak\n\n乙。\n"),
            ("md", "# 总结\n\n甲。\n\n<div class=\"page-break\"></div>\n\n乙。\n"),
            ("html", "<h1>总结</h1><p>甲。</p><p style='break-before: page'>乙。</p>"),
            ("html", "<h1>总结</h1><p style='page-break-after: always'>甲。</p><p>乙。</p>"),
        ]
    )
    func pageBreaks(_ format: String, _ text: String) throws {
        let document = try Self.read(DraftFile(Array(text.utf8), name: "x.\(format)")).document
        #expect(document.blocks.map(\.shownText) == ["总结", "甲。", "乙。"])
        #expect(document.blocks.map(\.startsPage) == [false, false, true])
    }

    @Test("only a line that names a table or a picture beside it is a caption")
    func captions() throws {
        func kind(_ line: String, below: String = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |") throws -> BlockKind? {
            let text = "# 总结\n\n一、工作\n\n正文如下。\n\n\(line)\n\n\(below)\n"
            return try Self.read(Self.file(text)).document.blocks.first { $0.shownText == line }?.kind
        }
        for line in ["表1　各村进度", "表1", "表一 各村进度", "表3-2 进度"] { #expect(try kind(line) == .caption, "\(line)") }
        for line in ["表一律用黑体", "表1显示进度良好。", "表扬先进", "图1　进度"] { #expect(try kind(line) == .paragraph, "\(line)") }
        #expect(try kind("表1　各村进度", below: "正文。") == .paragraph)
        #expect(try kind("图2　进度", below: "![图](img/flow.png)") == .caption)
    }

    @Test func captionsOfPagesStandAboveTheirTables() throws {
        let page = "<h1>总结</h1><p>甲。</p><table><tr><td>1<td>2</tr><tr><td>3<td>4</tr><caption>进度表</caption></table>"
        let document = try Self.read(DraftFile(Array(page.utf8), name: "x.html")).document
        #expect(document.blocks.map(\.kind) == [.title, .lead, .caption, .table])
    }
}

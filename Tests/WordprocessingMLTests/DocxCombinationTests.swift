import RenderKit
import SummaryModel
import Testing

@testable import WordprocessingML

@Suite("Many documents in one file")
struct DocxCombinationTests {
    private static func block(_ kind: BlockKind, _ text: String, ordinal: Int? = nil) -> Block {
        Block(
            id: BlockID(rawValue: "b"),
            kind: kind,
            label: ordinal.map {
                NumberLabel(scheme: .official, level: 1, ordinal: $0, marker: (HanNumeral.text($0) ?? "") + "、")
            },
            content: [.text(text)],
            origin: .stage("test")
        )
    }

    private static func summary(_ name: String, header: String? = nil, footer: String? = nil) -> Document {
        var blocks = [
            block(.title, "\(name)工作总结"), block(.heading1, "主要工作", ordinal: 1), block(.paragraph, "\(name)的正文。"),
        ]
        if let header { blocks.insert(block(.header, header), at: 0) }
        if let footer { blocks.append(block(.footer, footer)) }
        return Document(blocks: blocks)
    }

    private func combine(
        _ documents: [Document],
        style: String = "gbt9704",
        numbering: NumberingForm = .literal,
        workers: Int = 1
    ) throws -> (bytes: [UInt8], reports: [RenderReport]) {
        var sheet = try BuiltInSheet.named(style)
        sheet.numbering = numbering
        let context = RenderContext(application: "test", workers: workers)
        var sink = MemorySink()
        var reports: [RenderReport] = []
        var rest = documents[...]
        try DocxCombination(style: sheet, context: context)
            .render(into: &sink, report: { reports.append($0) }, next: { rest.popFirst() })
        return (sink.bytes, reports)
    }

    private func count(_ text: String, in part: String?) -> Int {
        (part ?? "").split(separator: text, omittingEmptySubsequences: false).count - 1
    }

    @Test("each document is a section whose pages are counted from one")
    func sections() throws {
        let documents = ["甲镇", "乙镇", "丙镇"].map { Self.summary($0) }
        let file = try WordFile(combine(documents).bytes)
        #expect(
            file.paragraphs.map(\.text)
                == documents.flatMap { document in document.blocks.map(\.shownText) }
        )
        #expect(file.elements["w:sectPr"] == 3 && file.elements["w:pgNumType"] == 3)
        // The first two stand in the last paragraph of a document, the third at the end.
        let main = try #require(file.parts["word/document.xml"])
        #expect(count("</w:sectPr></w:pPr>", in: main) == 2)
        #expect(main.hasSuffix("</w:sectPr></w:body></w:document>"))
        #expect(file.names.first == "[Content_Types].xml")
        #expect(file.names.filter { $0.contains("footer") } == ["word/footer1.xml", "word/footer2.xml"])
    }

    @Test("what the page of a document cannot hold is reported with this document")
    func losses() throws {
        let long = String(repeating: "甲乙丙丁戊己庚辛壬癸", count: 8)
        let head = Document(blocks: [Self.block(.issuerHead, long), Self.block(.title, "工作总结")])
        let reports = try combine([Self.summary("甲镇"), head, Self.summary("乙镇")]).reports
        #expect(reports.map { $0.diagnostics.map(\.id) } == [[], ["docx.mark-too-long"], []])
    }

    @Test("one document is the same as without a combination, besides the order of the parts")
    func single() throws {
        let document = Self.summary("甲镇", header: "内部资料", footer: "征求意见稿")
        var sink = MemorySink()
        _ = try DocxRenderer().render(
            document,
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        var parts = try WordFile(sink.bytes).parts
        var combined = try WordFile(combine([document]).bytes).parts
        #expect(combined.removeValue(forKey: "[Content_Types].xml") != nil)
        parts["[Content_Types].xml"] = nil
        #expect(combined == parts)
    }

    @Test("headers and footers that differ are parts of their own, and one that is missing is not taken from above")
    func furniture() throws {
        let documents = [
            Self.summary("甲镇", header: "甲"), Self.summary("乙镇", header: "乙", footer: "丁"), Self.summary("丙镇"),
            Self.summary("戊镇", header: "甲"),
        ]
        let file = try WordFile(combine(documents).bytes)
        let main = try #require(file.parts["word/document.xml"])
        let related = try #require(file.parts["word/_rels/document.xml.rels"])
        let shown = main.split(separator: "<w:sectPr>").dropFirst().map { section -> [String] in
            section.split(separator: "r:id=\"").dropFirst().map { reference in
                let id = reference.prefix { $0 != "\"" }
                let target = related.split(separator: "Id=\"\(id)\" ").last?.split(separator: "Target=\"").dropFirst()
                    .first?
                    .prefix { $0 != "\"" }
                let part = target.flatMap { file.parts["word/\($0)"] } ?? ""
                return ["甲", "乙", "丁"].filter { part.contains(">\($0)<") }.joined() + (part.contains("PAGE") ? "#" : "")
            }
        }
        #expect(
            shown == [
                ["甲", "甲", "#", "#"], ["乙", "乙", "丁#", "丁#"], ["", "", "#", "#"], ["甲", "甲", "#", "#"],
            ]
        )
        let types = try #require(file.parts["[Content_Types].xml"])
        #expect(types.contains("Extension=\"header\"") && types.contains("/word/header1.xml"))
        let plain = try WordFile(combine(documents.dropLast(3) + documents.suffix(1)).bytes)
        #expect(plain.parts["[Content_Types].xml"]?.contains("Extension=\"header\"") == false)
    }

    @Test("without page numbers, a section after one with a footer has an empty one")
    func emptyFooter() throws {
        var sheet = try BuiltInSheet.named("gbt9704")
        sheet.pageNumber.position = .none
        var rest = [Self.summary("甲镇"), Self.summary("乙镇", footer: "丁"), Self.summary("丙镇")][...]
        var sink = MemorySink()
        try DocxCombination(style: sheet, context: RenderContext(application: "test"))
            .render(into: &sink, report: { _ in }, next: { rest.popFirst() })
        let file = try WordFile(sink.bytes)
        #expect(file.elements["w:footerReference"] == 2)
        #expect(file.parts.filter { $0.key.hasPrefix("word/footer") }.values.contains { $0.contains("<w:p/>") })
    }

    @Test("numbers that Word writes begin anew in each document")
    func lists() throws {
        let documents = ["甲镇", "乙镇", "丙镇"].map { Self.summary($0) }
        let file = try WordFile(combine(documents, numbering: .native).bytes)
        let main = try #require(file.parts["word/document.xml"]), numbering = file.parts["word/numbering.xml"]
        for number in 1...3 { #expect(count("<w:numId w:val=\"\(number)\"/>", in: main) == 1) }
        #expect(count("<w:abstractNum ", in: numbering) == 1)
        #expect(count("<w:num ", in: numbering) == 3)
        // The first instance counts from one anyway.
        #expect(count("<w:startOverride w:val=\"1\"/>", in: numbering) == 2)
    }

    @Test("a document that ends with a table, and one without text, have their sections")
    func oddEnds() throws {
        var table = Self.block(.table, "")
        table.content = []
        table.table = Table(rows: [[Table.Cell(content: [.text("甲")])]])
        var hollow = table
        hollow.table = Table(rows: [])
        let documents = [Document(blocks: [table]), Document(), Document(blocks: [hollow]), Self.summary("甲镇")]
        let file = try WordFile(combine(documents).bytes)
        #expect(file.elements["w:sectPr"] == 4)
        #expect(try WordFile(combine([]).bytes).elements["w:sectPr"] == 1)
    }

    @Test("every document has a report, in order")
    func reports() throws {
        let documents = ["甲\u{1}", "乙", "丙\u{2}"].map { Self.summary($0, header: "页眉") }
        let result = try combine(documents)
        #expect(
            result.reports.map { $0.edits.map(\.before) } == [
                ["\u{1}", "\u{1}", "页眉"], ["页眉"], ["\u{2}", "\u{2}", "页眉"],
            ]
        )
        #expect(try combine([]).reports.isEmpty)
    }

    @Test("the bytes do not depend on the number of threads")
    func workers() throws {
        let documents = (0..<150).map { number in
            Document(
                blocks: (0..<40).map { Self.block(.paragraph, String(repeating: "第\(number)篇第\($0)段，", count: 12)) }
            )
        }
        let one = try combine(documents).bytes
        #expect(try combine(documents, workers: 3).bytes == one)
        #expect(try WordFile(one).paragraphs.count == 6_000)
    }

    @Test("a sink that cannot leave a place gets the same bytes")
    func pipe() throws {
        struct Pipe: ByteSink {
            var bytes: [UInt8] = []
            mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
        }
        let documents = [Self.summary("甲镇"), Self.summary("乙镇", header: "乙")]
        var (pipe, rest) = (Pipe(), documents[...])
        try DocxCombination(style: BuiltInSheet.named("gbt9704"), context: RenderContext(application: "test"))
            .render(into: &pipe, report: { _ in }, next: { rest.popFirst() })
        #expect(try pipe.bytes == combine(documents).bytes)
    }
}

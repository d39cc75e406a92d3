import ReadKit
import RenderKit
import RowReading
import SummaryModel
import Testing

@testable import WordTemplates

@Suite struct TemplateCombinationTests {
    private typealias Fixture = TemplateFixture

    private func combined(_ body: String, _ names: [String], header: String? = nil) throws -> [UInt8] {
        let template = try WordTemplate(Fixture.template(body, header: header))
        var index = 0
        var sink = MemorySink()
        var reports: [Int] = []
        let count = try template.combine(
            next: {
                guard index < names.count else { return nil }
                defer { index += 1 }
                return Row(number: index, fields: [.init(name: "a", value: .string(names[index]))])
            },
            into: &sink
        ) { row, _ in reports.append(row.number) }
        #expect(count == names.count)
        #expect(reports == Array(names.indices))
        return sink.bytes
    }

    private let section = "<w:sectPr><w:type w:val=\"continuous\"/><w:pgSz w:w=\"1\"/></w:sectPr>"

    @Test(
        "The section goes into the last paragraph",
        arguments: [
            (
                "<w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>",
                "<w:p><w:pPr>S</w:pPr><w:r><w:t xml:space=\"preserve\">1</w:t></w:r></w:p>"
            ),
            ("<w:p><w:pPr><w:jc/></w:pPr></w:p>", "<w:p><w:pPr><w:jc/>S</w:pPr></w:p>"),
            ("<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>", "<w:p><w:pPr>S<w:pPrChange/></w:pPr></w:p>"),
            ("<w:p><w:pPr/></w:p>", "<w:p><w:pPr>S</w:pPr></w:p>"), ("<w:p/>", "<w:p/><w:p><w:pPr>S</w:pPr></w:p>"),
            ("<w:tbl/>", "<w:tbl/><w:p><w:pPr>S</w:pPr></w:p>"),
        ]
    )
    func lastParagraph(_ body: String, _ expected: String) throws {
        let xml = try Fixture.main(combined(body + section, ["1", "2"]))
        let written = "<w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr>"
        let parts = expected.split(separator: "S", omittingEmptySubsequences: false).joined(separator: written)
        #expect(xml.contains("<w:body>\(parts)"))
        #expect(xml.hasSuffix("\(written)</w:body></w:document>"))
        #expect(xml.split(separator: "<w:sectPr>").count == 3)
    }

    @Test func oneRowAndNone() throws {
        #expect(try Fixture.text(combined(Fixture.paragraph("{{a}}") + section, ["x"])) == "x\n")
        #expect(try Fixture.text(combined(Fixture.paragraph("{{a}}") + section, [])) == "")
    }

    @Test func identitiesOfCopies() throws {
        let body =
            "<w:p w14:paraId=\"1\"><w:bookmarkStart w:id=\"7\" w:name=\"m\"/><w:r><w:t>{{a}}</w:t><w:drawing><wp:docPr id=\"5\"/></w:drawing></w:r><w:bookmarkEnd w:id=\"7\"/></w:p>"
        let xml = try Fixture.main(combined(body + section, ["x", "y", "z"]))
        for number in 0..<3 {
            #expect(
                xml.contains("<w:bookmarkStart w:id=\"\(number)\" w:name=\"m\(number == 0 ? "" : "_\(number + 1)")\"/>")
            )
            #expect(xml.contains("<w:bookmarkEnd w:id=\"\(number)\"/>"))
            #expect(xml.contains("docPr id=\"\(number + 1)\""))
        }
        #expect(!xml.contains("paraId"))
    }

    @Test func manyRows() throws {
        let names = (0..<3_000).map { "第\($0)行" }
        let text = try Fixture.text(combined(Fixture.paragraph("{{a}}") + section, names))
        #expect(text == names.map { $0 + "\n" }.joined())
    }

    @Test func marksInHeadersAreRefused() throws {
        #expect(throws: DraftError.self) {
            try combined(Fixture.paragraph("x"), ["1"], header: Fixture.paragraph("{{a}}"))
        }
    }
}

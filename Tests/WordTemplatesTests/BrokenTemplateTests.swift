import ReadKit
import RenderKit
import RowReading
import SummaryModel
import Testing

@testable import WordTemplates

@Suite struct BrokenTemplateTests {
    private typealias Fixture = TemplateFixture

    /// Marks and elements in any order: what comes out is well-formed, or the template is refused.
    @Test("Any nesting", arguments: 0..<8)
    func anyNesting(_ seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let texts = ["{{#a}}", "{{/a}}", "{{^b}}", "{{/}}", "{{v}}", "{{", "}}", "文", "｛｛v｝｝", "{{.}}", "{{#c}}"]
        // Sections lie in each other here, so that a longer list would grow without end.
        let value: JSONValue = .array([.object(["v": .string("1\n2"), "x": .bool(true)])])
        let rows = [
            Fixture.row(["a": value, "b": .bool(false), "v": .string("值&")]), Fixture.row([:]),
            Fixture.row(["a": .array([]), "b": .string("x"), "c": .array([.string("p"), .string("q")])]),
        ]
        for _ in 0..<12 {
            let body = element(texts, depth: 0, &generator) + "<w:sectPr/>"
            let template = try WordTemplate(Fixture.template(body))
            let filler = try template.filler()
            for row in rows { _ = try Fixture.main(filler.fill(row).document) }
            var sink = MemorySink()
            var index = 0
            _ = try template.combine(
                next: {
                    defer { index += 1 }
                    return index < rows.count ? rows[index] : nil
                },
                into: &sink
            ) { _, _ in }
            _ = try Fixture.main(sink.bytes)
        }
    }

    private func element(_ texts: [String], depth: Int, _ generator: inout Generator) -> String {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            switch Int.random(in: 0..<(depth > 3 ? 2 : 5), using: &generator) {
            case 0, 1: return paragraph(texts, depth: depth, &generator)
            case 2:
                let rows = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    let cells = (0..<2).map { _ in
                        "<w:tc><w:tcPr/>\(element(texts, depth: depth + 1, &generator))<w:p/></w:tc>"
                    }
                    return "<w:tr>\(cells.joined())</w:tr>"
                }
                return "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>"
            case 3:
                return "<w:sdt><w:sdtContent>\(element(texts, depth: depth + 1, &generator))</w:sdtContent></w:sdt>"
            default:
                let box =
                    "<w:r><w:pict><w:txbxContent>\(element(texts, depth: depth + 1, &generator))</w:txbxContent></w:pict></w:r>"
                return
                    "<w:p>\(Fixture.run(texts.randomElement(using: &generator) ?? ""))\(box)\(Fixture.run(texts.randomElement(using: &generator) ?? ""))</w:p>"
            }
        }.joined()
    }

    private func paragraph(_ texts: [String], depth: Int, _ generator: inout Generator) -> String {
        var runs = ""
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            let text = texts.randomElement(using: &generator) ?? ""
            let cut = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
            let run = Fixture.run(String(text[..<cut])) + "<w:r><w:rPr><w:b/></w:rPr><w:br/><w:t/></w:r>"
            let next = "<w:r><w:t>\(text[..<cut])</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>\(text[cut...])</w:t></w:r>"
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: runs += run
            case 1: runs += "<w:hyperlink>\(next)</w:hyperlink>"
            case 2: runs += "<w:ins>\(next)</w:ins>"
            default: runs += next
            }
        }
        return "<w:p w14:paraId=\"1\">\(runs)</w:p>"
    }
}

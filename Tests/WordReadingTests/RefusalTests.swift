import OpenPackaging
import ReadKit
import SummaryModel
import Testing

@testable import WordReading

@Suite("Any bytes end in a draft or a clear error")
struct RefusalTests {
    private typealias F = WordFixture

    private func message(_ bytes: [UInt8], limits: Limits = .standard) -> LocalizedText? {
        do throws(DraftError) {
            _ = try F.read(bytes, limits: limits)
            return nil
        } catch {
            return error.message
        }
    }

    /// An archive of these entries.
    private func archive(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
        var package = Package()
        for (name, bytes) in parts { package.add(try PackagePart(name: name, contentType: nil, bytes: bytes)) }
        var bytes: [UInt8] = []
        try package.write { bytes.append(contentsOf: $0) }
        return bytes
    }

    @Test func recognition() throws {
        func recognition(_ bytes: [UInt8]) -> Recognition { DocxReader.recognition(of: DraftFile(bytes)) }
        #expect(recognition(try F().bytes) == .certain)
        #expect(recognition([0x50, 0x4B, 5, 6]) == .certain)
        #expect(recognition([0x50, 0x4B]) == .none)
        #expect(recognition(Array("PK 是文字".utf8)) == .none)
        #expect(recognition([]) == .none)
        let head: [UInt8] =
            [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 22) + [8, 0, 0, 0] + Array("mimetype".utf8)
        #expect(recognition(head + Array("application/vnd.oasis.opendocument.text".utf8)) == .none)
        #expect(recognition(head + Array("application/epub+zip".utf8)) == .certain)
        #expect(recognition(head) == .certain)
    }

    @Test(
        "archives of something else are named",
        arguments: [
            ("xl/workbook.xml", ".xlsx"), ("ppt/presentation.xml", ".pptx"), ("OFD.xml", "OFD"),
            ("META-INF/container.xml", ".epub"), ("notes.txt", "unpack it first"),
        ]
    )
    func otherFormats(_ name: String, _ word: String) throws {
        #expect(message(try archive([(name, Array("<x/>".utf8))]))?.en.contains(word) == true)
    }

    @Test func aWorkbookWithItsRelationshipIsNamed() throws {
        var package = Package()
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        package.relate("", to: [Relationship(id: "r", type: type, target: "xl/workbook.xml")])
        package.add(try PackagePart(name: "xl/workbook.xml", contentType: nil, bytes: Array("<workbook/>".utf8)))
        var bytes: [UInt8] = []
        try package.write { bytes.append(contentsOf: $0) }
        #expect(message(bytes)?.zh.contains(".xlsx") == true)
    }

    @Test func aMissingMainPart() throws {
        var package = Package()
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        package.relate("", to: [Relationship(id: "r", type: type, target: "word/document.xml")])
        var bytes: [UInt8] = []
        try package.write { bytes.append(contentsOf: $0) }
        #expect(message(bytes)?.en.contains("word/document.xml is missing") == true)
    }

    @Test func aDocumentBehindAPassword() {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1016)
        #expect(DocxReader.recognition(of: DraftFile(bytes)) == .none)
        for byte in "EncryptedPackage".utf8 { bytes += [byte, 0] }
        #expect(DocxReader.recognition(of: DraftFile(bytes)) == .certain)
        #expect(message(bytes)?.en.contains("password") == true)
    }

    @Test func bombsNameTheirLimit() throws {
        var fixture = F(F.paragraph(String(repeating: "零", count: 2_000_000)))
        #expect(message(try fixture.bytes)?.en.contains("limit zip-ratio") == true)
        fixture = F(F.paragraph("甲"))
        var limits = Limits.standard
        limits.inputBytes = 100
        #expect(message(try fixture.bytes, limits: limits)?.en.contains("limit input") == true)
    }

    @Test(
        "entities and document types",
        arguments: [
            "<!DOCTYPE w:document>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>",
        ]
    )
    func documentTypes(_ prolog: String) throws {
        var fixture = F(F.paragraph("甲"))
        fixture.prolog = prolog
        #expect(message(try fixture.bytes)?.en.contains("DOCTYPE") == true)
    }

    @Test func anUnknownEntity() throws {
        #expect(message(try F(F.paragraph("&evil;")).bytes)?.en.contains("not well-formed") == true)
    }

    @Test func deepNesting() throws {
        for element in ["w:ins", "w:sdtContent", "x"] {
            let body =
                String(repeating: "<\(element)>", count: 10_000) + String(repeating: "</\(element)>", count: 10_000)
            #expect(message(try F(body).bytes)?.en.contains("limit nesting") == true)
        }
        let tables =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 80) + String(repeating: "</w:tc></w:tr></w:tbl>", count: 80)
        #expect(message(try F(tables).bytes) == nil)
    }

    @Test func archivesThatAreCutOff() throws {
        let bytes = try sample.bytes
        for length in stride(from: 4, to: bytes.count, by: 37) {
            #expect(message(Array(bytes.prefix(length))) != nil)
        }
    }

    @Test("single bits that are wrong", arguments: 0..<4)
    func damage(_ seed: Int) throws {
        let bytes = try sample.bytes
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<150 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            var damaged = bytes
            damaged[Int(state >> 8) % bytes.count] ^= 1 << UInt8(state & 7)
            // Either of both; what matters is that it returns.
            _ = message(damaged)
        }
    }

    @Test("XML that makes no sense", arguments: 0..<8)
    func scrambled(_ seed: Int) throws {
        let names = [
            "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:gridSpan", "w:pPr", "w:numPr", "w:numId",
            "w:sectPr",
            "w:del", "w:ins", "w:fldChar", "w:br", "w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice",
            "w:sdt",
            "w:footnoteReference", "w:ruby", "m:oMath", "w:vMerge", "w:commentReference", "w:sym", "w:outlineLvl",
        ]
        let values = ["", "1", "-5", "99999999999999999999", "page", "begin", "end", "separate", "甲"]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 16) % count
        }
        for _ in 0..<40 {
            var xml = ""
            var open: [String] = []
            for _ in 0..<200 {
                switch random(4) {
                case 0 where !open.isEmpty: xml += "</\(open.removeLast())>"
                case 1: xml += "甲\n"
                default:
                    guard open.count < 100 else { continue }
                    let name = names[random(names.count)]
                    let value = values[random(values.count)]
                    xml +=
                        "<\(name) w:val=\"\(value)\" w:id=\"\(value)\" w:type=\"\(value)\" w:fldCharType=\"\(value)\">"
                    open.append(name)
                }
            }
            while let name = open.popLast() { xml += "</\(name)>" }
            var fixture = F(xml)
            fixture.footnotes = "<w:footnote w:id=\"1\">\(xml)</w:footnote>"
            fixture.numbering = F.list(xml)
            let draft = try fixture.draft()
            #expect(draft.traits.count >= draft.source.lines.count)
            for line in draft.traits {
                for cell in line.cells { #expect(cell.upperBound <= draft.source.utf8.count) }
            }
        }
    }

    /// A document with something of everything.
    private var sample: F {
        var fixture = F(
            F.item("甲") + F.paragraph("乙", "<w:pStyle w:val=\"h\"/>")
                + "<w:tbl><w:tr><w:tc>\(F.paragraph("丙"))</w:tc><w:tc>\(F.paragraph("丁"))</w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        )
        fixture.numbering = F.list(F.level(0, "chineseCounting", "%1、"))
        fixture.styles = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style>"
        fixture.footnotes = "<w:footnote w:id=\"1\">\(F.paragraph("注"))</w:footnote>"
        fixture.isOwn = true
        return fixture
    }
}

import Configuration
import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import SummaryModel
import Testing
import WordprocessingML

/// A Word file whose styles a document takes as they are.
@Suite("Styles of a reference file")
struct ReferenceTests {
    /// A small Word file of somebody else.
    struct Foreign {
        static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

        var styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr>\
            </w:rPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/></w:style>\
            <w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style>\
            <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>\
            <w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>\
            <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="x"><w:name w:val="落款"/><w:basedOn w:val="a"/>\
            <w:pPr><w:jc w:val="center"/></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="某人的样式"/><w:basedOn w:val="a"/></w:style>
            """
        var body = "<w:p><w:r><w:t>样张</w:t></w:r></w:p>"
        var section = """
            <w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:header="500" w:footer="600" w:gutter="0"/>\
            <w:cols w:space="425"/>
            """
        var header: String? = "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"
        var headerRelations: [Relationship] = []
        var stylesSpace = Foreign.main
        var documentType = ""

        func file() throws -> DraftFile {
            var package = Package()
            func add(_ name: String, _ xml: String, _ type: String) throws {
                let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml"
                try package.add(PackagePart(name: name, contentType: type, bytes: Array(xml.utf8)))
            }
            let spaces = "xmlns:w=\"\(Self.main)\" xmlns:r=\"\(Self.office)\""
            try add(
                "word/document.xml",
                "<w:document \(spaces)><w:body>\(body)<w:sectPr>\(section)</w:sectPr></w:body></w:document>",
                "document.main"
            )
            try add(
                "word/styles.xml",
                "\(documentType)<w:styles xmlns:w=\"\(stylesSpace)\">\(styles)</w:styles>",
                "styles"
            )
            let lists = """
                <w:numbering \(spaces)><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
                <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7">\
                <w:abstractNumId w:val="4"/></w:num></w:numbering>
                """
            try add("word/numbering.xml", lists, "numbering")
            if let header { try add("word/h.xml", "<w:hdr \(spaces)>\(header)</w:hdr>", "header") }
            func relation(_ id: String, _ type: String, _ target: String) -> Relationship {
                Relationship(id: id, type: "\(Self.office)/\(type)", target: target)
            }
            package.relate("", to: [relation("d", "officeDocument", "word/document.xml")])
            package.relate(
                "word/document.xml",
                to: [
                    relation("s", "styles", "styles.xml"), relation("n", "numbering", "numbering.xml"),
                    relation("h", "header", "h.xml"),
                ]
            )
            if !headerRelations.isEmpty { package.relate("word/h.xml", to: headerRelations) }
            var sink = MemorySink()
            try package.write(to: &sink)
            return DraftFile(sink.bytes, name: "reference.docx")
        }
    }

    static func render(_ document: Document, _ sheet: StyleSheet) throws -> [String: String] {
        try parts(try LearningTests.docx(document, sheet).bytes)
    }

    static func parts(_ bytes: [UInt8]) throws -> [String: String] {
        let package = try PackageReader(bytes)
        var parts: [String: String] = [:]
        for name in package.names {
            parts[name] = try package.read(name).map { String(decoding: $0, as: UTF8.self) }
        }
        return parts
    }

    /// The part of a text between two others.
    static func piece(_ text: String?, from start: String, to end: String) -> String? {
        guard let text, let first = text.firstRange(of: start), let last = text[first.lowerBound...].firstRange(of: end)
        else { return nil }
        return String(text[first.lowerBound..<last.upperBound])
    }

    @Test("a file that a sheet made gives the same document as the sheet", arguments: StyleLibrary.names)
    func ownFile(name: String) throws {
        let document = try LearningTests.document()
        let sheet = try LearningTests.sheet(name)
        let file = try LearningTests.docx(document, sheet)
        let reference = try ReferenceStyle(file)
        #expect(reference.base == name)
        let (before, after) = (try Self.parts(file.bytes), try Self.render(document, reference.sheet(over: sheet)))
        let start = "<w:sectPr>"
        /// The text before the section, and the section.
        func halves(_ parts: [String: String]) throws -> (Substring, Substring) {
            let main = try #require(parts["word/document.xml"])
            let place = try #require(main.firstRange(of: start))
            return (main[..<place.lowerBound], main[place.lowerBound...])
        }
        let (halvesBefore, halvesAfter) = (try halves(before), try halves(after))
        #expect(halvesBefore.0 == halvesAfter.0)
        #expect(after["word/styles.xml"] == before["word/styles.xml"])
        #expect(after["word/numbering.xml"] == before["word/numbering.xml"])
        func sorted(_ section: Substring) -> [Substring] {
            // Attributes may stand in another order, and identities of relationships differ.
            section.split { "<>/ ".contains($0) }.filter { !$0.hasPrefix("r:id") }.sorted()
        }
        #expect(sorted(halvesBefore.1) == sorted(halvesAfter.1))
        let number = "fldChar"
        let footers = before.filter { $0.key.hasPrefix("word/footer") && $0.value.contains(number) }.map(\.value)
            .sorted()
        #expect(
            after.filter { $0.key.hasPrefix("word/reference") && $0.value.contains(number) }.map(\.value).sorted()
                == footers
        )
    }

    @Test("a style that somebody changed in a word processor stays as it is")
    func changedOwnFile() throws {
        let document = try LearningTests.document()
        var house = try LearningTests.sheet("gbt9704")
        house.body.format.text.size = Length(points: 14)
        house.body.format.firstLineIndent = .characters(3)
        let reference = try ReferenceStyle(LearningTests.docx(document, house))
        let sheet = reference.sheet(over: try LearningTests.sheet("gbt9704"))
        #expect(sheet.body.format.text.size == Length(points: 14))
        let parts = try Self.render(document, sheet)
        #expect(
            Self.piece(parts["word/styles.xml"], from: "w:styleId=\"BodyText\"", to: "</w:style>")?.contains(
                "w:val=\"28\""
            ) == true
        )
    }

    @Test("paragraphs name the styles of somebody else and set nothing besides")
    func foreignFile() throws {
        let sheet = try ReferenceStyle(Foreign().file()).sheet(over: LearningTests.sheet("gbt9704"))
        let parts = try Self.render(try LearningTests.document(), sheet)
        let main = parts["word/document.xml"] ?? ""
        #expect(main.contains("<w:pPr><w:pStyle w:val=\"a3\"/></w:pPr>"))
        // The signature is kept on the page of the date, as its kind wants it, but stands where the style says.
        #expect(main.contains("<w:pPr><w:pStyle w:val=\"x\"/></w:pPr>"))
        // 一、 stands in the text, so the style does not number as well.
        #expect(
            main.contains(
                "<w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
            )
        )
        #expect(main.contains("w:top=\"1000\""))
        #expect(main.contains("<w:headerReference w:type=\"default\" r:id=\"reference1\"/>"))
        #expect(parts["word/reference1.xml"]?.contains("内部资料") == true)
        #expect(!main.contains("footerReference"))
        // The styles of the file stand unchanged before what is added.
        let styles = parts["word/styles.xml"] ?? ""
        #expect(styles.contains(Foreign().styles))
        // Body text is that of the file, whatever its text uses; a style that has the identity of ours is not ours.
        #expect(main.contains("<w:pPr><w:pStyle w:val=\"a\"/>"))
        #expect(!main.contains("w:val=\"BodyText\""))
        // What is added changes only what it changes in the sheet.
        let heading = Self.piece(styles, from: "w:styleId=\"Heading2\"", to: "</w:style>") ?? ""
        #expect(heading.contains("<w:basedOn w:val=\"a\"/>"))
        #expect(heading.contains("楷体_GB2312"))
        #expect(!heading.contains("<w:sz "))
        #expect(parts["word/numbering.xml"]?.contains("w:numId=\"7\"") == true)
    }

    @Test("lists of the document stand after those of the file, alone and in a combined file")
    func nativeLists() throws {
        var base = try LearningTests.sheet("gbt9704")
        base.numbering = .native
        let sheet = try ReferenceStyle(Foreign().file()).sheet(over: base)
        let document = try LearningTests.document()
        let parts = try Self.render(document, sheet)
        let lists = parts["word/numbering.xml"] ?? ""
        #expect(lists.contains("w:abstractNumId=\"5\""))
        #expect(lists.contains("w:numId=\"8\""))
        #expect(parts["word/document.xml"]?.contains("<w:numId w:val=\"8\"/>") == true)
        let firstInstance = lists.firstRange(of: "<w:num ")
        #expect(firstInstance.map { !lists[$0.lowerBound...].contains("<w:abstractNum ") } == true)

        var rest = [document, document][...]
        var sink = MemorySink()
        try DocxCombination(style: sheet, context: RenderContext(application: "Test"))
            .render(into: &sink, report: { _ in }, next: { rest.popFirst() })
        let combined = try Self.parts(sink.bytes)
        #expect(combined["word/document.xml"]?.contains("<w:numId w:val=\"9\"/>") == true)
        #expect(combined["word/numbering.xml"]?.contains("w:numId=\"9\"") == true)
        #expect(combined["[Content_Types].xml"]?.contains("/word/reference1.xml") == true)
        #expect(combined["word/document.xml"]?.split(separator: "<w:sectPr>").count == 3)
    }

    @Test("what a draft has at the top of every page takes the place of the header of the file")
    func ownHeader() throws {
        var document = try LearningTests.document()
        let header = Block(
            id: BlockID(rawValue: "header"),
            kind: .header,
            content: [.text("草稿的页眉")],
            origin: .stage("test")
        )
        document.blocks.insert(header, at: 0)
        let sheet = try ReferenceStyle(Foreign().file()).sheet(over: LearningTests.sheet("gbt9704"))
        let parts = try Self.render(document, sheet)
        #expect(parts["word/document.xml"]?.contains("r:id=\"reference1\"") == false)
        #expect(parts.contains { $0.key.hasPrefix("word/header") && $0.value.contains("草稿的页眉") })
    }

    @Test("of two styles with one name the second gets a number")
    func sameNames() throws {
        var foreign = Foreign()
        foreign.styles += "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"title\"/></w:style>"
        let sheet = try ReferenceStyle(foreign.file()).sheet(over: LearningTests.sheet("gbt9704"))
        let styles = try Self.render(try LearningTests.document(), sheet)["word/styles.xml"]
        #expect(styles?.contains("w:styleId=\"b\"><w:name w:val=\"title 2\"/>") == true)
    }

    /// What is wrong with a file, and a word of what is said of it.
    static let problems: [(change: @Sendable (inout Foreign) -> Void, word: String)] = [
        ({ $0.documentType = "<!DOCTYPE w:styles [<!ENTITY a \"b\">]>" }, "DOCTYPE"),
        ({ $0.styles += "<w:style" }, "well-formed"),
        ({ $0.stylesSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main" }, "Strict"),
        ({ $0.styles = String(repeating: "<w:a>", count: 300) + String(repeating: "</w:a>", count: 300) }, "deeper"),
        ({ $0.header = "<w:p></w:q>" }, "well-formed"),
        (
            {
                $0.headerRelations = [
                    Relationship(id: "c", type: "\(Foreign.office)/chart", target: "charts/chart1.xml")
                ]
            }, "chart"
        ),
        (
            {
                $0.headerRelations = [
                    Relationship(id: "i", type: "\(Foreign.office)/image", target: "media/missing.png")
                ]
            }, "image"
        ),
    ]

    @Test("files that cannot be used are refused with a reason", arguments: problems.indices)
    func refused(index: Int) throws {
        var foreign = Foreign()
        Self.problems[index].change(&foreign)
        let file = try foreign.file()
        let error = #expect(throws: DraftError.self) { try ReferenceStyle(file) }
        #expect(error?.message.en.contains(Self.problems[index].word) == true, "\(error?.message.en ?? "")")
        #expect(error?.message.zh.isEmpty == false)
    }

    @Test("what is no Word file is refused", arguments: ["text", "PK\u{3}\u{4}", ""])
    func notWord(text: String) {
        #expect(throws: DraftError.self) { try ReferenceStyle(DraftFile(Array(text.utf8), name: "a.docx")) }
    }

    @Test("a file whose bytes are damaged anywhere is refused or used, and nothing else happens")
    func damaged() throws {
        let bytes = try Foreign().file().bytes
        let sheet = try LearningTests.sheet("gbt9704")
        var used = 0
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var broken = bytes
            broken[place] ^= 0x55
            guard let reference = try? ReferenceStyle(DraftFile(broken, name: "a.docx")) else { continue }
            used += 1
            _ = try Self.render(Document(), reference.sheet(over: sheet))
        }
        #expect(used < bytes.count / 7)
    }
}

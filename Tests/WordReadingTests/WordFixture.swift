import OpenPackaging
import ReadKit
import SummaryModel

@testable import WordReading

/// A small .docx made of fragments of XML.
struct WordFixture {
    var body = ""
    var styles = ""
    var numbering = ""
    var footnotes = ""
    var endnotes = ""
    var comments = ""
    var header = ""
    var footer = ""
    /// What stands before the root of the main part.
    var prolog = ""
    /// Whether the file says that this program wrote it.
    var isOwn = false
    var isStrict = false
    /// The name of the main part.
    var main = "word/document.xml"

    init(_ body: String = "") { self.body = body }

    var bytes: [UInt8] {
        get throws {
            let office = isStrict ? "http://purl.oclc.org/ooxml/officeDocument" : Self.transitional
            let relations = isStrict ? "\(office)/relationships" : "\(office)/2006/relationships"
            var package = Package()
            var own = [Relationship(id: "rId1", type: "\(relations)/officeDocument", target: "/\(main)")]
            if isOwn {
                own.append(Relationship(id: "rId2", type: "\(relations)/custom-properties", target: "custom.xml"))
            }
            package.relate("", to: own)
            var related: [Relationship] = []
            var parts: [(String, String)] = [
                (main, "\(prolog)<w:document \(spaces)><w:body>\(body)</w:body></w:document>")
            ]
            for (name, root, content) in [
                ("styles", "styles", styles), ("numbering", "numbering", numbering),
                ("footnotes", "footnotes", footnotes),
                ("endnotes", "endnotes", endnotes), ("comments", "comments", comments), ("header", "hdr", header),
                ("footer", "ftr", footer),
            ] where !content.isEmpty {
                related.append(Relationship(id: "r\(name)", type: "\(relations)/\(name)", target: "/parts/\(name).xml"))
                parts.append(("parts/\(name).xml", "<w:\(root) \(spaces)>\(content)</w:\(root)>"))
            }
            package.relate(main, to: related)
            if isOwn { parts.append(("custom.xml", "<Properties><property name=\"QinggaoStyle\"/></Properties>")) }
            for (name, xml) in parts {
                package.add(try PackagePart(name: name, contentType: "application/xml", bytes: Array(xml.utf8)))
            }
            var bytes: [UInt8] = []
            try package.write { bytes.append(contentsOf: $0) }
            return bytes
        }
    }

    private static let transitional = "http://schemas.openxmlformats.org/officeDocument"

    private var spaces: String {
        let word =
            isStrict
            ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
            : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let relations =
            isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "\(Self.transitional)/2006/relationships"
        return """
            xmlns:w="\(word)" xmlns:r="\(relations)" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            """
    }

    func draft() throws -> Draft { try Self.read(try bytes) }

    static func read(_ bytes: [UInt8], limits: Limits = .standard) throws(DraftError) -> Draft {
        try DocxReader().read(DraftFile(bytes, name: "x.docx"), in: ReaderContext(limits: limits))
    }

    /// The text, with ␤ for a line break inside a paragraph.
    func text() throws -> String { try draft().text }

    // MARK: Fragments

    /// A paragraph with properties and one run of text.
    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr>\(run(text))</w:p>"
    }

    /// A run.
    static func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    /// An item of a list.
    static func item(_ text: String, _ level: Int = 0, list: String = "1") -> String {
        paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    /// A level of a list.
    static func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        """
        <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)<w:lvlText w:val="\(text)"/></w:lvl>
        """
    }

    /// A list of the levels, as number 1.
    static func list(_ levels: String) -> String {
        """
        <w:abstractNum w:abstractNumId="7">\(levels)</w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        """
    }
}

extension Draft {
    /// The text, with ␤ for a line break inside a paragraph.
    var text: String {
        String(decoding: source.utf8, as: UTF8.self).replacing("\u{2028}", with: "␤")
    }

    /// The text of each cell of a line.
    func cells(_ line: Int) -> [String] {
        traits[line].cells.map { source[$0].replacing("\u{2028}", with: "␤") }
    }
}

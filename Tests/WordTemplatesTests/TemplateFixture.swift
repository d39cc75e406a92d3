import OpenPackaging
import RenderKit
import RowReading
import SummaryModel
import XMLReading

@testable import WordTemplates

/// Templates made in the tests, and what is in the documents that come of them.
enum TemplateFixture {
    static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    /// A package with this body.
    static func template(
        _ body: String,
        header: String? = nil,
        mainType: String = "document.main",
        prefix: String = "w",
        extra: [(String, String)] = []
    ) throws -> [UInt8] {
        func part(_ name: String, _ xml: String) throws -> PackagePart {
            try PackagePart(name: name, contentType: nil, bytes: Array(xml.utf8))
        }
        let root =
            "xmlns:\(prefix)=\"\(space)\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        var overrides = "<Override PartName=\"/word/document.xml\" ContentType=\"\(types).\(mainType)+xml\"/>"
        overrides += "<Override PartName=\"/word/header1.xml\" ContentType=\"\(types).header+xml\"/>"
        var parts = [
            try part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(overrides)</Types>"
            ),
            try part(
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(prefix):document \(root)><\(prefix):body>\(body)</\(prefix):body></\(prefix):document>"
            ),
        ]
        if let header { parts.append(try part("word/header1.xml", "<w:hdr \(root)>\(header)</w:hdr>")) }
        for (name, content) in extra { parts.append(try part(name, content)) }
        var sink = MemorySink()
        var package = PackageWriter()
        for part in parts { try package.add(part, to: &sink) }
        try package.finish(to: &sink)
        return sink.bytes
    }

    static func row(_ fields: KeyValuePairs<String, JSONValue>) -> Row {
        Row(number: 0, fields: fields.map { Row.Field(name: $0.key, value: $0.value) })
    }

    /// The main part of a document, checked for being well-formed.
    static func main(_ document: [UInt8]) throws -> String { try part("word/document.xml", document) }

    static func part(_ name: String, _ document: [UInt8]) throws -> String {
        let package = try PackageReader(document)
        for name in package.names { _ = try package.read(name) }
        let bytes = try package.read(name) ?? []
        let reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: 256)
        try reader.text(of: try reader.root()) { _ in }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of the paragraphs, one line each; line breaks and tabs as ↵ and →.
    static func text(_ document: [UInt8]) throws -> String {
        let xml = try main(document)
        var text = ""
        var isText = false
        for piece in xml.split(separator: "<") {
            let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].split(whereSeparator: { " /".contains($0) }).first.map(String.init) ?? ""
            if parts[0].hasPrefix("/w:p"), name == "w:p" { text += "\n" }
            isText = name == "w:t" && !parts[0].hasPrefix("/")
            if name == "w:br" { text += "↵" }
            if name == "w:tab" { text += "→" }
            if isText, parts.count > 1 { text += parts[1] }
        }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }

    /// The text of a template that is filled from a row.
    static func filled(_ body: String, _ row: Row) throws -> String {
        try text(WordTemplate(template(body)).filler().fill(row).document)
    }

    /// A paragraph with one run for each text.
    static func paragraph(_ texts: String...) -> String { "<w:p>\(texts.map(run).joined())</w:p>" }

    static func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
}

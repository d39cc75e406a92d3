import CLibXML2
import OpenPackaging

/// What a .docx shows, read with libxml2's reader and nothing of the writer.
struct WordFile {
    /// A paragraph as a reader of the file sees it.
    struct Paragraph {
        var style = ""
        /// The text; LF is a line break.
        var text = ""
        /// Each run with its character style and whether it is hinted as East Asian.
        var runs: [(text: String, style: String?, isHinted: Bool)] = []
        /// The instructions of fields.
        var instructions = ""
        /// The attributes of `w:ind` and `w:spacing` that the paragraph itself sets.
        var direct: [String: String] = [:]
        var isInTable = false
    }

    private(set) var paragraphs: [Paragraph] = []
    /// How often each element of the main part occurs.
    private(set) var elements: [String: Int] = [:]
    let names: [String]
    private(set) var parts: [String: String] = [:]

    var text: String { paragraphs.map(\.text).joined() }

    init(_ bytes: [UInt8]) throws {
        let package = try PackageReader(bytes)
        names = package.names
        for name in package.names {
            parts[name] = try package.read(name).map { String(decoding: $0, as: UTF8.self) }
        }
        guard let main = try package.read("word/document.xml") else { throw Unreadable() }
        try main.withUnsafeBytes { try read($0) }
    }

    struct Unreadable: Error {}

    /// The reader keeps a pointer into the bytes.
    private mutating func read(_ bytes: UnsafeRawBufferPointer) throws {
        let reader = xmlReaderForMemory(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(bytes.count),
            nil,
            nil,
            Int32(XML_PARSE_NONET.rawValue)
        )
        guard let reader else { throw Unreadable() }
        defer { xmlFreeTextReader(reader) }
        func attribute(_ name: String) -> String? {
            guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
            defer { xmlTextReaderMoveToElement(reader) }
            return xmlTextReaderConstValue(reader).map { String(cString: $0) }
        }
        var open: [String] = []
        var paragraph = Paragraph()
        var run: (text: String, style: String?, isHinted: Bool) = ("", nil, false)
        var status = xmlTextReaderRead(reader)
        while status == 1 {
            let name = xmlTextReaderConstName(reader).map { String(cString: $0) } ?? ""
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                elements[name, default: 0] += 1
                switch name {
                case "w:p":
                    paragraph = Paragraph()
                    paragraph.isInTable = open.contains("w:tc")
                case "w:r": run = ("", nil, false)
                case "w:pStyle": paragraph.style = attribute("w:val") ?? ""
                case "w:rStyle": run.style = attribute("w:val")
                case "w:rFonts" where attribute("w:hint") == "eastAsia": run.isHinted = true
                case "w:ind", "w:spacing":
                    for key in ["w:right", "w:rightChars", "w:before", "w:after", "w:firstLine"] {
                        if let value = attribute(key) { paragraph.direct[key] = value }
                    }
                case "w:br": run.text += "\n"
                case "w:tab": run.text += "\t"
                default: break
                }
                if xmlTextReaderIsEmptyElement(reader) == 0 {
                    open.append(name)
                } else if name == "w:p" {
                    paragraphs.append(paragraph)
                }
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
                open.removeLast()
                if name == "w:r" {
                    paragraph.text += run.text
                    paragraph.runs.append(run)
                }
                if name == "w:p" { paragraphs.append(paragraph) }
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                let value = xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
                if open.last == "w:t" { run.text += value }
                if open.last == "w:instrText" { paragraph.instructions += value }
            default: break
            }
            status = xmlTextReaderRead(reader)
        }
        guard status == 0 else { throw Unreadable() }
    }
}

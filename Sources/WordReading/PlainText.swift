/// The text of a part of a document without what is said about it: deleted text, comments, headers.
struct PlainText {
    private let xml: WordXML
    /// Whether page numbers are left out.
    private let dropsPageNumbers: Bool

    private var bytes: [UInt8] = []
    /// The fields that are open: their instructions, and whether what comes is their result.
    private var fields: [(code: [UInt8], isResult: Bool)] = []
    /// How many of them are in their instruction, or are page numbers that are left out.
    private var silent = 0

    /// Reads the text inside `place`.
    static func read(
        _ xml: WordXML,
        _ place: WordXML.Place,
        dropsPageNumbers: Bool = false
    ) throws(WordFileError) -> String {
        var text = PlainText(xml: xml, dropsPageNumbers: dropsPageNumbers)
        try text.descend(place)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private init(xml: WordXML, dropsPageNumbers: Bool) {
        self.xml = xml
        self.dropsPageNumbers = dropsPageNumbers
    }

    private mutating func descend(_ place: WordXML.Place) throws(WordFileError) {
        var hasBranch = false
        while let child = try xml.child(of: place) {
            switch child.element {
            case .t, .delText, .mathText:
                guard silent == 0 else { continue }
                try xml.text(of: child, into: &bytes)
            case .tab, .ptab, .br, .cr:
                if silent == 0 { bytes.append(0x20) }
            case .p:
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
                try descend(child)
            case .fldChar: field(xml.attribute("fldCharType"))
            case .fldSimple:
                let code = xml.attribute("instr") ?? ""
                if dropsPageNumbers, Self.isPageNumber(Array(code.utf8)) { continue }
                try descend(child)
            case .instrText:
                guard let last = fields.indices.last, !fields[last].isResult else { continue }
                try xml.text(of: child, into: &fields[last].code)
            case .choice, .fallback:
                // Several forms of one thing.
                if hasBranch { continue }
                hasBranch = true
                try descend(child)
            case .pPr, .rPr, .sdtPr, .tcPr, .trPr: continue
            default: try descend(child)
            }
        }
    }

    private mutating func field(_ type: String?) {
        switch type {
        case "begin":
            fields.append(([], false))
            silent += 1
        case "separate":
            guard let last = fields.indices.last, !fields[last].isResult else { return }
            fields[last].isResult = true
            if !(dropsPageNumbers && Self.isPageNumber(fields[last].code)) { silent -= 1 }
        case "end":
            guard let field = fields.popLast() else { return }
            if !field.isResult || dropsPageNumbers && Self.isPageNumber(field.code) { silent -= 1 }
        default: break
        }
    }

    /// Whether the instruction of a field asks for the number of a page or of all pages.
    private static func isPageNumber(_ code: [UInt8]) -> Bool {
        let word = code.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0x5C }
        return ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(String(decoding: word, as: UTF8.self).uppercased())
    }
}

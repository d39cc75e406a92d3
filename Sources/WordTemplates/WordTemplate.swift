internal import OpenPackaging
public import ReadKit
public import RenderKit
public import SummaryModel
internal import WordReading
internal import XMLReading

/// A .docx made in Word, WPS or LibreOffice with `{{name}}` in it, ready to be filled from many rows.
///
/// A template is read once. What no row changes keeps its compressed bytes; the parts with marks (the document, headers,
/// footers, footnotes and endnotes) become lists of prepared pieces between which values go.
///
/// **Marks.** `{{name}}` or `｛｛name｝｝`, with or without blanks inside, however the word processor has cut it into runs. The
/// value takes the format of the run in which the first brace stands. `{{a.b}}` is the b of a.
///
/// **Sections.** As for the stage `placeholders`: what stands between `{{#name}}` and `{{/name}}` (or `{{/}}`) appears once
/// for every record of the list of that name, with its fields, for an object once, for `true` or a text once, and not at all
/// for `false`, 否, 无, no, 0, an empty value or an empty list. `{{^name}}` is the opposite, `{{.}}` the record itself. Both
/// marks stand in one paragraph, or each in a paragraph of its own, or in two cells of one row of a table, or each in a row
/// of its own.
///
/// Comments, tracked deletions and the instructions of fields are left alone.
public struct WordTemplate: Sendable {
    /// A place of the template that asks for a value.
    public struct Field: Sendable, Hashable {
        /// The name.
        public var name: String
        /// Whether it is the beginning of a section.
        public var isSection: Bool
        /// The names of the sections around it, the outermost first.
        public var sections: [String]
        /// The part in which it stands, such as `word/document.xml`.
        public var part: String
        /// The number of its paragraph in the part, from 1.
        public var paragraph: Int
    }

    /// Every place that asks for a value, in the order of the parts; none for a document that is no template.
    public let fields: [Field]
    /// Marks of sections that have no partner and stay in the text.
    public let findings: [Diagnostic]

    /// A part as it goes into every document.
    enum Part: Sendable {
        case fixed(PackagePart)
        case filled(CompiledPart)
    }

    /// The parts in the order in which they are written, the content types first.
    let parts: [Part]
    let names: NameTable
    /// The main part, for documents of several rows.
    let main: (name: String, xml: PartXML)

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: The limits that hold.
    /// - Throws: ``DraftError`` when the file is damaged or harmful, is no .docx, or holds macros.
    public init(_ bytes: [UInt8], limits: Limits = .standard) throws(DraftError) {
        do {
            try self.init(package: bytes, limits)
        } catch let error as DraftError {
            throw error
        } catch let error as PackageReadingError {
            throw DraftError(error)
        } catch {
            throw DraftError(TemplateWording.outOfMemory)
        }
    }

    private init(package bytes: [UInt8], _ limits: Limits) throws {
        let package = try PackageReader(bytes, limits: PackageLimits(limits))
        guard let typesPart = package.names.first(where: { $0.lowercased() == Self.typesName.lowercased() }),
            let typeBytes = try package.read(typesPart)
        else { throw DraftError(TemplateWording.noDocument) }
        let types = try Self.contentTypes(typeBytes, nesting: limits.nesting)
        guard !types.values.contains(where: { $0.contains("macroEnabled") || $0.contains("vbaProject") }) else {
            throw DraftError(TemplateWording.macros)
        }
        let kinds = Self.textTypes
        var main: (name: String, xml: PartXML)?
        var names = NameTable()
        var fields: [Field] = []
        var findings: [Diagnostic] = []
        var parts: [Part] = [.fixed(try Self.typesOfDocument(typesPart, typeBytes, in: package))]
        for name in package.names where name != typesPart && !name.hasSuffix("/") {
            guard let type = types[name.lowercased()], kinds.contains(where: { type.hasSuffix($0) }),
                let content = try package.read(name)
            else {
                if let part = try package.compressed(name) { parts.append(.fixed(part)) }
                continue
            }
            let xml = try PartXML(content, part: name, nesting: limits.nesting)
            if type.hasSuffix(".main+xml") { main = (name, xml) }
            let compiled = PartCompiler.compile(xml, part: name, names: &names)
            fields += compiled.fields
            findings += compiled.strays
            if !compiled.part.isFixed {
                parts.append(.filled(compiled.part))
            } else if let part = try package.compressed(name) {
                parts.append(.fixed(part))
            }
        }
        guard let main else { throw DraftError(TemplateWording.noDocument) }
        self.main = main
        self.parts = parts
        self.names = names
        self.fields = fields
        self.findings = findings
    }

    /// What fills the template, for one thread.
    ///
    /// - Parameter compression: How much time goes into making the documents small.
    /// - Throws: ``DraftError`` when there is no memory for it.
    public func filler(_ compression: Compression = .standard) throws(DraftError) -> TemplateFiller {
        try TemplateFiller(self, compression)
    }

    /// The bytes of the parts that are the same in every document, compressed.
    var fixedSize: Int {
        var size = 0
        for case .fixed(let part) in parts { size += part.compressedSize }
        return size
    }

    // MARK: - Content types

    private static let typesName = "[Content_Types].xml"

    /// The types of the parts that hold text of the document.
    private static let textTypes = [
        "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "wordprocessingml.header+xml",
        "wordprocessingml.footer+xml", "wordprocessingml.footnotes+xml", "wordprocessingml.endnotes+xml",
    ]

    /// The content types that parts have by their names, which are in lower case here.
    private static func contentTypes(_ bytes: [UInt8], nesting: Int) throws(DraftError) -> [String: String] {
        var types: [String: String] = [:]
        do throws(XMLReadingError) {
            let reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting)
            let root = try reader.root()
            while try reader.child(of: root) != nil {
                guard let type = reader.attribute("ContentType", isQualified: false) else { continue }
                if let name = reader.attribute("PartName", isQualified: false) {
                    types[name.drop { $0 == "/" }.lowercased()] = type
                } else if let name = reader.attribute("Extension", isQualified: false) {
                    // Told from names of parts by the dot at its beginning.
                    types["." + name.lowercased()] = type
                }
            }
        } catch {
            throw DraftError(part: typesName, error)
        }
        return types
    }

    /// The content types of the documents: what is filled from a .dotx is a document.
    private static func typesOfDocument(
        _ name: String,
        _ bytes: [UInt8],
        in package: borrowing PackageReader
    ) throws -> PackagePart {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: "wordprocessingml.template.main+xml", omittingEmptySubsequences: false)
        if parts.count == 1, let part = try package.compressed(name) { return part }
        let changed = parts.joined(separator: "wordprocessingml.document.main+xml")
        return try PackagePart(name: name, contentType: nil, bytes: Array(changed.utf8))
    }
}

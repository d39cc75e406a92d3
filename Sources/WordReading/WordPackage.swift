internal import OpenPackaging
internal import SummaryModel

/// The package of a document: its main part and the parts that belong to it.
struct WordPackage: ~Copyable {
    /// The name of the main part.
    let main: String
    /// The relationships of the main part to other parts, in order.
    let relations: [PackageParts.Relation]
    /// Where the links of the main part lead, by the identity of their relationship.
    let links: [String: String]
    /// Whether this program wrote the file.
    let isOwn: Bool

    private let parts: PackageParts
    private let nesting: Int

    /// Opens a package and finds its main part.
    init(_ bytes: [UInt8], _ limits: Limits) throws(WordFileError) {
        let parts = try Self.checked { () throws(PackageReadingError) in try PackageParts(bytes, limits) }
        guard let main = try Self.checked({ () throws(PackageReadingError) in try parts.main() }) else {
            throw .otherFormat(ArchiveFormat.of(parts.names))
        }
        let relations = try Self.checked { () throws(PackageReadingError) in try parts.relations(of: main) }
        isOwn = try Self.checked { () throws(PackageReadingError) in
            try parts.property(PackageParts.styleProperty) != nil
        }
        self.main = main
        self.relations = relations.filter { !$0.isExternal }
        links = Dictionary(
            relations.filter { $0.isExternal && $0.type == "hyperlink" }.map { ($0.id, $0.target) },
            uniquingKeysWith: { $1 }
        )
        self.parts = parts
        nesting = limits.nesting
    }

    /// Reads a part; `nil` when there is none of this name.
    func part(_ name: String) throws(WordFileError) -> WordXML? {
        guard let bytes = try bytes(name) else { return nil }
        return try WordXML(bytes, part: name, nesting: nesting)
    }

    /// The bytes of a part; `nil` when there is none of this name.
    func bytes(_ name: String) throws(WordFileError) -> [UInt8]? {
        try Self.checked { () throws(PackageReadingError) in try parts.bytes(of: name) }
    }

    /// Reads the first part of a type that belongs to the main part.
    func part(ofType type: String) throws(WordFileError) -> WordXML? {
        guard let relation = relations.first(where: { $0.type == type }) else { return nil }
        return try part(relation.target)
    }

    /// What a file is whose main part is no document.
    var otherFormat: ArchiveFormat { ArchiveFormat.of(parts.names) }

    private static func checked<Result: ~Copyable>(
        _ body: () throws(PackageReadingError) -> Result
    ) throws(WordFileError) -> Result {
        do throws(PackageReadingError) { return try body() } catch { throw .package(error) }
    }
}

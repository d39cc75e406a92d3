internal import OpenPackaging
internal import SummaryModel
internal import XMLReading

/// The package of a document: its main part and the parts that belong to it, by relationships (ISO/IEC 29500-2, 6.5).
struct WordPackage: ~Copyable {
    /// A relationship of a part.
    struct Relation {
        /// The identity in its source.
        var id: String
        /// The last part of the type, such as `styles`, which transitional and strict documents have in common.
        var type: String
        /// The name of the part that it leads to.
        var target: String
    }

    /// The name of the main part.
    let main: String
    /// The relationships of the main part, in order.
    let relations: [Relation]

    /// Where the links of the main part lead, by the identity of their relationship.
    let links: [String: String]

    private let package: PackageReader
    private let names: [String: String]
    private let limits: Limits
    private let packageRelations: [Relation]

    /// Opens a package and finds its main part.
    init(_ bytes: [UInt8], _ limits: Limits) throws(WordFileError) {
        let package = try Self.archive(bytes, limits)
        // Names of parts are the same when they differ in case only (ISO/IEC 29500-2, 6.2.2.3).
        let names = Dictionary(package.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let relations = try Self.relations(of: "", package, names, limits)
        guard let main = relations.first(where: { $0.type == "officeDocument" })?.target else {
            throw .otherFormat(ArchiveFormat.of(package.names))
        }
        var links: [String: String] = [:]
        self.relations = try Self.relations(of: main, package, names, limits) { links[$0] = $1 }
        self.links = links
        self.main = main
        self.names = names
        packageRelations = relations
        self.package = package
        self.limits = limits
    }

    /// Reads a part; `nil` when there is none of this name.
    func part(_ name: String) throws(WordFileError) -> WordXML? {
        try Self.part(name, package, names, limits)
    }

    /// The bytes of a part; `nil` when there is none of this name.
    func bytes(_ name: String) throws(WordFileError) -> [UInt8]? {
        guard let stored = names[name.lowercased()] else { return nil }
        do throws(PackageReadingError) {
            return try package.read(stored)
        } catch {
            throw .package(error)
        }
    }

    /// Reads the first part of a type that belongs to the main part.
    func part(ofType type: String) throws(WordFileError) -> WordXML? {
        guard let relation = relations.first(where: { $0.type == type }) else { return nil }
        return try part(relation.target)
    }

    /// What a file is whose main part is no document.
    var otherFormat: ArchiveFormat { ArchiveFormat.of(package.names) }

    /// Whether this program wrote the file: its properties name the style sheet. Word, WPS and LibreOffice keep them.
    func isOwn() throws(WordFileError) -> Bool {
        let types = ["custom-properties", "customProperties"]
        guard let relation = packageRelations.first(where: { types.contains($0.type) }),
            let xml = try part(relation.target)
        else { return false }
        let root = try xml.root().place
        while try xml.child(of: root) != nil {
            if xml.plainAttribute("name") == "QinggaoStyle" { return true }
        }
        return false
    }

    // MARK: -

    private static func archive(_ bytes: [UInt8], _ limits: Limits) throws(WordFileError) -> PackageReader {
        var packageLimits = PackageLimits()
        packageLimits.totalSize = limits.inputBytes
        packageLimits.ratio = limits.zipRatio
        do throws(PackageReadingError) {
            return try PackageReader(bytes, limits: packageLimits)
        } catch {
            throw .package(error)
        }
    }

    private static func part(
        _ name: String,
        _ package: borrowing PackageReader,
        _ names: [String: String],
        _ limits: Limits
    ) throws(WordFileError) -> WordXML? {
        guard let stored = names[name.lowercased()] else { return nil }
        let bytes: [UInt8]?
        do throws(PackageReadingError) {
            bytes = try package.read(stored)
        } catch {
            throw .package(error)
        }
        guard let bytes else { return nil }
        return try WordXML(bytes, part: stored, nesting: limits.nesting)
    }

    private static let relationshipTypes = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    ]

    private static func relations(
        of source: String,
        _ package: borrowing PackageReader,
        _ names: [String: String],
        _ limits: Limits,
        link: (String, String) -> Void = { _, _ in }
    ) throws(WordFileError) -> [Relation] {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        let folder = source[..<slash]
        guard let xml = try part("\(folder)_rels/\(source[slash...]).rels", package, names, limits) else { return [] }
        var relations: [Relation] = []
        let root = try xml.root().place
        while try xml.child(of: root) != nil {
            guard let id = xml.plainAttribute("Id"), let type = xml.plainAttribute("Type"),
                let target = xml.plainAttribute("Target"),
                let family = relationshipTypes.first(where: { type.hasPrefix($0) })
            else { continue }
            guard xml.plainAttribute("TargetMode") != "External" else {
                if type.dropFirst(family.count) == "hyperlink" { link(id, target) }
                continue
            }
            relations.append(
                Relation(id: id, type: String(type.dropFirst(family.count)), target: resolve(target, in: folder))
            )
        }
        return relations
    }

    /// The name of the part to which a relationship of a part in `folder` leads.
    private static func resolve(_ target: String, in folder: Substring) -> String {
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

package import SummaryModel
internal import XMLReading

/// The parts of a package that is read, with the relationships between them (ISO/IEC 29500-2, 6.2 and 6.5), whatever format
/// the package holds.
package struct PackageParts: ~Copyable {
    /// A relationship as it is read.
    package struct Relation: Sendable, Hashable {
        /// The identity in its source.
        package let id: String
        /// The last step of the type, such as `styles`, which transitional and strict files have in common.
        package let type: String
        /// The name of the part that it leads to; an address when it leads outside.
        package let target: String
        /// Whether it leads out of the package.
        package let isExternal: Bool
    }

    /// The property of a document that names the style sheet by which this program wrote it.
    package static let styleProperty = "QinggaoStyle"

    private let package: PackageReader
    /// The names of the parts by their names in lower case: they are the same when they differ in case only (6.2.2.3).
    private let stored: [String: String]
    private let nesting: Int

    /// Opens a package.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: What it may hold at most.
    /// - Throws: ``PackageReadingError``.
    package init(_ bytes: [UInt8], _ limits: Limits) throws(PackageReadingError) {
        package = try PackageReader(bytes, limits: PackageLimits(limits))
        stored = Dictionary(package.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        nesting = limits.nesting
    }

    /// The names of the parts, in the order of the archive.
    package var names: [String] { package.names }

    /// The bytes of a part; `nil` when there is none of this name.
    ///
    /// - Throws: ``PackageReadingError``.
    package func bytes(of name: String) throws(PackageReadingError) -> [UInt8]? {
        guard let stored = stored[name.lowercased()] else { return nil }
        return try package.read(stored)
    }

    /// The name of the main part: that to which the relationship `officeDocument` of the package leads.
    ///
    /// - Throws: ``PackageReadingError``.
    package func main() throws(PackageReadingError) -> String? {
        try relations(of: "").first { $0.type == "officeDocument" && !$0.isExternal }?.target
    }

    /// The relationships of a part, in order; those of the package itself when the name is empty. What is of another family
    /// than that of Office Open XML is not among them.
    ///
    /// - Throws: ``PackageReadingError``.
    package func relations(of source: String) throws(PackageReadingError) -> [Relation] {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        let folder = source[..<slash]
        var relations: [Relation] = []
        try read("\(folder)_rels/\(source[slash...]).rels") { xml throws(XMLReadingError) in
            let root = try xml.root()
            while try xml.child(of: root) != nil {
                guard let id = xml.attribute("Id", isQualified: false),
                    let type = xml.attribute("Type", isQualified: false),
                    let family = Self.families.first(where: { type.hasPrefix($0) }),
                    let target = xml.attribute("Target", isQualified: false)
                else { continue }
                let isExternal = xml.attribute("TargetMode", isQualified: false) == "External"
                relations.append(
                    Relation(
                        id: id,
                        type: String(type.dropFirst(family.count)),
                        target: isExternal ? target : Self.resolve(target, in: folder),
                        isExternal: isExternal
                    )
                )
            }
        }
        return relations
    }

    /// The value of a property that the author of a document has defined (ISO/IEC 29500-1, 22.3); `nil` when there is none of
    /// this name. Word, WPS and LibreOffice keep them.
    ///
    /// - Throws: ``PackageReadingError``.
    package func property(_ name: String) throws(PackageReadingError) -> String? {
        let types = ["custom-properties", "customProperties"]
        guard let part = try relations(of: "").first(where: { types.contains($0.type) })?.target else { return nil }
        var value: String?
        try read(part) { xml throws(XMLReadingError) in
            let root = try xml.root()
            while let property = try xml.child(of: root), value == nil {
                guard xml.attribute("name", isQualified: false) == name else { continue }
                var bytes: [UInt8] = []
                if let child = try xml.child(of: property) { try xml.text(of: child) { bytes.append(contentsOf: $0) } }
                value = String(decoding: bytes, as: UTF8.self)
            }
        }
        return value
    }

    // MARK: -

    private static let families = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    ]

    /// Reads a part, when there is one of this name, as XML of no names that matter.
    private func read(
        _ name: String,
        _ body: (XMLReader) throws(XMLReadingError) -> Void
    ) throws(PackageReadingError) {
        guard let bytes = try bytes(of: name) else { return }
        do throws(XMLReadingError) {
            try body(XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting))
        } catch {
            throw .malformed(name, error)
        }
    }

    /// The name of the part to which a relationship of a part in `folder` leads (ISO/IEC 29500-2, 6.5.2).
    private static func resolve(_ target: String, in folder: Substring) -> String {
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

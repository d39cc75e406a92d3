internal import XMLWriting

/// An Open Packaging package: parts with content types, and relationships.
///
/// Written as a ZIP archive without data descriptors and extra fields and with the first date that ZIP knows, so that the
/// same parts give the same bytes. `[Content_Types].xml` stands first. Nothing is sought, so the sink may be a pipe.
package struct Package: Sendable {
    private var parts: [PackagePart] = []
    private var relationships: [(source: String, items: [Relationship])] = []

    /// Creates an empty package.
    package init() {}

    /// Adds a part.
    package mutating func add(_ part: PackagePart) { parts.append(part) }

    /// Adds the relationships of the part `source`, which the file of this name holds; of the package itself when it is
    /// empty.
    package mutating func relate(_ source: String, to items: [Relationship]) {
        relationships.append((source, items))
    }

    /// Writes the package.
    ///
    /// - Throws: What `sink` throws, or a ``PackageWritingError``.
    package func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        var entries = [try PackagePart(name: "[Content_Types].xml", contentType: nil, bytes: contentTypes())]
        for (source, items) in relationships {
            entries.append(
                try PackagePart(
                    name: Self.relationshipsName(of: source),
                    contentType: nil,
                    bytes: Self.relationshipsPart(items)
                )
            )
        }
        try ZipContainer.write(entries + parts, to: sink)
    }

    private func contentTypes() throws -> [UInt8] {
        try XMLWriter.bytes { xml in
            xml.start("Types")
            xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
            let relationships = "application/vnd.openxmlformats-package.relationships+xml"
            xml.empty("Default", ["Extension": "rels", "ContentType": relationships])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for part in parts {
                guard let type = part.contentType else { continue }
                xml.empty("Override", ["PartName": "/\(part.name)", "ContentType": type])
            }
            xml.end()
        }
    }

    private static func relationshipsPart(_ items: [Relationship]) throws -> [UInt8] {
        try XMLWriter.bytes { xml in
            xml.start("Relationships")
            xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
            for item in items {
                xml.empty("Relationship", ["Id": item.id, "Type": item.type, "Target": item.target])
            }
            xml.end()
        }
    }

    private static func relationshipsName(of source: String) -> String {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        return "\(source[..<slash])_rels/\(source[slash...]).rels"
    }
}

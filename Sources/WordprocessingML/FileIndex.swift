internal import OpenPackaging
internal import RenderKit

/// The two parts that say which other parts there are: the content types, and the relationships of the main part.
struct FileIndex: Sendable {
    let contentTypes: PackagePart
    let relationships: PackagePart

    /// - Parameters:
    ///   - furniture: The headers and footers.
    ///   - isOpen: Whether further headers and footers may follow, whose content types their extensions tell.
    init(_ furniture: [FurnitureParts.Part], isOpen: Bool = false, compression: Compression) throws {
        let names = ["styles", "numbering", "settings", "fontTable"]
        var types = [("word/document.xml", Namespaces.contentType("document.main"))]
        types += names.map { ("word/\($0).xml", Namespaces.contentType($0)) }
        types += furniture.filter { !$0.isLate }.map { ($0.part.name, $0.part.contentType ?? "") }
        types += [
            (FixedParts.coreName, FixedParts.coreType),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        ]
        contentTypes = try PackagePart.contentTypes(
            types,
            defaults: isOpen ? ["header", "footer"].map { ($0, Namespaces.contentType($0)) } : [],
            compression: compression
        )
        var related = names.enumerated().map { index, name in
            Relationship(id: "rId\(index + 1)", type: "\(Namespaces.relationships)/\(name)", target: "\(name).xml")
        }
        related += furniture.map { item in
            Relationship(
                id: item.relationship,
                type: "\(Namespaces.relationships)/\(item.kind)",
                target: String(item.part.name.dropFirst("word/".count))
            )
        }
        relationships = try PackagePart.relationships(of: "word/document.xml", related, compression: compression)
    }
}

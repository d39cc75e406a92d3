internal import OpenPackaging
internal import RenderKit
internal import SummaryModel

/// The two parts that say which other parts there are: the content types, and the relationships of the main part.
struct FileIndex: Sendable {
    let contentTypes: PackagePart
    let relationships: PackagePart

    /// - Parameter furniture: The headers, footers and pictures.
    init(_ furniture: [FurnitureParts.Part], by deflater: Deflater) throws {
        let pictures = Set(furniture.lazy.filter { $0.kind == "image" }.map(\.pathExtension))
        contentTypes = try PackagePart.contentTypes(
            Self.types(furniture.filter { $0.kind != "image" }),
            defaults: Self.pictures.filter { pictures.contains($0.extension) },
            by: deflater
        )
        var related = Self.names.enumerated().map { index, name in
            Relationship(id: "rId\(index + 1)", type: "\(Namespaces.relationships)/\(name)", target: "\(name).xml")
        }
        related += furniture.map { item in
            Relationship(
                id: item.relationship,
                type: "\(Namespaces.relationships)/\(item.kind)",
                target: String(item.part.name.dropFirst("word/".count))
            )
        }
        relationships = try PackagePart.relationships(of: "word/document.xml", related, by: deflater)
    }

    /// The content types of a file to which further headers and footers come while it is written. Their types are those of
    /// their extensions. The size does not depend on them.
    static func contentTypes(of furniture: [FurnitureParts.Part]) throws -> PackagePart {
        let late = Set(furniture.lazy.filter(\.isLate).map(\.pathExtension))
        return try PackagePart.contentTypes(
            types(furniture.filter { !$0.isLate }),
            defaults: (["header", "footer"].map { ($0, Namespaces.contentType($0)) } + pictures)
                .map { ($0.0, $0.1, late.contains($0.0)) }
        )
    }

    private static let pictures: [(extension: String, type: String)] = [Media.Format.jpeg, .png].map {
        ($0.rawValue, $0.mediaType)
    }

    private static let names = ["styles", "numbering", "settings", "fontTable"]

    private static func types(_ furniture: [FurnitureParts.Part]) -> [(name: String, type: String)] {
        var types = [("word/document.xml", Namespaces.contentType("document.main"))]
        types += names.map { ("word/\($0).xml", Namespaces.contentType($0)) }
        types += furniture.map { ($0.part.name, $0.part.contentType ?? "") }
        types += [
            (FixedParts.coreName, FixedParts.coreType),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        ]
        return types
    }
}

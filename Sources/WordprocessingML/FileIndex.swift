internal import OpenPackaging
internal import RenderKit
internal import SummaryModel

/// The two parts that say which other parts there are: the content types, and the relationships of the main part.
struct FileIndex: Sendable {
    let contentTypes: PackagePart
    let relationships: PackagePart

    /// The name of the part with the footnotes, and its name in a file to which documents come while it is written: its type is
    /// then that of its extension.
    static let notesName = "word/footnotes.xml"
    static let lateNotesName = "word/footnotes.footnotes"
    /// The identity of its relationship.
    private static let notesRelationship = "rId10"

    /// - Parameters:
    ///   - furniture: The headers, footers and pictures.
    ///   - notes: The name of the part with the footnotes; `nil` when there are none.
    ///   - reference: What is copied from a reference file.
    init(
        _ furniture: [FurnitureParts.Part],
        notes: String? = nil,
        reference: ReferenceParts? = nil,
        by deflater: Deflater
    ) throws {
        let pictures = Set(furniture.lazy.filter { $0.kind == "image" }.map(\.pathExtension))
        var types = Self.types(furniture.filter { $0.kind != "image" })
        types += Self.types(reference)
        if let notes { types.append((notes, Namespaces.contentType(FootnotesPart.type))) }
        contentTypes = try PackagePart.contentTypes(
            types,
            defaults: Self.pictures.filter { pictures.contains($0.extension) },
            by: deflater
        )
        var related = Self.names.enumerated().map { index, name in
            Relationship(id: "rId\(index + 1)", type: "\(Namespaces.relationships)/\(name)", target: "\(name).xml")
        }
        related += (reference?.parts ?? []).compactMap { part in
            part.type.map { type in
                Relationship(
                    id: part.relationship,
                    type: "\(Namespaces.relationships)/\(type)",
                    target: String(part.name.dropFirst("word/".count))
                )
            }
        }
        related += furniture.map { item in
            Relationship(
                id: item.relationship,
                type: "\(Namespaces.relationships)/\(item.kind)",
                target: String(item.part.name.dropFirst("word/".count))
            )
        }
        if let notes {
            related.append(
                Relationship(
                    id: Self.notesRelationship,
                    type: "\(Namespaces.relationships)/footnotes",
                    target: String(notes.dropFirst("word/".count))
                )
            )
        }
        relationships = try PackagePart.relationships(of: "word/document.xml", related, by: deflater)
    }

    /// The content types of a file to which further headers and footers come while it is written. Their types are those of
    /// their extensions. The size does not depend on them.
    static func contentTypes(
        of furniture: [FurnitureParts.Part],
        hasNotes: Bool = false,
        reference: ReferenceParts? = nil
    ) throws -> PackagePart {
        let late = Set(furniture.lazy.filter(\.isLate).map(\.pathExtension))
        let notes = (FootnotesPart.type, Namespaces.contentType(FootnotesPart.type), hasNotes)
        return try PackagePart.contentTypes(
            types(furniture.filter { !$0.isLate }) + types(reference),
            defaults: (["header", "footer"].map { ($0, Namespaces.contentType($0)) } + pictures)
                .map { ($0.0, $0.1, late.contains($0.0)) } + [notes]
        )
    }

    private static let pictures: [(extension: String, type: String)] = [Media.Format.jpeg, .png].map {
        ($0.rawValue, $0.mediaType)
    }

    private static let names = ["styles", "numbering", "settings", "fontTable"]

    private static func types(_ reference: ReferenceParts?) -> [(name: String, type: String)] {
        (reference?.parts ?? []).compactMap { part in part.contentType.map { (part.name, $0) } }
    }

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

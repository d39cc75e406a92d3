internal import OpenPackaging
internal import ReadKit
internal import RenderKit
internal import SummaryModel

/// The parts that are copied from a reference file, with the pictures that they show.
struct ReferenceCopies {
    private(set) var parts: [ReferenceParts.Part] = []
    /// The new names of pictures by the old ones.
    private var pictures: [String: String] = [:]

    /// Adds a part to which the main part leads.
    mutating func add(
        _ name: String,
        as newName: String,
        _ type: String,
        _ relationship: String,
        _ bytes: [UInt8],
        _ package: borrowing SamplePackage
    ) throws(DraftError) {
        _ = try PartOutline(bytes, part: name, nesting: package.nesting)
        let contentType =
            type == "theme"
            ? "application/vnd.openxmlformats-officedocument.theme+xml"
            : "application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml"
        parts.append(
            .init(name: newName, contentType: contentType, type: type, relationship: relationship, bytes: bytes)
        )
        try addRelations(of: name, as: newName, package)
    }

    /// Adds what a part shows, and the part that says so.
    mutating func addRelations(
        of name: String,
        as newName: String,
        _ package: borrowing SamplePackage
    ) throws(DraftError) {
        let relations = try package.relations(of: name)
        guard !relations.isEmpty else { return }
        let slash = newName.lastIndex(of: "/").map { newName.index(after: $0) } ?? newName.startIndex
        let steps = newName[..<slash].split(separator: "/").count - 1
        var items = ""
        for relation in relations {
            var target = relation.target
            if relation.isExternal {
                guard relation.type == "hyperlink" else { throw .referenceLeadsOut(name) }
            } else {
                target = String(repeating: "../", count: steps) + (try picture(relation, of: name, package))
            }
            items +=
                "<Relationship Id=\"\(ReferenceElement.escaped(relation.id))\" Type=\"\(Self.family)\(relation.type)\""
            items +=
                " Target=\"\(ReferenceElement.escaped(target))\"\(relation.isExternal ? " TargetMode=\"External\"" : "")/>"
        }
        let xml = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(items)</Relationships>
            """
        parts.append(
            .init(name: "\(newName[..<slash])_rels/\(newName[slash...]).rels", contentType: nil, bytes: Array(xml.utf8))
        )
    }

    /// The name of a picture in the folder of the main part.
    private mutating func picture(
        _ relation: PackageParts.Relation,
        of name: String,
        _ package: borrowing SamplePackage
    ) throws(DraftError) -> String {
        if let known = pictures[relation.target] { return known }
        let fileExtension = relation.target.split(separator: ".").last?.lowercased() ?? ""
        guard relation.type == "image", let type = Self.pictureTypes[fileExtension] else {
            throw .referenceHolds(relation.type, in: name)
        }
        guard let bytes = try package.bytes(of: relation.target) else { throw .referenceHolds(relation.type, in: name) }
        let new = "media/reference\(pictures.count + 1).\(fileExtension)"
        pictures[relation.target] = new
        parts.append(.init(name: "word/" + new, contentType: type, bytes: bytes))
        return new
    }

    private static let family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    private static let pictureTypes = [
        "png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
        "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "svg": "image/svg+xml",
    ]
}

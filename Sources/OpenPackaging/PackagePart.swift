package import RenderKit
internal import XMLWriting

/// One part of a package, compressed: only its compressed bytes are in memory, ready to be copied into any number of files.
package struct PackagePart: Sendable, Hashable {
    /// The name inside the package, without a leading slash.
    package let name: String
    /// The content type; `nil` for the parts that the package itself owns (relationships, content types).
    package let contentType: String?
    /// The number of bytes before compression.
    package let size: Int
    /// The number of bytes after compression.
    package var compressedSize: Int { compressed.count }
    /// The heads of the part in the archive.
    let entry: ZipEntry
    /// The bytes as a raw deflate stream.
    let compressed: [UInt8]

    /// Compresses a part that is in memory.
    ///
    /// - Throws: ``PackageWritingError``.
    package init(
        name: String,
        contentType: String?,
        bytes: [UInt8],
        compression: Compression = .standard
    ) throws(PackageWritingError) {
        let deflater = try Deflater(compression)
        try self.init(
            name: name,
            contentType: contentType,
            size: bytes.count,
            checksum: bytes.withUnsafeBytes { Deflater.checksum($0) },
            compressed: bytes.withUnsafeBytes { deflater.deflate($0) }
        )
    }

    /// Takes a part that is compressed already, as it stands in another archive.
    ///
    /// - Parameters:
    ///   - size: The number of bytes before compression.
    ///   - checksum: CRC-32 of the bytes before compression.
    ///   - compressed: The bytes as a raw deflate stream.
    /// - Throws: ``PackageWritingError/tooLarge``.
    package init(
        name: String,
        contentType: String?,
        size: Int,
        checksum: UInt32,
        compressed: [UInt8]
    ) throws(PackageWritingError) {
        self.name = name
        self.contentType = contentType
        self.size = size
        self.compressed = compressed
        entry = try ZipEntry(name: name, checksum: checksum, compressedSize: compressed.count, size: size)
    }

    /// The part that names the content type of every part, by its extension or, where that does not say it, by its name.
    ///
    /// - Parameters:
    ///   - parts: The names of parts with their content types.
    ///   - defaults: Extensions with the type of the parts whose names end in them, besides `rels` and `xml`.
    /// - Throws: ``PackageWritingError``, or what the writer of XML throws.
    package static func contentTypes(
        _ parts: [(name: String, type: String)],
        defaults: [(extension: String, type: String)] = [],
        compression: Compression = .standard
    ) throws -> PackagePart {
        let bytes = try XMLWriter.bytes { xml in
            xml.start("Types")
            xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
            let relationships = "application/vnd.openxmlformats-package.relationships+xml"
            xml.empty("Default", ["Extension": "rels", "ContentType": relationships])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for (name, type) in defaults { xml.empty("Default", ["Extension": name, "ContentType": type]) }
            for (name, type) in parts { xml.empty("Override", ["PartName": "/\(name)", "ContentType": type]) }
            xml.end()
        }
        return try PackagePart(
            name: "[Content_Types].xml",
            contentType: nil,
            bytes: bytes,
            compression: compression
        )
    }

    /// The part that holds the relationships of the part `source`; of the package itself when that is empty.
    ///
    /// - Throws: ``PackageWritingError``, or what the writer of XML throws.
    package static func relationships(
        of source: String,
        _ items: [Relationship],
        compression: Compression = .standard
    ) throws -> PackagePart {
        let bytes = try XMLWriter.bytes { xml in
            xml.start("Relationships")
            xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
            for item in items {
                xml.empty("Relationship", ["Id": item.id, "Type": item.type, "Target": item.target])
            }
            xml.end()
        }
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        return try PackagePart(
            name: "\(source[..<slash])_rels/\(source[slash...]).rels",
            contentType: nil,
            bytes: bytes,
            compression: compression
        )
    }
}

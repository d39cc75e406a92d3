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
        try self.init(name: name, contentType: contentType, bytes: bytes, by: Deflater(compression))
    }

    /// Compresses a part that is in memory by a deflater that does others as well.
    ///
    /// - Throws: ``PackageWritingError/tooLarge``.
    package init(
        name: String,
        contentType: String?,
        bytes: [UInt8],
        by deflater: Deflater
    ) throws(PackageWritingError) {
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

    /// Takes a part as it is, so that its size depends on the number of its bytes alone.
    ///
    /// - Parameter stored: At most 65,535 bytes.
    /// - Throws: ``PackageWritingError/tooLarge``.
    package init(name: String, contentType: String?, stored bytes: [UInt8]) throws(PackageWritingError) {
        guard let count = UInt16(exactly: bytes.count) else { throw .tooLarge }
        // One stored block, the last (RFC 1951, 3.2.4): its length, and the same with all bits turned.
        let length = [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        try self.init(
            name: name,
            contentType: contentType,
            size: bytes.count,
            checksum: bytes.withUnsafeBytes { Deflater.checksum($0) },
            compressed: [1] + length + bytes
        )
    }

    /// Takes a part as it is, such as a picture that is compressed by itself.
    ///
    /// - Throws: ``PackageWritingError/tooLarge``.
    package init(name: String, contentType: String?, storedWhole bytes: [UInt8]) throws(PackageWritingError) {
        var blocks: [UInt8] = []
        blocks.reserveCapacity(bytes.count + 5 * (bytes.count / Int(UInt16.max) + 1))
        var start = 0
        // Stored blocks (RFC 1951, 3.2.4): the last one is marked, and each has its length and the same with all bits turned.
        repeat {
            let end = min(bytes.count, start + Int(UInt16.max))
            let count = UInt16(end - start)
            blocks.append(end == bytes.count ? 1 : 0)
            for number in [count, ~count] { blocks += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)] }
            blocks += bytes[start..<end]
            start = end
        } while start < bytes.count
        try self.init(
            name: name,
            contentType: contentType,
            size: bytes.count,
            checksum: bytes.withUnsafeBytes { Deflater.checksum($0) },
            compressed: blocks
        )
    }

    /// The part that names the content type of every part.
    ///
    /// - Parameter parts: The names of parts with their content types.
    /// - Throws: ``PackageWritingError``, or what the writer of XML throws.
    package static func contentTypes(
        _ parts: [(name: String, type: String)],
        defaults: [(extension: String, type: String)] = [],
        by deflater: Deflater
    ) throws -> PackagePart {
        try PackagePart(
            name: contentTypesName,
            contentType: nil,
            bytes: contentTypesXML(parts, defaults: defaults),
            by: deflater
        )
    }

    /// The part that names the content type of every part, stored as it is: of one size whichever of the extensions occur.
    ///
    /// - Parameters:
    ///   - parts: The names of parts with their content types.
    ///   - defaults: Extensions with the type of the parts whose names end in them, and whether there are any.
    /// - Throws: ``PackageWritingError``, or what the writer of XML throws.
    package static func contentTypes(
        _ parts: [(name: String, type: String)],
        defaults: [(extension: String, type: String, occurs: Bool)]
    ) throws -> PackagePart {
        let longest = try contentTypesXML(parts, defaults: defaults.map { ($0.extension, $0.type) })
        var bytes = try contentTypesXML(parts, defaults: defaults.filter(\.occurs).map { ($0.extension, $0.type) })
        // Blanks may stand after the root element.
        bytes += repeatElement(0x20, count: longest.count - bytes.count)
        return try PackagePart(name: contentTypesName, contentType: nil, stored: bytes)
    }

    private static let contentTypesName = "[Content_Types].xml"

    private static func contentTypesXML(
        _ parts: [(name: String, type: String)],
        defaults: [(extension: String, type: String)]
    ) throws -> [UInt8] {
        try XMLWriter.bytes { xml in
            xml.start("Types")
            xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
            let relationships = "application/vnd.openxmlformats-package.relationships+xml"
            xml.empty("Default", ["Extension": "rels", "ContentType": relationships])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for (name, type) in defaults { xml.empty("Default", ["Extension": name, "ContentType": type]) }
            for (name, type) in parts { xml.empty("Override", ["PartName": "/\(name)", "ContentType": type]) }
            xml.end()
        }
    }

    /// The part that holds the relationships of the part `source`; of the package itself when that is empty.
    ///
    /// - Throws: ``PackageWritingError``, or what the writer of XML throws.
    package static func relationships(
        of source: String,
        _ items: [Relationship],
        by deflater: Deflater
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
            by: deflater
        )
    }
}

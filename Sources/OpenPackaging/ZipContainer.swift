/// Writes compressed parts as a ZIP archive (APPNOTE 6.3.10) that needs no seeking.
///
/// No library takes parts that are compressed already and writes them with fixed headers to a pipe.
package enum ZipContainer {
    /// Writes the archive.
    ///
    /// - Throws: What `sink` throws, or ``PackageWritingError/tooLarge``.
    package static func write(_ parts: [PackagePart], to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard parts.count <= Int(UInt16.max) - 1 else { throw PackageWritingError.tooLarge }
        var directory: [UInt8] = []
        var offset = 0
        for part in parts {
            let fields = try fields(of: part)
            var header: [UInt8] = [0x50, 0x4B, 3, 4]
            header += fields
            header += part.name.utf8
            directory += [0x50, 0x4B, 1, 2]
            append(20, 2, to: &directory)
            directory += fields
            // Comment length, disk, internal and external attributes: none.
            append(0, 10, to: &directory)
            append(try narrow(offset), 4, to: &directory)
            directory += part.name.utf8
            try header.withUnsafeBytes(sink)
            try part.compressed.withUnsafeBytes(sink)
            offset += header.count + part.compressed.count
        }
        var end = directory
        end += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        append(parts.count, 2, to: &end)
        append(parts.count, 2, to: &end)
        append(try narrow(directory.count), 4, to: &end)
        append(try narrow(offset), 4, to: &end)
        append(0, 2, to: &end)
        try end.withUnsafeBytes(sink)
    }

    /// What the local header and the directory say alike about a part.
    private static func fields(of part: PackagePart) throws(PackageWritingError) -> [UInt8] {
        guard part.name.utf8.count <= Int(UInt16.max) else { throw .tooLarge }
        var fields: [UInt8] = []
        append(20, 2, to: &fields)
        append(part.name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x0800, 2, to: &fields)
        append(8, 2, to: &fields)
        // 00:00 on 1980-01-01.
        append(0, 2, to: &fields)
        append(0x0021, 2, to: &fields)
        append(Int(part.checksum), 4, to: &fields)
        append(try narrow(part.compressed.count), 4, to: &fields)
        append(try narrow(part.size), 4, to: &fields)
        append(part.name.utf8.count, 2, to: &fields)
        append(0, 2, to: &fields)
        return fields
    }

    /// The value, when it fits into 32 bits and is not the mark of the 64-bit extension.
    private static func narrow(_ value: Int) throws(PackageWritingError) -> Int {
        guard value < Int(UInt32.max) else { throw .tooLarge }
        return value
    }

    /// Appends `value` in `width` bytes, the lowest first.
    private static func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: index < 8 ? value >> (8 * index) : 0)) }
    }
}

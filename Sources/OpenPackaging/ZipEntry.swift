/// The heads of a part in a ZIP archive (APPNOTE 6.3.10): no data descriptor, no extra field, and the first date that ZIP
/// knows.
///
/// No library takes parts that are compressed already and writes them with fixed headers to a pipe.
struct ZipEntry: Sendable, Hashable {
    private let name: [UInt8]
    /// What the local header and the directory say alike.
    private let fields: [UInt8]

    /// - Throws: ``PackageWritingError/tooLarge``.
    init(
        name: String,
        checksum: UInt32,
        compressedSize: Int,
        size: Int
    ) throws(PackageWritingError) {
        self.name = Array(name.utf8)
        guard self.name.count <= Int(UInt16.max) else { throw .tooLarge }
        var fields: [UInt8] = []
        fields.reserveCapacity(26)
        Self.append(20, 2, to: &fields)
        Self.append(self.name.allSatisfy { $0 < 0x80 } ? 0 : 0x0800, 2, to: &fields)
        Self.append(8, 2, to: &fields)
        // 00:00 on 1980-01-01.
        Self.append(0, 2, to: &fields)
        Self.append(0x0021, 2, to: &fields)
        Self.append(Int(checksum), 4, to: &fields)
        Self.append(try Self.narrow(compressedSize), 4, to: &fields)
        Self.append(try Self.narrow(size), 4, to: &fields)
        Self.append(self.name.count, 2, to: &fields)
        Self.append(0, 2, to: &fields)
        self.fields = fields
    }

    /// What stands before the bytes of the part.
    var localHeader: [UInt8] { [0x50, 0x4B, 3, 4] + fields + name }

    /// Appends the record of the part to the directory.
    ///
    /// - Parameter offset: Where the local header stands.
    func append(to directory: inout [UInt8], offset: Int) throws(PackageWritingError) {
        directory += [0x50, 0x4B, 1, 2]
        Self.append(20, 2, to: &directory)
        directory += fields
        // Comment length, disk, internal and external attributes: none.
        Self.append(0, 10, to: &directory)
        Self.append(try Self.narrow(offset), 4, to: &directory)
        directory += name
    }

    /// What stands after the directory.
    static func directoryEnd(count: Int, size: Int, offset: Int) throws(PackageWritingError) -> [UInt8] {
        guard count <= Int(UInt16.max) - 1 else { throw .tooLarge }
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        append(count, 2, to: &end)
        append(count, 2, to: &end)
        append(try narrow(size), 4, to: &end)
        append(try narrow(offset), 4, to: &end)
        append(0, 2, to: &end)
        return end
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

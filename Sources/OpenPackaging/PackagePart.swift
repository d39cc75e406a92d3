internal import CDeflate
internal import CZlib

/// One part of a package, compressed: only its compressed bytes are in memory.
package struct PackagePart: Sendable, Hashable {
    /// The name inside the package, without a leading slash.
    package let name: String
    /// The content type; `nil` for the parts that the package itself owns (relationships, content types).
    package let contentType: String?
    /// The number of bytes before compression.
    package let size: Int
    /// CRC-32 of the bytes before compression.
    let checksum: UInt32
    /// The bytes as a raw deflate stream.
    let compressed: [UInt8]

    private static let level: Int32 = 6
    /// How much of a part is kept in memory before it is streamed.
    private static let bufferSize = 1 << 20

    /// Compresses a part that is in memory.
    ///
    /// - Throws: ``PackageWritingError/outOfMemory``.
    package init(name: String, contentType: String?, bytes: [UInt8]) throws(PackageWritingError) {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .outOfMemory }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
        self.name = name
        self.contentType = contentType
        size = bytes.count
        checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
        compressed = bytes.withUnsafeBytes { source in
            [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                count = libdeflate_deflate_compress(
                    compressor,
                    source.baseAddress,
                    source.count,
                    buffer.baseAddress,
                    bound
                )
            }
        }
    }

    /// Takes a part that is compressed already, as it stands in another archive.
    package init(name: String, contentType: String?, size: Int, checksum: UInt32, compressed: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.size = size
        self.checksum = checksum
        self.compressed = compressed
    }

    /// Compresses a part while it is being written. A small one is compressed in one piece, which is faster.
    ///
    /// - Parameter body: Writes the part into the closure that it is given.
    /// - Throws: What `body` throws, or a ``PackageWritingError``.
    package init(
        name: String,
        contentType: String?,
        writtenBy body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        var buffer: [UInt8] = []
        var stream: DeflateStream?
        try body { bytes in
            if stream == nil, buffer.count + bytes.count <= Self.bufferSize {
                buffer.append(contentsOf: bytes)
                return
            }
            if stream == nil {
                stream = try DeflateStream(level: Self.level)
                try buffer.withUnsafeBytes { try stream?.write($0) }
                buffer = []
            }
            try stream?.write(bytes)
        }
        guard let stream = stream.take() else {
            try self.init(name: name, contentType: contentType, bytes: buffer)
            return
        }
        self.init(name: name, contentType: contentType, try stream.finish())
    }

    private init(name: String, contentType: String?, _ result: (size: Int, checksum: UInt32, compressed: [UInt8])) {
        self.name = name
        self.contentType = contentType
        (size, checksum, compressed) = result
    }
}

/// zlib's stream, into memory.
private struct DeflateStream: ~Copyable {
    // zlib keeps a pointer to the structure, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var compressed: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var size = 0
    private var checksum: UInt32 = 0

    init(level: Int32) throws(PackageWritingError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard qinggao_deflate_init_raw(stream, level) == Z_OK else { throw .outOfMemory }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(PackageWritingError) {
        checksum = libdeflate_crc32(checksum, bytes.baseAddress, bytes.count)
        size += bytes.count
        var rest = bytes
        while !rest.isEmpty {
            // zlib counts in 32 bits.
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: piece.bindMemory(to: UInt8.self).baseAddress
            )
            stream.pointee.avail_in = UInt32(piece.count)
            while stream.pointee.avail_in > 0 { _ = try step(Z_NO_FLUSH) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
    }

    consuming func finish() throws(PackageWritingError) -> (size: Int, checksum: UInt32, compressed: [UInt8]) {
        stream.pointee.next_in = nil
        stream.pointee.avail_in = 0
        while try step(Z_FINISH) != Z_STREAM_END {}
        return (size, checksum, compressed)
    }

    private mutating func step(_ flush: Int32) throws(PackageWritingError) -> Int32 {
        let stream = stream
        let (status, produced) = chunk.withUnsafeMutableBufferPointer { buffer in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(buffer.count)
            let status = deflate(stream, flush)
            return (status, buffer.count - Int(stream.pointee.avail_out))
        }
        guard status == Z_OK || status == Z_STREAM_END else { throw .compression(status) }
        compressed.append(contentsOf: chunk.prefix(produced))
        return status
    }
}

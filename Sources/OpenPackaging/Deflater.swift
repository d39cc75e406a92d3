internal import CDeflate
package import RenderKit

/// Compresses bytes that are in memory by libdeflate, one part or piece after the other. The memory that this needs is large
/// beside a small part, so that to make one for each part costs more than to use it.
///
/// A deflater belongs to one thread.
package final class Deflater {
    private let compressor: OpaquePointer

    /// Creates a deflater.
    ///
    /// - Throws: ``PackageWritingError/outOfMemory``.
    package init(_ compression: Compression) throws(PackageWritingError) {
        let level: Int32 =
            switch compression {
            case .fast: 1
            case .standard: 6
            case .small: 10
            }
        guard let compressor = libdeflate_alloc_compressor(level) else { throw .outOfMemory }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// Compresses a part.
    ///
    /// - Throws: ``PackageWritingError/tooLarge``.
    package func part(name: String, _ bytes: UnsafeRawBufferPointer) throws(PackageWritingError) -> PackagePart {
        try PackagePart(
            name: name,
            contentType: nil,
            size: bytes.count,
            checksum: Self.checksum(bytes),
            compressed: deflate(bytes)
        )
    }

    /// Compresses a piece of a part that is written piece by piece.
    ///
    /// - Throws: ``PackageWritingError``.
    package func piece(_ bytes: [UInt8]) throws(PackageWritingError) -> DeflatedPiece {
        try DeflatedPiece(bytes, by: self)
    }

    /// The bytes as a raw deflate stream.
    func deflate(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_deflate_compress(compressor, bytes.baseAddress, bytes.count, buffer.baseAddress, bound)
        }
    }

    /// CRC-32.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        libdeflate_crc32(0, bytes.baseAddress, bytes.count)
    }
}

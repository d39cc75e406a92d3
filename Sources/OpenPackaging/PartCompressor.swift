internal import CDeflate

/// Compresses one part after the other. The memory that a compressor needs is large beside a small part, so that to make
/// one for each part of each document costs more than to use it.
///
/// A compressor belongs to one thread.
package final class PartCompressor {
    private let compressor: OpaquePointer

    /// Creates a compressor.
    ///
    /// - Parameter level: 1 (fast) to 12 (small).
    /// - Throws: ``PackageWritingError/outOfMemory``.
    package init(level: Int = 6) throws(PackageWritingError) {
        guard let compressor = libdeflate_alloc_compressor(Int32(level)) else { throw .outOfMemory }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// Compresses a part.
    package func part(name: String, _ bytes: UnsafeRawBufferPointer) -> PackagePart {
        let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
        let compressed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_deflate_compress(compressor, bytes.baseAddress, bytes.count, buffer.baseAddress, bound)
        }
        let checksum = libdeflate_crc32(0, bytes.baseAddress, bytes.count)
        return PackagePart(name: name, contentType: nil, size: bytes.count, checksum: checksum, compressed: compressed)
    }
}

internal import CDeflate
internal import RenderKit

/// Compresses bytes that are in memory, by libdeflate.
final class Deflater {
    private let compressor: OpaquePointer

    /// - Throws: ``PackageWritingError/outOfMemory``.
    init(_ compression: Compression) throws(PackageWritingError) {
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

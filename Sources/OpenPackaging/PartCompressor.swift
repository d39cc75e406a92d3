package import RenderKit

/// Compresses one part after the other. The memory that a compressor needs is large beside a small part, so that to make
/// one for each part of each document costs more than to use it.
///
/// A compressor belongs to one thread.
package final class PartCompressor {
    private let deflater: Deflater

    /// Creates a compressor.
    ///
    /// - Throws: ``PackageWritingError/outOfMemory``.
    package init(_ compression: Compression) throws(PackageWritingError) { deflater = try Deflater(compression) }

    /// Compresses a part.
    ///
    /// - Throws: ``PackageWritingError/tooLarge``.
    package func part(name: String, _ bytes: UnsafeRawBufferPointer) throws(PackageWritingError) -> PackagePart {
        try PackagePart(
            name: name,
            contentType: nil,
            size: bytes.count,
            checksum: Deflater.checksum(bytes),
            compressed: deflater.deflate(bytes)
        )
    }

    /// Compresses a piece of a part that is written piece by piece.
    ///
    /// - Throws: ``PackageWritingError``.
    package func piece(_ bytes: [UInt8]) throws(PackageWritingError) -> DeflatedPiece {
        try DeflatedPiece(bytes, by: deflater)
    }
}

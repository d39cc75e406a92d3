package import RenderKit

/// Takes bytes and compresses them piece by piece, so that no more than one piece is in memory uncompressed.
package struct PieceStream: ~Copyable {
    private let compression: Compression
    private var deflater: Deflater?
    private var pending: [UInt8] = []
    private var pieces: [DeflatedPiece] = []

    /// The number of bytes of a piece: large enough that little is lost where one ends.
    private static let pieceSize = 1 << 21

    /// Creates an empty stream.
    package init(_ compression: Compression) { self.compression = compression }

    /// Takes the next bytes.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(PackageWritingError) {
        var rest = bytes
        while pending.count + rest.count > Self.pieceSize {
            let count = Self.pieceSize - pending.count
            pending.append(contentsOf: rest.prefix(count))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            try cut()
        }
        pending.append(contentsOf: rest)
    }

    /// The pieces.
    package consuming func finish() throws(PackageWritingError) -> [DeflatedPiece] {
        if !pending.isEmpty { try cut() }
        return pieces
    }

    /// Everything as a part, when it is small enough to be one piece: that is a little smaller and faster. Otherwise the
    /// pieces.
    package consuming func finish(
        name: String,
        contentType: String?
    ) throws(PackageWritingError) -> (part: PackagePart?, pieces: [DeflatedPiece]) {
        guard pieces.isEmpty else { return (nil, try finish()) }
        return (try PackagePart(name: name, contentType: contentType, bytes: pending, compression: compression), [])
    }

    private mutating func cut() throws(PackageWritingError) {
        let deflater: Deflater
        if let kept = self.deflater { deflater = kept } else { deflater = try Deflater(compression) }
        self.deflater = deflater
        pieces.append(try DeflatedPiece(pending, by: deflater))
        pending.removeAll(keepingCapacity: true)
    }
}

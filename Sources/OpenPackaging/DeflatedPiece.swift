internal import CZlib

/// A piece of a part, compressed on its own, so that the pieces of one part can be compressed at the same time.
///
/// Pieces that stand one after the other are a deflate stream without its end. libdeflate compresses twice as fast as zlib
/// but ends every stream with a block that is marked as the last (RFC 1951, 3.2.3) and has no way to leave that out. So the
/// mark is looked for and taken away, and an empty stored block fills up the last byte, as a sync flush of zlib does.
package struct DeflatedPiece: Sendable {
    /// The number of bytes before compression.
    let size: Int
    /// CRC-32 of the bytes before compression.
    let checksum: UInt32
    /// The bytes as deflate blocks, none of which is the last.
    let blocks: [UInt8]

    /// What ends the stream: an empty block that is the last.
    static let end: [UInt8] = [3, 0]

    init(_ bytes: [UInt8], by deflater: Deflater) throws(PackageWritingError) {
        size = bytes.count
        checksum = bytes.withUnsafeBytes { Deflater.checksum($0) }
        var blocks = bytes.withUnsafeBytes { deflater.deflate($0) }
        let (start, end) = try Self.lastBlock(of: blocks)
        blocks[start >> 3] &= ~(1 << UInt8(start & 7))
        // The head of a stored block is three bits and then up to the next byte; its length follows.
        if end & 7 == 0 || end & 7 > 5 { blocks.append(0) }
        blocks += [0, 0, 0xFF, 0xFF]
        self.blocks = blocks
    }

    /// CRC-32 of two runs of bytes that stand one after the other.
    static func joined(_ first: UInt32, _ second: UInt32, size: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), size))
    }

    /// Where the last block of a deflate stream begins and where it ends, counted in bits. zlib stops between blocks.
    private static func lastBlock(of stream: [UInt8]) throws(PackageWritingError) -> (start: Int, end: Int) {
        var state = z_stream()
        // zlib keeps a pointer to the structure, so it must not move.
        let result = withUnsafeMutablePointer(to: &state) { state -> Result<(Int, Int), PackageWritingError> in
            guard qinggao_inflate_init_raw(state) == Z_OK else { return .failure(.outOfMemory) }
            defer { inflateEnd(state) }
            return stream.withUnsafeBufferPointer { bytes in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { scratch in
                    state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                    state.pointee.avail_in = UInt32(bytes.count)
                    var start = 0
                    while true {
                        state.pointee.next_out = scratch.baseAddress
                        state.pointee.avail_out = UInt32(scratch.count)
                        let status = inflate(state, Z_BLOCK)
                        guard status == Z_OK else { return .failure(.compression(status)) }
                        // 128: between two blocks; the lowest bits count those of the last byte that are still to come.
                        guard state.pointee.data_type & 128 != 0 else { continue }
                        let place = (bytes.count - Int(state.pointee.avail_in)) * 8 - Int(state.pointee.data_type & 7)
                        if bytes[start >> 3] >> UInt8(start & 7) & 1 == 1 { return .success((start, place)) }
                        start = place
                    }
                }
            }
        }
        return try result.get()
    }
}

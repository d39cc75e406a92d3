/// Questions about whole texts, answered for 32 bytes at a time.
package enum UTF8Scan {
    /// Bytes, and for each whether something is true.
    package typealias Bytes = SIMD32<UInt8>
    package typealias Mask = SIMDMask<Bytes.MaskStorage>

    /// Whether `test` is true for any byte. It is given bytes, and those after each of them; after the last stands a blank.
    @inlinable
    package static func holds(
        _ utf8: UnsafeBufferPointer<UInt8>,
        _ test: (_ bytes: Bytes, _ next: Bytes) -> Mask
    ) -> Bool {
        let text = UnsafeRawBufferPointer(utf8)
        let width = Bytes.scalarCount
        var found = Mask(repeating: false)
        var index = 0
        while index &+ width < text.count {
            found
                .|= test(
                    text.loadUnaligned(fromByteOffset: index, as: Bytes.self),
                    text.loadUnaligned(fromByteOffset: index &+ 1, as: Bytes.self)
                )
            index &+= width
        }
        guard index < text.count else { return any(found) }
        return withUnsafeTemporaryAllocation(byteCount: 2 * width, alignment: width) { rest in
            rest.storeBytes(of: Bytes(repeating: 0x20), as: Bytes.self)
            rest.storeBytes(of: Bytes(repeating: 0x20), toByteOffset: width, as: Bytes.self)
            rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: text[index...]))
            found
                .|= test(
                    rest.loadUnaligned(fromByteOffset: 0, as: Bytes.self),
                    rest.loadUnaligned(fromByteOffset: 1, as: Bytes.self)
                )
            return any(found)
        }
    }

    /// Whether a control character is there, U+0000 to U+001F.
    package static func holdsControls(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { bytes, _ in bytes .< 0x20 }
    }

    /// Whether a text cannot be written as it is. Sometimes `true` where it can.
    static func needsEscaping(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { bytes, next in
            bytes .< 0x20 .| bytes .== 0x26 .| bytes .== 0x3C .| bytes .== 0x3E
                .| (bytes .== 0xEF .& next .== 0xBF)
        }
    }

    /// Whether a character may be there that XML cannot hold. Sometimes `true` where none is.
    static func mayHoldForbidden(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { bytes, next in bytes .< 0x20 .| (bytes .== 0xEF .& next .== 0xBF) }
    }
}

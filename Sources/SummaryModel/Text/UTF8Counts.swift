/// Counts over the bytes of UTF-8, eight of them at once.
extension UnsafeBufferPointer<UInt8> {
    /// How many characters valid UTF-8 has: the bytes that begin one.
    package var scalarCount: Int {
        // Of a byte that goes on with a character the highest bit is set and the next is not.
        count &- sum(of: { $0 &>> 7 & ~($0 &>> 6) }, for: { $0 & 0xC0 == 0x80 })
    }

    /// How many characters of valid UTF-8 lie from U+2000 on.
    package var wideCount: Int {
        // Those begin with a byte from 0xE2 on: the three highest bits are set, and of the next four one at least.
        sum(
            of: { $0 &>> 7 & $0 &>> 6 & $0 &>> 5 & ($0 &>> 4 | $0 &>> 3 | $0 &>> 2 | $0 &>> 1) },
            for: { $0 >= 0xE2 }
        )
    }

    /// How many bytes there are for which the lowest bit of what `eight` makes of them is set.
    ///
    /// - Parameters:
    ///   - eight: Makes the bit of each of eight bytes, and anything of the other bits; what it shifts from one byte into
    ///     the next must not be the bit.
    ///   - one: The same for the bytes that are left.
    @inline(__always)
    private func sum(of eight: (UInt64) -> UInt64, for one: (UInt8) -> Bool) -> Int {
        guard let base = baseAddress else { return 0 }
        let raw = UnsafeRawPointer(base)
        var sum = 0
        var index = 0
        while index &+ 8 <= count {
            // Up to 31 times eight bits are added up byte by byte, then the bytes.
            let end = Swift.min(count &- 8, index &+ 240)
            var bytes: UInt64 = 0
            while index <= end {
                bytes &+= eight(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & 0x0101_0101_0101_0101
                index &+= 8
            }
            sum &+= Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) &>> 56)
        }
        while index < count {
            if one(self[index]) { sum &+= 1 }
            index &+= 1
        }
        return sum
    }
}

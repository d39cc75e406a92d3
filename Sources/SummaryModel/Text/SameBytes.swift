extension UnsafeBufferPointer<UInt8> {
    /// Whether both hold the same bytes.
    package func holdsSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard baseAddress != other.baseAddress else { return true }
        let (own, others) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
        var index = 0
        while index + 8 <= count {
            guard
                own.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    == others.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            else { return false }
            index += 8
        }
        while index < count {
            guard own[index] == others[index] else { return false }
            index += 1
        }
        return true
    }

    /// The first place from `start` on where `byte` stands; the number of bytes when it does not.
    package func firstIndex(ofByte byte: UInt8, from start: Int = 0) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        // Eight bytes of which none is the one, as most are, are passed at once.
        while index &+ 8 <= count {
            let rest =
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
            guard (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 == 0 else { break }
            index &+= 8
        }
        while index < count, self[index] != byte { index &+= 1 }
        return index
    }

    /// The first place from `start` on where a character of valid UTF-8 begins that is not one from U+4000 to U+9FFF, as most
    /// of Chinese texts are; the number of bytes when there is none.
    package func firstIndexBeyondHan(from start: Int = 0) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        /// Whether a byte is one with which those begin.
        func isLead(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }
        var index = start
        // Two characters at a time.
        while index &+ 4 <= count {
            let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            guard isLead(UInt8(truncatingIfNeeded: four)) else { return index }
            guard isLead(UInt8(truncatingIfNeeded: four &>> 24)) else { return index &+ 3 }
            index &+= 6
        }
        while index < count, isLead(self[index]) { index &+= 3 }
        return Swift.min(index, count)
    }
}

extension Array {
    /// Whether it is certain that both are one array in memory, so that nothing in them has to be compared.
    package func isSame(as other: [Element]) -> Bool {
        withUnsafeBufferPointer { own in
            other.withUnsafeBufferPointer { own.count == $0.count && own.baseAddress == $0.baseAddress }
        }
    }
}

extension String {
    /// Whether both are the same bytes of UTF-8; `==` holds for canonically equivalent texts as well. Texts that share their
    /// bytes are not compared.
    package func hasSameBytes(as other: String) -> Bool {
        utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { own.holdsSame(as: $0) } ?? false
        } ?? utf8.elementsEqual(other.utf8)
    }
}

extension String.UnicodeScalarView {
    /// Whether `scalar` is among the characters. The bytes are compared, which is much quicker than going over characters.
    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        let found = String(self).utf8.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index < bytes.count {
                let (other, width) = Unicode.Scalar.value(at: index, of: bytes)
                if other == value { return true }
                index += width
            }
            return false
        }
        return found ?? contains { $0 == scalar }
    }
}

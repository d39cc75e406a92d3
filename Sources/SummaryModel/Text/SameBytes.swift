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

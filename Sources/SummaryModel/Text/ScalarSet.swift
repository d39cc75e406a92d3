/// A set of characters of the Basic Multilingual Plane that answers at once, for loops over long texts.
package struct ScalarSet: Sendable {
    /// One bit for each code point, up to the greatest in the set.
    @usableFromInline
    let bits: [UInt64]
    /// Whether a character from U+4000 to U+9FFF is in the set, of which most of Chinese texts consist.
    private let holdsHan: Bool

    /// Creates the set of the characters of `text`; those beyond the plane are left out.
    package init(_ text: String) { self.init(text.unicodeScalars) }

    /// Creates the set of `characters`; those beyond the plane are left out.
    package init(_ characters: some Sequence<Unicode.Scalar>) {
        let values = characters.map { Int($0.value) }.filter { $0 < 0x10000 }
        var bits = [UInt64](repeating: 0, count: (values.max() ?? 0) / 64 + 1)
        for value in values { bits[value / 64] |= 1 << UInt64(value % 64) }
        self.init(bits: bits)
    }

    /// Creates the set of the characters in some ranges of the plane.
    package init(_ ranges: [ClosedRange<UInt16>]) {
        var bits = [UInt64](repeating: 0, count: Int(ranges.map(\.upperBound).max() ?? 0) / 64 + 1)
        for range in ranges {
            for value in range { bits[Int(value) / 64] |= 1 << UInt64(value % 64) }
        }
        self.init(bits: bits)
    }

    /// The characters of both sets.
    package func union(_ other: ScalarSet) -> ScalarSet {
        var union = bits + [UInt64](repeating: 0, count: max(0, other.bits.count - bits.count))
        for word in other.bits.indices { union[word] |= other.bits[word] }
        return ScalarSet(bits: union)
    }

    private init(bits: [UInt64]) {
        self.bits = bits
        holdsHan = bits.dropFirst(0x4000 / 64).prefix(0x6000 / 64).contains { $0 != 0 }
    }

    /// Whether the character is in the set.
    @inlinable
    @inline(__always)
    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = Int(scalar.value)
        return value / 64 < bits.count && bits[value / 64] & (1 << UInt64(value % 64)) != 0
    }

    /// The first place from `start` on where a character of the set stands; the end of the text when none does.
    package func firstIndex(in text: Scalars, from start: Int) -> Int {
        let first = text.startIndex
        return bits.withUnsafeBufferPointer { bits in
            text.withUnsafeBufferPointer { text in
                var index = start &- first
                while index < text.count {
                    if !holdsHan {
                        while index < text.count, text[index].value &- 0x4000 < 0x6000 { index &+= 1 }
                        if index == text.count { break }
                    }
                    let value = Int(truncatingIfNeeded: text[index].value)
                    if value &>> 6 < bits.count, bits[value &>> 6] &>> UInt64(truncatingIfNeeded: value) & 1 != 0 {
                        break
                    }
                    index &+= 1
                }
                return index &+ first
            }
        }
    }

    /// The first place from `start` on where a character of the set stands in valid UTF-8; the number of bytes when none does.
    package func firstIndex(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(base)
        return bits.withUnsafeBufferPointer { bits in
            func holds(_ word: UInt32, _ bit: UInt32) -> Bool {
                let word = Int(truncatingIfNeeded: word)
                return word < bits.count && bits[word] &>> UInt64(truncatingIfNeeded: bit) & 1 != 0
            }
            var index = start
            while index < bytes.count {
                if !holdsHan {
                    index = bytes.firstIndexBeyondHan(from: index)
                    if index == bytes.count { break }
                }
                // Most characters of Chinese texts, two at a time.
                while index &+ 8 <= bytes.count {
                    let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    guard eight & 0xF000_00F0 == 0xE000_00E0 else { break }
                    let (low, high) = (UInt32(truncatingIfNeeded: eight), UInt32(truncatingIfNeeded: eight &>> 24))
                    if holds(low << 6 & 0x3C0 | low >> 8 & 0x3F, low &>> 16) { return index }
                    if holds(high << 6 & 0x3C0 | high >> 8 & 0x3F, high &>> 16) { return index &+ 3 }
                    index &+= 6
                }
                guard index < bytes.count else { break }
                let byte = UInt32(bytes[index])
                if byte < 0x80 {
                    if holds(byte &>> 6, byte) { return index }
                    index &+= 1
                    continue
                }
                let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
                if holds(value &>> 6, value) { return index }
                index &+= width
            }
            return bytes.count
        }
    }

    /// Whether one of the characters of `text` is in the set. The bytes are looked at, which is much quicker than to go over
    /// characters.
    package func isAny(in text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { firstIndex(in: $0) < $0.count }
            ?? text.unicodeScalars.contains { contains($0) }
    }
}

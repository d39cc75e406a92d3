/// A set of characters of the Basic Multilingual Plane that answers at once, for loops over long texts.
package struct ScalarSet: Sendable {
    /// One bit for each code point, up to the greatest in the set.
    @usableFromInline
    let bits: [UInt64]

    /// Creates the set of the characters of `text`; those beyond the plane are left out.
    package init(_ text: String) { self.init(text.unicodeScalars) }

    /// Creates the set of `characters`; those beyond the plane are left out.
    package init(_ characters: some Sequence<Unicode.Scalar>) {
        let values = characters.map { Int($0.value) }.filter { $0 < 0x10000 }
        var bits = [UInt64](repeating: 0, count: (values.max() ?? 0) / 64 + 1)
        for value in values { bits[value / 64] |= 1 << UInt64(value % 64) }
        self.bits = bits
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

    /// Whether one of the characters of `text` is in the set.
    package func isAny(in text: String) -> Bool {
        var isFound = false
        text.forEachScalar { scalar in
            isFound = contains(scalar)
            return !isFound
        }
        return isFound
    }
}

extension String {
    /// Visits the characters in order as long as `body` wants more; much quicker than going over ``unicodeScalars``.
    @inline(__always)
    package func forEachScalar(_ body: (Unicode.Scalar) -> Bool) {
        let isDone: Void? = utf8.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index < bytes.count {
                let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
                guard body(Unicode.Scalar(value) ?? "\u{FFFD}") else { return }
                index &+= width
            }
        }
        guard isDone == nil else { return }
        for scalar in unicodeScalars {
            guard body(scalar) else { return }
        }
    }
}

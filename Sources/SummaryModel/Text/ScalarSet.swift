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
    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = Int(scalar.value)
        return value / 64 < bits.count && bits[value / 64] & (1 << UInt64(value % 64)) != 0
    }
}

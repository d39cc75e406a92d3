/// The characters of a line, or of a part of it.
package typealias Scalars = ArraySlice<Unicode.Scalar>

extension Unicode.Scalar {
    /// Whether the character shows nothing: blanks of every width, zero-width characters, control characters.
    package var isBlank: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
            0x2066...0x206F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Whether the character is a Han ideograph.
    package var isHan: Bool {
        switch value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// The value of a decimal digit, half or full width.
    package var digitValue: Int? {
        switch value {
        case 0x30...0x39: Int(value) - 0x30
        case 0xFF10...0xFF19: Int(value) - 0xFF10
        default: nil
        }
    }

    /// Whether the character is a Latin letter, half or full width.
    package var isLatinLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// Whether the character ends a sentence or a clause at the end of a line.
    package var isSentenceStop: Bool { "。！？!?；;".unicodeScalars.contains(self) }
}

extension Collection<Unicode.Scalar> {
    /// The characters as a string.
    package var string: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: self)
        return String(text)
    }
}

// Concrete, so that loops over lines are compiled for the one type that they have.
extension Scalars {
    /// The characters as a string.
    package var string: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 3)
        for scalar in self { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number of UTF-8 bytes.
    package var utf8Count: Int {
        var count = 0
        for scalar in self { count += UTF8.width(scalar) }
        return count
    }

    /// Whether the characters begin with `text`.
    package func starts(with text: String) -> Bool {
        var index = startIndex
        for scalar in text.unicodeScalars {
            guard index < endIndex, self[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    /// Whether the characters end with `text`.
    package func ends(with text: String) -> Bool {
        var index = endIndex
        for scalar in text.unicodeScalars.reversed() {
            guard index > startIndex, self[index - 1] == scalar else { return false }
            index -= 1
        }
        return true
    }

    /// The characters without blanks at either end.
    package var trimmed: Scalars {
        var (start, end) = (startIndex, endIndex)
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return self[start..<end]
    }

    /// Whether `text` stands anywhere among the characters.
    package func holds(_ text: String) -> Bool { firstIndex(ofText: text) != nil }

    /// Where `text` stands first.
    package func firstIndex(ofText text: String) -> Int? {
        guard let first = text.unicodeScalars.first else { return nil }
        var index = startIndex
        while index < endIndex {
            if self[index] == first, self[index...].starts(with: text) { return index }
            index += 1
        }
        return nil
    }
}

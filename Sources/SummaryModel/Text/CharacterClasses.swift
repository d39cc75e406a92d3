/// The characters of a line, or of a part of it.
package typealias Scalars = ArraySlice<Unicode.Scalar>

extension Unicode.Scalar {
    /// Whether the character shows nothing: blanks of every width, zero-width characters, control characters.
    @inlinable package var isBlank: Bool {
        // Most characters of Chinese texts.
        if value > 0x3000 { return value == 0xFEFF }
        return switch value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
            0x2066...0x206F, 0x3000:
            true
        default: false
        }
    }

    /// Whether the character is a Han ideograph.
    @inlinable package var isHan: Bool {
        switch value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// The value of a decimal digit, half or full width.
    @inlinable package var digitValue: Int? {
        switch value {
        case 0x30...0x39: Int(value) - 0x30
        case 0xFF10...0xFF19: Int(value) - 0xFF10
        default: nil
        }
    }

    /// Whether the character is a Latin letter, half or full width.
    @inlinable package var isLatinLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// Whether the character ends a sentence or a clause at the end of a line.
    @inlinable package var isSentenceStop: Bool {
        switch self {
        case "。", "！", "？", "!", "?", "；", ";": true
        default: false
        }
    }
}

extension Collection<Unicode.Scalar> {
    /// The characters as a string.
    package var string: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: self)
        return String(text)
    }
}

extension [Unicode.Scalar] {
    /// The characters as a string.
    package var string: String { self[...].string }

    /// The characters of UTF-8; a byte that belongs to none stands as U+FFFD.
    package init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var isWhole = true
        self.init(utf8: bytes, room: bytes.scalarCount, &isWhole)
        if !isWhole { self.init(utf8: bytes, room: bytes.count, &isWhole) }
    }

    /// The characters of UTF-8, up to a byte that belongs to none when there is not room for as many as there are bytes.
    ///
    /// - Parameter room: For how many characters there is room: one for each byte, or for each that begins a character.
    private init(utf8 bytes: UnsafeBufferPointer<UInt8>, room: Int, _ isWhole: inout Bool) {
        self.init(unsafeUninitializedCapacity: room) { scalars, count in
            guard let target = scalars.baseAddress, let base = bytes.baseAddress else { return }
            count = target.withMemoryRebound(to: UInt32.self, capacity: room) { values in
                let raw = UnsafeRawPointer(base)
                var index = 0
                var found = 0
                while index < bytes.count {
                    // Most characters of Chinese texts, two at a time.
                    while index &+ 8 <= bytes.count {
                        let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                        guard eight & 0xF000_00F0 == 0xE000_00E0 else { break }
                        let (low, high) = (
                            UInt32(truncatingIfNeeded: eight), UInt32(truncatingIfNeeded: eight &>> 24)
                        )
                        values[found] = low << 12 & 0xF000 | low >> 2 & 0x0FC0 | low >> 16 & 0x3F
                        values[found &+ 1] = high << 12 & 0xF000 | high >> 2 & 0x0FC0 | high >> 16 & 0x3F
                        index &+= 6
                        found &+= 2
                    }
                    guard index < bytes.count else { break }
                    isWhole = room == bytes.count || bytes[index] & 0xC0 != 0x80
                    guard isWhole else { break }
                    let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
                    values[found] = Unicode.Scalar(value)?.value ?? 0xFFFD
                    index &+= width
                    found &+= 1
                }
                return found
            }
        }
    }
}

extension Unicode.Scalar {
    /// The value and the width of the character that begins at `index` of valid UTF-8. A character that is cut off is
    /// U+FFFD, one byte wide.
    @inlinable
    @inline(__always)
    package static func value(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, width: Int) {
        let lead = UInt32(bytes[index])
        let left = bytes.count &- index
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index &+ offset]) & 0x3F }
        // Most characters of Chinese texts.
        if lead & 0xF0 == 0xE0, left > 2 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        if lead < 0x80 { return (lead, 1) }
        if lead >= 0xC0, lead < 0xE0, left > 1 { return ((lead & 0x1F) << 6 | tail(1), 2) }
        if lead >= 0xF0, left > 3 { return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4) }
        return (0xFFFD, 1)
    }

    /// The value of the character that ends before `index` of valid UTF-8; `nil` at the beginning.
    package static func value(before index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return value(at: start, of: bytes).value
    }
}

// Concrete, so that loops over lines are compiled for the one type that they have.
extension Scalars {
    /// The characters as a string.
    package var string: String {
        String(unsafeUninitializedCapacity: utf8Count) { bytes in
            var count = 0
            func put(_ byte: UInt32) {
                bytes[count] = UInt8(truncatingIfNeeded: byte)
                count += 1
            }
            for scalar in self {
                let value = scalar.value
                switch value {
                case ..<0x80: put(value)
                case ..<0x800:
                    put(0xC0 | value >> 6)
                    put(0x80 | value & 0x3F)
                case ..<0x10000:
                    put(0xE0 | value >> 12)
                    put(0x80 | value >> 6 & 0x3F)
                    put(0x80 | value & 0x3F)
                default:
                    put(0xF0 | value >> 18)
                    put(0x80 | value >> 12 & 0x3F)
                    put(0x80 | value >> 6 & 0x3F)
                    put(0x80 | value & 0x3F)
                }
            }
            return count
        }
    }

    /// The number of UTF-8 bytes.
    package var utf8Count: Int {
        withUnsafeBufferPointer { scalars in
            // Without branches, so that several characters are counted at once.
            var more: UInt32 = 0
            for scalar in scalars {
                let value = scalar.value
                more &+= (value > 0x7F ? 1 : 0) &+ (value > 0x7FF ? 1 : 0) &+ (value > 0xFFFF ? 1 : 0)
            }
            return scalars.count &+ Int(more)
        }
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
        let quick = text.utf8.withContiguousStorageIfAvailable { bytes in
            var index = endIndex
            var end = bytes.count
            while end > 0 {
                var start = end - 1
                while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
                guard index > startIndex, self[index - 1].value == Unicode.Scalar.value(at: start, of: bytes).value
                else { return false }
                index -= 1
                end = start
            }
            return true
        }
        return quick ?? suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
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

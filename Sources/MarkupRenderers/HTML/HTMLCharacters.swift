/// The characters that HTML cannot hold (HTML Standard, 13.2.3.5): controls but TAB, LF, CR and those that end lines, and
/// noncharacters.
enum HTMLCharacters {
    /// Whether HTML cannot hold the character. U+0085 ends a line and is written as such.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// The UTF-8 offsets of the forbidden characters of a text, in order.
    static func forbidden(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { utf8 in
            // Most texts hold no byte with which such a character begins.
            guard utf8.contains(where: { mayBegin($0) }) else { return [] }
            var offsets: [Int] = []
            var index = 0
            while index < utf8.count {
                let (width, isForbidden) = character(at: index, in: utf8)
                if isForbidden { offsets.append(index) }
                index += width
            }
            return offsets
        }
    }

    /// The width of the character that begins at `index`, and whether HTML cannot hold it.
    static func character(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (width: Int, isForbidden: Bool) {
        let lead = utf8[index]
        let width = min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, utf8.count - index)
        guard mayBegin(lead) else { return (width, false) }
        var value = UInt32(width == 1 ? lead : lead & (0x7F >> UInt8(width)))
        for place in index + 1..<index + width { value = value << 6 | UInt32(utf8[place] & 0x3F) }
        return (width, Unicode.Scalar(value).map(isForbidden) ?? true)
    }

    /// Whether a forbidden character may begin with this byte.
    static func mayBegin(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xEF || byte >= 0xF0
    }
}

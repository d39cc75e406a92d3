/// The characters that an XML 1.0 document cannot hold (2.2): U+0000 to U+001F except TAB, LF and CR, U+FFFE and U+FFFF.
package enum ForbiddenCharacters {
    /// The UTF-8 offsets of the forbidden characters in `text`, in order.
    package static func offsets(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { utf8 in
            var offsets: [Int] = []
            guard UTF8Scan.mayHoldForbidden(utf8) else { return offsets }
            var index = 0
            while index < utf8.count {
                let width = width(at: index, in: utf8)
                if width > 0 { offsets.append(index) }
                index &+= max(1, width)
            }
            return offsets
        }
    }

    /// Whether an XML document cannot hold the character.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// The number of bytes of the forbidden character at `index`; 0 when an allowed one stands there.
    package static func width(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = utf8[index]
        if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
        // U+FFFE is EF BF BE, U+FFFF is EF BF BF.
        guard byte == 0xEF, index &+ 2 < utf8.count, utf8[index &+ 1] == 0xBF, utf8[index &+ 2] >= 0xBE else {
            return 0
        }
        return 3
    }
}

internal import RenderKit
internal import SummaryModel

/// The bytes of a page on their way to a sink, and the writing of text.
struct HTMLOutput {
    private(set) var bytes: [UInt8] = []
    /// Whether nothing stands on the current line of the paragraph.
    private var isAtLineStart = true

    /// Hands the bytes on.
    mutating func flush(to sink: inout some ByteSink) throws {
        try bytes.withUnsafeBytes { try sink.write($0) }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes mark-up as it is.
    mutating func raw(_ markup: String) { bytes += markup.utf8 }

    /// Writes an attribute with the blank before it.
    mutating func attribute(_ name: String, _ value: String) {
        raw(" \(name)=\"")
        plain(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes text in which only characters count: an attribute, the title of the page.
    mutating func plain(_ text: String) {
        for scalar in text.unicodeScalars where !HTMLCharacters.isForbidden(scalar) {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\n", "\r", "\t": bytes.append(0x20)
            default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
    }

    // MARK: Paragraphs

    /// Says that a paragraph begins here.
    mutating func beginLines() { isAtLineStart = true }

    /// Ends the last line of a paragraph: one with nothing on it would not be seen.
    mutating func endLines() {
        if isAtLineStart { raw("<br>") }
    }

    /// Ends a line of a paragraph.
    ///
    /// - Parameter isWrapped: Whether the line ends because the layout says so, and not the document.
    mutating func lineBreak(isWrapped: Bool = false) {
        raw(isWrapped ? "<br class=\"\(OwnClass.wrap)\">" : "<br>")
        isAtLineStart = true
    }

    /// Writes text of a paragraph. Line ends of all kinds become line breaks; blanks that a browser would put together or
    /// leave out are kept.
    ///
    /// - Parameter marksHan: Whether characters that are Chinese and Latin alike, “ ” — … · and so on, must be told to take
    ///   the Chinese font.
    mutating func text(_ text: String, marksHan: Bool) {
        var text = text
        text.withUTF8 { write($0, marksHan) }
    }

    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, _ marksHan: Bool) {
        var start = 0
        var index = 0
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        while index < utf8.count {
            let byte = utf8[index]
            guard Self.isSpecial(byte) else {
                index += 1
                continue
            }
            let (width, isForbidden) = HTMLCharacters.character(at: index, in: utf8)
            if !isForbidden, byte > 0x3E, !(marksHan && Self.isAmbiguous(at: index, in: utf8)),
                Self.lineEnd(at: index, in: utf8) == 0
            {
                index += width
                continue
            }
            put(utf8, start..<index)
            start = index
            let lineEnd = Self.lineEnd(at: index, in: utf8)
            if isForbidden {
                index += width
                start = index
            } else if lineEnd > 0 {
                lineBreak()
                index += lineEnd
                start = index
            } else if isBlank(byte) {
                while index < utf8.count, isBlank(utf8[index]) { index += 1 }
                let isOne = index == start + 1 && byte == 0x20
                if isOne, start > 0, index < utf8.count, !isAtLineStart, utf8[index] > 0x20 {
                    put(utf8, start..<index)
                } else {
                    raw("<span class=\"\(OwnClass.blank)\">")
                    put(utf8, start..<index)
                    raw("</span>")
                }
                start = index
            } else if byte <= 0x3E {
                raw(byte == 0x26 ? "&amp;" : byte == 0x3C ? "&lt;" : "&gt;")
                isAtLineStart = false
                index += 1
                start = index
            } else {
                while index < utf8.count, Self.isAmbiguous(at: index, in: utf8), Self.lineEnd(at: index, in: utf8) == 0
                {
                    index += HTMLCharacters.character(at: index, in: utf8).width
                }
                raw("<span class=\"\(OwnClass.han)\">")
                put(utf8, start..<index)
                raw("</span>")
                start = index
            }
        }
        put(utf8, start..<utf8.count)
    }

    private mutating func put(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        bytes += utf8[range]
        isAtLineStart = false
    }

    /// Whether a character that begins with this byte may be one that is not written as it is.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return byte == 0xE2 || byte == 0xC2 || byte == 0xC3 || byte == 0xEF || byte >= 0xF0 }
        return byte <= 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x7F
    }

    /// Whether a Latin font has a shape of its own for the character, which Word gives the Chinese font when it is told to
    /// (ISO/IEC 29500-1, 17.3.2.26): U+0080 to U+00BF, × and ÷, U+2000 to U+2FFF. Of these only what is seen; blanks, joiners
    /// and marks of direction belong to the text around them.
    private static func isAmbiguous(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        switch utf8[index] {
        case 0xE2: index + 2 < utf8.count && isSeen(utf8[index + 1], utf8[index + 2])
        case 0xC2: index + 1 < utf8.count && utf8[index + 1] > 0xA0
        case 0xC3: index + 1 < utf8.count && (utf8[index + 1] == 0x97 || utf8[index + 1] == 0xB7)
        default: false
        }
    }

    /// Whether the character E2 `second` `third` is seen by itself: not U+2000 to U+200F, U+2028 to U+202F, U+205F to U+206F
    /// and the combining marks from U+20D0 on.
    private static func isSeen(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third >= 0x90 && !(0xA8...0xAF).contains(third)
        case 0x81: third < 0x9F || third >= 0xB0
        case 0x83: third < 0x90
        default: true
        }
    }

    /// How many bytes the line end at `index` has; 0 when none stands there.
    private static func lineEnd(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
        switch utf8[index] {
        case 0x0A: return 1
        case 0x0D: return index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
        case 0xC2: return index + 1 < utf8.count && utf8[index + 1] == 0x85 ? 2 : 0
        case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80:
            // U+2028 and U+2029.
            return utf8[index + 2] & 0xFE == 0xA8 ? 3 : 0
        default: return 0
        }
    }
}

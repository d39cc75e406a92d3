internal import ReadKit
internal import SummaryModel

/// One paragraph, on the way to becoming lines of the draft.
struct HTMLParagraph {
    /// A finding whose place is not known before the paragraph has its own.
    struct Note {
        var content: Content
        var offset: Int

        /// What is noted: a finding, or a picture that was taken up.
        enum Content {
            case finding(Diagnostic)
            case picture(Picture)
        }
    }

    /// U+2028, for line breaks inside a paragraph.
    static let lineBreak: [UInt8] = [0xE2, 0x80, 0xA8]

    var traits = LineTraits()
    /// The number or bullet that the list gives it.
    var marker = ""
    private(set) var text: [UInt8] = []
    var notes: [Note] = []
    /// Links, and the places to which they lead, as ranges of ``text``.
    private(set) var marks: [TextMark] = []
    /// Whether there was a line break, so that an empty paragraph is a blank line.
    private(set) var holdsBreak = false
    private var holdsPlain = false
    private var holdsBold = false
    private var pendingSpace = false
    private var pendingLineEnd = false

    /// Adds text; blanks are put together as a browser does, except where the text is preformatted.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isBold: Bool, isPreformatted: Bool) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x09, 0x0C, 0x0A, 0x0D:
                if isPreformatted {
                    if byte == 0x0A { appendBreak() } else if byte != 0x0D { text.append(0x20) }
                } else {
                    pendingSpace = true
                    if byte == 0x0A || byte == 0x0D { pendingLineEnd = true }
                }
                index += 1
            case 0..<0x20, 0x7F:
                index += 1
            default:
                let width = Self.width(of: byte, at: index, in: bytes)
                if let next = Self.lineEnd(at: index, in: bytes) {
                    appendBreak()
                    index = next
                    continue
                }
                takeSpace(before: byte)
                for place in index..<index + width { text.append(bytes[place]) }
                if !Self.isBlank(at: index, width, in: bytes) {
                    if isBold { holdsBold = true } else { holdsPlain = true }
                }
                index += width
            }
        }
    }

    /// Adds text that no browser would show as it is written.
    mutating func append(_ string: String, isBold: Bool) {
        var copy = string
        copy.withUTF8 { append($0, isBold: isBold, isPreformatted: false) }
    }

    /// Marks the text from `start` on, without a blank with which it begins. What is said of neighbours is said of both together.
    mutating func mark(from start: Int, _ meaning: TextMark.Meaning) {
        var start = start
        if let last = marks.lastIndex(where: { $0.meaning == meaning }), marks[last].range.upperBound == start {
            marks[last].range.upperBound = text.count
            return
        }
        if start < text.count, text[start] == 0x20 { start += 1 }
        if start < text.count { marks.append(TextMark(SourceRange(start, text.count), meaning)) }
    }

    /// The marks inside a line, moved to where it is written.
    func marks(in line: ArraySlice<UInt8>, at offset: Int) -> [TextMark] {
        marks.compactMap { mark in
            let lower = max(mark.range.lowerBound, line.startIndex)
            let upper = min(mark.range.upperBound, line.endIndex)
            guard lower < upper else { return nil }
            let shift = offset - line.startIndex
            return TextMark(SourceRange(lower + shift, upper + shift), mark.meaning)
        }
    }

    /// Ends the line; the next one belongs to the same paragraph.
    mutating func appendBreak() {
        (pendingSpace, pendingLineEnd) = (false, false)
        holdsBreak = true
        text += Self.lineBreak
    }

    /// How long the text is so far, in bytes.
    var length: Int { text.count }

    /// Takes the number or bullet of the list away where the text has its own, and says what the paragraph is.
    mutating func settleMarker() {
        guard !marker.isEmpty else { return }
        let start = Array(String(decoding: text.prefix(60), as: UTF8.self).unicodeScalars)[...]
        let hasBullet = start.trimmed.first.map { "•●◆■▪◇○▲►➢➤√✓※◎▶☆-–".unicodeScalars.contains($0) } ?? false
        if MarkerParser().marker(of: start.trimmed) != nil || hasBullet {
            marker = ""
        } else if marker == "• ", traits.kind == nil {
            traits.kind = .listItem
        }
    }

    /// Whether it shows nothing.
    var isBlank: Bool { !holdsPlain && !holdsBold }

    /// Whether all of its text is bold.
    var isBold: Bool { holdsBold && !holdsPlain }

    /// The lines of the text, without blank ones at either end.
    var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index + 2 < text.count {
            if text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xA8 {
                lines.append(text[start..<index])
                index += 3
                start = index
            } else {
                index += 1
            }
        }
        lines.append(text[start...])
        while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        let leading = lines.prefix(while: \.isEmpty).count
        lines.removeFirst(min(leading, lines.count - 1))
        return lines
    }

    /// A line end of the file between Han is no blank (CSS Text 3, 4.1.2); any other is.
    private mutating func takeSpace(before byte: UInt8) {
        guard pendingSpace else { return }
        defer { (pendingSpace, pendingLineEnd) = (false, false) }
        guard let last = text.last, !text.suffix(3).elementsEqual(Self.lineBreak) else { return }
        if pendingLineEnd, Self.isWide(byte) {
            var place = text.count - 1
            while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
            if Self.isWide(text[place]) { return }
        }
        if last != 0x20 { text.append(0x20) }
    }

    /// Whether a character that begins with this byte is a Han, a Chinese mark or a full-width form.
    private static func isWide(_ byte: UInt8) -> Bool { byte >= 0xE3 }

    private static func width(of byte: UInt8, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return min(width, bytes.count - index)
    }

    /// The place after U+0085, U+2028 or U+2029, which end lines.
    private static func lineEnd(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x85 { return index + 2 }
        if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
            return index + 3
        }
        return nil
    }

    private static func isBlank(at index: Int, _ width: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch width {
        case 2: bytes[index] == 0xC2 && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD)
        case 3:
            bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
                || bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] <= 0x8F
                || bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
        default: false
        }
    }
}

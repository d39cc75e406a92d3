internal import SummaryModel

/// Looks over the bytes of a block once and tells whether any rule could find something there, so that the rules need not
/// be run on text that is clean. It may be wrong only in one way: text that is clean may look suspect.
struct Screen {
    /// Whether something was seen that a rule has to look at.
    private(set) var isSuspect = false

    /// The last two characters; 0 at the beginning of a text.
    private var last: UInt32 = 0
    private var beforeLast: UInt32 = 0
    /// Whether the last character is a half-width mark that belongs to a number or word if one follows.
    private var pendsWord = false
    /// The closing marks of the pairs that are open, innermost first, one byte each; at most eight.
    private var open: UInt64 = 0
    private var openCount = 0
    private var colons = 0
    private var holdsStop = false
    private var isItem = false
    private var itemHoldsStop = false
    /// Whether numbers in Han characters have to be looked at.
    private let watchesNumerals: Bool

    private init(watchesNumerals: Bool) { self.watchesNumerals = watchesNumerals }

    /// Whether a rule could find something in the block, apart from the end of its paragraph.
    static func isSuspect(_ block: Block) -> Bool {
        if let label = block.label, holdsWideMarker(label.marker) { return true }
        var screen = Screen(watchesNumerals: mayHoldNumber(block))
        for inline in block.content { screen.read(inline) }
        screen.read(block.terminator)
        for inline in block.body ?? [] { screen.read(inline) }
        screen.end()
        guard let table = block.table else { return screen.isSuspect }
        for row in table.rows {
            for cell in row {
                for inline in cell.content { screen.read(inline) }
                screen.end()
                if screen.isSuspect { return true }
            }
        }
        return screen.isSuspect
    }

    /// Whether a number in Han characters may stand in the block that means something beside what follows it: 二三年级, 一是.
    private static func mayHoldNumber(_ block: Block) -> Bool {
        block.mayHold(numerals)
            && (block.mayHold(followers) || block.mayHold(itemSigns) && block.mayHold(semicolons))
    }

    private static let numerals = CharacterFilter("一二两三四五六七八九")
    private static let followers = CharacterFilter("年季产")
    private static let itemSigns = CharacterFilter("是")
    private static let semicolons = CharacterFilter("；")

    private static func holdsWideMarker(_ marker: String) -> Bool {
        marker.unicodeScalars.contains { $0 == "(" || $0 == ")" || $0.narrowed != nil }
    }

    private mutating func read(_ inline: Inline) {
        switch inline.content {
        case .text(let text): read(text)
        case .placeholder(let placeholder): read(placeholder.sign)
        case .lineBreak: break
        case .other(_, let text): read(text)
        }
    }

    private mutating func read(_ text: String) {
        guard !isSuspect, !text.isEmpty else { return }
        let isRead: Void? = text.utf8.withContiguousStorageIfAvailable { read($0) }
        if isRead == nil { Array(text.utf8).withUnsafeBufferPointer { read($0) } }
    }

    /// Ends a text, after which another may begin.
    private mutating func end() {
        let isSuspect = isSuspect || pendsWord || openCount > 0 || (last == 0xFF1B && holdsStop)
        self = Screen(watchesNumerals: watchesNumerals)
        self.isSuspect = isSuspect
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !watchesNumerals { return readMarks(bytes) }
        var index = 0
        while index < bytes.count {
            let next = Self.noted.firstIndex(in: bytes, from: index)
            if next > index { passPlain(isOne: next - index <= 4) }
            guard !isSuspect, next < bytes.count else { return }
            let (scalar, width) = Unicode.Scalar.value(at: next, of: bytes)
            note(scalar)
            if isSuspect { return }
            index = next + width
        }
    }

    /// Reads a text in which no number in Han characters means anything: nothing but marks has to be looked at, with the
    /// characters beside them.
    private mutating func readMarks(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let next = bytes.firstIndexBeyondHan(from: index)
            if next > index {
                // What stands beside 、 may be a numeral.
                if last == 0x3001 { noteHan(Unicode.Scalar.value(at: index, of: bytes).value) }
                passPlain(isOne: next - index <= 4)
                if next < bytes.count, bytes[next] == 0xE3 {
                    last = Unicode.Scalar.value(before: next, of: bytes) ?? Self.plain
                }
            }
            guard !isSuspect, next < bytes.count else { return }
            let (scalar, width) = Unicode.Scalar.value(at: next, of: bytes)
            note(scalar)
            if isSuspect { return }
            index = next + width
        }
    }

    /// Passes over Han characters that mean nothing to any rule, and letters beyond the basic plane.
    @inline(__always)
    private mutating func passPlain(isOne: Bool) {
        // The mark before them belongs to no number or word.
        if pendsWord { isSuspect = true }
        pendsWord = false
        beforeLast = isOne ? last : Self.plain
        last = Self.plain
    }

    /// A character that means nothing: 事.
    private static let plain: UInt32 = 0x4E8B

    /// All characters of the basic plane but Han ones, and the Han ones that mean something beside a mark or a number.
    private static let noted = ScalarSet([0...0x4DFF, 0xA000...0xFFFF])
        .union(ScalarSet("和与及以等年季产是一二两三四五六七八九"))

    @inline(__always)
    private mutating func note(_ scalar: UInt32) {
        if pendsWord {
            pendsWord = false
            if !Self.isWord(scalar) { isSuspect = true }
        }
        if scalar >= 0x4E00, scalar <= 0x9FFF {
            noteHan(scalar)
        } else if scalar < 0x80 {
            noteASCII(scalar)
        } else {
            noteMark(scalar)
        }
        beforeLast = last
        last = scalar
    }

    /// Han characters that mean something beside a mark or a number.
    @inline(__always)
    private mutating func noteHan(_ scalar: UInt32) {
        // 、和 and its like; 二三 before 年级; 三、四.
        if last == 0x3001 {
            switch scalar {
            // 和 与 及 以 等
            case 0x548C, 0x4E0E, 0x53CA, 0x4EE5, 0x7B49: isSuspect = true
            default: if Self.isDigit(beforeLast), Self.isDigit(scalar) { isSuspect = true }
            }
        } else if scalar == 0x5E74 || scalar == 0x5B63 || scalar == 0x4EA7 {
            // 年 季 产
            if Self.isDigit(last), Self.isDigit(beforeLast) { isSuspect = true }
        } else if scalar == 0x662F, Self.isDigit(last) {
            // 一是
            isItem = true
            itemHoldsStop = false
        }
    }

    private mutating func noteASCII(_ scalar: UInt32) {
        switch scalar {
        case 0x2C, 0x2E, 0x3A:
            // , . : belong to a number or word when one stands on either side.
            if Self.isWord(last) { pendsWord = true } else { isSuspect = true }
        case 0x21, 0x22, 0x27, 0x28, 0x29, 0x2D, 0x3B, 0x3C, 0x3E, 0x3F, 0x7E: isSuspect = true
        default: break
        }
    }

    private mutating func noteMark(_ scalar: UInt32) {
        switch scalar {
        case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x3002, 0xFF1F, 0xFF01: notePoint(scalar)
        case 0x201C: openPair(scalar, 1)
        case 0x2018: openPair(scalar, 2)
        case 0xFF08: openPair(scalar, 3)
        case 0x300A: openPair(scalar, 4)
        case 0x3008: openPair(scalar, 5)
        case 0x3014: openPair(scalar, 6)
        case 0x3010: openPair(scalar, 7)
        case 0x201D: closePair(1)
        case 0x2019: closePair(2)
        case 0xFF09: closePair(3)
        case 0x300B: closePair(4)
        case 0x3009: closePair(5)
        case 0x3015: closePair(6)
        case 0x3011: closePair(7)
        // … — – ― ─ ━ ～ － • ∙ ⋅ ‧ ・ ･ ． ＂ ＇
        case 0x2026, 0x2014, 0x2013, 0x2015, 0x2500, 0x2501, 0xFF5E, 0xFF0D, 0x2022, 0x2219, 0x22C5, 0x2027, 0x30FB,
            0xFF65, 0xFF0E, 0xFF02, 0xFF07:
            isSuspect = true
        case 0xB7: if last == 0xB7 { isSuspect = true }
        case 0xFF10...0xFF19, 0xFF21...0xFF37, 0xFF39...0xFF3A, 0xFF41...0xFF57, 0xFF59...0xFF5A: isSuspect = true
        default: break
        }
    }

    private mutating func notePoint(_ scalar: UInt32) {
        if Self.isPoint(last) { isSuspect = true }
        // 。”。
        if scalar == 0x3002, last == 0x201D || last == 0x2019, beforeLast == 0x3002 { isSuspect = true }
        switch scalar {
        case 0xFF1A:
            colons += 1
            if colons > 1 { isSuspect = true }
        case 0x3002:
            colons = 0
            holdsStop = true
            itemHoldsStop = true
        case 0xFF1B:
            colons = 0
            if itemHoldsStop, isItem { isSuspect = true }
        case 0xFF1F, 0xFF01: colons = 0
        default: break
        }
    }

    private mutating func openPair(_ scalar: UInt32, _ kind: UInt64) {
        // ”、“ and 》、《
        if last == 0x3001, Self.isClosing(beforeLast) { isSuspect = true }
        // “甲“: the marks of the outer pair again.
        var outer = open
        for _ in 0..<openCount {
            if outer & 0xFF == kind { isSuspect = true }
            outer >>= 8
        }
        guard openCount < 8 else {
            isSuspect = true
            return
        }
        open = open << 8 | kind
        openCount += 1
    }

    private mutating func closePair(_ kind: UInt64) {
        guard openCount > 0, open & 0xFF == kind else {
            isSuspect = true
            return
        }
        open >>= 8
        openCount -= 1
    }

    private static func isPoint(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x3002, 0xFF1F, 0xFF01: true
        default: false
        }
    }

    private static func isClosing(_ scalar: UInt32) -> Bool {
        scalar == 0x201D || scalar == 0x2019 || scalar == 0x300B || scalar == 0x3009
    }

    /// A Latin letter or digit, or a sign of a gap.
    private static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// 一 to 九 and 两.
    private static func isDigit(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.hanDigit != nil }
}

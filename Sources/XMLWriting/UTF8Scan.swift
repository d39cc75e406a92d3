/// Questions about whole texts, answered for eight bytes at a time.
///
/// A word holds eight bytes of the text; a mask has the highest bit of a byte set where something is true of it. Masks of
/// ``equal(_:_:)`` and ``less(_:_:)`` are right as a whole: they are zero when it is true of no byte. Above a byte of which
/// it is true they may mark others.
package enum UTF8Scan {
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Where bytes are this one.
    @inlinable
    package static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highs
    }

    /// Where bytes are less than this one, which is at most 0x80.
    @inlinable
    package static func less(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        (word &- ones &* UInt64(byte)) & ~word & highs
    }

    /// Whether `test` gives a mask for any word. It is given words, and the bytes after each of their bytes; the last is
    /// filled up with blanks.
    @inlinable
    package static func holds(
        _ utf8: UnsafeBufferPointer<UInt8>,
        _ test: (_ word: UInt64, _ next: UInt64) -> UInt64
    ) -> Bool {
        let text = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index &+ 8 < text.count {
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let next = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index &+ 1, as: UInt64.self))
            if test(word, next) != 0 { return true }
            index &+= 8
        }
        var word: UInt64 = 0x2020_2020_2020_2020
        var end = text.count
        while end > index {
            end &-= 1
            word = word << 8 | UInt64(text[end])
        }
        return test(word, word >> 8 | 0x20 << 56) != 0
    }

    /// Whether a control character is there, U+0000 to U+001F.
    package static func holdsControls(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { word, _ in less(word, 0x20) }
    }

    /// Whether a character may be there that cannot be written as it is. Sometimes `true` where none is.
    static func needsEscaping(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { word, next in
            let unwritable = equal(word, 0xEF) & equal(next, 0xBF)
            // No byte of a character of several bytes has to be escaped.
            guard word & highs != highs else { return unwritable }
            return unwritable | less(word, 0x20) | equal(word, 0x26) | equal(word, 0x3C) | equal(word, 0x3E)
        }
    }

    /// Whether a character may be there that XML cannot hold. Sometimes `true` where none is.
    static func mayHoldForbidden(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        holds(utf8) { word, next in less(word, 0x20) | equal(word, 0xEF) & equal(next, 0xBF) }
    }
}

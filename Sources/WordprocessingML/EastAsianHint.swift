internal import XMLWriting

/// The hint by which characters that are Chinese and Latin alike take the Chinese font (ISO/IEC 29500-1, 17.3.2.26).
enum EastAsianHint {
    /// Whether a text holds characters that take the Latin font unless the run says otherwise: “ ” ‘ ’ — … ① ℃ and all of
    /// U+2000 to U+2FFF, · ° ± and all of U+0080 to U+00BF, × and ÷.
    static func isNeeded(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if UTF8Scan.holds(utf8, { word, _ in UTF8Scan.equal(word, 0xE2) | UTF8Scan.equal(word, 0xC2) }) { return true }
        guard UTF8Scan.holds(utf8, { word, _ in UTF8Scan.equal(word, 0xC3) }) else { return false }
        return utf8.indices.dropLast().contains { index in
            utf8[index] == 0xC3 && (utf8[index + 1] == 0x97 || utf8[index + 1] == 0xB7)
        }
    }
}

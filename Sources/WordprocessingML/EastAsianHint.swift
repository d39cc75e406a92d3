internal import XMLWriting

/// The hint by which characters that are Chinese and Latin alike take the Chinese font (ISO/IEC 29500-1, 17.3.2.26).
enum EastAsianHint {
    /// Whether a text holds characters that take the Latin font unless the run says otherwise: “ ” ‘ ’ — … ① ℃ and all of
    /// U+2000 to U+2FFF, · ° ± and all of U+0080 to U+00BF, × and ÷.
    static func isNeeded(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        UTF8Scan.holds(utf8) { bytes, next in
            bytes .== 0xE2 .| bytes .== 0xC2 .| (bytes .== 0xC3 .& (next .== 0x97 .| next .== 0xB7))
        }
    }
}

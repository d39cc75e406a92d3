public import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Turns the bytes of a draft into valid UTF-8, whatever Chinese encoding they are in.
public struct TextDecoder: Sendable {
    /// Text as it was decoded.
    public struct Decoded: Sendable {
        /// The text as valid UTF-8, without a byte-order mark.
        public var utf8: [UInt8]
        /// The encoding that it was in.
        public var encoding: DraftEncoding
        /// How many byte sequences were not characters and stand as U+FFFD.
        public var invalid: Int

        /// The finding about bytes that were not characters, when there are any.
        ///
        /// - Parameter source: The text, for the place of the first one.
        public func diagnostics(in source: SourceText) -> [Diagnostic] {
            guard invalid > 0 else { return [] }
            let mark: [UInt8] = [0xEF, 0xBF, 0xBD]
            let place = source.utf8.indices.dropLast(2).first { source.utf8[$0..<$0 + 3].elementsEqual(mark) }
            return [
                Diagnostic(
                    id: "reading.invalid-bytes",
                    severity: .warning,
                    message: LocalizedText(
                        zh: "有 \(invalid) 处字节在 \(encoding.rawValue) 中不是字符，已显示为“\u{FFFD}”；请核对原文件",
                        en:
                            "\(invalid) invalid byte sequence(s) in \(encoding.rawValue) stand as U+FFFD; compare with the original"
                    ),
                    start: place.map { source.position(at: $0) }
                )
            ]
        }
    }

    /// What may be found in text that is decoded.
    public static let findings = [
        FindingDescription(
            "reading.invalid-bytes",
            .warning,
            LocalizedText(zh: "字节在所用编码中不是字符", en: "Bytes that are no characters in the encoding.")
        )
    ]

    /// Creates a decoder.
    public init() {}

    /// Beyond this share of control characters or invalid sequences, bytes are not text.
    private static let noiseLimit = 0.02

    /// Decodes `bytes`.
    ///
    /// A byte-order mark decides; else valid UTF-8 is UTF-8; else the encoding that leaves the fewest invalid sequences.
    ///
    /// - Throws: ``DraftError`` when the bytes are no text.
    public func decode(_ bytes: [UInt8]) throws(DraftError) -> Decoded {
        if let format = UnreadableFormat.of(bytes) { throw DraftError(format.refusal) }
        let decoded = try decodeText(bytes)
        let noise = Double(Self.controls(in: decoded.utf8) + decoded.invalid)
        if noise > 8, noise > Double(decoded.utf8.count) * Self.noiseLimit { throw DraftError(DraftError.notText) }
        return decoded
    }

    /// The beginning of a text, for a look at its form; characters that are cut off at its end are left out or replaced.
    func opening(of bytes: [UInt8], size: Int) -> String {
        var part = bytes.prefix(size)
        if bytes.count > size {
            // A character of UTF-8 that is cut would make the rest look like another encoding.
            while let last = part.last, last & 0xC0 == 0x80 { part.removeLast() }
            if let last = part.last, last >= 0xC0 { part.removeLast() }
        }
        guard let decoded = try? decodeText(Array(part)) else { return "" }
        return String(decoding: decoded.utf8, as: UTF8.self)
    }

    private func decodeText(_ bytes: [UInt8]) throws(DraftError) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
        if Self.isValidUTF8(bytes) { return Decoded(utf8: bytes, encoding: .utf8, invalid: 0) }
        if let littleEndian = Self.looksLikeUTF16(bytes) { return utf16(bytes[...], littleEndian: littleEndian) }
        let asUTF8 = utf8(bytes)
        let asGB = try gb18030(bytes)
        return asGB.invalid < asUTF8.invalid ? asGB : asUTF8
    }

    private func utf8(_ bytes: [UInt8]) -> Decoded {
        if Self.isValidUTF8(bytes) { return Decoded(utf8: bytes, encoding: .utf8, invalid: 0) }
        return repaired(String(decoding: bytes, as: UTF8.self), .utf8, alreadyInvalid: Self.countReplacements(bytes))
    }

    private func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(littleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        var text = String(decoding: units, as: UTF16.self)
        if index < bytes.endIndex { text.unicodeScalars.append("\u{FFFD}") }
        let written = units.count { $0 == 0xFFFD }
        return repaired(
            text,
            littleEndian ? .utf16LittleEndian : .utf16BigEndian,
            alreadyInvalid: written
        )
    }

    private func repaired(_ text: String, _ encoding: DraftEncoding, alreadyInvalid: Int) -> Decoded {
        let replaced = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        return Decoded(utf8: Array(text.utf8), encoding: encoding, invalid: max(0, replaced - alreadyInvalid))
    }

    /// Decodes by the system's converter; bytes that are no character become U+FFFD one by one.
    private func gb18030(_ bytes: [UInt8]) throws(DraftError) -> Decoded {
        guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
            throw DraftError(Self.noConverter)
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var invalid = 0
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                let result = buffer.withUnsafeMutableBufferPointer {
                    target -> (written: Int, status: Int, error: Int32) in
                    var place = target.baseAddress
                    var room = target.count
                    let status = iconv(converter, &next, &left, &place, &room)
                    let error = errno
                    return (target.count - room, Int(status), error)
                }
                output.append(contentsOf: buffer[..<result.written].lazy.map { UInt8(bitPattern: $0) })
                if result.status == -1, result.error != E2BIG, left > 0 {
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    invalid += 1
                    next = next?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return Decoded(utf8: output, encoding: .gb18030, invalid: invalid)
    }

    /// How many control characters of ASCII other than blanks and line ends there are.
    private static func controls(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var controls = 0
            var index = 0
            while index < bytes.count {
                // Eight bytes of which none is below 0x20, as most are, are passed at once.
                if index + 8 <= bytes.count {
                    let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    if (eight &- 0x2020_2020_2020_2020) & ~eight & 0x8080_8080_8080_8080 == 0 {
                        index += 8
                        continue
                    }
                }
                switch bytes[index] {
                case 0x09, 0x0A, 0x0C, 0x0D: break
                case ..<0x20: controls += 1
                default: break
                }
                index += 1
            }
            return controls
        }
    }

    /// Whether the bytes are well-formed UTF-8 (The Unicode Standard, table 3-7). No copy is made of them.
    private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            func isTail(_ offset: Int) -> Bool { index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80 }
            while index < bytes.count {
                // Most characters of Chinese texts, of three bytes each, two at a time: those that do not begin with 0xE0
                // or 0xED, after which not every byte may stand.
                while index &+ 8 <= bytes.count {
                    let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    guard eight & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0,
                        (0xDFFE as UInt32) &>> UInt32(truncatingIfNeeded: eight & 15)
                            & (0xDFFE as UInt32) &>> UInt32(truncatingIfNeeded: eight &>> 24 & 15) & 1 == 1
                    else { break }
                    index &+= 6
                }
                guard index < bytes.count else { break }
                let lead = bytes[index]
                if lead < 0x80 {
                    index += 1
                    continue
                }
                guard isTail(1) else { return false }
                let second = bytes[index + 1]
                switch lead {
                case 0xC2...0xDF: index += 2
                case 0xE0...0xEF:
                    guard isTail(2), lead != 0xE0 || second >= 0xA0, lead != 0xED || second < 0xA0 else { return false }
                    index += 3
                case 0xF0...0xF4:
                    guard isTail(2), isTail(3), lead != 0xF0 || second >= 0x90, lead != 0xF4 || second < 0x90 else {
                        return false
                    }
                    index += 4
                default: return false
                }
            }
            return true
        }
    }

    /// How many U+FFFD the bytes hold as such.
    private static func countReplacements(_ bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
                count += 1
                index += 3
            } else {
                index += 1
            }
        }
        return count
    }

    /// Whether the bytes are UTF-16 without a mark, and in which order: the high bytes of line ends and ASCII are zero,
    /// those of Han 0x4E to 0x9F, those of Chinese marks and blanks 0x20, 0x30 and 0xFF, always on the same side.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 4, bytes.count % 2 == 0 else { return nil }
        var high = [0, 0]
        for index in sample.indices where isHighByte(sample[index]) {
            high[index % 2] += 1
        }
        var zeros = 0
        for byte in sample where byte == 0 { zeros += 1 }
        guard zeros > 0 else { return nil }
        let half = sample.count / 2
        if high[1] * 10 >= half * 9, high[0] * 10 < half * 8 { return true }
        if high[0] * 10 >= half * 9, high[1] * 10 < half * 8 { return false }
        return nil
    }

    private static func isHighByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 0x20, 0x30, 0xFF, 0x4E...0x9F: true
        default: false
        }
    }

    private static let noConverter = LocalizedText(
        zh: "系统缺少 GB18030 转换器，请把文件另存为 UTF-8",
        en: "the system has no converter for GB18030; save the file as UTF-8"
    )
}

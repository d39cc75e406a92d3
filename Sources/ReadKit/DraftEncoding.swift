#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The encodings in which drafts arrive.
public enum DraftEncoding: String, Sendable, Hashable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GB 18030-2022, of which GBK and GB 2312 are parts.
    case gb18030 = "GB18030"

    /// Text in this encoding, without a byte-order mark.
    ///
    /// - Parameter utf8: Valid UTF-8.
    /// - Returns: `nil` when the system has no converter, or a character has no place in the encoding.
    public func encode(_ utf8: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: return utf8
        case .utf16LittleEndian:
            return String(decoding: utf8, as: UTF8.self).utf16.flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
            }
        case .utf16BigEndian:
            return String(decoding: utf8, as: UTF8.self).utf16.flatMap {
                [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)]
            }
        case .gb18030: return Self.converted(utf8, to: "GB18030")
        }
    }

    private static func converted(_ utf8: [UInt8], to name: String) -> [UInt8]? {
        guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = utf8.map { CChar(bitPattern: $0) }
        // No character of UTF-8 takes more than twice its bytes in GB 18030.
        var output = [CChar](repeating: 0, count: utf8.count * 2 + 16)
        let left = input.withUnsafeMutableBufferPointer { source -> Int? in
            output.withUnsafeMutableBufferPointer { target -> Int? in
                var (next, count) = (source.baseAddress, source.count)
                var (place, room) = (target.baseAddress, target.count)
                guard iconv(converter, &next, &count, &place, &room) != -1, count == 0 else { return nil }
                return room
            }
        }
        return left.map { output.prefix(output.count - $0).map { UInt8(bitPattern: $0) } }
    }
}

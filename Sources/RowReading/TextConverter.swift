internal import ReadKit
internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Converts a text to UTF-8 piece by piece, by the system's converter. A byte that is no character becomes 0xFF, which no
/// UTF-8 holds.
final class TextConverter {
    private let converter: iconv_t
    /// The bytes of one unit of the encoding.
    private let unit: Int
    /// A character that was cut off at the end of the last piece.
    private var rest: [CChar] = []
    private var buffer = [CChar](repeating: 0, count: 1 << 16)

    init(_ encoding: DraftEncoding) throws(RowReadingError) {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: converter) != -1 else {
            throw RowReadingError(Self.missing(encoding))
        }
        self.converter = converter
        unit = encoding == .gb18030 ? 1 : 2
    }

    deinit { iconv_close(converter) }

    /// The text of the next piece.
    func convert(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var input = rest
        input.append(contentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 3 / 2 + 16)
        var left = input.count
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            while left > 0 {
                let result = buffer.withUnsafeMutableBufferPointer { target -> (written: Int, error: Int32) in
                    var place = target.baseAddress
                    var room = target.count
                    let status = iconv(converter, &next, &left, &place, &room)
                    let error = Int(status) == -1 ? errno : 0
                    return (target.count - room, error)
                }
                buffer[..<result.written].withUnsafeBytes { output.append(contentsOf: $0) }
                if result.error == EINVAL { break }
                if result.error == EILSEQ {
                    output.append(0xFF)
                    let skipped = min(unit, left)
                    next = next?.advanced(by: skipped)
                    left -= skipped
                }
            }
        }
        rest = Array(input.suffix(left))
        return output
    }

    /// What becomes of a character that is cut off at the end of the text.
    func finish() -> [UInt8] {
        defer { rest = [] }
        return rest.isEmpty ? [] : [0xFF]
    }

    private static func missing(_ encoding: DraftEncoding) -> LocalizedText {
        LocalizedText(
            zh: "系统缺少 \(encoding.rawValue) 转换器，请把文件另存为 UTF-8",
            en: "the system has no converter for \(encoding.rawValue); save the file as UTF-8"
        )
    }
}

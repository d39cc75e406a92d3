import DraftFixtures
import DraftReading
import ReadKit
import SummaryModel
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A draft reads the same in every encoding and with every line end")
struct EncodingTests {
    enum Variant: String, CaseIterable {
        case byteOrderMark, utf16LittleEndian, utf16BigEndian, utf16Unmarked, gb18030, crlf, cr, nextLine, lineSeparator
    }

    @Test(arguments: LabelledDraft.all, Variant.allCases)
    func sameStructure(_ draft: LabelledDraft, _ variant: Variant) throws {
        let text = String(decoding: draft.bytes, as: UTF8.self)
        let original = try DraftReader().read(text: draft.bytes)
        let changed = try DraftReader().read(text: try bytes(of: text, variant))
        #expect(structure(changed) == structure(original))
    }

    private func structure(_ reading: Reading) -> [String] {
        reading.document.blocks.map { block in
            let line = block.source.map { reading.source.position(at: $0.lowerBound).line } ?? 0
            return "\(line) \(block.kind.rawValue) \(block.label?.ordinal ?? 0) \(block.shownText)"
        }
    }

    private func bytes(of text: String, _ variant: Variant) throws -> [UInt8] {
        func lines(_ end: String) -> [UInt8] {
            Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
                .joined(separator: Array(end.utf8)).map { $0 }
        }
        func utf16(littleEndian: Bool) -> [UInt8] {
            text.utf16.flatMap { unit in
                let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
                return littleEndian ? pair : pair.reversed()
            }
        }
        switch variant {
        case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .utf16LittleEndian: return [0xFF, 0xFE] + utf16(littleEndian: true)
        case .utf16BigEndian: return [0xFE, 0xFF] + utf16(littleEndian: false)
        case .utf16Unmarked: return utf16(littleEndian: true)
        case .gb18030: return try gb18030(text)
        case .crlf: return lines("\r\n")
        case .cr: return lines("\r")
        case .nextLine: return lines("\u{85}")
        case .lineSeparator: return lines("\u{2028}")
        }
    }

    private func gb18030(_ text: String) throws -> [UInt8] {
        let converter = iconv_open("GB18030", "UTF-8")
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let room = output.count
        let left = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (next, place) = (source.baseAddress, target.baseAddress)
                var (pending, free) = (source.count, target.count)
                _ = iconv(converter, &next, &pending, &place, &free)
                return (pending, free)
            }
        }
        try #require(left.0 == 0)
        return output[..<(room - left.1)].map { UInt8(bitPattern: $0) }
    }
}

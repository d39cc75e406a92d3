import RenderKit
import Testing

@testable import OpenPackaging

/// Parts that are taken from one archive into another.
@Suite struct CompressedPartTests {
    private func archive(_ parts: [PackagePart]) throws -> [UInt8] {
        var sink = MemorySink()
        var writer = PackageWriter()
        for part in parts { try writer.add(part, to: &sink) }
        try writer.finish(to: &sink)
        return sink.bytes
    }

    @Test func aDeflatedPartIsCopied() throws {
        let bytes = [UInt8](repeating: 65, count: 10_000) + (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }
        let part = try PackagePart(name: "a/b.xml", contentType: nil, bytes: bytes, compression: .small)
        let first = try archive([part])
        let copied = try #require(try PackageReader(first).compressed("a/b.xml"))
        #expect(copied == part)
        #expect(try PackageReader(archive([copied])).read("a/b.xml") == bytes)
        #expect(try PackageReader(first).compressed("c.xml") == nil)
    }

    /// An archive whose one part is stored as it is, as some programs store pictures.
    @Test func aStoredPartIsCompressed() throws {
        let content = Array("hello".utf8)
        let fields: [UInt8] = [
            10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0,
        ]
        let local = [0x50, 0x4B, 3, 4] + fields + [0x61] + content
        let entry = [0x50, 0x4B, 1, 2, 10, 0] + fields + [UInt8](repeating: 0, count: 14) + [0x61]
        let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, UInt8(local.count), 0, 0, 0, 0, 0]
        let part = try #require(try PackageReader(local + entry + end).compressed("a"))
        #expect(part.size == 5)
        #expect(try PackageReader(archive([part])).read("a") == content)
    }

    @Test func aDamagedPartIsNotCopied() throws {
        var bytes = try archive([
            PackagePart(name: "a", contentType: nil, bytes: (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        ])
        bytes[60] ^= 0xFF
        #expect(throws: PackageReadingError.self) { try PackageReader(bytes).compressed("a") }
    }

    @Test func aCompressorServesManyParts() throws {
        let deflater = try Deflater(.standard)
        for size in [0, 1, 1_000, 100_000] {
            let bytes = [UInt8](repeating: 66, count: size)
            let part = try bytes.withUnsafeBytes { try deflater.part(name: "a", $0) }
            #expect(part == (try PackagePart(name: "a", contentType: nil, bytes: bytes)))
        }
    }
}

import RenderKit
import Testing

@testable import OpenPackaging

@Suite struct PackageTests {
    private func written(_ package: Package) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try package.write(to: { bytes.append(contentsOf: $0) })
        return bytes
    }

    private func sample() throws -> Package {
        var package = Package()
        package.relate("", to: [Relationship(id: "rId1", type: "urn:main", target: "word/a.xml")])
        package.relate("word/a.xml", to: [Relationship(id: "rId1", type: "urn:other", target: "b.xml")])
        package.add(try PackagePart(name: "word/a.xml", contentType: "application/a+xml", bytes: Array("<甲/>".utf8)))
        let text = String(repeating: "<乙>正文</乙>", count: 50_000)
        package.add(try PackagePart(name: "word/b.xml", contentType: "application/b+xml", bytes: Array(text.utf8)))
        return package
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = try written(sample())
        let reader = try PackageReader(bytes)
        #expect(
            reader.names
                == ["[Content_Types].xml", "_rels/.rels", "word/_rels/a.xml.rels", "word/a.xml", "word/b.xml"]
        )
        #expect(try reader.read("word/a.xml").map { String(decoding: $0, as: UTF8.self) } == "<甲/>")
        let large = try #require(try reader.read("word/b.xml"))
        #expect(String(decoding: large, as: UTF8.self) == String(repeating: "<乙>正文</乙>", count: 50_000))
        #expect(try reader.read("word/c.xml") == nil)
        let types = try #require(try reader.read("[Content_Types].xml"))
        #expect(
            String(decoding: types, as: UTF8.self)
                .contains("<Override PartName=\"/word/a.xml\" ContentType=\"application/a+xml\"/>")
        )
        let relationships = try #require(try reader.read("word/_rels/a.xml.rels"))
        #expect(
            String(decoding: relationships, as: UTF8.self)
                .contains("<Relationship Id=\"rId1\" Type=\"urn:other\" Target=\"b.xml\"/>")
        )
    }

    @Test func theSamePartsGiveTheSameBytes() throws {
        #expect(try written(sample()) == written(sample()))
    }

    @Test func headersHaveNoDescriptorNoExtraFieldAndAFixedDate() throws {
        let bytes = try written(sample())
        // Signature, version 2.0, no flags, deflate, 00:00 on 1980-01-01.
        #expect(bytes.prefix(14) == [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0])
        // The length of the name, no extra field, the name.
        #expect(bytes[26..<30] == [19, 0, 0, 0])
        #expect(Array(bytes[30..<49]) == Array("[Content_Types].xml".utf8))
    }

    @Test func tooManyPartsAreRefused() throws {
        var package = Package()
        let part = try PackagePart(name: "a", contentType: nil, bytes: [])
        for _ in 0..<65_536 { package.add(part) }
        #expect(throws: PackageWritingError.tooLarge) { try written(package) }
    }

    @Test func anEmptyPartIsWritten() throws {
        var package = Package()
        package.add(try PackagePart(name: "a", contentType: nil, bytes: []))
        #expect(try PackageReader(written(package)).read("a") == [])
    }

    @Test func whatTheSinkThrowsComesOut() throws {
        struct Full: Error {}
        let package = try sample()
        #expect(throws: Full.self) { try package.write(to: { _ in throw Full() }) }
    }

    @Test func aPartFromAnotherArchiveIsCopied() throws {
        let part = try PackagePart(name: "a", contentType: nil, bytes: Array("正文".utf8))
        let copy = try PackagePart(
            name: "b",
            contentType: nil,
            size: part.size,
            checksum: Array("正文".utf8).withUnsafeBytes { Deflater.checksum($0) },
            compressed: part.compressed
        )
        var package = Package()
        package.add(copy)
        #expect(try PackageReader(written(package)).read("b") == Array("正文".utf8))
    }

    // MARK: Pieces

    /// A sink that cannot leave a place.
    private struct Pipe: ByteSink {
        var bytes: [UInt8] = []
        mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
    }

    /// Bytes that look like text, of which some compress well and some not at all.
    private static func bytes(_ count: Int) -> [UInt8] {
        var state: UInt64 = 7
        return (0..<count).map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return index % 50_000 < 10_000 ? UInt8(truncatingIfNeeded: state >> 40) : UInt8(0x61 + (state >> 60))
        }
    }

    private static func write(
        _ runs: [[UInt8]],
        _ compression: Compression,
        to sink: inout some ByteSink
    ) throws {
        var writer = PackageWriter()
        try writer.add(PackagePart(name: "a", contentType: nil, bytes: [1, 2, 3]), to: &sink)
        try writer.begin("b", to: &sink)
        for run in runs {
            var stream = PieceStream(compression)
            try run.withUnsafeBytes { try stream.write($0) }
            for piece in try stream.finish() { try writer.add(piece, to: &sink) }
        }
        try writer.end(to: &sink)
        try writer.add(PackagePart(name: "c", contentType: nil, bytes: [4, 5, 6]), to: &sink)
        try writer.finish(to: &sink)
    }

    @Test(
        "Pieces are one part, of the same bytes in a file and in a pipe",
        arguments: Compression.allCases,
        [[], [0], [1], [5_000_000], [100, 0, 3_000_000, 1, 70_000], [Int](repeating: 997, count: 40)]
    )
    func pieces(_ compression: Compression, _ sizes: [Int]) throws {
        let runs = sizes.map(Self.bytes)
        var sink = MemorySink()
        try Self.write(runs, compression, to: &sink)
        let reader = try PackageReader(sink.bytes)
        #expect(try reader.read("a") == [1, 2, 3])
        #expect(try reader.read("b") == Array(runs.joined()))
        #expect(try reader.read("c") == [4, 5, 6])
        var pipe = Pipe()
        try Self.write(runs, compression, to: &pipe)
        #expect(pipe.bytes == sink.bytes)
    }
}

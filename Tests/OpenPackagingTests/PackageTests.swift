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
        package.add(
            try PackagePart(name: "word/b.xml", contentType: "application/b+xml") { push in
                for _ in 0..<50_000 { try Array("<乙>正文</乙>".utf8).withUnsafeBytes { try push($0) } }
            }
        )
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
        let streamed = try #require(try reader.read("word/b.xml"))
        #expect(String(decoding: streamed, as: UTF8.self) == String(repeating: "<乙>正文</乙>", count: 50_000))
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
        package.add(try PackagePart(name: "b", contentType: nil) { _ in })
        let reader = try PackageReader(written(package))
        #expect(try reader.read("a") == [])
        #expect(try reader.read("b") == [])
    }

    @Test func whatTheSinkThrowsComesOut() throws {
        struct Full: Error {}
        let package = try sample()
        #expect(throws: Full.self) { try package.write(to: { _ in throw Full() }) }
    }
}

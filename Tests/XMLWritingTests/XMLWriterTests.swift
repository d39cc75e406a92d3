import Testing

@testable import XMLWriting

@Suite struct XMLWriterTests {
    private func written(_ body: (borrowing XMLWriter) throws -> Void) throws -> String {
        var bytes: [UInt8] = []
        try XMLWriter.write(to: { bytes.append(contentsOf: $0) }, declaration: false, body)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func startsWithADeclaration() throws {
        let bytes = try XMLWriter.bytes { $0.empty("a", [:]) }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a/>"
        )
    }

    @Test(
        "Text is escaped and policed",
        arguments: [
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;\"c\""),
            ("\t\n", "\t\n"),
            ("\r", "&#13;"),
            ("\u{0}甲\u{1}\u{8}\u{B}\u{1F}乙", "甲乙"),
            ("\u{FFFE}甲\u{FFFF}", "甲"),
            ("\u{FFFD}\u{FEFF}\u{FF0C}\u{1FFFE}𠮷\u{7F}\u{85}", "\u{FFFD}\u{FEFF}\u{FF0C}\u{1FFFE}𠮷\u{7F}\u{85}"),
            ("", ""),
        ]
    )
    func text(_ text: String, _ wanted: String) throws {
        #expect(
            try written { xml in xml.element("t") { xml.text(text) } } == (wanted.isEmpty ? "<t/>" : "<t>\(wanted)</t>")
        )
    }

    @Test func attributesAreEscapedAndPoliced() throws {
        let result = try written { $0.empty("a", ["b": "<\"&'>\t\n\r\u{1}\u{FFFF}甲"]) }
        #expect(result == "<a b=\"&lt;&quot;&amp;'&gt;&#9;&#10;&#13;甲\"/>")
    }

    @Test func aFragmentIsWrittenAsItWasPrepared() throws {
        let fragment = try XMLFragment { xml in xml.element("b") { xml.text("<") } }
        #expect(
            try written { xml in
                xml.element("a") {
                    xml.raw(fragment); xml.raw(.empty); xml.raw("<c/>")
                }
            } == "<a><b>&lt;</b><c/></a>"
        )
    }

    @Test func whatTheSinkThrowsComesOut() {
        struct Full: Error {}
        var taken = 0
        #expect(throws: Full.self) {
            try XMLWriter.write(to: { bytes in
                taken += bytes.count
                throw Full()
            }) { xml in
                xml.element("a") { for _ in 0..<100_000 { xml.text("正文正文正文正文") } }
            }
        }
        // Nothing is pushed after a failure.
        #expect(taken < 100_000)
    }

    @Test func aStrayEndIsAnError() {
        #expect(throws: XMLWritingError.self) {
            _ = try XMLWriter.bytes { xml in
                xml.element("a") {}
                xml.end()
            }
        }
    }

    @Test func aLargeDocumentIsPushedInPieces() throws {
        var largest = 0
        var total = 0
        try XMLWriter.write(to: { bytes in
            largest = max(largest, bytes.count)
            total += bytes.count
        }) { xml in
            xml.element("a") { for _ in 0..<10_000 { xml.text("一段不长的文字") } }
        }
        #expect(total > 200_000)
        #expect(largest < 70_000)
    }

    @Test func forbiddenCharactersAreFoundWithTheirOffsets() {
        #expect(ForbiddenCharacters.offsets(in: "甲\u{1}乙\u{FFFF}\t\u{0}") == [3, 7, 11])
        #expect(ForbiddenCharacters.offsets(in: "，。\u{FFFD}\r\n").isEmpty)
    }
}

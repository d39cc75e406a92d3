import Testing

@testable import XMLReading

@Suite struct XMLReaderTests {
    private static let vocabulary = XMLVocabulary([
        .init(["urn:one", "urn:first"], names: ["a": 1, "b": 2]), .init(["urn:two"], names: ["a": 3]),
    ])

    private func reader(_ xml: String, nesting: Int = 256) throws -> XMLReader {
        try XMLReader(Array(xml.utf8), vocabulary: Self.vocabulary, nesting: nesting)
    }

    /// Walks over the whole document.
    private func failure(_ xml: String, nesting: Int = 256) -> XMLReadingError? {
        do throws(XMLReadingError) {
            let reader = try XMLReader(Array(xml.utf8), vocabulary: Self.vocabulary, nesting: nesting)
            try walk(reader, try reader.root())
            return nil
        } catch {
            return error
        }
    }

    private func walk(_ reader: XMLReader, _ place: XMLReader.Element) throws(XMLReadingError) {
        while let child = try reader.child(of: place) { try walk(reader, child) }
    }

    @Test func elementsAreToldByNamespaceAndName() throws {
        let reader = try reader(
            "<x:a xmlns:x='urn:first' xmlns='urn:two'><a/><b/><x:b/><x:c/><a xmlns=''/><x:a/></x:a>"
        )
        let root = try reader.root()
        var names: [Int] = []
        while let child = try reader.child(of: root) { names.append(child.name) }
        #expect(root.name == 1)
        #expect(names == [3, -1, 2, -1, -1, 1])
    }

    @Test func whatIsNotReadIsPassedOver() throws {
        let reader = try reader("<a xmlns='urn:one'><b><a>甲</a></b>乙<b/><b>丙<a/>丁</b></a>")
        let root = try reader.root()
        #expect(try reader.child(of: root)?.name == 2)
        let empty = try #require(try reader.child(of: root))
        #expect(try reader.child(of: empty) == nil)
        let last = try #require(try reader.child(of: root))
        var text = ""
        try reader.text(of: last) { text += String(decoding: $0, as: UTF8.self) }
        #expect(text == "丙丁")
        #expect(try reader.child(of: root) == nil)
    }

    @Test func textsWithReferencesBlanksAndSections() throws {
        let reader = try reader("<a xmlns='urn:one'><b> &lt;&#20013;&amp;</b><b> </b><b><![CDATA[<x>]]></b><b/></a>")
        let root = try reader.root()
        var texts: [String] = []
        while let child = try reader.child(of: root) {
            var text = ""
            try reader.text(of: child) { text += String(decoding: $0, as: UTF8.self) }
            texts.append(text)
        }
        #expect(texts == [" <中&", " ", "<x>", ""])
    }

    @Test func attributesWithAndWithoutNamespace() throws {
        let reader = try reader("<x:a xmlns:x='urn:one' xmlns:y='urn:two' val='1' x:val='2' y:id='3&quot;'/>")
        _ = try reader.root()
        #expect(reader.attribute("val", isQualified: false) == "1")
        #expect(reader.attribute("val", isQualified: true) == "2")
        #expect(reader.attribute(anySpace: "id") == "3\"")
        #expect(reader.attribute("id", isQualified: true) == nil)
        #expect(reader.localName == "a")
        #expect(reader.namespace == "urn:one")
    }

    @Test(
        "documents that may do harm",
        arguments: [
            "<!DOCTYPE a><a/>", "<!-- --><!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
        ]
    )
    func documentTypes(_ xml: String) {
        guard case .documentType = failure(xml) else {
            Issue.record("\(String(describing: failure(xml)))")
            return
        }
    }

    @Test(
        "documents that are not well-formed",
        arguments: ["", "<a>", "<a></b>", "<a>&e;</a>", "甲", "<a/><a/>", "<a\u{1}/>"]
    )
    func malformed(_ xml: String) {
        guard case .malformed(let line, let reason) = failure(xml) else {
            Issue.record("\(xml) was read")
            return
        }
        #expect(line >= 1)
        #expect(!reason.isEmpty)
    }

    @Test func theLineOfAnErrorIsNamed() {
        guard case .malformed(let line, _) = failure("<a>\n<b>\n</a>") else { return }
        #expect(line == 3)
    }

    @Test(arguments: [(255, 256), (256, 256), (9, 10), (10, 10), (10_000, 256), (300, 400)])
    func nesting(_ depth: Int, _ limit: Int) {
        let xml = String(repeating: "<a>", count: depth + 1) + String(repeating: "</a>", count: depth + 1)
        let failure = failure(xml, nesting: limit)
        if depth < min(256, limit) {
            #expect(failure == nil)
        } else {
            #expect(failure == .tooDeep(line: 1, limit: min(256, limit)))
        }
    }

    @Test func utf16IsRead() throws {
        let xml = "<?xml version='1.0' encoding='UTF-16'?><a xmlns='urn:one'>甲乙</a>"
        let bytes: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let reader = try XMLReader(bytes, vocabulary: Self.vocabulary, nesting: 256)
        let root = try reader.root()
        var text = ""
        try reader.text(of: root) { text += String(decoding: $0, as: UTF8.self) }
        #expect(text == "甲乙")
    }

    @Test func manyElementsAndLongTexts() throws {
        let text = String(repeating: "长", count: 200_000)
        let xml = "<a xmlns='urn:one'>" + String(repeating: "<b>\(text)</b>", count: 20) + "</a>"
        let reader = try reader(xml)
        let root = try reader.root()
        var count = 0
        while let child = try reader.child(of: root) {
            try reader.text(of: child) { count += $0.count }
        }
        #expect(count == 12_000_000)
    }
}

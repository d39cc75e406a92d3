import Testing

@testable import XMLReading

@Suite("Tags by their places")
struct TagScanTests {
    private func tags(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TagScan(bytes).map { "\($0.kind) " + String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test("start, empty and end tags, with values that hold the signs of tags")
    func tags() {
        #expect(
            tags("<a x='>' y=\"/>\">甲<b/>乙<c z='\"'>&lt;</c ></a>")
                == ["start <a x='>' y=\"/>\">", "empty <b/>", "start <c z='\"'>", "end </c >", "end </a>"]
        )
    }

    @Test("what only looks like a tag is none", arguments: ["<!-- <b> -->", "<![CDATA[</a><b>]]>", "<?b <c> ?>"])
    func others(text: String) {
        #expect(tags("<?xml version='1.0'?><a>\(text)</a>") == ["start <a>", "end </a>"])
    }

    @Test("a part of the document, and text that is cut off, end where they end")
    func ends() {
        let bytes = Array("<a><b/></a>".utf8)
        #expect(TagScan(bytes, in: 3..<7).map(\.kind) == [.empty])
        for text in ["<!--", "<![CDATA[a", "<?", "</", "<a x='", "<"] {
            #expect(tags(text).count <= 1)
        }
    }
}

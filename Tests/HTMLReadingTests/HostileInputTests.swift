import DraftFixtures
import HTMLReading
import ReadKit
import Testing

@Suite("Any bytes end in a draft or a clear error")
struct HostileInputTests {
    private static let alphabet = [
        "<p>", "</p>", "<div", ">", "<", "</", "<b>", "</b>", "<table>", "<tr>", "<td", " colspan=99 ", " rowspan=99>",
        "</table>", "<ul>", "<li>", "</ul>",
        "<ol start=-5>", "<br>", "<!--", "-->", "<!", "<?", "<script>", "</script>", "<style", "\"", "'", "=", "&",
        "&#", ";", "&nbsp", "甲", "×县", "《", "》",
        "<span ×县=\"\">", "<×县>", "</×县>", " style=\"display:none\"", "\n", " ", "\u{0}", "\u{2028}", "<pre>",
        "<title>", "<a href=#_ftn1>", "<img alt=", "<h1>", "</h1>",
        "<del>", "<html>", "<body>", "<head>", "<frameset>", "<select>", "<option>", "<form>", "/>", "<![CDATA[", "]]>",
        "<svg>", "\u{1F600}",
    ]

    @Test("texts of random tags", arguments: 0..<500)
    func tags(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 1)
        func next() -> Int { Int(generator.next() >> 33) }
        let text = (0..<(10 + next() % 150)).map { _ in Self.alphabet[next() % Self.alphabet.count] }.joined()
        guard let page = try? Page(text) else { return }
        #expect(page.defects == [], "\(text.debugDescription)")
    }

    @Test("pages with random bytes changed", arguments: 0..<100)
    func mutations(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 7)
        func next() -> Int { Int(generator.next() >> 33) }
        let drafts = LabelledDraft.all
        let lines = String(decoding: drafts[next() % drafts.count].bytes, as: UTF8.self).split(separator: "\n")
        var bytes = Array(lines.map { "<p>\($0)</p>" }.joined(separator: "\n").utf8)
        for _ in 0..<30 {
            let place = next() % bytes.count
            bytes.replaceSubrange(
                place..<min(bytes.count, place + next() % 6),
                with: Array(Self.alphabet[next() % Self.alphabet.count].utf8)
            )
        }
        guard let page = try? Page(bytes) else { return }
        #expect(page.defects == [])
    }

    @Test(
        "what makes parsers slow",
        arguments: [
            "<div>", "<p>", "<b>", "<table>", "<td colspan=1000 rowspan=1000>x", "<tr><td rowspan=1000>x", "<li>",
            "<ul><li>", "</div>", "</p>", "<", "<!--", "&", "&#",
            "<a b='", "<a b=\">", "<script>", "<!a", "<×县>", "<县", "</县>", "《<县>》", "<span ×县=\"\">", "<img>", "<br>",
            "<del>甲</del>", "<!--[if x]>", "甲<b>乙</b>",
            "<h1>", "<title>", "<select>", "<option>", "<p a", "\u{2028}", "甲", "<pre>\n", "<form>", "</span>",
            "<i></b>",
        ]
    )
    func slow(_ piece: String) throws {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count + 1)
        let start = ContinuousClock.now
        for text in [text, "<p>甲" + text, text + "\n甲</p>"] { _ = try? Page(text) }
        #expect(ContinuousClock.now - start < .seconds(6), "\(piece.debugDescription)")
    }

    @Test("a tag with very many attributes")
    func attributes() throws {
        let attributes = (0..<100_000).map { " a\($0)=\($0)" }.joined()
        #expect(try Page("<p\(attributes) align=right>甲</p>").lines == ["甲"])
    }
}

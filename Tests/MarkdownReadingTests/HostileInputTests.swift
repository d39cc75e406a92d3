import DraftFixtures
import MarkdownReading
import ReadKit
import Testing

@Suite("Any bytes end in a draft or a clear error")
struct HostileInputTests {
    /// The signs of Markdown, and what they stand between.
    private static let alphabet = [
        "*", "**", "***", "_", "__", "`", "```", "~~", "# ", "## ", "> ", "- ", "1. ", "[", "](", ")", "![", "<!--",
        "-->",
        "<", ">", "&amp;", "\\", "|", "|---|---|", "---", "===", "\n", "\n\n", "  \n", "\r", "\t", "    ", "　　", "甲",
        "工作",
        "。", "“", "[^1]:", "$$", "---\na: b\n---\n", "\u{0}", "\u{FEFF}", "\u{2028}", "http://a.cn", "\"", "[ ]", "x",
    ]

    @Test("texts of random signs", arguments: 0..<400)
    func signs(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 1)
        func next() -> Int { Int(generator.next() >> 33) }
        let text = (0..<(10 + next() % 120)).map { _ in Self.alphabet[next() % Self.alphabet.count] }.joined()
        guard let outline = try? Outline(text) else { return }
        #expect(outline.defects == [], "\(text.debugDescription)")
    }

    @Test("drafts with random bytes changed", arguments: 0..<100)
    func mutations(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 7)
        func next() -> Int { Int(generator.next() >> 33) }
        let drafts = LabelledDraft.all
        var bytes = drafts[next() % drafts.count].bytes
        for _ in 0..<20 {
            let sign = Array(Self.alphabet[next() % Self.alphabet.count].utf8)
            let place = next() % bytes.count
            bytes.replaceSubrange(place..<min(bytes.count, place + next() % 4), with: sign)
        }
        guard let outline = try? Outline(bytes) else { return }
        // Bytes that are no character stand as U+FFFD on both sides.
        #expect(outline.defects == [])
    }

    @Test(
        "what makes parsers slow",
        arguments: [
            "**a ", "*a**b ", "[", "![", "[a](", "[a](<b", "`", "```\n", "> ", "- ", "<!--", "&", "\\", "|",
            "a|b\n|-|-\n", "_甲",
            "**甲", "甲**乙**", "~~a", "<http://", "[^1]", "[^1]: a\n", "\n:-:", "    a\n", "- a\n\n", "    - a\n", "1. ",
            "#", "$$", "---\n", "=\n",
            "[a](b)", "*甲乙* ", "`a`", "![a](b)", "(", "[]()", "\u{2028}", "\t", "*\t",
        ]
    )
    func slow(_ piece: String) throws {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count + 1)
        let start = ContinuousClock.now
        for text in [text, "甲" + text, text + "\n甲"] {
            _ = try MarkdownReader().read(DraftFile(Array(text.utf8), name: "a.md"), in: ReaderContext())
        }
        #expect(ContinuousClock.now - start < .seconds(6), "\(piece.debugDescription)")
    }
}

import DraftFixtures
import DraftReading
import MarkdownReading
import ReadKit
import ReaderTesting
import SummaryModel
import Testing

@Suite("Drafts mean the same as Markdown")
struct FixtureTests {
    /// Lines that mean something else with a blank line before and after; empty for drafts that were wrapped at a fixed
    /// width, whose lines are no paragraphs then.
    private static let exceptions: [String: Set<Int>] = [
        // Lines that are residue because nothing stands between them and residue.
        "28-wechat-chat-paste": [18], "35-tcm-hospital-annual": [36],
    ]

    private static func lines(_ draft: Draft) -> [String] { draft.source.lines.map { draft.source[$0] } }

    private static func differences(
        _ wanted: [Int: BlockKind],
        _ found: [Int: BlockKind],
        _ lines: [String],
        exceptions: Set<Int> = []
    ) -> [String] {
        lines.indices.compactMap { index in
            let line = index + 1
            guard let kind = wanted[line], !exceptions.contains(line), found[line] != kind else { return nil }
            // Rules and comments are syntax.
            let isSyntax = lines[index].allSatisfy { "-= ".contains($0) } || lines[index].hasPrefix("<!--")
            if found[line] == nil, isSyntax { return nil }
            return "\(line): \(found[line]?.rawValue ?? "none"), wanted \(kind.rawValue): \(lines[index].prefix(30))"
        }
    }

    @Test("read as it is", arguments: LabelledDraft.all)
    func asItIs(_ draft: LabelledDraft) throws {
        let plain = DraftReader().read(try Draft(text: draft.bytes))
        let outline = try Outline(draft.bytes)
        #expect(outline.defects == [])
        let found = outline.reading.kindsByLine
        #expect(Self.differences(plain.kindsByLine, found, Self.lines(plain.draft)) == [], "\(draft.name)")
    }

    // Blank lines between wrapped lines make paragraphs of them.
    @Test(
        "escaped, with a blank line after each line",
        arguments: LabelledDraft.all.filter { !$0.lines.contains(where: \.isWrapped) }
    )
    func escaped(_ draft: LabelledDraft) throws {
        let plain = try Draft(text: draft.bytes)
        let lines = Self.lines(plain)
        let text = lines.map { line in
            String(
                String.UnicodeScalarView(
                    line.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                        "\\`*_[]#+-!|<>~&=".unicodeScalars.contains(scalar) ? ["\\", scalar] : [scalar]
                    }
                )
            )
        }.joined(separator: "\n\n")
        let wanted = DraftReader().read(plain).kindsByLine
        let outline = try Outline(text)
        #expect(outline.defects == [])
        let exceptions = Self.exceptions[draft.name]
        guard exceptions != [] else { return }
        var found: [Int: BlockKind] = [:]
        for (line, kind) in outline.reading.kindsByLine { found[(line + 1) / 2] = kind }
        #expect(Self.differences(wanted, found, lines, exceptions: exceptions ?? []) == [], "\(draft.name)")
    }
}

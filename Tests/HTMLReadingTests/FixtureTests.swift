import DraftFixtures
import DraftReading
import HTMLReading
import ReadKit
import ReaderTesting
import SummaryModel
import Testing

@Suite("Drafts mean the same as pages")
struct FixtureTests {
    private static func escaped(_ line: String) -> String {
        line.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case " ": text += text.isEmpty || text.hasSuffix(" ") || text.hasSuffix(";") ? "&nbsp;" : " "
            case "\t": text += "&emsp;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    @Test("each line as a <p>", arguments: LabelledDraft.all)
    func paragraphs(_ draft: LabelledDraft) throws {
        let plain = try Draft(text: draft.bytes)
        let lines = plain.source.lines.map { plain.source[$0] }
        let text = lines.map { line in
            guard line.drop(while: { $0 == "\t" }).contains("\t") else {
                return "<p>\(line.isEmpty ? "&nbsp;" : Self.escaped(line))</p>"
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return "<table><tr>" + cells.map { "<td>\(Self.escaped(String($0)))</td>" }.joined() + "</tr></table>"
        }.joined(separator: "\n").replacing("</table>\n<table>", with: "\n")
        let page = try Page("<html><body>\n\(text)\n</body></html>")
        #expect(page.defects == [])
        #expect(page.draft.source.lines.count == lines.count)
        let wanted = DraftReader().read(plain).kindsByLine
        let found = DraftReader().read(page.draft).kindsByLine
        let differing = lines.indices.compactMap { index -> String? in
            guard let kind = wanted[index + 1], found[index + 1] != kind else { return nil }
            return
                "\(index + 1): \(found[index + 1]?.rawValue ?? "none"), wanted \(kind.rawValue): \(lines[index].prefix(30))"
        }
        #expect(differing == [], "\(draft.name)")
    }
}

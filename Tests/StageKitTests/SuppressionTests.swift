import StageKit
import SummaryModel
import Testing

@Suite struct SuppressionTests {
    private let source = SourceText("第一行\n共有贯彻其中一处\n")

    private func finding(_ id: String, line: Int, columns: Range<Int>) -> Diagnostic {
        let start = source.lines[line - 1].lowerBound
        return Diagnostic(
            id: id,
            severity: .warning,
            message: LocalizedText(zh: "", en: ""),
            start: SourcePosition(line: line, column: columns.lowerBound),
            range: SourceRange(start + (columns.lowerBound - 1) * 3, start + (columns.upperBound - 1) * 3)
        )
    }

    @Test(
        arguments: [
            (Suppression(id: "a.b"), true), (Suppression(id: "a.*"), true), (Suppression(id: "a.c"), false),
            (Suppression(id: "a"), false), (Suppression(lines: [1...2]), true), (Suppression(lines: [1...1]), false),
            (Suppression(phrase: "贯彻其中"), true), (Suppression(phrase: "其中一处"), true), (Suppression(phrase: "共"), false),
            (Suppression(phrase: "第一行"), false), (Suppression(id: "a.b", lines: [2...2], phrase: "贯彻"), true),
            (Suppression(id: "a.b", lines: [3...3], phrase: "贯彻"), false),
        ] as [(Suppression, Bool)]
    )
    func covers(suppression: Suppression, expected: Bool) {
        #expect(suppression.covers(finding("a.b", line: 2, columns: 3..<7), in: source) == expected)
    }

    @Test func anEditHasTheIdentityOfItsStageAndReason() {
        let edit = Edit(stage: "cleanup", offset: 10, before: "共", after: "", reason: "advert")
        #expect(Suppression(id: "cleanup.advert", lines: [2...2], phrase: "共有").covers(edit, in: source))
        #expect(!Suppression(id: "cleanup.advert", lines: [1...1]).covers(edit, in: source))
    }
}

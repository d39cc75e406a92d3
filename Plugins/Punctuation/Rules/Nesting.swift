internal import StageKit
internal import SummaryModel

/// A quotation inside a quotation has ‘ ’, a title inside a title 〈 〉.
enum Nesting: PunctuationRule {
    static let name = "nesting"
    static let summary = LocalizedText(
        zh: "引号里的引号没有用单引号，或书名号里的书名号没有用单书名号",
        en: "A quotation inside a quotation, or a title inside a title, has the marks of the outer one."
    )
    static let source: String? = "GB/T 15834-2011, 4.8.3, 4.15.3"
    static let level = RuleLevel.fix

    /// The longest outer quotation or title, in characters; in a longer one a mark is probably missing.
    private static let longest = 120
    /// How many pairs around a mark are looked at.
    private static let depth = 16

    static func findings(in passage: Passage) -> [Finding] {
        let pairs = passage.pairs.pairs.filter {
            [.double, .title].contains(MarkPairs.kind(passage.text[$0.lowerBound])?.name)
        }
        guard pairs.count > 1 else { return [] }
        var findings: [Finding] = []
        /// The pairs that are open, outermost first, with the form that each has after the changes.
        var open: [(pair: Range<Int>, isInner: Bool)] = []
        for pair in pairs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            while let last = open.last, last.pair.upperBound <= pair.lowerBound { open.removeLast() }
            let mark = passage.text[pair.lowerBound]
            let outer = open.suffix(Self.depth).last { passage.text[$0.pair.lowerBound] == mark }
            var isInner = false
            if let outer, !outer.isInner, outer.pair.count <= longest, !isSame(outer.pair, pair),
                !hasInnerMarks(between: outer.pair, and: pair, passage),
                !QuoteDirection.quotesConjunction(pair, passage)
            {
                isInner = true
                let (opening, closing) = mark == "“" ? ("‘", "’") : ("〈", "〉")
                findings.append(finding(pair.lowerBound, passage, opening))
                findings.append(finding(pair.upperBound - 1, passage, closing))
            }
            open.append((pair, isInner))
        }
        return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// ““甲””: a mark was typed twice.
    private static func isSame(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
        outer.lowerBound + 1 == inner.lowerBound && inner.upperBound + 1 == outer.upperBound
    }

    /// “甲‘乙“丙”’”: the third level has double marks again.
    private static func hasInnerMarks(between outer: Range<Int>, and inner: Range<Int>, _ passage: Passage) -> Bool {
        let opening: Unicode.Scalar = passage.text[inner.lowerBound] == "“" ? "‘" : "〈"
        return passage.text[outer.lowerBound..<inner.lowerBound].contains { $0 == opening }
            && passage.text[inner.upperBound..<outer.upperBound].contains { $0 == (opening == "‘" ? "’" : "〉") }
    }

    private static func finding(_ index: Int, _ passage: Passage, _ mark: String) -> Finding {
        let found = String(passage.text[index])
        return Finding(
            index..<index + 1,
            LocalizedText(
                zh: "里层的“\(found)”请改为“\(mark)”",
                en: "'\(found)' is of an inner pair; write '\(mark)'"
            ),
            replacement: mark,
            isSafe: true
        )
    }
}

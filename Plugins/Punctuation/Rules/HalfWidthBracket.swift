internal import StageKit
internal import SummaryModel

/// `( )` around or beside Chinese text are （）; both of a pair are changed together. In f(x) and Word(2016) they stay.
enum HalfWidthBracket: PunctuationRule {
    static let name = "half-width-bracket"
    static let summary = LocalizedText(
        zh: "中文里的括号是半角，或者一对括号一半全角一半半角",
        en: "Round brackets in Chinese text have half width, one of them or both."
    )
    static let source: String? = "GB/T 15834-2011, 4.9"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        var findings: [Finding] = []
        /// How much Chinese text stands before each character; counted when it is first needed.
        var counts: [Int] = []
        for pair in passage.pairs.pairs {
            let (open, close) = (pair.lowerBound, pair.upperBound - 1)
            let (first, last) = (passage.text[open], passage.text[close])
            guard first == "(" || last == ")", MarkPairs.kind(first)?.name == .round else { continue }
            if first == "(", last == ")", !passage.isMarker {
                if counts.isEmpty { counts = Self.counts(passage) }
                let start = passage.range.lowerBound
                let holdsChinese = counts[close - start] > counts[open + 1 - start]
                let outside = passage.withBlanks(pair)
                let before = outside.lowerBound > start ? passage.text[outside.lowerBound - 1] : nil
                let followsChinese = passage.isChinese(outside.lowerBound - 1)
                let precedesHan = passage.at(outside.upperBound)?.isHan == true && before?.isNarrowWord != true
                guard holdsChinese || followsChinese || precedesHan else { continue }
            }
            let opening = passage.withBlanks(open..<open + 1)
            let closing = passage.withBlanks(close..<close + 1)
            if first == "(" { findings.append(finding(opening, "(", "（")) }
            if last == ")", closing.lowerBound >= opening.upperBound || first != "(" {
                findings.append(finding(closing, ")", "）"))
            } else if last == ")" {
                findings.append(finding(close..<closing.upperBound, ")", "）"))
            }
        }
        return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func counts(_ passage: Passage) -> [Int] {
        var counts = [0]
        counts.reserveCapacity(passage.range.count + 1)
        var count = 0
        for index in passage.range {
            if passage.isChinese(index) { count += 1 }
            counts.append(count)
        }
        return counts
    }

    private static func finding(_ range: Range<Int>, _ mark: String, _ wide: String) -> Finding {
        Finding(
            range,
            LocalizedText(zh: "“\(mark)”是半角，请改为“\(wide)”", en: "'\(mark)' has half width; write '\(wide)'"),
            replacement: wide,
            isSafe: true
        )
    }
}

internal import StageKit
internal import SummaryModel

/// `"` and `'` in Chinese text are “ ” and ‘ ’. They are turned where only one reading is possible: every quotation that
/// opens is closed, and each mark stands where one that opens or closes may stand. Otherwise they are reported.
enum StraightQuote: PunctuationRule {
    static let name = "straight-quote"
    static let summary = LocalizedText(
        zh: "中文里用了直引号",
        en: "Straight quotation marks stand in Chinese text."
    )
    static let source: String? = "GB/T 15834-2011, 4.8"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var doubles: [Int] = []
        var singles: [Int] = []
        var (straightDoubles, straightSingles) = (0, 0)
        for index in passage.range where !passage.isExempt(index) {
            switch passage.text[index] {
            case "\"", "＂":
                doubles.append(index)
                straightDoubles += 1
            case "“", "”": doubles.append(index)
            case "'", "＇":
                guard !isApostrophe(index, passage) else { continue }
                singles.append(index)
                straightSingles += 1
            case "‘", "’":
                if !isApostrophe(index, passage) { singles.append(index) }
            default: break
            }
        }
        var findings: [Finding] = []
        if straightDoubles > 0 {
            findings += Self.findings(doubles, passage) { _ in ("“", "”") }
        } else if straightSingles > 0 {
            // The outer quotation has double marks.
            let inside = insideQuotations(singles, doubles, passage)
            findings += Self.findings(singles, passage) { inside.contains($0) ? ("‘", "’") : ("“", "”") }
        }
        return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The whole text is paired at once or, where that fails, sentence by sentence.
    private static func findings(
        _ marks: [Int],
        _ passage: Passage,
        _ forms: (Int) -> (open: String, close: String)
    ) -> [Finding] {
        if let found = paired(marks[...], passage, forms) { return found }
        var findings: [Finding] = []
        var first = 0
        while first < marks.count {
            var last = first + 1
            while last < marks.count,
                !passage.text[marks[last - 1]..<marks[last]].contains(where: { $0.isStop || $0 == "；" })
            {
                last += 1
            }
            let sentence = marks[first..<last]
            if let found = paired(sentence, passage, forms) {
                findings += found
            } else if let mark = sentence.first(where: { isStraight($0, passage) }), isInChinese(mark, mark, passage) {
                findings.append(
                    Finding(mark..<mark + 1, unpaired(passage.text[mark]))
                )
            }
            first = last
        }
        return findings
    }

    /// The marks turned by taking every other one for an opening one; `nil` when that makes no sense.
    private static func paired(
        _ marks: ArraySlice<Int>,
        _ passage: Passage,
        _ forms: (Int) -> (open: String, close: String)
    ) -> [Finding]? {
        guard marks.count.isMultiple(of: 2) else { return nil }
        var findings: [Finding] = []
        var place = marks.startIndex
        while place < marks.endIndex {
            let (open, close) = (marks[place], marks[place + 1])
            let (first, last) = (passage.text[open], passage.text[close])
            guard first != "”", first != "’", last != "“", last != "‘", close > open + 1 else { return nil }
            let areStraight = (isStraight(open, passage), isStraight(close, passage))
            if areStraight.0, !mayOpen(open, passage) { return nil }
            if areStraight.1, !mayClose(close, passage) { return nil }
            // “甲"乙"丙”: the inner marks may as well be a quotation inside the outer one.
            if areStraight.1, !areStraight.0, place + 2 < marks.endIndex, isStraight(marks[place + 2], passage) {
                var next = place + 1
                while next < marks.endIndex, isStraight(marks[next], passage) { next += 1 }
                if next < marks.endIndex, (next - place - 1).isMultiple(of: 2), passage.text[marks[next]].isClosing {
                    return nil
                }
            }
            if isInChinese(open, close, passage) {
                let (opening, closing) = forms(open)
                if areStraight.0 { findings.append(finding(passage.withBlanks(open..<open + 1), first, opening)) }
                if areStraight.1 {
                    var range = passage.withBlanks(close..<close + 1)
                    if let previous = findings.last {
                        range = max(range.lowerBound, previous.range.upperBound)..<range.upperBound
                    }
                    findings.append(finding(range, last, closing))
                }
            }
            place += 2
        }
        return withoutOverlaps(findings)
    }

    /// The blanks between two quotations are taken with the first.
    private static func withoutOverlaps(_ findings: [Finding]) -> [Finding] {
        var result: [Finding] = []
        for var finding in findings {
            if let last = result.last, finding.range.lowerBound < last.range.upperBound {
                finding.range = last.range.upperBound..<finding.range.upperBound
            }
            if !finding.range.isEmpty { result.append(finding) }
        }
        return result
    }

    private static func isStraight(_ index: Int, _ passage: Passage) -> Bool {
        switch passage.text[index] {
        case "\"", "＂", "'", "＇": true
        default: false
        }
    }

    /// Nothing closes directly after an opening mark, and no pause follows.
    private static func mayOpen(_ index: Int, _ passage: Passage) -> Bool {
        guard let next = passage.at(passage.withBlanks(index..<index + 1).upperBound) else { return false }
        return !next.isPoint && !next.isClosing && !",;:?!.)".unicodeScalars.contains(next)
    }

    /// No pause or opening mark stands directly before a closing mark; what ends a sentence may.
    private static func mayClose(_ index: Int, _ passage: Passage) -> Bool {
        let start = passage.withBlanks(index..<index + 1).lowerBound
        guard let last = passage.before(start) else { return false }
        return !last.isOpening && !"，、；：,;:(".unicodeScalars.contains(last)
    }

    private static func isInChinese(_ open: Int, _ close: Int, _ passage: Passage) -> Bool {
        let before = passage.withBlanks(open..<open + 1).lowerBound - 1
        let after = passage.withBlanks(close..<close + 1).upperBound
        return passage.isChinese(before) || passage.isChinese(after) || passage.isChinese(open + 1)
            || passage.isChinese(close - 1)
    }

    /// Don't, the ’90s and 5' are no quotations.
    private static func isApostrophe(_ index: Int, _ passage: Passage) -> Bool {
        let next = passage.at(index + 1)
        guard let last = passage.before(index), last.isNarrowWord else { return next?.isNarrowDigit == true }
        return last.isNarrowDigit || !(next?.isHan ?? false || next?.isClosing ?? false || next?.isPoint ?? false)
    }

    private static func insideQuotations(_ singles: [Int], _ doubles: [Int], _ passage: Passage) -> Set<Int> {
        var inside: Set<Int> = []
        var depth = 0
        var next = 0
        for mark in singles {
            while next < doubles.count, doubles[next] < mark {
                depth = passage.text[doubles[next]] == "“" ? 1 : 0
                next += 1
            }
            if depth > 0 { inside.insert(mark) }
        }
        return inside
    }

    private static func finding(_ range: Range<Int>, _ found: Unicode.Scalar, _ mark: String) -> Finding {
        Finding(
            range,
            LocalizedText(
                zh: "“\(found)”是直引号，请改为“\(mark)”",
                en: "'\(found)' is a straight quotation mark; write '\(mark)'"
            ),
            replacement: mark,
            isSafe: true
        )
    }

    private static func unpaired(_ found: Unicode.Scalar) -> LocalizedText {
        LocalizedText(
            zh: "直引号“\(found)”不能确定与哪一个配对；请改为中文引号",
            en: "it is unclear which mark '\(found)' belongs to; write Chinese quotation marks"
        )
    }
}

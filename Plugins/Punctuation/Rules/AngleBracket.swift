internal import StageKit
internal import SummaryModel

/// `<<` and `>>` around a name are 《》.
enum AngleBracket: PunctuationRule {
    static let name = "angle-bracket"
    static let summary = LocalizedText(
        zh: "书名号打成了“<<”“>>”",
        en: "The marks of a title are typed as two angle brackets."
    )
    static let source: String? = "GB/T 15834-2011, 4.15"
    static let level = RuleLevel.fix

    /// The longest name, in characters.
    private static let longestName = 80

    static func findings(in passage: Passage) -> [Finding] {
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index + 1 < passage.range.upperBound {
            guard !passage.isExempt(index), let start = opening(index, in: passage),
                let close = closing(start, in: passage), start - index == 2 || close.count == 2
            else {
                index += 1
                continue
            }
            if start - index == 2 { findings.append(finding(index..<start, "<<", "《")) }
            if close.count == 2 { findings.append(finding(close, ">>", "》")) }
            index = close.upperBound
        }
        return findings
    }

    private static func opening(_ index: Int, in passage: Passage) -> Int? {
        if passage.text[index] == "《" { return index + 1 }
        return isPair(index, of: "<", in: passage) ? index + 2 : nil
    }

    private static func closing(_ start: Int, in passage: Passage) -> Range<Int>? {
        var index = start
        var holdsHan = false
        while index < passage.range.upperBound, index - start <= longestName {
            let scalar = passage.text[index]
            if scalar == "》" { return holdsHan ? index..<index + 1 : nil }
            if isPair(index, of: ">", in: passage) { return holdsHan ? index..<index + 2 : nil }
            if scalar == "《" || scalar == "<" || scalar == ">" || scalar.isStop { return nil }
            holdsHan = holdsHan || scalar.isHan
            index += 1
        }
        return nil
    }

    /// Exactly two.
    private static func isPair(_ index: Int, of scalar: Unicode.Scalar, in passage: Passage) -> Bool {
        passage.text[index] == scalar && passage.at(index + 1) == scalar && passage.at(index + 2) != scalar
            && passage.before(index) != scalar && !passage.isExempt(index) && !passage.isExempt(index + 1)
    }

    private static func finding(_ range: Range<Int>, _ found: String, _ mark: String) -> Finding {
        Finding(
            range,
            LocalizedText(zh: "“\(found)”应是书名号，请改为“\(mark)”", en: "'\(found)' marks a title; write '\(mark)'"),
            replacement: mark,
            isSafe: true
        )
    }
}

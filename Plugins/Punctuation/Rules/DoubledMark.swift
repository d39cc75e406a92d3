internal import StageKit
internal import SummaryModel

/// Two marks where one belongs: 。。 or ，，, or a weaker one before a stronger: 、， or ，。. Where the weaker follows the stronger
/// a person has to decide.
enum DoubledMark: PunctuationRule {
    static let name = "doubled-mark"
    static let summary = LocalizedText(
        zh: "标点重复或连用",
        en: "Two marks stand where one belongs."
    )
    static let source: String? = "GB/T 15834-2011, 4"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard passage.text[index].isPoint, !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.range.upperBound, passage.text[end].isPoint, !passage.isExempt(end) { end += 1 }
            if end - index > 1, let finding = finding(index..<end, passage) { findings.append(finding) }
            if end == index + 1, let finding = afterQuotation(index, passage) { findings.append(finding) }
            index = end
        }
        for pair in passage.pairs.pairs
        where passage.text[pair.lowerBound] == "“" || passage.text[pair.lowerBound] == "《" {
            let inner = (pair.lowerBound + 1)..<(pair.upperBound - 1)
            guard inner.count > 2, passage.text[inner.lowerBound] == passage.text[pair.lowerBound],
                passage.pairs.partners[inner.lowerBound] == inner.upperBound - 1
            else { continue }
            findings.append(removal(inner.lowerBound, passage))
            findings.append(removal(inner.upperBound - 1, passage))
        }
        return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func strength(_ mark: Unicode.Scalar) -> Int {
        switch mark {
        case "、": 0
        case "，": 1
        case "；": 2
        case "。": 3
        default: 4
        }
    }

    private static func finding(_ range: Range<Int>, _ passage: Passage) -> Finding? {
        let marks = passage.text[range]
        let emphatic = marks.prefix { $0 == "？" || $0 == "！" }
        guard emphatic.count < marks.count else { return nil }
        if !emphatic.isEmpty, marks.dropFirst(emphatic.count).allSatisfy({ $0 == "。" }) {
            return Finding(range, message(marks.string, emphatic.string), replacement: emphatic.string, isSafe: true)
        }
        guard let last = marks.last else { return nil }
        if marks.allSatisfy({ $0 == last }) {
            // Three 。 stand for an ellipsis.
            guard last != "。" || marks.count == 2 else { return nil }
            return Finding(range, message(marks.string, String(last)), replacement: String(last), isSafe: true)
        }
        let rises = zip(marks, marks.dropFirst()).allSatisfy { strength($0) <= strength($1) }
        if rises, !marks.contains("：") {
            let kept = last == "。" || strength(last) < 3 ? String(last) : marks.drop { strength($0) < 4 }.string
            return Finding(range, message(marks.string, kept), replacement: kept, isSafe: true)
        }
        return Finding(range, unclear(marks.string))
    }

    /// 。”。
    private static func afterQuotation(_ index: Int, _ passage: Passage) -> Finding? {
        guard passage.text[index] == "。", let mark = passage.before(index), mark == "”" || mark == "’",
            passage.before(index - 1) == "。"
        else { return nil }
        let range = (index - 2)..<(index + 1)
        return Finding(range, message(passage.string(range), "。" + String(mark)), replacement: "。" + String(mark))
    }

    private static func removal(_ index: Int, _ passage: Passage) -> Finding {
        let mark = String(passage.text[index])
        return Finding(index..<index + 1, message(mark + mark, mark), replacement: "", isSafe: true)
    }

    private static func message(_ found: String, _ mark: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”重复，请改为“\(mark)”", en: "'\(found)' is one mark too many; write '\(mark)'")
    }

    private static func unclear(_ found: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”只能留一个，请按文意取舍", en: "only one mark of '\(found)' can stay; decide by the meaning")
    }
}

internal import StageKit
internal import SummaryModel

/// `.` and ．after a Chinese sentence are 。. In the middle of a text that has 。 as well it may be the point of a name, so
/// that it is only reported.
enum HalfWidthStop: PunctuationRule {
    static let name = "half-width-stop"
    static let summary = LocalizedText(
        zh: "中文句子末尾用了“.”",
        en: "A Chinese sentence ends in a point."
    )
    static let source: String? = "GB/T 15834-2011, 4.1"
    static let level = RuleLevel.fix

    /// How much text before a point makes it a sentence, in characters.
    private static let shortestSentence = 6

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        var hasStop: Bool?
        for index in passage.range where isPoint(passage.text[index]) && !passage.isExempt(index) {
            guard let last = passage.before(index), !isPoint(last), passage.at(index + 1).map(isPoint) != true,
                last == "%" || last == "％" || last.isNarrowDigit || passage.isChinese(index - 1)
            else { continue }
            let after = passage.withBlanks(index..<index + 1).upperBound
            let isEnd = after == passage.range.upperBound
            // 开放时间为9:00至17:30.
            if last.isNarrowDigit {
                let before = passage.text[passage.range.lowerBound..<index]
                guard isEnd, !passage.isCell, passage.kind != .title, before.count > shortestSentence,
                    before.suffix(8).contains(where: \.isHan)
                else { continue }
                findings.append(
                    Finding(
                        index..<index + 1,
                        message(passage.text[index], isSafe: true),
                        replacement: "。",
                        isSafe: true
                    )
                )
                continue
            }
            var isSafe = true
            if passage.terminator.contains(index) {
                // The stop after the phrase of a heading.
            } else if isEnd || passage.text[after].isClosing {
                guard !passage.isCell, isEnd || length(before: index, in: passage) >= shortestSentence else { continue }
                guard isEnd ? length(before: index, in: passage) >= 3 : true else { continue }
            } else {
                guard passage.text[after].isHan || passage.text[after].isOpening || passage.text[after].isNarrowDigit,
                    length(before: index, in: passage) >= shortestSentence
                else { continue }
                let found = hasStop ?? passage.text[passage.range].contains("。")
                hasStop = found
                isSafe = !found
            }
            if isInsideTitle(index, passage) { continue }
            let isSpaced = after > index + 1 && !isEnd
            findings.append(
                Finding(
                    index..<(isSpaced ? after : index + 1),
                    message(passage.text[index], isSafe: isSafe),
                    replacement: "。",
                    isSafe: isSafe
                )
            )
        }
        return findings
    }

    private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

    /// How many characters stand between the last mark and `index`, as far as that matters.
    private static func length(before index: Int, in passage: Passage) -> Int {
        var start = index
        while start > passage.range.lowerBound, index - start < shortestSentence {
            let scalar = passage.text[start - 1]
            if scalar.isPoint || ",;:?!".unicodeScalars.contains(scalar) { break }
            if isPoint(scalar), passage.at(start)?.isNarrowDigit != true { break }
            start -= 1
        }
        return index - start
    }

    /// 《甲.乙》: the points of names of works are interpuncts.
    private static func isInsideTitle(_ index: Int, _ passage: Passage) -> Bool {
        let around = passage.text[passage.range.lowerBound..<index].suffix(40).last { $0 == "《" || $0 == "》" }
        return around == "《"
    }

    private static func message(_ mark: Unicode.Scalar, isSafe: Bool) -> LocalizedText {
        isSafe
            ? LocalizedText(zh: "句末的“\(mark)”请改为“。”", en: "'\(mark)' ends a sentence; write '。'")
            : LocalizedText(
                zh: "“\(mark)”可能是句号；是句号请改为“。”，是间隔号请改为“·”",
                en: "'\(mark)' may be a stop; write '。', or '·' inside a name"
            )
    }
}

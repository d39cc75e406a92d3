internal import StageKit
internal import SummaryModel

/// `, ; : ? !` beside Chinese text are ，；：？！. Between digits and Latin letters they stay: 9:30, 1:2, 1,234, Hello, world.
enum HalfWidthMark: PunctuationRule {
    static let name = "half-width-mark"
    static let summary = LocalizedText(
        zh: "汉字旁边的逗号、分号、冒号、问号、叹号是半角",
        en: "A comma, semicolon, colon, question or exclamation mark beside Chinese text has half width."
    )
    static let source: String? = "GB/T 15834-2011, 5.1"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard wide(passage.text[index]) != nil, !passage.isExempt(index) else {
                index += 1
                continue
            }
            // Marks in a row are judged together.
            var end = index + 1
            while end < passage.range.upperBound, !passage.isExempt(end),
                wide(passage.text[end]) != nil || passage.text[end].isBlank
            {
                end += 1
            }
            let run = passage.withBlanks(index..<end)
            if passage.isChinese(run.lowerBound - 1) || passage.isChinese(run.upperBound) {
                var start = run.lowerBound
                for place in run {
                    guard let mark = wide(passage.text[place]) else { continue }
                    let next = passage.text[(place + 1)..<run.upperBound].firstIndex { !$0.isBlank } ?? run.upperBound
                    findings.append(
                        Finding(
                            start..<next,
                            message(passage.text[place], mark),
                            replacement: String(mark),
                            isSafe: true
                        )
                    )
                    start = next
                }
            }
            index = max(end, run.upperBound)
        }
        return findings
    }

    private static func wide(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch mark {
        case ",": "，"
        case ";": "；"
        case ":": "："
        case "?": "？"
        case "!": "！"
        default: nil
        }
    }

    private static func message(_ mark: Unicode.Scalar, _ wide: Unicode.Scalar) -> LocalizedText {
        LocalizedText(zh: "“\(mark)”是半角，请改为“\(wide)”", en: "'\(mark)' has half width; write '\(wide)'")
    }
}

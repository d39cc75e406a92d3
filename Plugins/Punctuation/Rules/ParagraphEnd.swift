internal import StageKit
internal import SummaryModel

/// A paragraph of the text ends in 。？！： or ……, or in ” or ） after one of them. Headings, items, cells and short lines need not.
enum ParagraphEnd: PunctuationRule {
    static let name = "paragraph-end"
    static let summary = LocalizedText(
        zh: "正文段落末尾缺少句末标点",
        en: "A paragraph of the text does not end in the mark of a sentence."
    )
    static let source: String? = "GB/T 15834-2011, 4.1"
    static let level = RuleLevel.warning

    /// Shorter lines may be names, labels or verse, in characters.
    private static let shortest = 20

    static func findings(in passage: Passage) -> [Finding] {
        guard passage.mayLackStop, !passage.isMarker, !passage.isCell else { return [] }
        let text = passage.text[passage.range].trimmed
        guard text.count >= shortest, let last = text.last, !passage.isExempt(text.endIndex - 1),
            text.contains(where: \.isPoint), !isLabel(text)
        else { return [] }
        let range = (text.endIndex - 1)..<text.endIndex
        switch last {
        case "，", "、":
            return [Finding(range, pause(last))]
        case "”", "’":
            guard let open = passage.pairs.partners[range.lowerBound], open > text.startIndex,
                !endsSentence(passage.text[range.lowerBound - 1])
            else { return [] }
        case "）":
            guard let open = passage.pairs.partners[range.lowerBound], open > text.startIndex,
                !endsSentence(passage.text[range.lowerBound - 1]), !endsSentence(passage.text[open - 1])
            else { return [] }
        case "》", "%", "％": break
        default:
            guard last.isHan || last.isNarrowDigit else { return [] }
        }
        return [
            Finding(range, missing, replacement: String(last) + "。")
        ]
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isStop || scalar == "…" || scalar == "；" || scalar == "："
    }

    /// 时间：6月20日 has no sentence.
    private static func isLabel(_ text: Scalars) -> Bool {
        guard let colon = text.prefix(12).firstIndex(of: "："), !text.contains(where: \.isStop) else { return false }
        return text.count < 60 || !text[colon...].contains("，")
    }

    /// Whether the last character of a text says that nothing is missing.
    static func endsWell(_ text: String) -> Bool {
        switch text.unicodeScalars.last {
        case "。", "：", "；", "！", "？", "…": true
        default: false
        }
    }

    private static let missing = LocalizedText(
        zh: "段落末尾缺少句末标点，请补上“。”",
        en: "the paragraph does not end in the mark of a sentence; add '。'"
    )

    private static func pause(_ mark: Unicode.Scalar) -> LocalizedText {
        LocalizedText(
            zh: "段落以“\(mark)”结尾，可能没有写完或断错了行；请改为“。”或补全",
            en: "the paragraph ends in '\(mark)' and may be broken off; write '。' or complete it"
        )
    }
}

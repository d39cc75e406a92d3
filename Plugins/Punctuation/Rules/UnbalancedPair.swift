internal import StageKit
internal import SummaryModel

/// A quotation, bracket or title that is opened and not closed, or closed and not opened, in one paragraph. A quotation may
/// go on over paragraphs that each begin with “.
enum UnbalancedPair: PunctuationRule {
    static let name = "unbalanced-pair"
    static let summary = LocalizedText(
        zh: "引号、括号或书名号不成对",
        en: "A quotation mark, a bracket or the mark of a title lacks its other half."
    )
    static let source: String? = "GB/T 15834-2011, 4.8, 4.9, 4.15"
    static let level = RuleLevel.warning

    static func findings(in passage: Passage) -> [Finding] {
        // A title may be broken into lines inside a pair.
        guard !passage.isMarker, passage.kind != .title, passage.kind != .subtitle else { return [] }
        return passage.pairs.unmatched.compactMap { index in
            let mark = passage.text[index]
            guard let kind = MarkPairs.kind(mark) else { return nil }
            // 5' and ’90 are no quotations.
            if kind.name == .single,
                passage.before(index)?.isNarrowWord == true || passage.at(index + 1)?.isNarrowWord == true
            {
                return nil
            }
            return Finding(index..<index + 1, message(mark, closes: kind.closes))
        }
    }

    private static func message(_ mark: Unicode.Scalar, closes: Bool) -> LocalizedText {
        closes
            ? LocalizedText(
                zh: "“\(mark)”前面没有与它配对的符号，请补上或删去",
                en: "nothing opens what '\(mark)' closes; add or delete a mark"
            )
            : LocalizedText(
                zh: "“\(mark)”后面没有与它配对的符号，请补上或删去",
                en: "nothing closes what '\(mark)' opens; add or delete a mark"
            )
    }
}

internal import SummaryModel

/// Which marks of a text belong together, found with a stack.
struct MarkPairs: Sendable {
    /// The other mark of a pair, by the index of either.
    private(set) var partners: [Int: Int] = [:]
    /// The pairs, in the order in which they close.
    private(set) var pairs: [Range<Int>] = []
    /// The marks without a partner, in order.
    private(set) var unmatched: [Int] = []

    /// How far down the stack the opening mark of a closing one is looked for.
    private static let depth = 16

    init(_ text: [Unicode.Scalar], _ range: Range<Int>, isExempt: (Int) -> Bool) {
        var open: [Int] = []
        for index in range where !isExempt(index) {
            guard let kind = Self.kind(text[index]) else { continue }
            if !kind.closes {
                open.append(index)
                continue
            }
            if kind.name == .single, Self.isApostrophe(text, index, range) { continue }
            if kind.name == .round, Self.isEnumerator(text, index, range, open.last.map { text[$0] }) { continue }
            let places = open.suffix(Self.depth)
            guard let place = places.lastIndex(where: { Self.kind(text[$0])?.name == kind.name }) else {
                unmatched.append(index)
                continue
            }
            // A pair of round brackets may stand across nothing; a quotation that was left open does not end it.
            unmatched += open[(place + 1)...]
            partners[open[place]] = index
            partners[index] = open[place]
            pairs.append(open[place]..<index + 1)
            open.removeSubrange(place...)
        }
        unmatched = (unmatched + open).sorted()
    }

    enum Name: Hashable { case double, single, round, title, innerTitle, tortoise, lenticular }

    static func kind(_ scalar: Unicode.Scalar) -> (name: Name, closes: Bool)? {
        switch scalar {
        case "“": (.double, false)
        case "”": (.double, true)
        case "‘": (.single, false)
        case "’": (.single, true)
        case "(", "（": (.round, false)
        case ")", "）": (.round, true)
        case "《": (.title, false)
        case "》": (.title, true)
        case "〈": (.innerTitle, false)
        case "〉": (.innerTitle, true)
        case "〔": (.tortoise, false)
        case "〕": (.tortoise, true)
        case "【": (.lenticular, false)
        case "】": (.lenticular, true)
        default: nil
        }
    }

    /// Don’t: between letters the mark closes nothing.
    private static func isApostrophe(_ text: [Unicode.Scalar], _ index: Int, _ range: Range<Int>) -> Bool {
        index > range.lowerBound && index + 1 < range.upperBound && text[index - 1].isNarrowWord
            && text[index + 1].isNarrowWord
    }

    /// 1) or 2） before an item: a number or letter of at most two characters that begins a clause.
    private static func isEnumerator(
        _ text: [Unicode.Scalar],
        _ index: Int,
        _ range: Range<Int>,
        _ open: Unicode.Scalar?
    ) -> Bool {
        if let open, kind(open)?.name == .round { return false }
        var start = index
        while start > range.lowerBound, index - start < 3,
            text[start - 1].isNarrowWord || text[start - 1].hanDigit != nil || text[start - 1] == "十"
        {
            start -= 1
        }
        guard start < index, index - start < 3 else { return false }
        guard start > range.lowerBound else { return true }
        let before = text[start - 1]
        return before.isPoint || before.isBlank || ",;:.".unicodeScalars.contains(before)
    }
}

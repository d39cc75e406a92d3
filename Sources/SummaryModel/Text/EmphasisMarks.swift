/// Tells the marks of Markdown for emphasis from gaps that are signed with the same characters.
package enum EmphasisMarks {
    /// How far apart the two marks of emphasis may stand, in characters.
    private static let longestEmphasis = 200

    /// Whether the `**` at `range` opens or closes emphasis: another `**` stands before or behind it, with words in between
    /// that touch both marks.
    package static func areEmphasis(_ text: Scalars, _ range: Range<Int>) -> Bool {
        let parity = marks(in: text, before: range.lowerBound) % 2
        if parity == 0 {
            guard let close = nextMark(in: text, from: range.upperBound) else { return false }
            return holdsWords(text[range.upperBound..<close])
        }
        guard let open = previousMark(in: text, before: range.lowerBound) else { return false }
        return holdsWords(text[open..<range.lowerBound])
    }

    /// How many `**` stand closely before `index`.
    private static func marks(in text: Scalars, before index: Int) -> Int {
        var count = 0
        var place = index
        while let open = previousMark(in: text, before: place), count < 8 {
            count += 1
            place = open - 2
        }
        return count
    }

    /// The start of the next `**`, not part of a longer run.
    private static func nextMark(in text: Scalars, from start: Int) -> Int? {
        var index = start
        let limit = min(text.endIndex, start + longestEmphasis)
        while index + 1 < limit {
            guard text[index] == "*" else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == "*" { end += 1 }
            if end - index == 2 { return index }
            index = end
        }
        return nil
    }

    /// The end of the last `**` before `index`, not part of a longer run.
    private static func previousMark(in text: Scalars, before index: Int) -> Int? {
        var end = index
        let limit = max(text.startIndex, index - longestEmphasis)
        while end > limit {
            guard text[end - 1] == "*" else {
                end -= 1
                continue
            }
            var start = end
            while start > text.startIndex, text[start - 1] == "*" { start -= 1 }
            if end - start == 2 { return end }
            end = start
        }
        return nil
    }

    /// Whether what stands between two marks is words that touch both, and no gap begins with the first mark: 培训**人，**个村.
    package static func holdsWords(_ inside: Scalars) -> Bool {
        guard let first = inside.first, let last = inside.last, !first.isBlank, !last.isBlank else { return false }
        // 培训**人，**个村: what follows the sign counts something.
        let second = inside.dropFirst().first
        if "名个次条期篇份场户项件起分号家".unicodeScalars.contains(first) { return false }
        if first == "人", second == nil || "次，。、；".unicodeScalars.contains(second ?? "，") { return false }
        // **县**局: what stands between two gaps is the short name of a place or body; with a stop it is prose.
        let units = "省市县区镇乡村局委办厅部院校处科所站年月日名次个人万元".unicodeScalars
        return !(units.contains(first) && inside.count <= 12 && !"。：！".unicodeScalars.contains(last))
    }
}

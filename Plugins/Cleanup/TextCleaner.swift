internal import SummaryModel

/// Removes leaked mark-up and stray blanks inside the text of a block.
struct TextCleaner {
    /// One thing that was changed.
    struct Change {
        var reason: String
        var before: String
        var after: String
    }

    /// The reason under which blanks are listed that were left alone.
    static let possibleGap = "possible-gap"

    var removesMarkup: Bool
    var removesBlanks: Bool
    /// Whether one blank stays between Chinese words.
    var keepsSingleBlanks: Bool
    /// Whether that blank is wide where one of several was: it sets what stands at the right of a line apart.
    var keepsWideBlanks = false
    /// Whether the text is a caption, whose number ends with a blank: 表1　各村完成情况.
    var isCaption = false

    /// Whether any text of the block holds a character that may have to go; a quick look over the bytes.
    static func mayChange(_ block: Block) -> Bool {
        guard block.mayHold(suspectFilter) else { return false }
        func holds(_ inlines: [Inline]) -> Bool {
            inlines.contains { inline in
                if case .text(let text) = inline.content { holdsSuspect(text) } else { false }
            }
        }
        return holds(block.content) || block.body.map(holds) == true || block.table.map { holds($0.inlines) } == true
    }

    private static func holdsSuspect(_ text: String) -> Bool { suspects.isAny(in: text) }

    /// Blanks, control characters, code points that are no characters, `&` and `<`; and a few beside them that are rare.
    private static let suspects = ScalarSet([
        0...0x20, 0x26...0x26, 0x3C...0x3C, 0x7F...0xBF, 0x1000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
        0x3000...0x3000,
        0xFDC0...0xFDFF, 0xFEC0...0xFEFF, 0xFFFE...0xFFFF,
    ])
    private static let suspectFilter = CharacterFilter(suspects)

    /// Cleans a run of pieces.
    ///
    /// - Parameters:
    ///   - first: The character before the run of pieces.
    ///   - atStart: Whether blanks at the beginning go.
    ///   - atEnd: Whether blanks at the end go.
    func clean(
        _ inlines: inout [Inline],
        before first: Unicode.Scalar? = nil,
        atStart: Bool,
        atEnd: Bool
    ) -> [Change] {
        var changes: [Change] = []
        for index in inlines.indices {
            guard case .text(let text) = inlines[index].content, Self.holdsSuspect(text) else { continue }
            let before = index > 0 ? inlines[index - 1].shownText.unicodeScalars.last : first
            let after = index + 1 < inlines.count ? inlines[index + 1].shownText.unicodeScalars.first : nil
            let cleaned = cleanThoroughly(
                text,
                before: before,
                after: after,
                atStart: atStart && index == 0,
                atEnd: atEnd && index + 1 == inlines.count,
                &changes
            )
            if cleaned != text { inlines[index].content = .text(cleaned) }
        }
        inlines.removeAll { $0.content == .text("") }
        return changes
    }

    /// How often a text is cleaned at most: what is taken out may leave a tag or reference behind, and that another.
    private static let passes = 8

    /// Cleans until nothing is left to clean, so that a second run finds nothing.
    private func cleanThoroughly(
        _ text: String,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?,
        atStart: Bool,
        atEnd: Bool,
        _ changes: inout [Change]
    ) -> String {
        var current = text
        for _ in 0..<Self.passes {
            var found: [Change] = []
            let scalars = Array(current.unicodeScalars)[...]
            let cleaned = clean(scalars, before: before, after: after, atStart: atStart, atEnd: atEnd, &found)
            if cleaned == current {
                changes += found
                break
            }
            changes += found.filter { $0.reason != Self.possibleGap }
            current = cleaned
        }
        return current
    }

    private func clean(
        _ text: Scalars,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?,
        atStart: Bool,
        atEnd: Bool,
        _ changes: inout [Change]
    ) -> String {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var last = before
        var index = text.startIndex
        func note(_ reason: String, _ written: Scalars, _ new: String) {
            changes.append(Change(reason: reason, before: written.string, after: new))
        }
        while index < text.endIndex {
            let scalar = text[index]
            if removesMarkup, let repair = LeakedMarkup.repair(in: text, at: index) {
                note("repaired-markup", text[index..<repair.end], repair.text.string)
                result += repair.text
                last = repair.text.last ?? last
                index = repair.end
                continue
            }
            if removesMarkup, let end = LeakedMarkup.tagEnd(in: text, at: index) {
                note("leaked-markup", text[index..<end], "")
                index = end
                continue
            }
            if removesMarkup, let reference = LeakedMarkup.reference(in: text, at: index), !reference.character.isBlank
            {
                let new = String(reference.character)
                note("leaked-markup", text[index..<reference.end], new)
                result.append(reference.character)
                last = reference.character
                index = reference.end
                continue
            }
            guard scalar.isBlank || isForbidden(scalar) || startsBlankReference(text, index) else {
                result.append(scalar)
                last = scalar
                index += 1
                continue
            }
            let end = blankEnd(in: text, from: index)
            let run = text[index..<end]
            let next = end < text.endIndex ? text[end] : after
            let isEdge = (atStart && index == text.startIndex) || (atEnd && end == text.endIndex)
            let kept =
                isEdge
                ? (removesBlanks ? "" : run.string)
                : Self.isNumberOfRule(result[...], after: before, atStart)
                    || isCaption && before == nil && Self.isNumberOfCaption(result[...])
                    ? Self.narrowed(run, removesBlanks) : replacement(for: run, last, next)
            if kept != run.string {
                note(run.contains("&") ? "leaked-markup" : Self.reason(for: run), run, kept)
            } else if run.count >= 3 {
                note(Self.possibleGap, run, kept)
            }
            result.append(contentsOf: kept.unicodeScalars)
            if let lastKept = kept.unicodeScalars.last { last = lastKept }
            index = end
        }
        return result.string
    }

    /// Whether a text is 第一条 and nothing more, or nothing after the marker 第一章: the blank that follows is the mark of
    /// the number, as rules write it.
    private static func isNumberOfRule(_ text: Scalars, after before: Unicode.Scalar?, _ atStart: Bool) -> Bool {
        if text.isEmpty, let before { return !atStart && "章节".unicodeScalars.contains(before) }
        guard before == nil else { return false }
        guard text.count >= 3, text.count <= 10, text.first == "第", let unit = text.last,
            "章节条".unicodeScalars.contains(unit)
        else { return false }
        return text.dropFirst().dropLast().allSatisfy { $0.digitValue != nil || HanNumeral.characters.contains($0) }
    }

    /// Whether a text is 表1 or 图3-2 and nothing more.
    private static func isNumberOfCaption(_ text: Scalars) -> Bool {
        guard (2...10).contains(text.count), text.first == "表" || text.first == "图" else { return false }
        return text.dropFirst().allSatisfy {
            $0.digitValue != nil || HanNumeral.characters.contains($0) || ".-－—".unicodeScalars.contains($0)
        }
    }

    /// One blank of several.
    private static func narrowed(_ run: Scalars, _ removesBlanks: Bool) -> String {
        guard removesBlanks else { return run.string }
        return run.contains("\u{3000}") ? "\u{3000}" : run.contains(where: hasWidth) ? " " : ""
    }

    /// What stays of a run of blanks between two characters.
    private func replacement(for run: Scalars, _ last: Unicode.Scalar?, _ next: Unicode.Scalar?) -> String {
        guard removesBlanks else { return run.string }
        let showsWidth = run.contains { Self.hasWidth($0) }
        guard showsWidth, let last, let next else { return showsWidth && last != nil && next != nil ? " " : "" }
        let isLatin = Self.isNarrow(last) && Self.isNarrow(next)
        if isLatin || (keepsSingleBlanks && Self.separates(last, next)) {
            return keepsWideBlanks && run.contains("\u{3000}") ? "\u{3000}" : " "
        }
        // Three blanks before a measure word may be a gap left for a figure.
        if run.count >= 3, last.isHan, "次个人名项万元件％%场家户期".unicodeScalars.contains(next) { return run.string }
        return ""
    }

    /// Whether a blank may tell two words apart: not beside a mark, and not between a number and 年, 月 or 日.
    private static func separates(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        if last.digitValue != nil, "年月日".unicodeScalars.contains(next) { return false }
        return !isMark(last) && !isMark(next)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "，、；：。？！“”‘’（）《》〈〉".unicodeScalars.contains(scalar)
    }

    private func blankEnd(in text: Scalars, from start: Int) -> Int {
        var end = start
        while end < text.endIndex {
            if text[end].isBlank || isForbidden(text[end]) {
                end += 1
            } else if removesMarkup, let reference = LeakedMarkup.reference(in: text, at: end),
                reference.character.isBlank
            {
                end = reference.end
            } else {
                break
            }
        }
        return end
    }

    private func startsBlankReference(_ text: Scalars, _ index: Int) -> Bool {
        removesMarkup && LeakedMarkup.reference(in: text, at: index)?.character.isBlank == true
    }

    /// The code points that are no characters (Unicode 23.7); U+FFFE and U+FFFF cannot stand in XML.
    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }

    private static func hasWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x26: true
        default: false
        }
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2000 && scalar != "×" && scalar != "·"
    }

    private static func reason(for run: Scalars) -> String {
        if run.contains(where: hasWidth) { return "stray-blank" }
        return run.contains { $0.value < 0x20 || $0.value & 0xFFFE == 0xFFFE } ? "control-character" : "zero-width"
    }
}

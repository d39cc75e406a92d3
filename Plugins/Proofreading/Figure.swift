internal import StageKit
internal import SummaryModel

/// A number in a text, with the unit after it. A gap that is still open is never part of one, nor are parts of versions,
/// ratios, times and codes.
struct Figure {
    /// The characters of the number, without the unit.
    var range: Range<Int>
    /// The number times ``scale``.
    var value: Int
    /// Where the unit stands that follows directly, 万 and 亿 included; empty when none is known.
    var unit: Range<Int>
    /// Which unit that is.
    var kind: UnitKind
    /// Whether the number is written in Han characters.
    var isHan = false
    /// Whether thousands are set off by commas.
    var hasCommas = false
    /// Whether 约, 多, 以上 and the like make the number an approximate one, or it is one end of a range.
    var isApproximate = false

    /// What stands for 1 in ``value``: figures have up to four decimals.
    static let scale = 10_000

    /// The end of the number and its unit.
    var end: Int { unit.upperBound }
    /// The number and its unit.
    var whole: Range<Int> { range.lowerBound..<end }

    /// A value as a text writes it: `11`, `98.5`.
    static func text(_ value: Int) -> String {
        let fraction = value % scale
        guard fraction > 0 else { return "\(value / scale)" }
        var digits = String(scale + fraction).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(value / scale).\(digits)"
    }
}

extension Unicode.Scalar {
    /// Whether the character is used as a sign of a gap.
    var isGapSign: Bool {
        switch self {
        case "X", "x", "Ｘ", "ｘ", "×", "╳", "_", "＿", "*", "＊", "○", "□", "△": true
        default: false
        }
    }

    /// Whether the character joins the ends of a range.
    var isRangeSign: Bool {
        switch self {
        case "～", "~", "—", "–", "－", "-", "至", "到": true
        default: false
        }
    }

    /// Whether the character ends a clause.
    var isClauseMark: Bool {
        switch self {
        case "，", "。", "；", "：", "！", "？", ",", ";", ":", "!", "?", "\n": true
        default: false
        }
    }
}

extension Figure {
    /// The figures of a passage, in order. The time is linear.
    ///
    /// - Parameter gaps: For every character whether it is part of a gap; may be empty when none is.
    static func all(in passage: Scalars, gaps: [Bool]) -> [Figure] {
        FigureScanner(scalars: passage, gaps: gaps).figures()
    }
}

/// Finds the figures of a passage.
private struct FigureScanner {
    /// What may stand in a number and around it; one object, so that it is asked for once for a text.
    private final class Marks: Sendable {
        static let all = Marks()
        /// What stands between groups of three digits.
        let separators = ScalarSet(", \u{2009}\u{202F}\u{A0}")
        let points = ScalarSet(".．")
        let pointsAndSlashes = ScalarSet(".．/")
        let colons = ScalarSet(":∶：")
        let codeMarks = ScalarSet(".．/:∶：")
        /// Characters that make a word with the numeral after them.
        let wordHeads = ScalarSet("第统唯同逐每任初某专单万亿几数其之划归")
        let moreOrLess = ScalarSet("多余几来")
        let more = ScalarSet("多余")
        let about = ScalarSet("约近逾")
        let aboutHan = ScalarSet("约近逾几数上")
        /// What of all this, and of the phrases below, may stand before a number, and after it.
        let before = ScalarSet("约近逾几数上过足少多到出于")
        let after = ScalarSet("多余几来左上以")
        let bounds = PhraseSet(["超过", "不足", "至少", "最多", "不到", "超出", "高于", "低于"])
        let limits = PhraseSet(["左右", "上下", "以上", "以下", "以内"])
        let numerals = ScalarSet("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾")
    }

    let scalars: Scalars
    let gaps: [Bool]
    private let marks = Marks.all

    init(scalars: Scalars, gaps: [Bool]) {
        self.scalars = scalars
        self.gaps = gaps
    }

    func figures() -> [Figure] {
        var figures: [Figure] = []
        var index = nextNumeral(scalars.startIndex)
        if index < scalars.endIndex { figures.reserveCapacity(8) }
        while index < scalars.endIndex {
            guard !isGap(index) else {
                index = nextNumeral(index + 1)
                continue
            }
            let next = scalars[index].digitValue != nil ? arabic(at: index) : han(at: index)
            if var figure = next.figure {
                if let last = figures.indices.last, isRange(figures[last], figure) {
                    figures[last].isApproximate = true
                    figure.isApproximate = true
                }
                figures.append(figure)
            }
            index = nextNumeral(next.end)
        }
        return figures
    }

    /// The next character from `start` on with which a number may begin.
    private func nextNumeral(_ start: Int) -> Int { marks.numerals.firstIndex(in: scalars, from: start) }

    private func isRange(_ first: Figure, _ second: Figure) -> Bool {
        let start = second.range.lowerBound
        guard scalars[start - 1].isRangeSign else { return false }
        return first.end == start - 1 || first.range.upperBound == start - 1
    }

    private func isGap(_ index: Int) -> Bool {
        scalars[index].isGapSign || (index < gaps.count && gaps[index])
    }

    private func digit(_ index: Int) -> Int? {
        guard scalars.indices.contains(index), let value = scalars[index].digitValue else { return nil }
        // No digit is a sign of a gap by itself.
        return index < gaps.count && gaps[index] ? nil : value
    }

    private func isAny(_ characters: ScalarSet, _ index: Int) -> Bool {
        scalars.indices.contains(index) && characters.contains(scalars[index])
    }

    // MARK: - Arabic

    private func arabic(at start: Int) -> (figure: Figure?, end: Int) {
        var (index, value, count, decimals) = (start, 0, 0, 0)
        var hasCommas = false
        func take() {
            while let digit = digit(index) {
                if count < 12 { value = value * 10 + digit }
                count += 1
                index += 1
            }
        }
        take()
        // Groups of three digits after a comma or a narrow blank.
        while count <= 12, index - start <= 3 || hasGroups(start, index), isAny(marks.separators, index),
            (1...3).allSatisfy({ digit(index + $0) != nil }), digit(index + 4) == nil
        {
            hasCommas = hasCommas || scalars[index] == ","
            index += 1
            take()
        }
        let integers = count
        if isAny(marks.points, index), digit(index + 1) != nil {
            index += 1
            while let digit = digit(index) {
                if decimals < 4 { value = value * 10 + digit }
                decimals += 1
                index += 1
            }
        }
        guard integers <= 12, decimals <= 4, !isPartOfCode(start, index) else { return (nil, index) }
        for _ in decimals..<4 { value *= 10 }
        let (unit, kind) = unit(at: index)
        var figure = Figure(range: start..<index, value: value, unit: unit, kind: kind, hasCommas: hasCommas)
        figure.isApproximate = isApproximate(figure)
        return (figure, index)
    }

    private func hasGroups(_ start: Int, _ end: Int) -> Bool {
        scalars[start..<end].contains { $0.digitValue == nil }
    }

    /// Whether digits are part of a version, ratio, time, code or a number with a gap.
    private func isPartOfCode(_ start: Int, _ end: Int) -> Bool {
        let before = start - 1
        if scalars.indices.contains(before) {
            if isGap(before) || scalars[before].isLatinLetter || isAny(marks.pointsAndSlashes, before) { return true }
            if isAny(marks.colons, before), digit(before - 1) != nil { return true }
        }
        guard scalars.indices.contains(end) else { return false }
        if isGap(end) { return true }
        return isAny(marks.codeMarks, end) && digit(end + 1) != nil
    }

    // MARK: - Han

    private func han(at start: Int) -> (figure: Figure?, end: Int) {
        var end = start
        while end < scalars.endIndex, HanNumeral.characters.contains(scalars[end]), !isGap(end) { end += 1 }
        let (unit, kind) = unit(at: end)
        let isInWord =
            isAny(marks.wordHeads, start - 1)
            || (start > scalars.startIndex && (isGap(start - 1) || scalars[start - 1].digitValue != nil))
        guard !unit.isEmpty, !isInWord, let value = HanNumeral.value(scalars[start..<end]) else { return (nil, end) }
        var figure = Figure(range: start..<end, value: value * Figure.scale, unit: unit, kind: kind, isHan: true)
        figure.isApproximate = isApproximate(figure)
        return (figure, end)
    }

    // MARK: - What stands around a number

    private func isApproximate(_ figure: Figure) -> Bool {
        let (start, end) = (figure.range.lowerBound, figure.range.upperBound)
        guard isAny(marks.before, start - 1) || isAny(marks.after, end) || isAny(marks.after, figure.end) else {
            return false
        }
        if isAny(figure.isHan ? marks.aboutHan : marks.about, start - 1) { return true }
        if isAny(marks.moreOrLess, end) || isAny(marks.more, figure.end) { return true }
        return marks.bounds.ends(in: scalars, at: start) || marks.limits.begins(in: scalars, at: figure.end)
    }

    private func unit(at index: Int) -> (Range<Int>, UnitKind) {
        // 30余万元, 30多人: the word makes the number approximate and is no part of the unit.
        let start = isAny(marks.moreOrLess, index) ? index + 1 : index
        return UnitKind.longest(in: scalars, at: start) ?? (index..<index, .unknown)
    }
}

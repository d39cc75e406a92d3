internal import StageKit
internal import SummaryModel

/// The totals of a passage with the parts that are named after them.
///
/// Many lists after 其中 name only some parts, or parts that overlap. A sum is compared with its total only when the parts
/// are of one kind and are the whole by their names, or come so near to it that nothing can have been left out.
struct PartList {
    /// A total or part that cannot be right.
    struct WrongPart {
        var range: Range<Int>
        /// The sum of the parts; `nil` when one part is greater than the total.
        var sum: Int?
        var unit: String
        /// The total as it is written.
        var total: String
    }

    private struct Part {
        var figure: Figure
        var label: [Unicode.Scalar]
    }

    private struct Parts {
        var parts: [Part] = []
        /// Whether the list comes to an end after its last part.
        var isClosed = false
        /// Whether commas and 、 separate the parts, so that some may be of another list.
        var isMixed = false
        /// The end of the sentence or bracket.
        var end: Int
    }

    let text: Scalars
    let gaps: [Bool]
    let figures: [Figure]
    /// The places where 其中 may stand, in order.
    let places: [Int]

    /// The sign of a list of parts, by which the places are found.
    static let phrase = PhraseIndex(["其中"])

    /// What cannot be right.
    func wrongParts() -> [WrongPart] {
        var wrong: [WrongPart] = []
        var next = 0
        let signs = signs
        var sign = 0
        // Only at the signs and at figures a list may begin, or end.
        while true {
            let nextSign = sign < signs.count ? signs[sign] : text.endIndex
            let nextFigure = next < figures.count ? figures[next].range.lowerBound : text.endIndex
            let index = min(nextSign, nextFigure)
            guard index < text.endIndex else { break }
            defer {
                if index == nextSign { sign += 1 }
                if index == nextFigure { next += 1 }
            }
            let scalar = text[index]
            if scalar == "其", text[index...].starts(with: "其中") {
                if mayHaveParts(before: index, next), let total = total(before: index, next),
                    let part = check(total, partsFrom: index + 2, next)
                {
                    wrong.append(part)
                }
            } else if next > 0, scalar == "（" || scalar == "(", figures[next - 1].end == index,
                mayHaveParts(before: index, next), !text[(index + 1)...].starts(with: "其中"), isTotal(figures[next - 1])
            {
                if let part = check(figures[next - 1], partsFrom: index + 1, next, isBracket: true) {
                    wrong.append(part)
                }
            } else if next > 1, next < figures.count, figures[next].range.lowerBound == index,
                let part = results(next)
            {
                wrong.append(part)
            }
        }
        return wrong
    }

    /// The places of 其中, and of the brackets that open after a figure, in order.
    private var signs: [Int] {
        let words = places.filter { text[$0] == "其" }
        let brackets = figures.compactMap { figure in
            figure.end < text.endIndex && (text[figure.end] == "（" || text[figure.end] == "(") ? figure.end : nil
        }
        return brackets.isEmpty ? words : (words + brackets).sorted()
    }

    /// Whether the first figure after a sign could be a part of a total before it: it has the unit of a figure near the sign,
    /// or is one of the name of a part.
    private func mayHaveParts(before index: Int, _ next: Int) -> Bool {
        guard next > 0, next < figures.count else { return false }
        if figures[next].kind.isOfLabels { return true }
        var place = next - 1
        while place >= 0, index - figures[place].range.lowerBound <= Self.longestClause + 1 {
            if isSameUnit(figures[place], figures[next]) { return true }
            place -= 1
        }
        return false
    }

    // MARK: - Totals

    private static let marksBeforeParts = ScalarSet("，,；;。（(.")
    private static let brackets = ScalarSet("（）()")
    /// The longest clause in which a total is looked for.
    private static let longestClause = 60
    private static let notTotals = PhraseSet(["每", "平均", "人均", "户均", "净", "较", "同比", "环比", "占", "其中"])

    private func isTotal(_ figure: Figure) -> Bool {
        guard !figure.isApproximate, !figure.unit.isEmpty, figure.value > 0, figure.kind.isCounted else { return false }
        let before = text[max(text.startIndex, figure.range.lowerBound - 4)..<figure.range.lowerBound]
        return before.last != "第" && !Self.notTotals.isIn(before)
    }

    /// The total in the clause that ends before 其中 at `index`; `nil` when it is not certain.
    private func total(before index: Int, _ next: Int) -> Figure? {
        guard index > text.startIndex, Self.marksBeforeParts.contains(text[index - 1]) else { return nil }
        let end = index - 1
        var start = end
        while start > text.startIndex, end - start < Self.longestClause, !isClauseEnd(start - 1) { start -= 1 }
        let clause = text[start..<end]
        guard !clause.contains(where: { Self.brackets.contains($0) }), !hasGap(start..<end),
            !Self.notTotals.isIn(clause)
        else {
            return nil
        }
        var total: Figure?
        var place = next - 1
        while place >= 0, figures[place].range.lowerBound >= start {
            if figures[place].kind.isCounted, !figures[place].unit.isEmpty {
                if let total, isSameUnit(total, figures[place]) { return nil }
                total = total ?? figures[place]
            }
            place -= 1
        }
        guard let total, isTotal(total) else { return nil }
        // 涉及3个乡镇，其中坪上镇12个: the part may be of something else.
        if total.unit.count == 1, text[total.unit.lowerBound] == "个", total.end != end { return nil }
        return total
    }

    private func isClauseEnd(_ index: Int) -> Bool {
        (text[index].isClauseMark || text[index] == ".") && !isInNumber(index)
    }

    /// Whether a point or comma is part of a number.
    private func isInNumber(_ index: Int) -> Bool {
        (text[index] == "." || text[index] == ",") && index > text.startIndex && text[index - 1].digitValue != nil
            && index + 1 < text.endIndex && text[index + 1].digitValue != nil
    }

    private func hasGap(_ range: Range<Int>) -> Bool {
        range.contains { text[$0].isGapSign || ($0 < gaps.count && gaps[$0]) }
    }

    private func isSameUnit(_ first: Figure, _ second: Figure) -> Bool {
        first.kind == second.kind || (first.kind.isPeople && second.kind.isPeople)
    }

    // MARK: - Parts

    /// The longest list of parts.
    private static let longestList = 240
    private static let longestLabel = 20
    private static let longestSegment = 40
    /// Words in the name of a part with which the figure is none of the part.
    private static let notLabels = PhraseSet([
        "每", "平均", "人均", "户均", "超过", "总数", "总量", "总计", "合计", "累计", "共有", "达到", "增长", "增加", "减少", "下降", "同比",
        "环比", "较", "占", "各", "均", "分别", "以上", "以下", "以内", "以外", "含", "包括", "从", "由", "最", "第", "拟", "计划",
    ])
    private static let hints = PhraseSet([
        "主要", "重点", "另有", "另外", "还有", "包括", "包含", "部分", "除", "尤其", "特别", "不含", "兼", "同时", "既",
    ])
    private static let rests = PhraseSet(["其余", "其他"])
    private static let notInLabels = ScalarSet("（）()/／“”")
    private static let openings = ScalarSet("，,：:")
    private static let commas = ScalarSet("，,")
    private static let stops = ScalarSet("。；;！？!?\n）)")
    private static let separators = ScalarSet("、，,；;")
    /// Characters before 等 with which it is a word: 高等, 同等.
    private static let headsOfDeng = ScalarSet("高中初平同一二三四特头上下优劣相")
    /// Characters after 等 with which it is a word: 等级, 等候.
    private static let tailsOfDeng = ScalarSet("奖级次院教学专方同待候值额")

    private func parts(of total: Figure, from start: Int, _ next: Int, isBracket: Bool) -> Parts {
        var result = Parts(end: start)
        var index = start
        if index < text.endIndex, Self.openings.contains(text[index]) { index += 1 }
        var place = next
        var separators: [Unicode.Scalar] = []
        let limit = min(text.endIndex, start + Self.longestList)
        while index < limit {
            var end = index
            let longest = min(limit, index + Self.longestSegment)
            while end < longest, !isSeparator(end), !isEnd(end) { end += 1 }
            if end == longest, longest < limit { break }
            while place < figures.count, figures[place].range.lowerBound < index { place += 1 }
            guard let part = part(of: total, index..<end, place) else { break }
            result.parts.append(part)
            result.end = end
            index = end + 1
            if end >= limit || isEnd(end) {
                result.isClosed = end < text.endIndex ? end < limit : true
                break
            }
            separators.append(text[end] == "," ? "，" : text[end])
        }
        if !result.isClosed, result.parts.count >= 2, !isBracket {
            // The sentence goes on; nothing of the same unit may follow.
            separators.removeLast()
            var end = result.end
            while end < limit, !isSentenceEnd(end) { end += 1 }
            while place < figures.count, figures[place].range.lowerBound <= result.end { place += 1 }
            var isClear = end < limit || end == text.endIndex
            while place < figures.count, figures[place].range.lowerBound < end {
                if isSameUnit(figures[place], total) { isClear = false }
                place += 1
            }
            result.isClosed =
                isClear && Self.commas.contains(text[result.end]) && !hasHint(result.end..<end)
                && !hasGap(result.end..<end) && !Self.rests.isIn(text[result.end..<end])
            result.end = end
        }
        let marks = separators.filter { $0 != "和" }
        result.isMixed = marks.contains { $0 != marks[0] }
        return result
    }

    private func isSeparator(_ index: Int) -> Bool {
        if Self.separators.contains(text[index]) { return !isInNumber(index) }
        // 和 after a figure, not inside a name.
        return text[index] == "和" && index > text.startIndex && text[index - 1].isHan && figureEnds(at: index)
    }

    private func figureEnds(at index: Int) -> Bool {
        let next = self.index(ofFigureAt: index)
        return next > 0 && figures[next - 1].end == index
    }

    /// The place of the first figure that does not begin before `index`.
    private func index(ofFigureAt index: Int) -> Int {
        var (low, high) = (0, figures.count)
        while low < high {
            let middle = (low + high) / 2
            if figures[middle].range.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isEnd(_ index: Int) -> Bool {
        isSentenceEnd(index)
    }

    private func isSentenceEnd(_ index: Int) -> Bool {
        Self.stops.contains(text[index]) || (text[index] == "." && !isInNumber(index))
    }

    /// The part in a segment between two separators: one figure with the unit of the total, and a name.
    private func part(of total: Figure, _ segment: Range<Int>, _ place: Int) -> Part? {
        guard !segment.isEmpty, !hasGap(segment) else { return nil }
        var found: Figure?
        var place = place
        while place < figures.count, figures[place].range.lowerBound < segment.upperBound {
            let figure = figures[place]
            if isSameUnit(figure, total), figure.end <= segment.upperBound {
                guard found == nil, !figure.isApproximate else { return nil }
                found = figure
            } else if !figure.kind.isOfLabels {
                return nil
            }
            place += 1
        }
        guard let found else { return nil }
        var label = Array(text[segment.lowerBound..<found.range.lowerBound])
        label += text[found.end..<segment.upperBound]
        guard label.count <= Self.longestLabel, !Self.notLabels.isIn(label[...]),
            !label.contains(where: { Self.notInLabels.contains($0) || $0.digitValue != nil && found.isHan }),
            !hasHint(segment)
        else { return nil }
        return Part(figure: found, label: label)
    }

    /// Whether a word says that the list is not the whole, or 等 ends it.
    private func hasHint(_ range: Range<Int>) -> Bool {
        let words = text[range]
        if Self.hints.isIn(words) { return true }
        return words.indices.contains { index in
            guard text[index] == "等" else { return false }
            if index > range.lowerBound, Self.headsOfDeng.contains(text[index - 1]) { return false }
            return index + 1 == text.endIndex || !Self.tailsOfDeng.contains(text[index + 1])
        }
    }

    // MARK: - Judgement

    private func check(_ total: Figure, partsFrom start: Int, _ next: Int, isBracket: Bool = false) -> WrongPart? {
        let list = parts(of: total, from: start, next, isBracket: isBracket)
        if !isBracket, let greater = list.parts.first(where: { $0.figure.value > total.value }) {
            // 学习12次，开会3次，其中专题学习5次: the part may be one of the first.
            if earlierValues(than: total).contains(where: { $0 >= greater.figure.value }) { return nil }
            return wrongPart(greater.figure.whole, sum: nil, of: total)
        }
        guard list.isClosed, !list.isMixed, list.parts.count >= 2, Self.areOfOneKind(list.parts.map(\.label)) else {
            return nil
        }
        var sum = 0
        for (place, part) in list.parts.enumerated() {
            sum += part.figure.value
            // The first parts are the whole, the others divide it again.
            if sum == total.value, place > 0 { return nil }
        }
        let earlier = isBracket ? [] : earlierValues(than: total)
        if earlier.contains(where: { $0 == sum || (sum > total.value && $0 > sum) }) { return nil }
        let isWhole = Self.areWhole(list.parts.map(\.label))
        let isWrong = sum > total.value || isWhole || isNearlyAll(sum, of: total, list.parts)
        guard isWrong else { return nil }
        return wrongPart(total.whole, sum: sum, of: total)
    }

    private func wrongPart(_ range: Range<Int>, sum: Int?, of total: Figure) -> WrongPart {
        WrongPart(range: range, sum: sum, unit: text[total.unit].string, total: text[total.whole].string)
    }

    /// The figures with the unit of the total that stand before it in its sentence.
    private func earlierValues(than total: Figure) -> [Int] {
        var start = total.range.lowerBound
        while start > text.startIndex, total.range.lowerBound - start < Self.longestList, !isSentenceEnd(start - 1) {
            start -= 1
        }
        var values: [Int] = []
        var place = index(ofFigureAt: total.range.lowerBound) - 1
        while place >= 0, figures[place].range.lowerBound >= start {
            if isSameUnit(figures[place], total) { values.append(figures[place].value) }
            place -= 1
        }
        return values
    }

    /// Whether what is missing is less than every part that is named, and a small share of the total.
    private func isNearlyAll(_ sum: Int, of total: Figure, _ parts: [Part]) -> Bool {
        let missing = total.value - sum
        guard missing > 0, parts.allSatisfy({ missing < $0.figure.value }) else { return false }
        return missing * 10 <= total.value || (parts.count > 2 && isSaidToBeAll(total) && missing * 6 <= total.value)
    }

    private static let all = PhraseSet(["总计", "合计", "总共"])
    /// Characters after 共 with which it is a word: 共产, 共享.
    private static let tailsOfGong = ScalarSet("产青同建享治赢识鸣富和")

    /// Whether 共, 总计 or 合计 stands before the total.
    private func isSaidToBeAll(_ total: Figure) -> Bool {
        var start = total.range.lowerBound
        while start > text.startIndex, total.range.lowerBound - start < 20, !isClauseEnd(start - 1) { start -= 1 }
        let before = text[start..<total.range.lowerBound]
        if Self.all.isIn(before) { return true }
        return before.indices.contains { index in
            guard before[index] == "共" else { return false }
            if index > before.startIndex, before[index - 1] == "公" { return false }
            return index + 1 == before.endIndex || !Self.tailsOfGong.contains(before[index + 1])
        }
    }

    /// What the name of a part says people or things are divided by.
    private static let kinds = [
        ["男", "女"], ["岁", "后", "青年", "老年", "中年"], ["学历", "本科", "大专", "硕士", "博士", "研究生", "高中", "初中", "小学", "中专"],
        ["职称", "高级", "中级", "初级", "正高", "副高"], ["族"], ["党员", "团员", "群众", "民主党派"], ["住校", "走读"], ["退役", "退伍"],
        ["贫困", "脱贫", "低保"], ["骨干", "班子", "领导", "干部", "带头人", "能手"],
    ].map { PhraseSet($0) }

    /// Whether all parts are divided by the same, so that none is counted in two of them.
    private static func areOfOneKind(_ labels: [[Unicode.Scalar]]) -> Bool {
        let kinds = labels.map { label in
            Self.kinds.map { $0.isIn(label[...]) }
        }
        return kinds.allSatisfy { $0 == kinds[0] }
    }

    /// Whether the parts are the whole by their names: 男 and 女, 已办结 and 在办, 合格 and 不合格, or the last is 其余.
    private static func areWhole(_ labels: [[Unicode.Scalar]]) -> Bool {
        if let last = labels.last, last[...].starts(with: "其余") || last[...].starts(with: "其他") { return true }
        guard labels.count == 2 else { return false }
        return arePair(labels[0][...].trimmed, labels[1][...].trimmed)
    }

    private static func arePair(_ first: Scalars, _ second: Scalars) -> Bool {
        let (one, other) = (withoutFillers(first), withoutFillers(second))
        for (start, ends) in [("男", ["女"]), ("女", ["男"]), ("已", ["未", "在", "正在"]), ("正式党员", ["预备党员"])] {
            if one.starts(with: start), ends.contains(where: { other.starts(with: $0) }) { return true }
        }
        for negation in ["不", "未", "非"] where other.starts(with: negation) && other.dropFirst().elementsEqual(one) {
            return !one.isEmpty
        }
        return one.string == "办结" && ["在办", "正在办理"].contains(other.string)
    }

    private static let fillers = ScalarSet("的有为共计是")

    private static func withoutFillers(_ label: Scalars) -> Scalars {
        var label = label
        while let last = label.last, fillers.contains(last) { label = label.dropLast() }
        return label
    }

    // MARK: - Results

    private static let tests = PhraseSet(["参加考试", "参加测试", "参考", "抽检", "抽查", "抽测", "检测", "测评", "考核", "体检", "参加考核"])

    /// 参加考试20人，及格12人，不及格5人: the figure at `place` is the last of the three.
    private func results(_ place: Int) -> WrongPart? {
        guard place >= 2 else { return nil }
        let (total, first, second) = (figures[place - 2], figures[place - 1], figures[place])
        guard isSameUnit(total, first), isSameUnit(total, second), !first.isApproximate, !second.isApproximate,
            second.range.lowerBound - total.range.lowerBound <= Self.longestClause,
            total.end < text.endIndex, first.end < text.endIndex, Self.commas.contains(text[total.end]),
            Self.commas.contains(text[first.end]) || text[first.end] == "、",
            second.end == text.endIndex || isSentenceEnd(second.end), isTotal(total),
            !hasGap(total.range.lowerBound..<second.end)
        else { return nil }
        let labels = (text[total.end + 1..<first.range.lowerBound], text[first.end + 1..<second.range.lowerBound])
        guard Self.isNegated(labels.0, labels.1) else { return nil }
        var start = total.range.lowerBound
        while start > text.startIndex, total.range.lowerBound - start < 20, !isClauseEnd(start - 1) { start -= 1 }
        let clause = text[start..<total.range.lowerBound]
        guard Self.tests.isIn(clause), first.value + second.value != total.value else { return nil }
        return wrongPart(total.whole, sum: first.value + second.value, of: total)
    }

    private static func isNegated(_ first: Scalars, _ second: Scalars) -> Bool {
        let (one, other) = (withoutFillers(first), withoutFillers(second))
        return !one.isEmpty && other.starts(with: "不") && other.dropFirst().elementsEqual(one)
    }
}

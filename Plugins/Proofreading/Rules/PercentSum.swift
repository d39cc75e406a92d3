internal import StageKit
internal import SummaryModel

/// Shares of one whole that do not make 100%.
struct PercentSum: PassageRule {
    static let name = "percent-sum"
    static let summary = LocalizedText(
        zh: "各部分所占百分比之和不是 100%",
        en: "Shares of one whole that do not add up to 100%."
    )
    static let level = RuleLevel.info

    /// A division of a whole into parts of which each thing belongs to one only.
    private struct Division {
        /// The names of each part.
        var parts: [[String]]
        /// Parts that are the whole together, by their place in ``parts``.
        var whole: [Set<Int>] = []
    }

    private static let divisions: [Division] = [
        Division(parts: [["男", "男性", "男生", "男职工", "男党员"], ["女", "女性", "女生", "女职工", "女党员"]], whole: [[0, 1]]),
        Division(parts: [
            ["优秀", "优"], ["良好", "良"], ["合格", "及格", "中"], ["不合格", "不及格", "差"], ["称职"], ["基本称职"], ["不称职"], ["基本合格"],
            ["较差"], ["一般"], ["较好"], ["好"],
        ]),
        Division(
            parts: [["满意"], ["基本满意"], ["不满意"], ["非常满意", "很满意"], ["比较满意", "较满意"], ["一般"], ["不了解"]],
            whole: [[0, 1, 2]]
        ),
        Division(parts: [["赞成", "同意"], ["反对", "不同意"], ["弃权"]], whole: [[0, 1, 2]]),
        Division(
            parts: [["第一产业", "一产"], ["第二产业", "二产"], ["第三产业", "三产"]],
            whole: [[0, 1, 2]]
        ),
    ]
    /// What may follow the name of a part.
    private static let endings = ["的人数", "人数", "的", "者", "等次", "等级", "票", "人员", "增加值"]
    /// How far before 占 the name of a part is looked for.
    private static let longestName = 12

    private struct Part {
        var name: Scalars
        var figure: Figure
    }

    static let signs: CharacterFilter? = CharacterFilter("占")

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        guard text.contains("占"), text.contains("%") || text.contains("％") else { return [] }
        let shares = passage.figures.filter { isShare($0, in: text) }
        return (listed(shares, in: text) + named(shares, in: text)).compactMap { parts in
            guard let sum = wrongSum(of: parts), let first = parts.first, let last = parts.last else { return nil }
            return Finding(first.figure.range.lowerBound..<last.figure.end, Self.message(Figure.text(sum)))
        }
    }

    private func isShare(_ figure: Figure, in text: Scalars) -> Bool {
        text[figure.unit].first.map { $0 == "%" || $0 == "％" } ?? false
    }

    /// The sum of the shares when it is wrong.
    private func wrongSum(of parts: [Part]) -> Int? {
        guard parts.count >= 2, !parts.contains(where: { $0.figure.isApproximate }) else { return nil }
        let sum = parts.reduce(0) { $0 + $1.figure.value }
        let (upper, lower) = (Figure.scale * 1005 / 10, Figure.scale * 995 / 10)
        guard sum > upper || sum < lower else { return nil }
        if parts.count > 2, parts.allSatisfy({ $0.name.ends(with: "类") || $0.name.ends(with: "型") }) {
            return sum > upper ? sum : nil
        }
        for division in Self.divisions {
            let places = parts.enumerated().compactMap { place($0.element.name, in: division, isFirst: $0.offset == 0) }
            guard places.count == parts.count, Set(places).count == places.count else { continue }
            return sum > upper || division.whole.contains(Set(places)) ? sum : nil
        }
        return nil
    }

    private func place(_ name: Scalars, in division: Division, isFirst: Bool) -> Int? {
        var name = name.trimmed
        if let ending = Self.endings.first(where: { name.ends(with: $0) }), ending.unicodeScalars.count < name.count {
            name = name.dropLast(ending.unicodeScalars.count)
        }
        if let place = division.parts.firstIndex(where: { $0.contains { isEqual(name, $0) } }) { return place }
        guard isFirst else { return nil }
        // Before the first name stands what is divided; the longest name counts, so that 不满意 is not 满意.
        var best: (place: Int, count: Int)?
        for (place, names) in division.parts.enumerated() {
            for candidate in names where candidate.unicodeScalars.count > 1 && name.ends(with: candidate) {
                let count = candidate.unicodeScalars.count
                if count > best?.count ?? 0 { best = (place, count) }
            }
        }
        return best?.place
    }

    private func isEqual(_ name: Scalars, _ text: String) -> Bool {
        name.count == text.unicodeScalars.count && name.starts(with: text)
    }

    // MARK: - 优秀、良好、合格分别占20%、50%、30%

    private func listed(_ figures: [Figure], in text: Scalars) -> [[Part]] {
        var lists: [[Part]] = []
        var index = 0
        while index < figures.count {
            guard let names = names(before: figures[index].range.lowerBound, in: text) else {
                index += 1
                continue
            }
            var run = [figures[index]]
            while index + run.count < figures.count, run.count < names.count,
                isJoined(figures[index + run.count - 1].end, figures[index + run.count].range.lowerBound, in: text)
            {
                run.append(figures[index + run.count])
            }
            let next = index + run.count
            let isLonger =
                next < figures.count && isJoined(figures[next - 1].end, figures[next].range.lowerBound, in: text)
            if run.count == names.count, !isLonger {
                lists.append(zip(names, run).map { Part(name: $0, figure: $1) })
            }
            index = next
        }
        return lists
    }

    private func isJoined(_ end: Int, _ start: Int, in text: Scalars) -> Bool {
        start - end == 1 && "、和，及".unicodeScalars.contains(text[end])
    }

    /// The names that a list of shares belongs to: those before 分别占 or 占比分别为.
    private func names(before start: Int, in text: Scalars) -> [Scalars]? {
        let before = text[..<start]
        let marks = ["占比分别达到", "占比分别为", "占比分别是", "分别占比", "分别占", "分别约占"]
        guard let mark = marks.first(where: { before.ends(with: $0) }) else { return nil }
        var index = start - mark.unicodeScalars.count
        var names: [Scalars] = []
        var end = index
        while index > text.startIndex, end - index <= Self.longestName * 2 {
            let scalar = text[index - 1]
            if scalar.isClauseMark || "（）()".unicodeScalars.contains(scalar) { break }
            if "、和".unicodeScalars.contains(scalar) {
                names.insert(text[index..<end], at: 0)
                end = index - 1
                if names.count > 10 { return nil }
            }
            index -= 1
        }
        names.insert(text[index..<end], at: 0)
        return names.count >= 2 && names.allSatisfy { !$0.isEmpty } ? names : nil
    }

    // MARK: - 优秀占20%，良好占50%，合格占30%

    private func named(_ figures: [Figure], in text: Scalars) -> [[Part]] {
        var lists: [[Part]] = []
        var list: [Part] = []
        var end = text.startIndex
        for figure in figures {
            guard let (name, start) = name(before: figure.range.lowerBound, in: text) else {
                lists.append(list)
                list = []
                continue
            }
            if !list.isEmpty, start != end + 1 {
                lists.append(list)
                list = []
            }
            list.append(Part(name: name, figure: figure))
            end = figure.end
        }
        lists.append(list)
        return lists.filter { $0.count >= 2 }
    }

    /// The name of the part of which a share is given, and where it begins.
    private func name(before index: Int, in text: Scalars) -> (Scalars, Int)? {
        let before = text[..<index]
        guard let mark = ["占比为", "占比达", "占比", "占"].first(where: { before.ends(with: $0) }) else { return nil }
        let end = index - mark.unicodeScalars.count
        var start = end
        while start > text.startIndex, end - start <= Self.longestName {
            let scalar = text[start - 1]
            if scalar.isClauseMark || "、（）()".unicodeScalars.contains(scalar) || scalar == "%" || scalar == "％" {
                break
            }
            start -= 1
        }
        guard start < end, end - start <= Self.longestName, !text[start..<end].ends(with: "分别") else { return nil }
        return (text[start..<end], start)
    }

    // MARK: - Wording

    private static func message(_ sum: String) -> LocalizedText {
        LocalizedText(
            zh: "各部分相加为 \(sum)%，不是 100%，请核对",
            en: "the parts add up to \(sum)%, not 100%; check them"
        )
    }
}

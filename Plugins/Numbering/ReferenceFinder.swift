internal import StageKit
internal import SummaryModel

/// Finds references. A number refers to this document only where the text says so: after 见, 本文, 前述, 上述 and the like,
/// or between 如 and 所述. 《条例》第三条 and 报告第三部分 are numbers of others.
struct ReferenceFinder {
    /// The words before a reference. 见 may stand before the others.
    private static let leads = [
        "本文", "本报告", "本方案", "本办法", "本规定", "本制度", "本细则", "本章程", "本计划", "本总结", "前述", "上述", "前文", "上文",
        "下文", "下述", "后文", "后述", "前面", "见", "参见", "详见", "参阅", "参照", "如",
    ]
    /// The words after a number, the longest first.
    static let units = ["部分", "章", "节", "条", "项", "点"]
    private static let starts = Set(leads.compactMap(\.unicodeScalars.last))

    /// Whether the text of a block may hold a number after 第, or 见; most do not.
    static func mayHoldReferences(_ block: Block) -> Bool {
        func holdsSign(_ inlines: [Inline]) -> Bool { inlines.contains { signs.isAny(in: $0.shownText) } }
        return block.mayHold(signFilter) && (holdsSign(block.content) || block.body.map(holdsSign) ?? false)
    }

    private static let signs = ScalarSet("第见参")
    private static let signFilter = CharacterFilter(signs)

    /// The references in the text of a block, in order.
    static func references(in block: Block, _ index: Int, _ text: BlockText) -> [Reference] {
        guard block.kind.isOfText || block.kind == .closing || block.kind == .note, block.table == nil,
            let passage = text.passages.first
        else { return [] }
        var references: [Reference] = []
        let scalars = text.scalars[passage]
        var place = passage.lowerBound
        while place < passage.upperBound {
            defer { place += 1 }
            guard starts.contains(scalars[place]), let lead = lead(endingAt: place, in: scalars) else { continue }
            guard let found = reference(at: place + 1, in: scalars, lead, index) else { continue }
            references.append(found)
            place = found.range.upperBound - 1
            // 见第一部分、第二部分和第三部分
            while place + 2 < passage.upperBound, "、和与及至".unicodeScalars.contains(scalars[place + 1]),
                let next = reference(at: place + 2, in: scalars, "", index)
            {
                references.append(next)
                place = next.range.upperBound - 1
            }
        }
        return references
    }

    /// The lead that ends at a place; 见 ends words such as 意见 and 常见 as well.
    private static func lead(endingAt place: Int, in scalars: Scalars) -> String? {
        let before = scalars[scalars.startIndex...place]
        guard
            let lead = leads.filter({ before.ends(with: $0) }).max(by: {
                $0.unicodeScalars.count < $1.unicodeScalars.count
            })
        else { return nil }
        let start = place - lead.unicodeScalars.count
        guard start >= scalars.startIndex else { return lead }
        let previous = scalars[start]
        switch lead {
        case "见": return previous.isHan && !"请可并也均已另应须".unicodeScalars.contains(previous) ? nil : lead
        case "如": return previous.isHan && !"正诚".unicodeScalars.contains(previous) ? nil : lead
        case "前面": return previous == "见" ? lead : nil
        default: return lead
        }
    }

    private static func reference(at start: Int, in scalars: Scalars, _ lead: String, _ index: Int) -> Reference? {
        var steps: [Reference.Step] = []
        var place = start
        while let step = step(at: place, in: scalars) {
            steps.append(step)
            place = step.range.upperBound
        }
        if !steps.isEmpty {
            // 第二部分的 is one as well, 第一条龙 is none.
            guard lead != "如" || scalars[place...].starts(with: "所") else { return nil }
            return Reference(block: index, steps: steps)
        }
        guard lead.hasSuffix("见") || lead == "参阅" else { return nil }
        return marker(at: start, in: scalars, index) ?? path(at: start, in: scalars, index)
    }

    /// 第二部分, 第（三）项, 第1点, 第1.3点
    private static func step(at start: Int, in scalars: Scalars) -> Reference.Step? {
        guard start < scalars.endIndex, scalars[start] == "第" else { return nil }
        var place = start + 1
        let hasBracket = place < scalars.endIndex && "（(".unicodeScalars.contains(scalars[place])
        if hasBracket { place += 1 }
        guard let number = numeral(at: place, in: scalars, takesPath: !hasBracket) else { return nil }
        place = number.range.upperBound
        if hasBracket {
            guard place < scalars.endIndex, "）)".unicodeScalars.contains(scalars[place]) else { return nil }
            place += 1
        }
        guard let unit = units.first(where: { scalars[place...].starts(with: $0) }) else { return nil }
        place += unit.unicodeScalars.count
        // 第一节课, 第一条龙, 第二点五: no number of a heading.
        if place < scalars.endIndex, "课龙钟线产五".unicodeScalars.contains(scalars[place]) { return nil }
        return Reference.Step(
            form: number.values.count > 1 ? .path(unit) : .unit(unit, inBrackets: hasBracket),
            numbers: number.values,
            isHan: number.isHan,
            range: start..<place,
            numeral: number.range
        )
    }

    /// “二、存在问题” or （三） after 见; 见一、二季度报表 is none.
    private static func marker(at start: Int, in scalars: Scalars, _ index: Int) -> Reference? {
        guard start < scalars.endIndex else { return nil }
        let isQuoted = scalars[start] == "“"
        let first = isQuoted ? start + 1 : start
        guard isQuoted || "（(".unicodeScalars.contains(scalars[first]) else { return nil }
        let limit = scalars[first...].prefix(10)
        guard
            let stop = limit.firstIndex(where: { "、）)．".unicodeScalars.contains($0) || $0.isBlank })
                ?? limit.indices.first(where: { isStop($0, limit) })
        else { return nil }
        let dot = limit.indices.first { isStop($0, limit) }
        let end = min(stop, dot ?? stop) + 1
        let marker = scalars[first..<end]
        guard let place = marker.firstIndex(where: { $0.digitValue != nil || HanNumeral.digit($0) != nil }),
            place <= first + 1, let number = numeral(at: place, in: scalars, takesPath: true),
            number.range.upperBound < end, end - number.range.upperBound <= 2
        else { return nil }
        var words = ""
        if isQuoted {
            guard let close = scalars[end...].firstIndex(of: "”") else { return nil }
            words = scalars[end..<close].trimmed.string
            guard !words.isEmpty else { return nil }
        }
        let step = Reference.Step(
            form: .marker(marker.string),
            numbers: number.values,
            isHan: number.isHan,
            range: first..<end,
            numeral: number.range
        )
        return Reference(block: index, steps: [step], words: words)
    }

    /// Whether a full stop ends a marker, and does not stand inside a number.
    private static func isStop(_ index: Int, _ scalars: Scalars) -> Bool {
        scalars[index] == "." && !(index + 1 < scalars.endIndex && scalars[index + 1].digitValue != nil)
    }

    /// 1.2 after 见
    private static func path(at start: Int, in scalars: Scalars, _ index: Int) -> Reference? {
        guard let number = numeral(at: start, in: scalars, takesPath: true), number.values.count > 1 else { return nil }
        let end = number.range.upperBound
        if end < scalars.endIndex, "%％亿万千元倍版".unicodeScalars.contains(scalars[end]) { return nil }
        let step = Reference.Step(
            form: .path(""),
            numbers: number.values,
            isHan: false,
            range: number.range,
            numeral: number.range
        )
        return Reference(block: index, steps: [step])
    }

    private static func numeral(
        at start: Int,
        in scalars: Scalars,
        takesPath: Bool
    ) -> (values: [Int], isHan: Bool, range: Range<Int>)? {
        var place = start
        while place < scalars.endIndex, place - start < 5, HanNumeral.digit(scalars[place]) != nil { place += 1 }
        if place > start {
            return HanNumeral.value(scalars[start..<place]).map { ([$0], true, start..<place) }
        }
        var values: [Int] = []
        while true {
            let digits = scalars[place...].prefix(4).prefix { $0.digitValue != nil }
            guard (1...3).contains(digits.count) else { return nil }
            values.append(digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) })
            place = digits.endIndex
            guard takesPath, values.count < 5, place + 1 < scalars.endIndex, scalars[place] == ".",
                scalars[place + 1].digitValue != nil
            else { break }
            place += 1
        }
        return values.contains(0) ? nil : (values, false, start..<place)
    }
}

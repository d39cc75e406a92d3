internal import StageKit
internal import SummaryModel

/// A word or phrase that stands twice in a row: 进行进行, 主题教育主题教育.
///
/// Two-character words are reported when they are of the kind that is never doubled; longer runs unless they hold a
/// numeral, as 一年一度一年一度 does.
struct DuplicatedWord: PassageRule {
    static let name = "duplicated-word"
    static let summary = LocalizedText(zh: "重复录入的词语", en: "A word or phrase that was typed twice.")
    static let level = RuleLevel.warning

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let (text, gaps) = (passage.text, passage.entry.gaps)
        var findings: [Finding] = []
        var end = text.startIndex
        for index in passage.pairs.repetitions where index >= end {
            guard let length = repetition(in: text, at: index),
                gaps.isEmpty || !gaps[index..<index + 2 * length].contains(true)
            else { continue }
            end = index + 2 * length
            findings.append(Self.finding(index..<end, text))
        }
        return findings
    }

    /// The length of the phrase that stands twice from `index` on.
    private func repetition(in text: Scalars, at index: Int) -> Int? {
        guard text[index].isHan else { return nil }
        for length in 2...PairScan.longestRepetition {
            guard index + 2 * length <= text.endIndex else { return nil }
            guard text[index + length - 1].isHan else { return nil }
            guard text[index] == text[index + length],
                text[index..<index + length].elementsEqual(text[(index + length)..<(index + 2 * length)])
            else { continue }
            let phrase = text[index..<index + length]
            // 层层 and 点点滴滴点点滴滴 are no matter of this rule.
            guard phrase.first != phrase.dropFirst().first, !phrase.contains(where: { Self.numerals.contains($0) })
            else {
                return nil
            }
            if words.correct.longestMatch(in: text, at: index)?.range.count ?? 0 >= 2 * length { return nil }
            return length > 2 || Self.neverDoubled.contains(phrase.string) ? length : nil
        }
        return nil
    }

    private static let numerals = Set("一二三四五六七八九十百千万亿零〇两半几多又再越".unicodeScalars)

    /// Words of two characters that Chinese does not double, and that do not end one name and begin the next.
    private static let neverDoubled: Set<String> = [
        "进行", "加强", "推进", "开展", "落实", "提高", "坚持", "认真", "积极", "切实", "不断", "全面", "深入", "扎实", "有效", "通过",
        "按照", "围绕", "结合", "以及", "对于", "关于", "我们", "他们", "同时", "因此", "但是", "并且", "如果", "就是", "可以",
        "应该", "需要", "存在", "已经", "正在", "继续", "努力", "召开", "举办", "完成", "实现", "建立", "健全", "完善", "强化", "突出",
        "抓好", "做好", "确保", "促进", "推动", "增强", "提升", "营造", "发挥", "形成", "构建", "打造", "进步", "取得", "达到", "巩固",
        "贯彻", "传达", "部署", "制定", "印发", "严格", "规范", "充分", "广泛", "及时", "主动", "始终", "牢固", "树立", "履行", "带领",
        "带动", "引导", "动员", "号召", "解决", "化解", "排查", "整改", "为了", "由于", "因为", "所以", "其中", "此外", "另外", "目前",
        "主要", "重要", "进而", "从而", "以来", "期间", "方面", "问题", "措施", "情况", "工作", "任务", "责任", "制度", "机制", "群众",
    ]
}

extension DuplicatedWord {
    private static func finding(_ range: Range<Int>, _ text: Scalars) -> Finding {
        let phrase = text[range.lowerBound..<range.lowerBound + range.count / 2].string
        return Finding(
            range,
            LocalizedText(zh: "“\(phrase)”重复，请删去一个", en: "'\(phrase)' stands twice; take one out"),
            replacement: phrase
        )
    }
}

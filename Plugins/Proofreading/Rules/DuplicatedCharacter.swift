internal import StageKit
internal import SummaryModel

/// A character that was typed twice.
///
/// Chinese doubles characters (层层, 天天), and one word may end with the character with which the next begins (党员|员工,
/// 学习|习近平). So only doublings are reported that are neither: particles that never double, the 是 of 四是是, the last
/// character of a word that is no word by itself before a mark (问题题，), the first of a verb after a character with which it
/// makes no word (加加强), and 会 and the like between the name of a body and a post in it (委员会会委员).
struct DuplicatedCharacter: PassageRule {
    static let name = "duplicated-character"
    static let summary = LocalizedText(zh: "重复录入的字", en: "A character that was typed twice.")
    static let level = RuleLevel.warning

    private let words: WordLists

    init(words: WordLists) { self.words = words }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        var findings = point(passage).map { [$0] } ?? []
        for index in passage.pairs.doublings where text[index].isHan {
            let scalar = text[index]
            if index > text.startIndex, text[index - 1] == scalar { continue }
            if index + 2 < text.endIndex, text[index + 2] == scalar {
                if let finding = triple(text, index) { findings.append(finding) }
                continue
            }
            guard isSlip(text, index), !isCorrect(text, index) else { continue }
            findings.append(Self.finding(index..<index + 2, scalar))
        }
        return findings
    }

    /// 是 after the marker 四是, which the text of the point begins with.
    private func point(_ passage: Proof.Passage) -> Finding? {
        let (entry, text) = (passage.entry, passage.text)
        guard entry.block.label?.scheme == .isPoints else { return nil }
        let marker = entry.text.marker
        guard !marker.isEmpty, text.startIndex == marker.upperBound,
            entry.scalars[marker.upperBound - 1] == "是", text.first == "是"
        else { return nil }
        let after = text.dropFirst().first ?? " "
        guard !"否非".unicodeScalars.contains(after) else { return nil }
        return Self.finding(marker.upperBound - 1..<marker.upperBound + 1, "是")
    }

    /// A character that stands three times: 兢兢业业业. Four are no slip of a finger.
    private func triple(_ text: Scalars, _ index: Int) -> Finding? {
        let scalar = text[index]
        let end = index + 3
        guard end == text.endIndex || text[end] != scalar, !Self.repeatable.contains(scalar) else { return nil }
        let isPaired = index - 2 >= text.startIndex && text[index - 1] == text[index - 2] && text[index - 1].isHan
        return Self.finding(index..<end, scalar, right: isPaired ? 2 : 1)
    }

    /// Characters that are written as often as one likes: laughter, and numerals in codes.
    private static let repeatable = ScalarSet("哈呵嘿嘻呜啊哦一二三四五六七八九十〇零百千万亿人天年家户事件")

    private func isCorrect(_ text: Scalars, _ index: Int) -> Bool {
        let start = max(text.startIndex, index - 8)
        return (start...index).contains { place in
            guard let match = words.correct.longestMatch(in: text, at: place) else { return false }
            return match.range.upperBound >= index + 2
        }
    }

    private func isSlip(_ text: Scalars, _ index: Int) -> Bool {
        let scalar = text[index]
        let previous = index > text.startIndex ? text[index - 1] : " "
        let rest = text[(index + 2)...]
        let next = rest.first ?? "。"
        func isIn(_ set: String, _ scalar: Unicode.Scalar) -> Bool { set.unicodeScalars.contains(scalar) }
        switch scalar {
        case "的": return !isIn("确士", next) && previous.isHan && previous != "目"
        case "们", "也": return previous.isHan
        case "了": return !isIn("解之却然望无不", next) && !isIn("不为", previous) && previous.isHan
        case "是": return isIn("一二三四五六七八九十", previous) && !isIn("否非", next)
        default: break
        }
        if Self.boundEndings.contains(scalar), previous.isHan, !next.isHan || isIn("的了和与及等", next) { return true }
        if let verbs = Self.verbs[scalar] {
            for verb in verbs where rest.starts(with: verb.rest) && !isIn(verb.before, previous) { return true }
        }
        if let posts = Self.posts[scalar] { return posts.contains { rest.starts(with: $0) } }
        return false
    }

    /// Characters that end words and are none by themselves before a mark or a particle.
    private static let boundEndings = Set("题施况众织济育障督神策展识势献誉绩率额域础献纪律质谐益序奋惠贫困庭校园".unicodeScalars)

    private struct Verb {
        /// The verb without its first character.
        var rest: String
        /// The characters before which the first character of the verb ends another word: 增加|加强.
        var before: String
    }

    /// Verbs and adverbs by their first character.
    private static let verbs: [Unicode.Scalar: [Verb]] = [
        "加": [
            .init(rest: "强", before: "增参更附外追施"), .init(rest: "快", before: "增参更附外追施"),
            .init(rest: "大", before: "增参更附外追施"),
        ],
        "推": [.init(rest: "进", before: "类首公助"), .init(rest: "动", before: "类首公助"), .init(rest: "广", before: "类首公助")],
        "开": [.init(rest: "展", before: "公展召打离分敞放避盛拉解揭切")],
        "落": [.init(rest: "实", before: "村角院部失下坠坐堕段群聚")],
        "提": [.init(rest: "高", before: "前"), .init(rest: "升", before: "前"), .init(rest: "供", before: "前")],
        "坚": [.init(rest: "持", before: "攻中"), .init(rest: "决", before: "攻中"), .init(rest: "定", before: "攻中")],
        "深": [.init(rest: "入", before: "加资精高纵幽高水海"), .init(rest: "化", before: "加资精高纵幽水海")],
        "积": [.init(rest: "极", before: "面堆累体淤囤沉容")],
        "认": [.init(rest: "真", before: "确承公默否供体")],
        "切": [.init(rest: "实", before: "一密迫关亲恳贴急深真")],
        "完": [.init(rest: "善", before: "做办"), .init(rest: "成", before: "做办")],
        "促": [.init(rest: "进", before: "督敦催")],
        "建": [.init(rest: "立", before: "党筹共援扩改新重在基构修兴"), .init(rest: "成", before: "党筹共援扩改新重在基构修兴")],
        "健": [.init(rest: "全", before: "保康强稳")],
        "增": [.init(rest: "强", before: "新递激剧"), .init(rest: "加", before: "新递激剧")],
        "营": [.init(rest: "造", before: "经民国私运军宿露扎")],
        "召": [.init(rest: "开", before: "号感")],
        "巩": [.init(rest: "固", before: "")],
        "贯": [.init(rest: "彻", before: "籍横纵连")],
        "确": [.init(rest: "保", before: "明准正精的")],
        "继": [.init(rest: "续", before: "相后承")],
        "努": [.init(rest: "力", before: "")],
        "围": [.init(rest: "绕", before: "范周包氛外突")],
        "发": [.init(rest: "挥", before: "开研印颁激启签下触爆突转引首出沙"), .init(rest: "展", before: "开研印颁激启签下触爆突转引首出沙")],
        "充": [.init(rest: "分", before: "补扩填")],
        "全": [
            .init(rest: "覆盖", before: "安健完齐保周成俱"), .init(rest: "面", before: "安健完齐保周成俱"),
        ],
        "强": [.init(rest: "化", before: "加增坚顽富自列刚")],
    ]

    /// Posts and the like that follow the name of a body, by the last character of the name.
    private static let posts: [Unicode.Scalar: [String]] = [
        "会": ["委员", "主席", "主任", "成员", "秘书", "理事", "干事", "代表", "班子", "领导"],
        "部": ["书记", "委员", "党员", "班子", "成员"],
        "委": ["书记", "常委", "领导"],
    ]
}

extension DuplicatedCharacter {
    private static func finding(
        _ range: Range<Int>,
        _ scalar: Unicode.Scalar,
        right: Int = 1
    ) -> Finding {
        let written = String(repeating: String(scalar), count: range.count)
        return Finding(
            range,
            LocalizedText(
                zh: "“\(written)”疑多一个“\(scalar)”，请删去",
                en: "'\(scalar)' seems to stand once too often in '\(written)'; take it out"
            ),
            replacement: String(repeating: String(scalar), count: right)
        )
    }
}

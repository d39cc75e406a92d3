internal import SummaryModel

/// A unit that may follow a number, and what is known of it.
struct UnitKind: Sendable, Hashable {
    /// The place of the unit in the list of all; -1 when it is not known.
    private let number: Int

    /// No unit, or one that is not known.
    static let unknown = UnitKind(number: -1)

    private init(number: Int) { self.number = number }

    /// The longest unit that begins at `index` of a text.
    static func longest(in text: Scalars, at index: Int) -> (Range<Int>, UnitKind)? {
        all.longestMatch(in: text, at: index).map { ($0.range, UnitKind(number: $0.phrase)) }
    }

    /// Whether the unit is one of things that can be divided into parts.
    var isCounted: Bool { !has(.uncounted) }
    /// Whether figures with the unit belong to the name of a part: 35岁以下, 2024年.
    var isOfLabels: Bool { has(.ofLabels) }
    /// Whether the unit counts people.
    var isPeople: Bool { has(.people) }

    private func has(_ trait: Traits) -> Bool { number >= 0 && Self.traits[number].contains(trait) }

    private struct Traits: OptionSet {
        let rawValue: UInt8
        static let uncounted = Traits(rawValue: 1)
        static let ofLabels = Traits(rawValue: 2)
        static let people = Traits(rawValue: 4)
    }

    /// Units, with words that only begin like one, so that 三年级 is not taken for three years.
    private static let all: PhraseIndex = {
        let scales = ["万", "亿", "万亿", "千万", "百万"]
        var units = plain + scales
        for scale in scales { units += plain.map { scale + $0 } }
        units += ["%", "％", "‰", "个百分点", "百分点", "年", "月", "日", "号", "周", "季度"]
        units += ["年级", "年度", "名额", "项目", "人均", "期间", "分别", "个月", "成员", "部门", "班级", "班子", "面向", "例会", "次数"]
        units += ["对应", "对照", "对标", "所有", "条件", "条例", "本次", "本年", "支部", "支付", "成立", "成功", "分类", "分管", "分公司"]
        return PhraseIndex(units)
    }()

    private static let plain = [
        "个", "项", "次", "人", "名", "位", "人次", "件", "件次", "起", "宗", "例", "户", "户次", "家", "家次", "所", "处", "条", "批",
        "批次", "场", "场次", "期", "篇", "份", "本", "册", "套", "台", "台次", "辆", "辆次", "艘", "架", "栋", "座", "间", "支", "只",
        "头", "株", "棵", "亩", "公顷", "平方米", "平方公里", "平米", "立方米", "米", "公里", "千米", "厘米", "毫米", "吨", "千克", "公斤",
        "克", "斤", "升", "元", "美元", "天", "小时", "分钟", "岁", "届", "班", "班次", "节", "堂", "门", "课时", "学时", "款", "种",
        "类", "幅", "部", "首", "集", "块", "面", "枚", "页", "字", "组", "对", "团", "张", "笔", "桌", "床", "车次", "人天", "轮",
        "封", "盏", "盘", "副", "队", "顿", "村", "片", "扇", "口", "段", "根", "瓶", "箱", "袋", "包", "票", "分", "度", "倍", "成",
    ]

    private static let uncounted = [
        "%", "％", "‰", "个百分点", "百分点", "年", "月", "日", "号", "周", "季度", "岁", "届", "年级", "年度", "个月", "倍", "成", "分", "度",
        "名额", "项目", "人均", "期间", "分别", "成员", "部门", "班级", "班子", "面向", "例会", "次数", "天", "轮",
    ]
    private static let ofLabels = ["年", "月", "日", "岁", "届", "期", "季度", "年级", "周"]
    private static let people = ["人", "名", "位"]

    /// What is known of each unit.
    private static let traits: [Traits] = {
        var traits = [Traits](repeating: [], count: all.count)
        for (names, trait) in [(uncounted, Traits.uncounted), (ofLabels, .ofLabels), (people, .people)] {
            for name in names {
                let text = Array(name.unicodeScalars)[...]
                if let unit = all.longestMatch(in: text, at: 0), unit.range == text.indices {
                    traits[unit.phrase].insert(trait)
                }
            }
        }
        return traits
    }()
}

internal import StageKit
internal import SummaryModel

/// Words for rates that are given in per cent.
enum RateWords {
    /// A rate in a text, and the figure or gap that it is said to be.
    struct Statement {
        /// The word, such as 覆盖率.
        var word: String
        /// Where the value begins.
        var value: Int
        /// Whether the rate cannot exceed 100%.
        var isBounded: Bool
    }

    /// Rates that cannot exceed 100%: parts of a whole that is counted.
    private static let bounded = [
        "出勤率", "到会率", "到课率", "参学率", "参会率", "合格率", "覆盖率", "满意率", "办结率", "达标率", "参与率", "及格率", "入户率", "普及率",
        "参保率", "知晓率", "优秀率", "整改率", "调解成功率", "见面率", "办复率", "执结率", "结案率", "治愈率", "就业率", "升学率", "巩固率",
        "安装率", "使用率", "上线率", "签约率", "化解率", "回复率", "答复率", "反馈率", "正确率", "准确率", "抽检率", "检测率", "公开率",
        "收缴率", "拆除率", "接种率", "建档率", "随访率", "入住率",
    ]
    /// Other rates in per cent.
    private static let others = [
        "完成率", "增长率", "成功率", "发生率", "入学率", "绿化率", "处理率", "治理率", "利用率", "开工率", "占有率", "受益率", "组建率",
    ]
    private static let shares = ["比例", "占比", "比重"]

    /// The names of all rates.
    static var names: PhraseFilter { all.filter }

    private static let all = PhraseIndex(bounded + others + shares)

    /// Words before a rate that make another one of it.
    private static let exceptions = PhraseSet(["电话", "手机", "宽带", "毛", "移动", "人均"])
    private static let verbs = PhraseIndex([
        "达到", "达", "为", "至", "提高到", "提升到", "上升到", "增加到", "保持在", "稳定在", "维持在", "提高至", "提升至", "上升至", "增至",
        "升至", "降至", "降到", "下降到", "下降至", "高达", "均达", "均达到",
    ])
    private static let adverbs = PhraseIndex([
        "已经", "已", "均", "都", "也", "仍", "就", "便", "基本", "平均", "总体", "一直", "始终", "全部", "现已", "目前", "更", "将",
    ])
    private static let fillers = PhraseIndex(["了", "仅", "只", "近", "约", "超过"])

    /// The statements of a text, in order; 调解成功率 is found twice, also as 成功率.
    ///
    /// - Parameter places: The places where the name of a rate may begin, in order.
    static func statements(in text: Scalars, at places: [Int]) -> [Statement] {
        var statements: [Statement] = []
        for match in all.matches(in: text, at: places) {
            // 电话普及率 counts telephones on a hundred people; 毛入学率 may exceed 100%.
            if exceptions.ends(text[..<match.range.lowerBound]) { continue }
            var index = match.range.upperBound
            while let adverb = adverbs.longestMatch(in: text, at: index) { index = adverb.range.upperBound }
            guard let verb = verbs.longestMatch(in: text, at: index) else { continue }
            index = verb.range.upperBound
            while let filler = fillers.longestMatch(in: text, at: index) { index = filler.range.upperBound }
            statements.append(
                Statement(word: text[match.range].string, value: index, isBounded: match.phrase < bounded.count)
            )
        }
        return statements
    }
}

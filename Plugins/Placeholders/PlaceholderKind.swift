internal import SummaryModel

/// Tells from the words around a gap what belongs into it.
enum PlaceholderKind {
    /// The kind of the gap at `range`.
    static func kind(of range: Range<Int>, in text: [Unicode.Scalar]) -> Placeholder.Kind {
        let sign = text[range]
        if sign.count > 2, sign.first == "（" || sign.first == "(" { return .other }
        if PlaceholderSign.isSectionStart(sign) { return .other }
        if let name = PlaceholderSign.name(in: sign) { return named(Array(name.unicodeScalars)[...]) ?? .other }
        let before = text[max(0, range.lowerBound - 16)..<range.lowerBound]
        let after = text[range.upperBound..<min(text.count, range.upperBound + 16)]
        if sign.count > 2, let first = sign.first, "【［[".unicodeScalars.contains(first) {
            let inside = sign.dropFirst().dropLast()
            if inside.contains(where: \.isHan) { return named(inside) ?? .other }
        }
        if let first = sign.first, "【［[".unicodeScalars.contains(first) { return quantity(before, after) ?? .other }
        return quantity(before, after) ?? name(before, after) ?? .other
    }

    /// The kind that a name such as 单位名称 or 人数 gives.
    private static func named(_ name: Scalars) -> Placeholder.Kind? {
        if name.allSatisfy(\.isASCII) {
            // Of number_of_people the last word counts.
            let last = name.split(whereSeparator: { "_-. ".unicodeScalars.contains($0) }).last ?? name
            return englishNames.first { last.string.lowercased() == $0.0 }?.1
        }
        return names.first { name.holds($0.0) }?.1 ?? endings.first { name.ends(with: $0.0) }?.1
            ?? (name.string == "月" ? .dateMonth : name.string == "日" ? .dateDay : nil)
    }

    private static let names: [(String, Placeholder.Kind)] = [
        ("人数", .personCount), ("人次", .personCount), ("金额", .amount), ("经费", .amount), ("资金", .amount), ("比例", .percent),
        ("次数", .count), ("数量", .count), ("月份", .dateMonth), ("单位", .organization), ("部门", .organization),
        ("公司", .organization), ("地点", .place), ("地址", .place), ("姓名", .personOrCaseName), ("名字", .personOrCaseName),
        ("得分", .score), ("党委", .organization), ("党组", .organization),
    ]
    /// 数据来源 is no number, 工作日 no day.
    private static let endings: [(String, Placeholder.Kind)] = [("率", .percent), ("数", .count)]
    private static let englishNames: [(String, Placeholder.Kind)] = [
        ("unit", .organization), ("org", .organization), ("company", .organization), ("place", .place),
        ("city", .place), ("name", .personOrCaseName), ("amount", .amount), ("money", .amount), ("percent", .percent),
        ("month", .dateMonth), ("day", .dateDay), ("people", .personCount), ("count", .count), ("number", .count),
    ]

    /// Kinds that the unit after the gap gives.
    private static func quantity(_ before: Scalars, _ after: Scalars) -> Placeholder.Kind? {
        var unit = after.drop(while: \.isBlank)
        if before.last == "第" { return .ordinalNumber }
        if unit.first == "%" || unit.first == "％" || unit.first == "‰" || unit.starts(with: "个百分点") { return .percent }
        if before.ends(with: "百分之") { return .percent }
        if unit.starts(with: "余") || unit.starts(with: "多") || unit.starts(with: "来") {
            let rest = unit.dropFirst()
            if let kind = measured(rest, before) { return kind }
        }
        if unit.first == "年" {
            if unit.starts(with: "年级") { return .ordinalNumber }
            let isYear = before.last?.digitValue != nil || unit.starts(with: "年度") || unit.starts(with: "年以来")
            if isYear || before.isEmpty { return .other }
            for word in ["连续", "近", "历时", "用了", "任职", "工作", "满", "已有"] where before.ends(with: word) { return .count }
            return .other
        }
        if unit.starts(with: "月份") || (unit.first == "月" && !unit.starts(with: "月度")) { return .dateMonth }
        if unit.first == "日", !unit.starts(with: "日常") { return .dateDay }
        if unit.first == "号" { return before.last == "月" ? .dateDay : .ordinalNumber }
        if unit.first == "届" || unit.starts(with: "大精神") { return .ordinalNumber }
        while let first = unit.first, "万亿千百".unicodeScalars.contains(first) { unit = unit.dropFirst() }
        return measured(unit, before) ?? rate(before, after)
    }

    private static func measured(_ unit: Scalars, _ before: Scalars) -> Placeholder.Kind? {
        var unit = unit
        while let first = unit.first, "万亿千百余多".unicodeScalars.contains(first) { unit = unit.dropFirst() }
        if unit.first == "元" || unit.starts(with: "美元") || unit.starts(with: "块钱") { return .amount }
        if unit.starts(with: "人次") || unit.first == "名" { return unit.starts(with: "名单") ? nil : .personCount }
        if unit.first == "人" {
            for word in ["人民", "人大", "人事", "人力", "人社", "人物", "人防", "人武"] where unit.starts(with: word) { return nil }
            return .personCount
        }
        if unit.first == "位" { return unit.starts(with: "位居") ? nil : .personCount }
        if unit.first == "分" {
            for word in ["分钟"] where unit.starts(with: word) { return .count }
            for word in ["分公司", "分局", "分行", "分会", "分院", "分管", "分别", "分工"] where unit.starts(with: word) { return nil }
            return .score
        }
        for word in [
            "平方米", "平方公里", "立方米", "公里", "公斤", "公顷", "小时", "分钟", "个月", "学时", "课时", "场次", "批次", "件次", "车次", "户次", "家次",
            "班次",
            "毫米", "厘米", "千米", "千瓦", "万吨",
        ] where unit.starts(with: word) { return .count }
        guard let first = unit.first else { return nil }
        let second = unit.dropFirst().first
        guard measures.contains(first) else { return nil }
        // 家 counts, 家庭 names; 村 and 县 name places, not numbers.
        for word in [
            "条例", "部门", "部队", "支部", "所在", "家庭", "家属", "项目部", "处室", "组织", "组长", "种子", "台账", "点评", "班子",
            "班级", "队伍", "课题", "本级", "本单位", "本年", "站所", "门户", "面貌", "册子", "周边", "天然", "头等", "间接", "级别", "集团", "集体", "部署",
            "期间", "期末", "次序",
            "起草", "场所", "场镇", "份额", "对外", "对口", "种植", "门诊", "点位", "段时", "座谈", "片区", "处长", "站长", "所长", "院", "道路",
        ] where unit.starts(with: word) { return nil }
        if first == "部", second != "，", second != "。", before.last?.isHan == true, before.last != "计" { return nil }
        return .count
    }

    private static let measures = Set(
        "个次项件起家场期篇条份支户台套辆所处座米吨亩天周倍批轮类种门节课本册幅张块面只头株例宗部间栋字遍趟班组队对级层环步点道封笔单集版卷棵匹艘架枚顶副顿堂口桩粒颗股盏棚讲岁升斤克里尺寸秒刻代派列排行桶箱包瓶袋盒车站"
            .unicodeScalars
    )

    /// 覆盖率已达到××。: a rate without its sign.
    private static func rate(_ before: Scalars, _ after: Scalars) -> Placeholder.Kind? {
        guard after.first.map({ "，。；、,;）".unicodeScalars.contains($0) || $0.isBlank }) ?? true else { return nil }
        for verb in ["达到", "达", "为", "至", "到", "超过", "是", "了", "占"] where before.ends(with: verb) {
            let words = before.suffix(12)
            if words.holds("率") || words.holds("比例") || words.holds("占比") || words.holds("比重") { return .percent }
        }
        return nil
    }

    /// Kinds that the words after and before a gap give to a name.
    private static func name(_ before: Scalars, _ after: Scalars) -> Placeholder.Kind? {
        let after = after.drop(while: \.isBlank)
        if before.last == "《", after.first == "》" { return .workTitle }
        if before.last == "“" {
            for word in ["公众号", "商标", "先锋”", "红”"] where after.prefix(10).holds(word) { return .brand }
            if before.holds("注册") { return .brand }
            if after.first == "”", after.holds("案") || after.holds("团伙") { return .personOrCaseName }
            if before.suffix(9).holds("品牌") || after.prefix(8).holds("”牌") || after.prefix(8).holds("”品牌") {
                return .brand
            }
        }
        if after.starts(with: "等案件") || after.starts(with: "案件") || after.starts(with: "案") { return .personOrCaseName }
        if after.first == "、" || after.first == "等",
            before.holds("被查处的") || before.ends(with: "、") && before.holds("查处")
        {
            return .personOrCaseName
        }
        for word in ["同志", "先生", "女士", "老师", "书记", "局长", "主任", "校长", "院长", "县长", "市长", "镇长", "经理", "董事长", "等同志"]
        where after.starts(with: word) { return .personOrCaseName }
        for word in [
            "报告人：", "签发人：", "责任人：", "编辑：", "审核：", "述职人：", "汇报人：", "姓名：", "联系人：", "书记", "同志", "局长", "主任", "县长", "市长",
            "镇长", "校长", "院长", "所长",
        ] where before.trimmed.ends(with: word) {
            return .personOrCaseName
        }
        if after.starts(with: "基金") || after.starts(with: "资金") { return .fundName }
        for word in ["App", "APP", "app", "平台", "牌", "品牌", "小程序", "号”"] where after.starts(with: word) { return .brand }
        if after.prefix(8).holds("App") || after.prefix(8).holds("APP") || after.prefix(4).holds("品牌") { return .brand }
        for word in [
            "党委", "党组", "党支部", "党总支", "党工委", "支部", "局", "委", "厅", "公司", "集团", "学校", "中学", "小学", "学院", "大学", "医院", "中心",
            "单位", "办", "院", "科", "处", "部", "所", "站", "工会", "协会", "银行", "支行", "分行", "网站", "微信", "公众号", "机关", "厂", "理论",
            "领导", "退休",
            "“三重一大”", "绩效", "法院", "检察", "税务", "公路", "段", "队", "会",
        ] where after.starts(with: word) { return .organization }
        for word in [
            "省", "市", "县", "区", "镇", "乡", "村", "街道", "社区", "小区", "路", "州", "旗", "湖", "河", "山", "港", "公园", "广场", "纪念馆",
            "体育公园", "园区", "新区", "工业园", "片区",
        ] where after.starts(with: word) { return .place }
        let phrase = after.prefix { $0.isHan }.prefix(12)
        for word in ["公司", "集团", "学院", "大学", "医院", "银行", "研究院", "研究所", "事务所"] where phrase.holds(word) {
            return .organization
        }
        for word in ["产业园", "水库", "大道", "安置房", "溪", "工业区", "开发区", "大街", "巷", "大桥", "小学", "景区", "农场", "林场"]
        where after.starts(with: word) {
            return .place
        }
        if after.prefix(8).holds("品牌") || after.prefix(6).holds("牌") { return .brand }
        for word in ["工作", "事业", "行业", "系统", "领域", "产业", "好形象", "业务", "战线"] where after.starts(with: word) {
            return .sector
        }
        for word in ["的坚强领导", "的领导", "统一安排", "安排", "统一部署", "部署", "要求", "签订", "的知名度", "的支持", "的关心", "指导", "干事", "的"]
        where after.starts(with: word) { return .organization }
        if before.last == "《" { return .organization }
        for word in ["日报", "晚报", "电视台", "食品厂", "机械", "电子", "新材料"] where after.starts(with: word) {
            return .organization
        }
        for word in ["监狱", "纪念", "烈士", "陵园", "示范村", "家园", "高速", "抽水", "革命"] where after.starts(with: word) {
            return .place
        }
        for word in ["到", "赴", "在", "新", "现代化", "平安", "美丽", "幸福"] where before.ends(with: word) {
            if after.first.map({ "工作建设开展实践发展贡献。，而".unicodeScalars.contains($0) || $0.isHan }) ?? true { return .place }
        }
        for word in ["员", "人", "户", "青年", "专家", "支委", "老板", "部长", "支书", "叫", "医生", "护士", "选调生", "小", "负责人"]
        where before.trimmed.ends(with: word) { return .personOrCaseName }
        if after.first == "、" || after.starts(with: "等典型") || before.last == "、" { return .personOrCaseName }
        if after.first?.digitValue != nil { return .organization }
        return nil
    }
}

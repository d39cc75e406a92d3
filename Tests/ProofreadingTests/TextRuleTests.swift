import DraftFixtures
import Testing

@testable import Proofreading

@Suite("Rules about words and sentences")
struct TextRuleTests {
    /// A draft with these paragraphs under one heading.
    private static func draft(_ paragraphs: String) -> String {
        "柳河镇文化站2023年工作总结\n一年来，文化站工作平稳有序。\n一、主要工作\n\(paragraphs)\n"
    }

    @Test(
        "a character that was typed twice is found",
        arguments: [
            "四[[proofreading.duplicated-character: 是是]]加强学习。", "群众反映的[[proofreading.duplicated-character: 题题]]。",
            "我们采取多项措[[proofreading.duplicated-character: 施施]]，", "全站[[proofreading.duplicated-character: 加加]]强管理。",
            "基层工作[[proofreading.duplicated-character: 的的]]经验。", "大力[[proofreading.duplicated-character: 推推]]进改革。",
            "他[[proofreading.duplicated-character: 们们]]参加了培训。", "已经完成[[proofreading.duplicated-character: 了了]]任务。",
            "选出工会委员[[proofreading.duplicated-character: 会会]]委员五名。", "全面[[proofreading.duplicated-character: 落落]]实责任。",
            "干部兢兢[[proofreading.duplicated-character: 业业业]]。", "实现[[proofreading.duplicated-character: 全全]]覆盖。",
            "工作[[proofreading.duplicated-character: 的的的]]方法。",
        ]
    )
    func duplicatedCharacter(text: String) {
        #expect(StageCheck.failures(Self.draft("站里" + text), rules: ["duplicated-character"]) == [])
    }

    @Test(
        "words that double, and words that meet, are left alone",
        arguments: [
            "牢牢把握方向", "安全全面检查", "健全全覆盖机制", "做到人人人都参与", "代码一一一", "达到这一目的的方法", "取得了了不起的成绩", "发展根据根据地经验", "层层落实责任",
            "学习习近平总书记重要讲话", "中国共产党党员", "工作作为第一要务", "会议议事规则",
            "职工工作",
            "2019年年度考核", "工会会员", "热热闹闹", "紧紧围绕", "方方面面", "天天学习", "件件有回音", "实实在在", "点点滴滴", "不了了之",
            "为了了解情况", "开展了了解情况的调查", "是是非非", "的的确确", "增加加强版", "更加加强", "村村落落", "打造造血机能", "公开开展", "公开开放日",
            "基础础石", "委员会会同有关部门", "委员会会议", "干部部署", "党支部部署", "局局长", "任务务必完成", "服务务求实效", "管理理念", "活动动员",
            "检查查处", "企业业务", "发展展示", "制度度量", "加强强度", "提高高度", "开展展览", "科学学习", "人民民主", "机关关于", "认真真诚",
            "大会会务", "协会会长", "市民民主", "同志志愿服务", "久久为功", "家家户户", "三三两两", "十二二十", "建设设施", "总结结果", "生活活动",
        ]
    )
    func doubling(text: String) {
        #expect(StageCheck.failures(Self.draft("全站\(text)。"), rules: ["duplicated-character"]) == [])
    }

    @Test(
        "a word that was typed twice is found",
        arguments: [
            "对档案[[proofreading.duplicated-word: 进行进行]]整理", "[[proofreading.duplicated-word: 主题教育主题教育]]开展以来",
            "[[proofreading.duplicated-word: 坚持坚持]]问题导向", "通过[[proofreading.duplicated-word: 志愿服务志愿服务]]活动",
        ]
    )
    func duplicatedWord(text: String) {
        #expect(StageCheck.failures(Self.draft("全站\(text)。"), rules: ["duplicated-word"]) == [])
    }

    @Test(
        "words that may stand twice are left alone",
        arguments: [
            "研究研究", "一个一个", "一户一户走访", "逐条逐条", "学习学习", "很多很多", "第一支部支部书记", "一年一度一年一度", "党组织组织生活", "××××",
            "三年三年", "文化中心中心广场", "干干净净干净",
        ]
    )
    func repeatable(text: String) {
        #expect(StageCheck.failures(Self.draft("全站\(text)。"), rules: ["duplicated-word"]) == [])
    }

    @Test(
        arguments: [
            (
                "全年举办各类讲座十二场次吸引读者参加。\n工作有序。[[proofreading.repeated-sentence: 全年举办各类讲座十二场次吸引读者参加。]]",
                ["repeated-sentence"]
            ),
            ("全年举办讲座。\n工作有序。全年举办讲座。", ["repeated-sentence"]),
            ("全年举办各类讲座十二场次吸引读者参加。\n[[proofreading.repeated-paragraph: 全年举办各类讲座十二场次吸引读者参加。]]", ["repeated-paragraph"]),
            ("全年举办各类讲座十二场次吸引读者参加。\n全年举办各类讲座十二场次吸引读者参加。", ["repeated-sentence"]),
        ] as [(String, [String])]
    )
    func repetition(text: String, rules: [String]) {
        #expect(StageCheck.failures(Self.draft(text), rules: rules) == [])
    }

    @Test(arguments: [
        ("一、主要工作\n平稳。\n二、[[proofreading.period: 上半年]]工作打算\n继续努力。", "2023年上半年"),
        ("一、主要工作\n平稳。\n二、下半年工作打算\n继续努力。", "2023年上半年"),
        ("一、主要工作\n平稳。\n二、2024年上半年工作打算\n继续努力。", "2023年上半年"),
        ("一、主要工作\n平稳。\n二、[[proofreading.period: 2023年]]工作打算\n继续努力。", "2023年"),
        ("一、主要工作\n平稳。\n二、2024年工作打算\n继续努力。", "2023年"), ("一、主要工作\n平稳。\n二、2023年工作打算落实情况\n继续努力。", "2023年"),
    ])
    func period(text: String, period: String) {
        #expect(StageCheck.failures("柳河镇文化站\(period)工作总结\n一年来，工作平稳。\n\(text)\n", rules: ["period"]) == [])
    }

    @Test func aPlanInTheTitleIsAllowed() {
        let draft = "柳河镇文化站2023年工作总结及2023年工作计划\n一年来，工作平稳。\n一、2023年工作计划\n继续努力。\n"
        #expect(StageCheck.failures(draft, rules: ["period"]) == [])
    }

    @Test(arguments: [
        "落实“三会一课”制度，“三会一课”按时开展，[[proofreading.inconsistent-quotes: 三会一课]]有记录。",
        "落实“三会一课”制度，三会一课按时开展。", "落实“三会一课”制度，三会一课按时开展，“三会一课”有记录，三会一课有计划。",
        "落实“三会一课”制度，“三会一课”按时开展，印发《三会一课制度》。",
    ])
    func quotes(text: String) {
        #expect(StageCheck.failures(Self.draft(text), rules: ["inconsistent-quotes"]) == [])
    }

    @Test(arguments: [
        ("柳河镇文化站2023年工作总结", "柳河镇文体站", true), ("柳河镇文化站2023年工作总结", "柳河镇文化站", false),
        ("柳河镇文化站2023年工作总结", "柳河镇人民政府", false), ("2023年工作总结", "柳河镇文化站", false),
        ("柳河镇综合文化站2023年工作总结", "柳河镇综文化站", true),
    ])
    func organizationName(title: String, name: String, isFound: Bool) {
        let signature = isFound ? "[[proofreading.organization-name: \(name)]]" : name
        let draft = "\(title)\n一年来，工作平稳。\n一、主要工作\n平稳有序。\n\n\(signature)\n2023年12月20日\n"
        #expect(StageCheck.failures(draft, rules: ["organization-name"]) == [])
    }

    @Test(arguments: [
        "（一）办好活动。全年十场。\n（二）管好阵地。全年开放。\n[[proofreading.mixed-heading-shape: （三）]]做好宣传\n全年二十期。",
        "（一）办好活动。全年十场。\n（二）管好阵地\n全年开放。", "（一）办好活动\n全年十场。\n（二）管好阵地\n全年开放。\n（三）做好宣传\n全年二十期。",
    ])
    func headingShape(text: String) {
        #expect(StageCheck.failures(Self.draft(text), rules: ["mixed-heading-shape"]) == [])
    }

    @Test(arguments: [
        ("柳河镇文化站2023年工作总结[[proofreading.title-punctuation: 。]]", true), ("柳河镇文化站《规程》落实“三化”情况总结", true),
        ("奋进新征程，书写新篇章", true), ("“守初心、担使命”教育总结报告", true),
        ("柳河镇文化站[[proofreading.title-punctuation: 、]]柳河镇图书馆2023年工作总结", true),
    ])
    func title(title: String, isTitle: Bool) {
        let draft = "\(title)\n一年来，文化站工作平稳有序。\n一、主要工作\n平稳。\n"
        #expect(StageCheck.failures(draft, rules: ["title-punctuation"]) == [])
    }

    @Test func longSentence() {
        let long = String(repeating: "办好活动，", count: 50) + "平稳[[proofreading.long-sentence: 。]]"
        #expect(
            StageCheck.failures(Self.draft(long), rules: ["long-sentence"]) == []
        )
        let divided = String(repeating: "办好活动，管好阵地；", count: 50) + "平稳。"
        #expect(StageCheck.failures(Self.draft(divided), rules: ["long-sentence"]) == [])
    }
}

import Testing

@testable import Proofreading

@Suite struct NearPhraseTests {
    @Test(
        "a homophone in a fixed phrase is found",
        arguments: [
            "提高认是", "统愁推进", "安权生产", "乡村镇兴", "措施倒位", "干部直工", "监督直纪", "扎石开展", "组织生活回", "民主级中制", "压石责任", "疫情房控", "矛盾究纷",
            "网格划管理", "化解矛顿", "基础设失", "别出新裁", "凝心巨力", "齐心鞋力", "环境整至", "群众录线", "基层治力", "脱贫攻奸", "意石形态",
            "党风廉整建设", "领导版子", "责壬到位", "责任道位", "深入开占", "群防群至", "任劳认怨", "兢兢页业", "应急艳练", "招伤引资", "绿水青衫", "规章治度",
            "民主测平", "廉洁自旅", "综和治理", "医德意风", "走访味问", "乡村真兴",
        ]
    )
    func found(phrase: String) {
        for text in ["[[proofreading.near-phrase: \(phrase)]]", "站里[[proofreading.near-phrase: \(phrase)]]，工作平稳"] {
            #expect(StageCheck.failures("全年工作有序，\(text)。", rules: ["near-phrase"]) == [], "\(phrase)")
        }
    }

    @Test(
        "the longest phrase is meant",
        arguments: [
            "推进[[proofreading.near-phrase: 全面从言治党]]，平稳有序。",
            "抓好[[proofreading.near-phrase: 矛盾究纷排查]]化解，平稳有序。",
        ]
    )
    func longest(text: String) {
        #expect(StageCheck.failures("全年工作有序，\(text)", rules: ["near-phrase"]) == [])
    }

    @Test(
        "what can be meant is left alone",
        arguments: [
            // As it should be, and other characters than homophones.
            "贯彻落实", "加强管理", "责任到岗", "责任到村", "隐患排序", "守土负责", "因村制宜", "因企制宜", "任务到人", "措施到家", "高质量完成", "加快管理", "加强办理",
            "落实到人",
            // Right with either character.
            "年终考核", "年中考核", "工作实绩", "工作实际", "法制宣传", "法治宣传", "质量监测", "质量检测", "监察建议", "检察建议", "禁赌宣传", "禁毒宣传", "公车使用",
            "名副其实", "名符其实", "流连忘返", "留连忘返", "丰富多采", "因时制宜", "合家欢乐", "卖方市场", "买方市场", "管理重心", "管理中心", "自愿服务", "志愿服务",
            // A common word beside the new character, inside or across the border.
            "整治工作", "整治责任", "集中警力", "适用技术", "持续增产", "示范学校", "业务服务", "优势服务", "事务管理", "责任到未来", "提高认识到", "加强教育与学习",
            "加强领导力",
            "公司文化已产生效益", "意大利支持的活动", "通过市局全力推进", "落实事项", "组织生活会议", "为成年人服务", "县教委成年人学校", "社会主义法治国家", "积极参加",
            // Numerals, bodies, particles.
            "一致行动", "全面推进十项工作", "镇务公开", "社务公开", "他作好准备工作", "做风建设", "以点代面", "主要的做法",
        ]
    )
    func notFound(phrase: String) {
        for text in ["全年\(phrase)，平稳有序。", "\(phrase)。", "站里\(phrase)工作，"] {
            #expect(StageCheck.failures("全年工作有序，\(text)", rules: ["near-phrase"]) == [], "\(phrase)")
        }
    }

    @Test(
        "what the lists of wrong phrases hold is reported once",
        arguments: ["再接再励", "以身做则", "责任到未", "领到班子", "隐患排察", "高质量发站"]
    )
    func once(phrase: String) {
        let draft = "全年工作有序，全站上下[[proofreading.confusable-word: \(phrase)]]，平稳有序。"
        #expect(StageCheck.failures(draft, rules: ["near-phrase", "confusable-word", "fixed-phrase"]) == [])
    }

    @Test func suggestionsAreOnlyReported() {
        let draft = "全年工作有序，站里[[proofreading.near-phrase: 安权生产]]。"
        #expect(
            StageCheck.failures(draft, rules: ["near-phrase"], becomes: "全年工作有序，站里安权生产。") == []
        )
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasPrefix("#") }
    }

    private static func isHan(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.allSatisfy { (0x4E00..<0xA000).contains($0.value) || $0 == "〇" }
    }

    @Test func everyPhraseCanBeRead() {
        let lines = Self.lines(PackageResources.set_phrases_txt).filter { !$0.hasPrefix("@source ") }
        let phrases = SetPhrases(PackageResources.set_phrases_txt).phrases.map { phrase in
            String(String.UnicodeScalarView(phrase))
        }
        #expect(phrases == lines)
        #expect(Set(lines).count == lines.count)
        #expect(lines.filter { !SetPhrases.lengths.contains($0.unicodeScalars.count) || !Self.isHan($0) } == [])
    }

    @Test func everyGroupOfHomophonesCanBeRead() {
        var groups: [Unicode.Scalar: Int] = [:]
        let lines = Self.lines(PackageResources.homophones_txt)
        for line in lines {
            let characters = line.hasPrefix("! ") ? line.dropFirst(2) : line[...]
            #expect(Self.isHan(characters) && characters.unicodeScalars.count > 1, "\(line)")
            #expect(Set(characters.unicodeScalars).count == characters.unicodeScalars.count, "\(line)")
            if !line.hasPrefix("!") { for scalar in line.unicodeScalars { groups[scalar, default: 0] += 1 } }
        }
        #expect(Set(lines).count == lines.count)
        #expect(groups.values.allSatisfy { $0 <= 4 })
        #expect(groups["长"] == 2 && groups.count > 3500)
    }

    @Test(
        arguments: [
            ("长", "常", true), ("长", "掌", true), ("常", "掌", false), ("行", "航", true), ("行", "兴", true), ("查", "擦", true),
            ("金", "经", true), ("南", "兰", false), ("做", "作", false), ("的", "地", false), ("a", "b", false),
            ("到", "位", false),
        ] as [(Unicode.Scalar, Unicode.Scalar, Bool)]
    )
    func homophones(first: Unicode.Scalar, second: Unicode.Scalar, expected: Bool) {
        let homophones = Homophones(PackageResources.homophones_txt)
        #expect(homophones.areSame(first, second) == expected)
        #expect(homophones.areSame(second, first) == expected)
    }

    @Test func everyCommonWordCanBeRead() {
        let lines = Self.lines(PackageResources.common_words_txt)
        let words = CommonWords(PackageResources.common_words_txt)
        var firsts: Set<Unicode.Scalar> = []
        for line in lines {
            let characters = line.hasPrefix("@") ? line.drop { $0 != " " }.dropFirst() : line[...]
            let scalars = Array(characters.unicodeScalars)
            #expect(Self.isHan(characters) && scalars.count > 1, "\(line)")
            if line.hasPrefix("@alone ") {
                #expect(scalars.allSatisfy { words.isWord($0) } && Set(scalars).count == scalars.count)
            } else if line.hasPrefix("@final ") {
                #expect(scalars.allSatisfy { words.isFinal($0) } && Set(scalars).count == scalars.count)
            } else {
                #expect(firsts.insert(scalars[0]).inserted, "\(line)")
                #expect(Set(scalars.dropFirst()).count == scalars.count - 1, "\(line)")
                #expect(scalars.dropFirst().allSatisfy { words.isWord(scalars[0], $0) }, "\(line)")
            }
        }
        #expect(words.isWord("未", "来") && !words.isWord("来", "未") && words.isWord("已") && words.isFinal("局"))
    }
}

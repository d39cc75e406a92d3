import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Punctuation

@Suite("Punctuation")
struct PunctuationStageTests {
    private static func options(_ rules: [(String, String)]) -> PunctuationOptions {
        var options = PunctuationOptions()
        options.rules = rules.enumerated().map { index, rule in
            let place = ConfigurationPlace(file: "p.yaml", position: SourcePosition(line: index + 1, column: 1))
            return .init(
                key: rule.0,
                keyPlace: place,
                value: ConfigurationValue(.string(rule.1), place: place)
            )
        }
        return options
    }

    private func failures(
        _ draft: String,
        becomes wanted: String? = nil,
        _ rules: [(String, String)] = []
    ) throws -> [String] {
        let stage = try PunctuationStage(options: Self.options(rules))
        return StageTest(stage, reading: Lines.read).failures(draft, becomes: wanted)
    }

    // MARK: - What is changed

    @Test(
        "half-width marks beside Chinese text are widened",
        arguments: [
            ("全年1438人,其中党员62人;办结率97%,排名第一!", "全年1438人，其中党员62人；办结率97%，排名第一！"), ("现汇报如下:", "现汇报如下："),
            ("述职评议, 末位约谈4人 ;效果好。", "述职评议，末位约谈4人；效果好。"), ("使用APP,提高效率。", "使用APP，提高效率。"),
            ("真的吗??", "真的吗？？"), ("增长××%;农民增收。", "增长××%；农民增收。"), ("（含线上）,效果好。", "（含线上），效果好。"),
            ("地址:http://a.cn/x?y=1,详见附件。", "地址：http://a.cn/x?y=1，详见附件。"),
            ("支部{{支部}}:全年。", "支部{{支部}}：全年。"), ("时间:9:30。", "时间：9:30。"), ("| 单位:万元", "| 单位：万元"),
            ("# 总结,计划", "# 总结，计划"),
        ]
    )
    func halfWidthMarks(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "points that end sentences become stops",
        arguments: [
            ("人才1065人.与去年相比净增97人.", "人才1065人。与去年相比净增97人。"), ("覆盖率达到100%.", "覆盖率达到100%。"),
            ("开放时间为9:00至17:30.", "开放时间为9:00至17:30。"), ("队伍建设得到加强．", "队伍建设得到加强。"), ("他说“工作已经全部完成.”", "他说“工作已经全部完成。”"),
            ("完成了迎新工作. 推进社团管理.", "完成了迎新工作。推进社团管理。"),
        ]
    )
    func halfWidthStops(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "brackets are widened in pairs",
        arguments: [
            ("接待1.2万人次(含线上)。", "接待1.2万人次（含线上）。"), ("(一)抓学习", "（一）抓学习"), ("（一)抓学习", "（一）抓学习"),
            ("二年级( 3 )班。", "二年级（3）班。"),
            ("存在不足：(1)学习不够;(2)创新不够。", "存在不足：（1）学习不够；（2）创新不够。"), ("PM2.5(细颗粒物)。", "PM2.5（细颗粒物）。"),
            ("（试行)办法。", "（试行）办法。"), ("| 增长(%)", "| 增长（%）"), ("名单(略)", "名单（略）"),
        ]
    )
    func brackets(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "digits and letters of full width are narrowed",
        arguments: [
            ("２０２４年，ＧＤＰ增长３．５％。", "2024年，GDP增长3.5%。"), ("ＸＸ市２０２４年培训Ｘ人。", "ＸＸ市2024年培训Ｘ人。"),
            ("使用ＥＸＣＥＬ表。", "使用EXCEL表。"), ("执行ＧＢ／Ｔ９７０４标准。", "执行GB/T9704标准。"), ("Ａ类、Ｂ类企业。", "A类、B类企业。"),
        ]
    )
    func fullWidth(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "ellipses, dashes, interpuncts and titles take their forms",
        arguments: [
            ("书法、剪纸、合唱...", "书法、剪纸、合唱……"), ("书法、合唱。。。效果好。", "书法、合唱……效果好。"), ("书法…效果好。", "书法……效果好。"),
            ("我们想说···还是不说。", "我们想说……还是不说。"), ("两项任务--开放和服务。", "两项任务——开放和服务。"),
            ("两项任务－－开放和服务。", "两项任务——开放和服务。"), ("两项任务 -- 开放和服务。", "两项任务——开放和服务。"), ("- —某局工作总结", "- ——某局工作总结"),
            ("- --某局工作总结", "- ——某局工作总结"), ("“书香•邻里”读书会。", "“书香·邻里”读书会。"), ("5•12防灾减灾日。", "5·12防灾减灾日。"),
            ("“举旗帜・送理论”活动。", "“举旗帜·送理论”活动。"), ("《史记．列传》一书。", "《史记·列传》一书。"),
            ("学习<<工作条例>>。", "学习《工作条例》。"), ("学习《工作条例>>。", "学习《工作条例》。"),
        ]
    )
    func forms(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "quotation marks are turned, righted and nested",
        arguments: [
            ("开展\"文化进村\"活动、\"送戏\"活动。", "开展“文化进村”活动、“送戏”活动。"), ("围绕 \"树人\" 任务。", "围绕“树人”任务。"),
            ("开展\"双创\" \"三员\"活动。", "开展“双创”“三员”活动。"),
            ("他说“好\"。", "他说“好”。"), ("他说\"好”。", "他说“好”。"), ("这叫'双报到'。", "这叫“双报到”。"), ("他说“这叫'双报到'”。", "他说“这叫‘双报到’”。"),
            ("提出“三会一课“制度。", "提出“三会一课”制度。"), ("提出”三会一课“制度。", "提出“三会一课”制度。"), ("抓好“甲乙“和”丙丁”工作。", "抓好“甲乙”和“丙丁”工作。"),
            ("落实《关于《三项制度》的通知》。", "落实《关于〈三项制度〉的通知》。"), ("他说“要抓好“三会一课”，不放松。”", "他说“要抓好‘三会一课’，不放松。”"),
            ("学习““党章””。", "学习“党章”。"),
        ]
    )
    func quotations(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    @Test(
        "marks too many go",
        arguments: [
            ("落实“三会一课”、“主题党日”和“双报到”。", "落实“三会一课”“主题党日”和“双报到”。"), ("学习《甲》、《乙》、《丙》等。", "学习《甲》《乙》《丙》等。"),
            ("学习《甲》、《乙》（试行）、《丙》。", "学习《甲》《乙》（试行）、《丙》。"), ("群众满意。。", "群众满意。"), ("抓学习，，抓落实。", "抓学习，抓落实。"),
            ("学习、，抓落实。", "学习，抓落实。"), ("抓落实，。", "抓落实。"), ("抓学习；。", "抓学习。"), ("抓学习,，抓落实。", "抓学习，抓落实。"), ("好！。", "好！"),
            ("加油！！！！！", "加油！！！"),
        ]
    )
    func tooMany(_ written: String, _ wanted: String) throws {
        #expect(try failures(written, becomes: wanted) == [])
    }

    // MARK: - What is left alone

    @Test(
        "what is right, or may be, is left alone",
        arguments: [
            "时间为9:30，也写作9：30，比例1:2，共1,234人，增长3.5%。", "网址http://a.cn/x?y=1，邮箱a.b@c.cn，见www.a.cn/(b)。",
            "标准GB/T 9704-2012、ISO 9001:2015，版本V2.0。", "他写道Hello, world. It is (almost) done, isn't it?",
            "见初稿(3).docx和`a,b:c中`代码。", "函数f(x)、Word(2016)和g(a, b)。", "1)抓学习", "编号1、2、3。",
            "完成{{人数,个}}个，{{#各支部}}、{{/各支部}}。", "【填写,单位】和[a,b]。", "由____,***组成。".replacing(",", with: "、"),
            "ＸＸ市、Ｘ人、××个、X%、XX%、XX%。",
            "见《关于<×县办法>的通知》。", "见<span ×县办法=\"\">一文。", "甲&nbsp;乙&lt;丙&gt;。", "不足<3项>的单位。",
            "牢牢把握，深入学习习近平新时代思想，2018～2020年，“5个一”，2019年年度，（工会会员），党委（党组），“举旗帜·送理论”。",
            "《××工作规则》《××“三重一大”办法》。", "“甲”、乙、“丙”并列，《甲》、乙、丁。", "学习“甲”、《乙》。", "《办法》（试行）、《细则》。",
            "网格—楼栋—党员的链条，2022—2023年，“北京—上海”线。", "引言——正文，两项任务——开放。", "第一部分 重点任务...............9", "他说：“好。”又说：“行！”",
            "什么？！真好！！！", "我们……等待。", "列奥纳多.达.芬奇的画。", "《甲.乙》一书。", "全国人大、和谐社会、与时俱进、及时、等级、等通知、等指令。",
            "通过招录、与高校共建实训基地。", "一、二、三等奖，第一、二季度，二、三年级，三四个，十三、四个。", "时间：9:30；地点：三楼；联系人：张三。", "5'的距离，’90年代。",
            "一是抓学习；二是抓落实。会议要求，继续抓；再抓。三是抓创新。", "2020-01-05，138-1234-5678，A-1-2，〔2020〕1-3号，3-5号楼。",
            "在《甲》和“乙”中，‘丙’也可。", "甲\n乙，丙", "| 合计", "| 3.5", "“甲。\n“乙。\n“丙。”",
        ]
    )
    func leftAlone(_ draft: String) throws {
        #expect(try failures(draft) == [])
    }

    // MARK: - What is reported

    @Test(
        "what a person has to decide is reported",
        arguments: [
            "业务不够熟练[[punctuation.half-width-stop: .]]这些问题要改进。", "他说[[punctuation.straight-quote: \"]]好。",
            "“他说[[punctuation.straight-quote: \"]]好\"的话”。", "学习（[[punctuation.unbalanced-pair: 《]]甲）。",
            "抓学习[[punctuation.unbalanced-pair: （]]甲。", "抓学习甲[[punctuation.unbalanced-pair: ）]]。",
            "他说[[punctuation.unbalanced-pair: “]]好。",
            "抓落实[[punctuation.doubled-mark: 。，]]再抓。", "他说“好[[punctuation.doubled-mark: 。”。]]",
            "好[[punctuation.too-many-marks: ？！！！]]",
            "学习[[punctuation.mark-before-conjunction: 、]]和品牌培育工作。",
            "书法、合唱[[punctuation.mark-before-conjunction: 、]]等活动。",
            "书法、合唱[[punctuation.ellipsis-with-etc: ……]]等活动。", "书法[[punctuation.ellipsis-with-etc: 、]]……",
            "一是抓学习。全年学习[[punctuation.semicolon-after-stop: ；]]二是抓落实。",
            "抓学习。全年学习[[punctuation.semicolon-after-stop: ；]]",
            "会议指出：要做到[[punctuation.nested-colon: ：]]抓学习。",
            "有[[punctuation.approximate-number: 三、四]]个问题，[[punctuation.approximate-number: 二三]]年级。",
            "2018[[punctuation.connector: -]]2019年，10%[[punctuation.connector: ~]]20%，1[[punctuation.connector: -]]6月。",
            "一年来，抓学习、抓作风、抓落实，工作有了新进[[punctuation.paragraph-end: 步]]",
            "一年来，抓学习、抓作风、抓落实，工作有了新进步[[punctuation.paragraph-end: ，]]",
            "一年来，抓学习、抓作风、抓落实，弘扬“工匠精神[[punctuation.paragraph-end: ”]]",
        ]
    )
    func reported(_ draft: String) throws {
        #expect(try failures(draft) == [])
    }

    @Test(
        "paragraphs that need no stop",
        arguments: [
            "一年来，抓学习、抓作风、抓落实，工作有了新进步（责任部门：办公室）。", "一年来，抓学习、抓作风。（责任部门：综合办公室和财务室）", "时间：2020年6月20日上午，地点：三楼会议室东侧",
            "一年来，抓学习、抓作风、抓落实，共办实事××", "一年来，抓学习、抓作风、抓落实情况见下表\n| 甲", "联系电话、邮箱：someone.of.ours@example.cn",
            "（本总结所有数据，均截至十二月三十一日，由办公室负责解释）",
        ]
    )
    func paragraphEnds(_ draft: String) throws {
        #expect(try failures(draft) == [])
    }

    @Test("a document in which most paragraphs end openly has that style")
    func openStyle() throws {
        let line = "一年来，抓学习、抓作风、抓落实，工作有了新进步"
        #expect(try failures((Array(repeating: line, count: 9) + [line + "。"]).joined(separator: "\n")) == [])
    }

    // MARK: - Levels

    @Test("a rule that does not fix reports the same place with a safe fix")
    func reportsInstead() throws {
        let stage = try PunctuationStage(options: Self.options([("half-width-mark", "warning"), ("dash", "info")]))
        let source = SourceText("甲,乙--丙。")
        let result = try Pipeline([stage]).run(Lines.read(source), source: source)
        #expect(result.edits.isEmpty)
        #expect(result.diagnostics.map(\.severity) == [.warning, .info])
        #expect(
            result.diagnostics.map(\.fixes) == [
                [FixIt(before: ",", after: "，", applicability: .safe)],
                [FixIt(before: "--", after: "——", applicability: .safe)],
            ]
        )
    }

    @Test("a rule that is off neither changes nor reports")
    func off() throws {
        #expect(try failures("甲,乙（丙。", [("half-width-mark", "off"), ("unbalanced-pair", "off")]) == [])
    }

    @Test("a rule that cannot fix says so, with its place")
    func cannotFix() {
        do throws(ConfigurationError) {
            _ = try PunctuationStage(options: Self.options([("ellipsis", "fix"), ("paragraph-end", "fix")]))
            Issue.record("accepted")
        } catch {
            #expect(error.problems.map(\.place.position?.line) == [2])
            #expect(error.problems.first?.message.en.contains("paragraph-end") == true)
        }
    }

    @Test("every change has the name of its rule")
    func reasons() throws {
        let source = SourceText("甲,乙(丙)开展\"丁\"。。有“戊”、“己”等２个•")
        let stage = try PunctuationStage(options: PunctuationOptions())
        let result = try Pipeline([stage]).run(Lines.read(source), source: source)
        #expect(
            result.edits.map(\.reason) == [
                "half-width-mark", "half-width-bracket", "half-width-bracket", "straight-quote", "straight-quote",
                "comma-between-quotes", "full-width-character",
            ]
        )
    }
}

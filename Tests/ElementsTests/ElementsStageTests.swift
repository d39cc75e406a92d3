import DraftReading
import ReadKit
public import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Elements

@Suite("The stage elements")
struct ElementsStageTests {
    private static func failures(
        _ draft: String,
        becomes expected: String? = nil,
        _ change: (inout ElementsOptions) -> Void
    ) throws -> [String] {
        var options = ElementsOptions()
        change(&options)
        let test = StageTest(try ElementsStage(options: options)) { source in
            DraftReader().read(Draft(source: source, format: "text")).document
        }
        return test.failures(draft, becomes: expected)
    }

    private static let title = "清溪镇2024年工作总结\n"
    private static let text = """
        一年来，各项工作扎实推进，群众反映良好。
        一、主要工作
        全年办结事项四十件，走访群众二百户。
        二、下一步打算
        继续把各项任务落实到位。
        """

    @Test(
        "names of attachments that carry numbers are not numbered twice",
        arguments: [
            (["1.任务清单", "2.联系名单"], "附件：1.任务清单\n2.联系名单"), (["1．任务清单", "2、联系名单"], "附件：1.任务清单\n2.联系名单"),
            (["1.任务清单"], "附件：任务清单"), (["1.5倍标准名单", "2024年名单"], "附件：1.1.5倍标准名单\n2.2024年名单"),
        ]
    )
    func numbersOfAttachments(_ names: [String], _ note: String) throws {
        let failures = try Self.failures(Self.title + Self.text, becomes: Self.title + Self.text + "\n" + note) {
            $0.attachments = names.map { ConfigurationValue(stringLiteral: $0) }
        }
        #expect(failures == [])
    }

    @Test(
        "attachments are called what the note calls them",
        arguments: [
            ("附件：1.任务清单\n      2.联系名单", "任务清单", "联系名单", []),
            ("附件：1.任务清单\n      2.联系名单", "任务清单", "《联系名单》", []),
            ("附件：1.任务清单\n      2.联系名单", "任务清单", "联系人名单", ["elements.attachment-title"]),
            ("附件：任务清单", "任务清单", "联系名单", ["elements.attachment-note", "elements.attachment-note"]),
        ] as [(String, String, String, [String])]
    )
    func attachmentPages(_ note: String, _ first: String, _ second: String, _ findings: [String]) throws {
        var lines = Self.title + Self.text + "\n" + note + "\n清溪镇人民政府\n2024年12月20日\n"
        lines += "附件1\n\n\(first)\n\n各村分工如下，请认真落实。\n附件2\n\n\(second)\n\n各村联系人见文后，请主动对接。"
        var document = DraftReader().read(try Draft(text: Array(lines.utf8))).document
        // What stands below 附件 is its title, whatever the reader made of it.
        for index in document.blocks.indices.dropFirst() where document.blocks[index - 1].shownText.hasPrefix("附件") {
            if document.blocks[index].shownText == first || document.blocks[index].shownText == second {
                document.blocks[index].kind = .title
            }
        }
        let pipeline = Pipeline([try ElementsStage(options: ElementsOptions())])
        let result = try pipeline.run(document, source: SourceText(utf8: Array(lines.utf8)))
        #expect(result.diagnostics.map(\.id) == findings)
    }

    @Test("every element stands at its place")
    func places() throws {
        let expected = """
            机密★1年
            特急
            清溪镇人民政府文件
            清政发〔2024〕12号\u{3000}签发人：某甲\u{3000}某乙
            清溪镇2024年工作总结
            县人民政府：
            \(Self.text)
            附件：任务清单
            清溪镇人民政府
            2024年12月20日
            （此件公开发布）
            抄送：县档案馆，县统计局。
            清溪镇党政综合办公室\u{3000}2024年12月23日印发
            """
        let failures = try Self.failures(Self.title + Self.text, becomes: expected) {
            $0.classification = "机密★1年"
            $0.urgency = "特急"
            $0.issuer = ["清溪镇人民政府文件"]
            $0.number = "清政发(2024)012号"
            $0.signers = ["某甲、某乙"]
            $0.recipient = "县人民政府:"
            $0.attachments = ["任务清单；"]
            $0.signature = ["清溪镇人民政府"]
            $0.date = "2024-12-20"
            $0.note = "此件公开发布"
            $0.copies = "县档案馆，县统计局"
            $0.printer = "清溪镇党政综合办公室"
            $0.printDate = "2024.12.23"
        }
        #expect(failures == [])
    }

    @Test("an element that the draft has stays, and is compared")
    func present() throws {
        let draft = Self.title + Self.text + "\n清溪镇人民政府\n[[elements.differs: 2024年12月18日]]"
        #expect(try Self.failures(draft) { $0.date = "2024-12-20" } == [])
        let same = Self.title + Self.text + "\n清溪镇人民政府\n2024年12月20日"
        #expect(try Self.failures(same) { $0.date = "2024年12月20日" } == [])
    }

    @Test("the number of the draft is set right")
    func number() throws {
        let draft = "清溪镇人民政府文件\n清政发[2024]第05号\n" + Self.title + Self.text
        let expected = "清溪镇人民政府文件\n清政发〔2024〕5号\n" + Self.title + Self.text
        let failures = try Self.failures(draft, becomes: expected) { _ in }
        #expect(failures == [])
    }

    @Test("signers join the number that the draft has")
    func signers() throws {
        let draft = "清溪镇人民政府文件\n清政发〔2024〕5号\n" + Self.title + Self.text
        let expected = "清溪镇人民政府文件\n清政发〔2024〕5号\u{3000}签发人：某甲\n" + Self.title + Self.text
        #expect(try Self.failures(draft, becomes: expected) { $0.signers = ["某甲"] } == [])
    }

    @Test(
        "numbers are written as the standard wants them",
        arguments: [
            ("清政发[2024]03号", "清政发〔2024〕3号"), ("清政发〔2024〕3号", "清政发〔2024〕3号"),
            ("清政发（2024） 第 10 号", "清政发〔2024〕10号"), ("清政发2024年3号", nil), ("清政发〔24〕3号", nil),
            ("〔2024〕3号", nil), ("清政发〔2024〕号", nil), ("清政发〔2024〕000号", nil),
        ]
    )
    func numbers(text: String, expected: String?) { #expect(ElementText.number(text) == expected) }

    @Test(
        "orders have numbers of their own",
        arguments: [
            ("第12期", true), ("（第3期）", true), ("县政府令第5号", true), ("第12号", true), ("第十二号", true), ("第号", false),
            ("12号", false),
        ]
    )
    func orderNumbers(text: String, isNumber: Bool) { #expect(ElementText.isOrderNumber(text) == isNumber) }

    @Test(
        "dates are written with Arabic figures and without zeros in front",
        arguments: [
            ("2024-12-20", "2024年12月20日"), ("2024年02月03日", "2024年2月3日"), ("2024.2.3", "2024年2月3日"),
            ("２０２４年２月３日", "2024年2月3日"), ("2024-02-30", nil), ("2024年12月", nil), ("12-20", nil), ("明天", nil),
        ]
    )
    func dates(text: String, expected: String?) { #expect(ElementText.date(text) == expected) }

    @Test("what has not the form of its element is reported and left out")
    func forms() throws {
        var options = ElementsOptions()
        options.copyNumber = "00001a"
        options.classification = "内部"
        options.urgency = "十万火急"
        options.issuer = ["清溪镇人民政府文件"]
        options.date = "2024-02-30"
        options.signers = ["某甲"]
        options.printer = "清溪镇党政综合办公室"
        options.printDate = "昨天"
        let source = SourceText(Self.title + Self.text)
        let document = DraftReader().read(Draft(source: source, format: "text")).document
        let result = try Pipeline([try ElementsStage(options: options)]).run(document, source: source)
        #expect(
            result.diagnostics.map(\.id)
                == [
                    "elements.form", "elements.form", "elements.form", "elements.signers", "elements.form",
                    "elements.form",
                ]
        )
        #expect(
            result.diagnostics.first?.message.en
                == "'00001a' (pipeline.yaml:4:9) is no copy-number: it must be made of digits, usually 6; it was left out, so correct it"
        )
        #expect(result.diagnostics.first?.message.zh.contains("份号“00001a”（pipeline.yaml:4:9）不合格式") == true)
        let inserted = result.document.blocks.filter { $0.source == nil }.map(\.shownText)
        #expect(inserted == ["清溪镇人民政府文件", "清溪镇党政综合办公室"])
    }

    @Test(
        "a star stands before the period",
        arguments: [
            ("机密*1年", "机密★1年"), ("机密 ☆ 1年", "机密★1年"), ("秘密1年", "秘密★1年"), ("绝密★长期", "绝密★长期"), ("机密", "机密"),
            ("机密长期", "机密★长期"), ("机密文件", nil), ("内部", nil),
        ] as [(String, String?)]
    )
    func classifications(text: String, expected: String?) {
        #expect(ElementText.classification(text) == expected)
    }

    @Test("a classification of the draft gets its star")
    func classificationOfTheDraft() throws {
        let draft = "机密*1年\n清溪镇人民政府文件\n清政发〔2024〕5号\n" + Self.title + Self.text
        let expected = draft.replacing("*", with: "★")
        #expect(try Self.failures(draft, becomes: expected) { _ in } == [])
    }

    @Test("the items of a list in the front matter are attachments")
    func frontMatter() throws {
        let metadata = ["附件": "名单\n台账", "抄送": "甲局\n乙局", "urgency": "特急"]
        let values = ElementValues(ElementsOptions(), [], metadata, gaps: GapNames([]))
        #expect(values[.attachments] == ["名单", "台账"])
        #expect(values[.copies] == ["甲局，乙局"])
        #expect(values[.urgency] == ["特急"])
    }

    @Test("signers come beside a number that is given and there already")
    func numberAndSigners() throws {
        let draft = "清溪镇人民政府文件\n清政发〔2024〕5号\n" + Self.title + Self.text
        let expected = "清溪镇人民政府文件\n清政发〔2024〕5号\u{3000}签发人：某甲\n" + Self.title + Self.text
        let failures = try Self.failures(draft, becomes: expected) {
            $0.number = "清政发〔2024〕5号"
            $0.signers = ["某甲"]
        }
        #expect(failures == [])
    }

    @Test("values go before options, and options before front matter; any name will do")
    func precedence() {
        let place = ConfigurationPlace(file: "test")
        func entry(_ key: String, _ text: String) -> ConfigurationValue.Entry {
            .init(key: key, keyPlace: place, value: ConfigurationValue(.string(text), place: place))
        }
        var options = ElementsOptions()
        options.urgency = "加急"
        options.data = ConfigurationValue(.mapping([entry("份号", "000002"), entry("签发人", "某甲、某乙")]), place: place)
        let values = ElementValues(
            options,
            [
                entry("copy-number", "000001"),
                .init(
                    key: "抄送",
                    keyPlace: place,
                    value: ConfigurationValue(
                        .list(["甲局", "乙局"].map { ConfigurationValue(.string($0), place: place) }),
                        place: place
                    )
                ),
            ],
            ["紧急程度": "特急", "recipient": "各村民委员会", "附件": "清单、台账；名单"],
            gaps: GapNames([])
        )
        #expect(values[.copyNumber] == ["000001"])
        #expect(values[.urgency] == ["加急"])
        #expect(values[.copies] == ["甲局，乙局"])
        #expect(values[.recipient] == ["各村民委员会"])
        #expect(values[.signers] == ["某甲", "某乙"])
        #expect(values[.attachments] == ["清单、台账", "名单"])
        #expect(values.usedNames == ["copy-number", "签发人", "抄送"])
    }

    @Test("A value whose name stands in a gap is for the gap")
    func gaps() {
        let place = ConfigurationPlace(file: "--set")
        let entries = ["date", "成文日期", "署名", "抄送"].map { name in
            ConfigurationValue.Entry(key: name, keyPlace: place, value: .init(.string("某值"), place: place))
        }
        let texts = ["截至{{ 成文日期 }}，由{{署名}}{{date}}整理", "{{抄送}", "抄送}}甲局{{"]
        let blocks = texts.enumerated().map { index, text in
            Block(id: BlockID(rawValue: "\(index)"), kind: .paragraph, content: [.text(text)], origin: .stage("test"))
        }
        let values = ElementValues(ElementsOptions(), entries, [:], gaps: GapNames(blocks))
        #expect(values.usedNames == ["抄送"])
    }
}

extension ConfigurationValue: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        self.init(
            .string(text),
            place: ConfigurationPlace(file: "pipeline.yaml", position: SourcePosition(line: 4, column: 9))
        )
    }
}

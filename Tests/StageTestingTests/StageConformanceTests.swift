import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite("The check of descriptions finds what is wrong")
struct StageConformanceTests {
    /// A stage whose description is right: it puts `mark` behind every paragraph that has none.
    struct MarkStage: Stage {
        struct Options: StageOptions {
            var isOn = true
            var times = 1
            static let options: [StageOption<Options>] = [
                .flag("is-on", \.isOn, LocalizedText(zh: "是否添加", en: "Whether marks are added.")),
                .integer("times", \.times, in: 1...3, LocalizedText(zh: "添加几次", en: "How many marks.")),
            ]
        }
        static let name = "mark"
        static let summary = LocalizedText(zh: "在段末添加记号", en: "Adds a mark at the end of paragraphs.")
        static let findings = [
            FindingDescription("mark.added", .info, LocalizedText(zh: "已添加记号", en: "A mark was added."))
        ]
        static let examples = [
            StageExample(
                LocalizedText(zh: "添加", en: "a mark"),
                options: "times: 2",
                draft: "甲",
                result: "甲※※",
                findings: ["mark.added"]
            )
        ]
        let options: Options
        init(options: Options) { self.options = options }
        func run(_ document: inout Document, in context: inout StageContext) {
            for index in document.blocks.indices where options.isOn {
                guard !document.blocks[index].shownText.hasSuffix("※") else { continue }
                document.blocks[index].content.append(.text(String(repeating: "※", count: options.times)))
                context.report(
                    Diagnostic(
                        id: "mark.added",
                        severity: .info,
                        message: LocalizedText(zh: "已添加记号", en: "a mark was added"),
                        anchor: .init(document.blocks[index].id)
                    )
                )
            }
        }
    }

    /// A stage whose description is wrong in every way.
    struct CarelessStage: Stage {
        struct Options: StageOptions {
            var times = 9
            var more = true
            static let options: [StageOption<Options>] = [
                .integer("Times", \.times, in: 1...3, LocalizedText(zh: "次数。", en: "How many")),
                .flag("more", \.more, LocalizedText(zh: "", en: "More.")),
                .flag("more", \.more, LocalizedText(zh: "更多", en: "More.")),
            ]
        }
        static let name = "Careless Stage"
        static let summary = LocalizedText(zh: "粗心。", en: "Takes no care")
        static let findings = [
            FindingDescription("other.thing", .info, LocalizedText(zh: "别的", en: "Another thing.")),
            FindingDescription("other.thing", .info, LocalizedText(zh: "别的", en: "Another thing.")),
            FindingDescription("Careless Stage.Thing", .info, LocalizedText(zh: "事", en: "A thing.")),
        ]
        static let examples = [
            StageExample(LocalizedText(zh: "无", en: "nothing"), draft: "甲"),
            StageExample(LocalizedText(zh: "错", en: "wrong"), draft: "甲", result: "乙", findings: ["other.thing"]),
            StageExample(LocalizedText(zh: "选项", en: "options"), options: "Times: 7", draft: "甲", result: "甲"),
        ]
        init(options: Options) {}
        func run(_ document: inout Document, in context: inout StageContext) {
            for index in document.blocks.indices { document.blocks[index].content.append(.text("丙")) }
        }
    }

    /// One line of `key: value`, which is all that these stages need.
    private static func parse(_ text: String, _ file: String) throws(ConfigurationError) -> ConfigurationValue {
        let parts = text.split(separator: ":").map { $0.filter { $0 != " " } }
        let place = ConfigurationPlace(file: file, position: SourcePosition(line: 1, column: 1))
        let content: ConfigurationValue.Content =
            switch parts[1] {
            case "true": .bool(true)
            case "false": .bool(false)
            case let word: Int(word).map { .integer($0) } ?? .string(word)
            }
        let value = ConfigurationValue(content, written: parts[1], place: place)
        return ConfigurationValue(.mapping([.init(key: parts[0], keyPlace: place, value: value)]), place: place)
    }

    private static func failures<S: Stage>(_ type: S.Type) -> [String] {
        StageConformance.failures(of: StageDefinition(type), parsing: parse) { source in
            Document(
                blocks: source.lines.enumerated().map { index, line in
                    Block(
                        id: BlockID(rawValue: "l\(index)"),
                        kind: .paragraph,
                        content: [.text(source[line], source: line)],
                        origin: .source(line)
                    )
                }
            )
        }
    }

    @Test("a stage that keeps all is right")
    func right() {
        #expect(Self.failures(MarkStage.self) == [])
    }

    @Test(
        "each fault is found",
        arguments: [
            "the name 'Careless Stage' is not made of", "the summary of the stage ends with 。 in 'zh'",
            "the summary of the stage has no stop at its end in 'en'", "the finding 'other.thing' does not begin with",
            "the finding 'other.thing' is listed twice", "the finding 'Careless Stage.Thing' is not made of",
            "the option 'Times' is not made of", "the summary of the option 'Times' ends with 。",
            "the summary of the option 'more' has no wording in 'zh'", "the option 'more' is there twice",
            "the option 'Times' refuses its default '9'", "example 'nothing': the text is",
            "example 'nothing': it shows nothing", "example 'wrong': the findings are []",
            "example 'wrong': a second run changes the document", "example 'options': the options are refused",
        ]
    )
    func faults(words: String) {
        let failures = Self.failures(CarelessStage.self)
        #expect(failures.contains { $0.hasPrefix(words) }, "\(failures)")
    }
}

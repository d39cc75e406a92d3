import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite struct RuleStageTests {
    /// A comma of half width, which is safe to widen.
    private enum HalfWidthComma: TextRule {
        static let name = "half-width-comma"
        static let summary = LocalizedText(zh: "半角逗号", en: "A comma of half width.")
        static let source: String? = "GB/T 15834-2011, 5.1.9"
        static let level = RuleLevel.warning

        static func findings(in text: BlockText, of block: Block) -> [Finding] {
            text.places(of: ",").map { Finding($0, message, replacement: "，", isSafe: true) }
        }

        private static let message = LocalizedText(zh: "逗号应为全角", en: "the comma should have full width")
    }

    /// Two commas in a row, which only show once the half-width ones are gone.
    private enum DoubledComma: TextRule {
        static let name = "doubled-comma"
        static let summary = LocalizedText(zh: "重复的逗号", en: "Two commas in a row.")
        static let level = RuleLevel.info

        static func findings(in text: BlockText, of block: Block) -> [Finding] {
            text.places(of: "，，").map {
                Finding($0, message, replacement: "，", isSafe: block.kind == .paragraph, source: "house rules")
            }
        }

        private static let message = LocalizedText(zh: "逗号重复，请删去一个", en: "two commas in a row; take one out")
    }

    /// What only a person can decide.
    private enum Vague: TextRule {
        static let name = "vague"
        static let summary = LocalizedText(zh: "含糊的说法", en: "A vague word.")
        static let level = RuleLevel.error

        static func findings(in text: BlockText, of block: Block) -> [Finding] {
            text.places(of: "若干").map { Finding($0, LocalizedText(zh: "请写明数目", en: "give the number")) }
        }
    }

    private struct HouseStage: RuleStage {
        static let name = "house"
        static let summary = LocalizedText(zh: "本单位的写法", en: "Checks the house style.")
        static let rules: [any TextRule.Type] = [Vague.self, HalfWidthComma.self, DoubledComma.self]
        let options: RuleOptions<HouseStage>
    }

    private static let place = ConfigurationPlace(file: "test")

    private static func mapping(_ entries: [(String, ConfigurationValue.Content)]) -> ConfigurationValue {
        ConfigurationValue(
            .mapping(
                entries.map {
                    .init(key: $0.0, keyPlace: place, value: ConfigurationValue($0.1, place: place))
                }
            ),
            place: place
        )
    }

    private static func stage(
        mode: String = "report",
        _ rules: [(String, String)] = []
    ) throws(ConfigurationError) -> any Stage {
        let levels = mapping(rules.map { ($0.0, .string($0.1)) })
        return try StageDefinition(HouseStage.self).makeStage(
            options: mapping([("mode", .string(mode)), ("rules", levels.content)])
        ) { _, _ throws(ConfigurationError) in throw ConfigurationError([]) }
    }

    private static func read(_ source: SourceText) -> Document {
        Document(
            blocks: source.lines.enumerated().map { index, line in
                Block(
                    id: BlockID(rawValue: "l\(index)"),
                    kind: source[line].hasPrefix("#") ? .residue : .paragraph,
                    content: [.text(source[line], source: line)],
                    origin: .source(line)
                )
            }
        )
    }

    @Test func findingsStandInTheOrderOfTheText() throws {
        let draft = "新建[[house.half-width-comma: ,]]改造[[house.vague: 若干]]处[[house.doubled-comma: ，，]]完工\n#若干,"
        #expect(try StageTest(Self.stage(), reading: Self.read).failures(draft) == [])
        let source = SourceText("新建,改造若干处，，完工")
        let found = try Pipeline([Self.stage()]).run(Self.read(source), source: source).diagnostics
        #expect(found.map(\.id) == ["house.half-width-comma", "house.vague", "house.doubled-comma"])
        #expect(found.map(\.severity) == [.warning, .error, .info])
        #expect(found.map(\.source) == ["GB/T 15834-2011, 5.1.9", nil, "house rules"])
        #expect(found[0].fixes == [FixIt(before: ",", after: "，", applicability: .safe)])
        #expect(found[1].fixes == [])
    }

    @Test func safeCorrectionsAreMadeUntilThereIsNone() throws {
        let test = try StageTest(Self.stage(mode: "fix"), reading: Self.read)
        #expect(test.failures("新建,,改造[[house.vague: 若干]]处,，,完工", becomes: "新建，改造若干处，完工") == [])
        let source = SourceText("新建,,完工")
        let edits = try Pipeline([Self.stage(mode: "fix")]).run(Self.read(source), source: source).edits
        #expect(edits.map(\.reason) == ["half-width-comma"])
    }

    @Test func rulesHaveTheLevelsOfTheConfiguration() throws {
        let stage = try Self.stage(mode: "fix", [("half-width-comma", "off"), ("vague", "info")])
        #expect(StageTest(stage, reading: Self.read).failures("新建,[[house.vague: 若干]]处，，", becomes: "新建,若干处，") == [])
        let source = SourceText("若干")
        #expect(try Pipeline([stage]).run(Self.read(source), source: source).diagnostics.map(\.severity) == [.info])
    }

    @Test(arguments: [("half-width-coma", "off"), ("vague", "fix"), ("vague", "of")])
    func whatTheConfigurationMayNotSayIsRefused(rule: String, level: String) {
        #expect(throws: ConfigurationError.self) { try Self.stage([(rule, level)]) }
    }

    @Test func theDescriptionFollowsFromTheRules() {
        let definition = StageDefinition(HouseStage.self)
        #expect(HouseStage.correctsDraft)
        #expect(definition.options.map(\.name) == ["mode", "rules"])
        #expect(
            definition.options[1].type
                == .settings(
                    keys: ["vague", "half-width-comma", "doubled-comma"],
                    values: ["error", "warning", "info", "off"]
                )
        )
        #expect(
            definition.findings.map { "\($0.severity.rawValue) \($0.id) \($0.source ?? "-")" } == [
                "error house.vague -", "warning house.half-width-comma GB/T 15834-2011, 5.1.9",
                "info house.doubled-comma -",
            ]
        )
    }

    @Test(arguments: [
        ("甲乙甲乙", "甲乙", [0..<2, 2..<4]), ("甲甲甲", "甲甲", [0..<2]), ("甲", "甲乙", []), ("甲", "", []), ("🧩甲", "甲", [1..<2]),
    ])
    func placesOfAPhrase(text: String, phrase: String, wanted: [Range<Int>]) {
        let block = Block(id: BlockID(rawValue: "b"), kind: .paragraph, content: [.text(text)], origin: .stage("test"))
        #expect(BlockText(block).places(of: phrase) == wanted)
    }
}

import SummaryModel
import Testing

@testable import StageKit

@Suite struct StageOptionsTests {
    enum Mode: String, CaseIterable { case check, repair }

    struct SampleOptions: StageOptions {
        var isOn = true
        var count = 3
        var label: String?
        var mode = Mode.check
        var names: [String] = ["a"]
        var kinds: [String] = []
        var data: ConfigurationValue?
        var files: [ConfigurationValue] = []
        var list: [ConfigurationValue] = []

        static var options: [StageOption<SampleOptions>] {
            let text = LocalizedText(zh: "样例", en: "a sample")
            return [
                .flag("on", \.isOn, text), .integer("count", \.count, in: 1...9, text), .text("label", \.label, text),
                .choice("mode", \.mode, text), .texts("names", \.names, text),
                .texts("kinds", \.kinds, allowed: ["x", "y"], text), .dataFile("data", \.data, text),
                .dataFiles("files", \.files, text), .entries("list", \.list, text),
            ]
        }
    }

    struct SampleStage: Stage {
        static let name = "sample"
        static let summary = LocalizedText(zh: "样例", en: "a sample")
        let options: SampleOptions
        init(options: SampleOptions) { self.options = options }
        func run(_ document: inout Document, in context: inout StageContext) {}
    }

    private static let place = ConfigurationPlace(file: "q.yaml", position: SourcePosition(line: 1, column: 1))

    static func value(_ content: ConfigurationValue.Content) -> ConfigurationValue {
        ConfigurationValue(content, place: place)
    }

    static func mapping(_ pairs: KeyValuePairs<String, ConfigurationValue.Content>) -> ConfigurationValue {
        value(.mapping(pairs.map { .init(key: $0.key, keyPlace: place, value: value($0.value)) }))
    }

    private static func make(
        _ options: ConfigurationValue?,
        load: DataFileLoader = { (_, place) throws(ConfigurationError) in ConfigurationValue(.null, place: place) }
    ) throws -> SampleOptions {
        let stage = try StageDefinition(SampleStage.self).makeStage(options: options, load: load)
        return try #require(stage as? SampleStage).options
    }

    @Test func defaults() throws {
        for options in [nil, Self.value(.null)] {
            let made = try Self.make(options)
            #expect(made.isOn && made.count == 3 && made.label == nil && made.mode == .check && made.names == ["a"])
        }
    }

    @Test func everyType() throws {
        let list = ConfigurationValue.Content.list([Self.value(.string("b")), Self.value(.integer(7))])
        let made = try Self.make(
            Self.mapping([
                "on": .bool(false), "count": .integer(9), "label": .string("l"), "mode": .string("repair"),
                "names": list, "kinds": .list([Self.value(.string("y"))]), "data": .string("d.yaml"),
                "files": .string("f.yaml"), "list": .list([Self.value(.string("b")), Self.mapping(["c": .null])]),
            ])
        ) { (path, place) throws(ConfigurationError) in ConfigurationValue(.string("read " + path), place: place) }
        #expect(!made.isOn && made.count == 9 && made.label == "l" && made.mode == .repair)
        #expect(made.names == ["b", "7"])
        #expect(made.kinds == ["y"])
        #expect(made.data?.text == "read d.yaml")
        #expect(made.files.map(\.text) == ["read f.yaml"])
        #expect(made.list.map { $0.text ?? $0.entries?.first?.key } == ["b", "c"])
    }

    @Test func filesAreAListWhateverNamesThem() throws {
        func files(_ content: ConfigurationValue.Content) throws -> [ConfigurationValue.Content] {
            let stage = try StageDefinition(SampleStage.self).makeStage(options: Self.mapping(["files": content])) {
                (_, place) throws(ConfigurationError) in
                ConfigurationValue(.null, place: place)
            } loadAll: { (path, place) throws(ConfigurationError) in
                ["1", "2"].map { ConfigurationValue(.string(path + $0), place: place) }
            }
            return try #require(stage as? SampleStage).options.files.map(\.content)
        }
        #expect(try files(.string("d/")) == [.string("d/1"), .string("d/2")])
        #expect(try files(.mapping([])) == [.mapping([])])
        #expect(throws: ConfigurationError.self) { try files(.list([Self.value(.string("d"))])) }
    }

    @Test(arguments: [
        ConfigurationValue.Content.string("a"), .list([StageOptionsTests.value(.list([]))]),
        .list([StageOptionsTests.mapping([:])]), .list([StageOptionsTests.mapping(["a": .null, "b": .null])]),
    ])
    func entriesAreNamesOrMappingsOfOneKey(content: ConfigurationValue.Content) throws {
        let error = #expect(throws: ConfigurationError.self) { try Self.make(Self.mapping(["list": content])) }
        #expect(
            error?.problems.first?.message.en.hasPrefix("'list' must be a list of names or mappings of one key") == true
        )
    }

    @Test func allProblemsAtOnce() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Self.make(
                Self.mapping([
                    "onn": .bool(true), "on": .string("yes"), "count": .integer(10), "label": .list([]),
                    "mode": .string("repiar"), "names": .string("a"), "kinds": .list([Self.value(.string("z"))]),
                    "data": .list([]),
                ])
            )
        }
        #expect(
            error?.problems.map(\.message.en) == [
                "unknown option of sample 'onn'; did you mean 'on'?", "'on' must be true or false, found a string",
                "'count' must be an integer from 1 to 9, found 10", "'label' must be a string, found a list",
                "unknown value of 'mode' 'repiar'; did you mean 'repair'?",
                "'names' must be a list of strings, found a string", "unknown value of 'kinds' 'z'; known: x, y",
                "'data' must be the path of a YAML, JSON or CSV file, found a list",
            ]
        )
        #expect(error?.problems.allSatisfy { $0.place == Self.place } == true)
    }

    @Test func optionsMustBeAMapping() {
        #expect(throws: ConfigurationError.self) { try Self.make(Self.value(.string("check"))) }
    }

    @Test func catalogRefusesTwoOfOneName() throws {
        let catalog = try StageCatalog().adding(SampleStage.self)
        #expect(catalog["sample"]?.options.count == 9)
        #expect(catalog["other"] == nil)
        #expect(throws: StageCatalog.DuplicateName.self) { try catalog.adding(SampleStage.self) }
    }
}

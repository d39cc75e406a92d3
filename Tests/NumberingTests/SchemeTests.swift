import StageKit
import SummaryModel
import Testing

@testable import Numbering

@Suite("Numbering: schemes")
struct SchemeTests {
    @Test(arguments: [
        ("第{一}章", [3], "第三章"), ("（{一}）", [12], "（十二）"), ("{1}.", [4], "4."), ("{1.1} ", [2, 1, 3], "2.1.3 "),
        ("{①}", [20], "⑳"), ("{I}、", [14], "XIV、"), ("第{1+}条 ", [7], "第7条 "),
    ])
    func markers(pattern: String, path: [Int], marker: String) throws {
        #expect(try LevelPattern(pattern).marker(path) == marker)
    }

    @Test(arguments: [
        ("第章", LevelPattern.Defect.numberCount(0)), ("{一}{1}、", .numberCount(2)), ("{甲}、", .unknownNumeral("甲")),
        ("{1}", .openEnd), ("{一}2", .openEnd), ("2{1}.", .openEnd), ("{}、", .unknownNumeral("")),
    ])
    func badPatterns(pattern: String, defect: LevelPattern.Defect) {
        #expect(throws: defect) { try LevelPattern(pattern) }
    }

    @Test func onlySomeNumbersHaveSigns() throws {
        #expect(try LevelPattern("{①}").marker([51]) == nil)
        #expect(try LevelPattern("{I}.").marker([4000]) == nil)
        #expect(try LevelPattern("{1}.").marker([0]) == nil)
    }

    private static let place = ConfigurationPlace(file: "p.yaml", position: SourcePosition(line: 4, column: 9))

    private func messages(
        _ mode: NumberingOptions.Mode,
        _ scheme: String?,
        _ schemes: [(String, [String])] = []
    ) -> [String] {
        func value(_ content: ConfigurationValue.Content) -> ConfigurationValue {
            ConfigurationValue(content, place: Self.place)
        }
        var options = NumberingOptions()
        options.mode = mode
        options.scheme = scheme.map { value(.string($0)) }
        options.schemes = value(
            .mapping(
                schemes.map { name, levels in
                    .init(key: name, keyPlace: Self.place, value: value(.list(levels.map { value(.string($0)) })))
                }
            )
        )
        do {
            _ = try NumberingStage(options: options)
            return []
        } catch {
            #expect(error.problems.allSatisfy { $0.place == Self.place })
            return error.problems.map(\.message.en)
        }
    }

    @Test func problemsOfTheConfigurationHaveAPlaceAndTheNearestName() {
        #expect(messages(.convert, "articel") == ["unknown scheme of numbering 'articel'; did you mean 'articles'?"])
        #expect(
            messages(.check, "decimal")
                == ["scheme is for mode: convert, and the mode is check; change the mode or leave scheme out"]
        )
        #expect(
            messages(.convert, "own", [("own", ["第{一}章", "{1}"])])
                == ["the number of the pattern '{1}' would run into other digits; put a mark or blank after it"]
        )
        #expect(
            messages(.check, nil, [("empty", []), ("official", ["{1}."])])
                == [
                    "the scheme 'empty' has no levels; give at least one, such as '第{一}章'",
                    "'official' is the name of a built-in scheme; choose another name",
                ]
        )
        #expect(
            messages(.check, nil, [("own", ["{1}.{2}."])])
                == ["the pattern '{1}.{2}.' has 2 numbers; it must have one: {一}, {1}, {1.1}, {①}, {I}"]
        )
        #expect(messages(.convert, "own", [("own", ["第{一}章", "第{一+}条"])]) == [])
    }

    @Test("a document with more levels than the scheme is left alone, and the first of them is named")
    func tooFewLevels() throws {
        let place = Self.place
        var options = NumberingOptions()
        options.mode = .convert
        options.scheme = ConfigurationValue(.string("short"), place: place)
        let levels = ConfigurationValue(.list([ConfigurationValue(.string("第{一}条 "), place: place)]), place: place)
        options.schemes = ConfigurationValue(
            .mapping([.init(key: "short", keyPlace: place, value: levels)]),
            place: place
        )
        let source = SourceText("一、甲\n（一）乙\n（二）丙\n二、丁")
        let result = try Pipeline([NumberingStage(options: options)]).run(Sketch.read(source), source: source)
        #expect(result.edits.isEmpty)
        #expect(result.diagnostics.map(\.id) == ["numbering.too-few-levels"])
        #expect(result.diagnostics.first?.start?.line == 2)
    }
}

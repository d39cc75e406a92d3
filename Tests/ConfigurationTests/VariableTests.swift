import StageKit
import SummaryModel
import Testing

@testable import Configuration

@Suite struct VariableTests {
    private static let variables = ["T": "7", "EMPTY": "", "NAME": "清溪县", "FLAG": "false", "NESTED": "${T}"]

    @Test(arguments: [
        ("a", "a"), ("${NAME}局", "清溪县局"), ("${T}${T}", "77"), ("${NO:-x}", "x"), ("${EMPTY:-x}", "x"), ("${EMPTY}", ""),
        ("${NO:-}", ""), ("${T:-x}", "7"), ("$${T}", "${T}"), ("$$${T}", "$${T}"), ("$T {T} $", "$T {T} $"),
        ("${NESTED}", "${T}"), ("${NO:-a b:-c}", "a b:-c"), ("🙂${NAME}é", "🙂清溪县é"),
    ])
    func expansion(text: String, expected: String) throws {
        #expect(try VariableText.expanded(text, Self.variables) == expected)
    }

    @Test(arguments: ["${NO}", "${T", "${}", "${1}", "${a-b}", "${T-x}", "${A:-${B}}", "${ T }", "${名}"])
    func whatIsNoVariableIsRefused(text: String) {
        #expect(throws: VariableText.Failure.self) { try VariableText.expanded(text, Self.variables) }
    }

    @Test(arguments: ["${T}", "$${T}", "$$${T}", "a", "$", "${", "$$", "x${NO}y${", "{$}${${"])
    func whatIsEscapedReadsAsItWas(text: String) throws {
        #expect(try VariableText.expanded(VariableText.escaped(text), Self.variables) == text)
    }

    private func load(_ yaml: String) throws -> EffectiveConfiguration {
        var loader = try sampleLoader()
        loader.variables = Self.variables
        return try loader.load(Array("version: 1\nstages:\n  - cleanup:\n\(yaml)".utf8), file: "q.yaml")
    }

    private func problems(_ yaml: String) throws -> [String] {
        let error = #expect(throws: ConfigurationError.self) { try load(yaml) }
        return error?.problems.map { problem in
            "\(problem.place.position.map { "\($0.line):\($0.column)" } ?? "") \(problem.message.en)"
        } ?? []
    }

    @Test func plainScalarsAreTypedAfterwards() throws {
        let configuration = try load(
            "      depth: ${T}\n      on: ${FLAG}\n      label: \"${T}\"\n      keep: [\"${NAME}\", 'a${T}']\n      mode: ${MODE:-thorough}\n"
        )
        let options = try #require(configuration.pipeline.stages.first as? CleanupSample).options
        #expect(options.depth == 7 && !options.isOn && options.label == "7" && options.mode == .thorough)
        #expect(options.keep == ["清溪县", "a7"])
    }

    @Test func whatIsNotSetIsOneProblemWithItsPlace() throws {
        #expect(
            try problems("      depth: ${NO}\n      mode: ${MODE}\n      label: ${T\n") == [
                "4:14 the variable 'NO' is not set; set it, or give a default: ${NO:-default}",
                "5:13 the variable 'MODE' is not set; set it, or give a default: ${MODE:-default}",
                "6:14 '${' is not closed; add '}', or write '$${' for '${' itself",
            ]
        )
        #expect(
            try problems("      depth: \"${T}\"\n") == ["4:14 'depth' must be an integer from 1 to 9, found a string"]
        )
    }

    @Test func bracesInAFlowHaveAHint() throws {
        #expect(
            try problems("      { depth: ${T} }\n").allSatisfy {
                $0.hasSuffix("inside { } and [ ] a variable needs quotation marks, or lines of its own")
            }
        )
    }

    @Test func keysAndDataFilesStayAsTheyAre() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("x: ${NO}\n", to: "data.yaml")
        var loader = try sampleLoader()
        loader.variables = ["DATA": "data.yaml"]
        let path = try folder.write("version: 1\nstages:\n  - cleanup:\n      data: ${DATA}\n", to: "q.yaml")
        let stage = try #require(try loader.load(path: path).pipeline.stages.first as? CleanupSample)
        #expect(stage.options.data?["x"]?.text == "${NO}")
        let inline = try load("      data:\n        ${T}: ${T}\n")
        let options = try #require(inline.pipeline.stages.first as? CleanupSample).options
        #expect(options.data?.entries?.map(\.key) == ["${T}"])
        #expect(options.data?["${T}"]?.text == "7")
    }
}

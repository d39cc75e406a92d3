import Foundation
import StageKit
import SummaryModel
import Testing

@testable import Configuration

@Suite struct ConfigurationTextTests {
    @Test func effectiveConfigurationIsAFileThatSaysTheSame() throws {
        let loader = try sampleLoader()
        let yaml = """
            version: 1
            stages:
              - cleanup: { keep: ["no", "a, b", 甲, "1", "，"], label: "x: y #z" }
              - numbering: { mode: renumber }
              - boilerplate
            outputs: [txt]
            """
        let printed = try loader.load(Array(yaml.utf8), file: "q.yaml").yaml(in: .english)
        #expect(
            printed == """
                version: 1
                stages:
                  - cleanup:
                      keep: ["no", "a, b", 甲, "1", "，"]
                      mode: gentle
                      depth: 2
                      "on": true
                      label: "x: y #z"
                  - numbering:
                      mode: renumber
                  - boilerplate:
                      insert: []
                      replace: false
                style: gbt9704
                outputs: [txt]
                # Limits (fixed):
                #   input: 512 MB
                #   zip-ratio: 200
                #   nesting: 256
                #   external-reply: 64 MB
                #   external-program: 120 s

                """
        )
        #expect(try loader.load(Array(printed.utf8), file: "q.yaml").yaml(in: .english) == printed)
        #expect(
            try loader.load(Array("version: 1\nstages: []".utf8), file: "q.yaml").yaml(in: .chinese).contains(
                "stages: []"
            )
        )
    }

    @Test func effectiveConfigurationAsJSON() throws {
        let text = try sampleLoader().standard().json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["style"] as? String == "gbt9704")
        #expect((object["limits"] as? [String: String])?["input"] == "512 MB")
        let stages = try #require(object["stages"] as? [[String: Any]])
        #expect((stages.first?["options"] as? [String: Any])?["depth"] as? Int == 2)
        #expect((stages.first?["options"] as? [String: Any])?["keep"] as? [String] == ["a", "b", "，", "c, \"d\""])
    }

    @Test(arguments: Language.allCases) func starterFileIsTheStandardPipeline(language: Language) throws {
        let loader = try sampleLoader()
        let starter = StarterFile(loader).yaml(in: language)
        let configuration = try loader.load(Array(starter.utf8), file: "q.yaml")
        #expect(try configuration.yaml(in: language) == loader.standard().yaml(in: language))
        // With the marks of the other stages removed it is a configuration as well.
        let all = starter.replacing("\n  # - ", with: "\n  - ").replacing("\n  #     ", with: "\n      ")
        #expect(
            try loader.load(Array(all.utf8), file: "q.yaml").pipeline.stageNames == [
                "cleanup", "numbering", "boilerplate",
            ]
        )
    }

    @Test func schemaIsJSONAndDescribesEveryOption() throws {
        let schema = ConfigurationSchema(try sampleLoader())
        let text = schema.json(in: .english)
        #expect(text == schema.json(in: .english))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(text.contains("\"minimum\": 1"))
        #expect(text.contains("\"enum\": [\"gentle\", \"thorough\"]"))
        #expect(text.contains("\"default\": [\"a\", \"b\", \"，\", \"c, \\\"d\\\"\"]"))
        #expect(schema.json(in: .chinese).contains("保留的词"))
        #expect(text.contains("\"maxProperties\": 1"))
    }

    @Test func jsonEscapes() {
        #expect(JSONText.string("a\"\\\n\u{1}\u{2028}清").text == "\"a\\\"\\\\\\n\\u0001\\u2028清\"")
        #expect(
            JSONText.object([("a", .array([.null, .bool(true)])), ("b", .object([]))]).text
                == "{\n  \"a\": [null, true],\n  \"b\": {}\n}"
        )
    }

    @Test(arguments: [
        "", " a", "a ", "a", "甲 乙", "1", "1.5", "true", "null", "~", "-", "- a", "a: b", "#a", "a #b", "[a]", "{a}",
        "'a", "\"a",
        "&a", "*a", "!a", "%a", "@a", "`a", "?", "a\nb", "\t", "“引”", "。", "yes", "\u{85}", "\u{FEFF}a", "😀", "a,b",
        "\u{7F}", "---",
        "...", "=", "<<", "0x1F", "1_000",
    ])
    func stringsSurviveYAML(text: String) throws {
        let written = "k: [\(YAMLText.string(text))]"
        let value = try YAMLReader().read(Array(written.utf8), file: "t")
        #expect(value["k"]?.elements?.first?.content == .string(text))
    }
}

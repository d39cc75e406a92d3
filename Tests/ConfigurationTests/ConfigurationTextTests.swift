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
                # Read: q.yaml
                version: 1
                stages:
                  - cleanup:                               # q.yaml:3
                      enabled: true                        # default
                      keep: ["no", "a, b", 甲, "1", "，"]  # q.yaml:3
                      mode: gentle                         # default
                      depth: 2                             # default
                      "on": true                           # default
                      label: "x: y #z"                     # q.yaml:3
                  - numbering:                             # q.yaml:4
                      enabled: true                        # default
                      mode: renumber                       # q.yaml:4
                  - boilerplate:                           # q.yaml:5
                      enabled: true                        # default
                      insert: []                           # default
                      replace: false                       # default
                style: gbt9704                             # default
                outputs:
                  - txt                                    # q.yaml:6
                # Limits (fixed):
                #   input: 512 MB
                #   zip-ratio: 200
                #   nesting: 256
                #   external-reply: 64 MB
                #   row: 64 MB
                #   picture: 64 MB
                #   external-program: 120 s

                """
        )
        #expect(try reread(printed, by: loader) == values(printed))
        #expect(
            try loader.load(Array("version: 1\nstages: []".utf8), file: "q.yaml").yaml(in: .chinese).contains(
                "stages: []"
            )
        )
    }

    /// The lines without their comments.
    private func values(_ yaml: String) -> [String] {
        yaml.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            var text = line[...]
            if let comment = line.ranges(of: "  # ").last { text = line[..<comment.lowerBound] }
            while text.last == " " { text.removeLast() }
            return String(text)
        }
    }

    /// What is printed of a configuration that was printed, without comments.
    private func reread(_ yaml: String, by loader: ConfigurationLoader) throws -> [String] {
        var plain = ConfigurationLoader(stages: loader.stages, formats: loader.formats, styles: loader.styles)
        plain.allowsExternal = true
        return values(try plain.load(Array(yaml.utf8), file: "printed.yaml").yaml(in: .english))
    }

    @Test(arguments: ["standard", "draft", "print", "review"]) func presetsPrintedReadTheSame(name: String) throws {
        let loader = try sampleLoader()
        let printed = try loader.load(name).yaml(in: .english)
        #expect(printed.hasPrefix("# Read: preset \(name)"))
        #expect(try reread(printed, by: loader) == values(printed))
    }

    @Test func originsNameFileAndLine() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "version: 1\nstages:\n  - cleanup:\n      depth: 3\n      data: figures.yaml\n",
            to: "office/base.yaml"
        )
        _ = try folder.write("a: 1\n", to: "office/figures.yaml")
        let path = try folder.write(
            """
            version: 1
            extends: office/base.yaml
            options:
              cleanup:
                label: ${NAME}
                when: { genre: 总结 }
            outputs:
              - { format: docx, suffix: -送审 }
            ignore: [a.b]
            profiles:
              p:
                options: { cleanup: { when: { 年度: 2024 } } }
            """,
            to: "main.yaml"
        )
        var loader = try sampleLoader()
        loader.variables = ["NAME": "$${T} ${T}"]
        loader.profile = .init("p", place: ConfigurationPlace(file: "--profile"))
        #expect(try loader.assign("cleanup.depth=4"))
        let printed = try loader.load(path: path).yaml(in: .english)
        let base = folder.path + "/office/base.yaml"
        func origin(_ start: String) -> String? {
            let line = printed.split(separator: "\n").first {
                $0.drop { $0 == " " }.hasPrefix(start)
            }
            return line.flatMap { line in line.ranges(of: "  # ").last.map { String(line[$0.upperBound...]) } }
        }
        #expect(printed.hasPrefix("# Read: \(path), \(base)\n"))
        #expect(origin("- cleanup:") == base + ":3")
        #expect(origin("depth: 4") == "--set")
        #expect(origin("data: \(folder.path)/office/figures.yaml") == base + ":5")
        #expect(origin("label: ") == path + ":5")
        #expect(origin("genre: ") == path + ":6")
        #expect(origin("年度: ") == path + ":12")
        #expect(origin("- { format: docx") == path + ":8")
        #expect(origin("- { id: a.b") == path + ":9")
        #expect(printed.contains(#"label: "$$${T} $${T}""#))
        #expect(try reread(printed, by: loader) == values(printed))
    }

    @Test func aCommentStaysOnItsLine() throws {
        let yaml = "version: 1\nstyle: compact\n"
        let printed = try sampleLoader().load(Array(yaml.utf8), file: "a\nstyle: b\u{2028}.yaml").yaml(in: .english)
        #expect(printed.contains("# a?style: b?.yaml:2"))
        #expect(try reread(printed, by: sampleLoader()) == values(printed))
    }

    /// Configurations put together at random read the same after they were printed.
    @Test(arguments: 0..<150) func randomConfigurationsReadTheSame(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        func pick(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
        let texts = ["甲", "a b", "\"${T}\"", "\"$${T}\"", "1", "\"yes\"", "'x: #y'", "-1.50", "\"\\n\"", "~x", "“引”"]
        func options() -> String {
            var options: [String] = []
            if random.next() % 2 == 0 { options.append("label: \(pick(texts))") }
            if random.next() % 2 == 0 { options.append("keep: [\(pick(texts)), \(pick(texts))]") }
            if random.next() % 2 == 0 { options.append("depth: \(1 + random.next() % 9)") }
            if random.next() % 3 == 0 { options.append("enabled: \(pick(["true", "false"]))") }
            if random.next() % 3 == 0 {
                options.append("when: { genre: [\(pick(texts))], \(pick(["x", "\"a: b\"", "年"])): \(pick(texts)) }")
            }
            if random.next() % 3 == 0 {
                options.append("data: { a: \(pick(texts)), b: [{ c: \(pick(texts)) }], d: {} }")
            }
            return "{ \(options.joined(separator: ", ")) }"
        }
        var yaml = "version: 1\n"
        if random.next() % 2 == 0 { yaml += "extends: \(pick(["standard", "print", "[draft, review]"]))\n" }
        if random.next() % 2 == 0 { yaml += "stages: [cleanup: \(options()), numbering, cleanup: \(options())]\n" }
        yaml += "options: { cleanup: \(options()) }\n"
        if random.next() % 2 == 0 {
            yaml += "outputs: [txt, { format: docx, suffix: \(pick(["甲", "2", "\"a#b\""])) }]\n"
        }
        if random.next() % 2 == 0 {
            yaml += "ignore: [\(pick(["a.b", "{ lines: [1, 3-4] }", "{ phrase: \"x: y\" }"]))]\n"
        }
        if random.next() % 2 == 0 { yaml += "style: compact\n" }
        var loader = try sampleLoader()
        loader.variables = ["T": pick(["v", "${T}", "", "a\nb", "# c", "$${"])]
        if random.next() % 2 == 0 {
            _ = try loader.assign("cleanup.label=\(pick(["a", "[", "b: c"]).first == "[" ? "x" : "y")")
        }
        loader.profile = random.next() % 3 == 0 ? .init("print", place: ConfigurationPlace(file: "--profile")) : nil
        let configuration = try loader.load(Array(yaml.utf8), file: "q.yaml")
        let printed = configuration.yaml(in: .english)
        #expect(try reread(printed, by: loader) == values(printed), "\(yaml)")
        let again = try sampleLoader().load(Array(printed.utf8), file: "printed.yaml")
        #expect(again.pipeline.steps.map(\.condition) == configuration.pipeline.steps.map(\.condition))
        let (first, second) = (configuration.pipeline.stages, again.pipeline.stages)
        for (one, other) in zip(first, second) {
            guard let one = one as? CleanupSample, let other = other as? CleanupSample else { continue }
            #expect(one.options.keep == other.options.keep && one.options.label == other.options.label)
        }
        #expect(again.ignored == configuration.ignored)
        #expect(again.outputs.map(\.suffix) == configuration.outputs.map(\.suffix))
        // JSON is written of everything that YAML is.
        _ = try JSONSerialization.jsonObject(with: Data(configuration.json.utf8))
    }

    /// A generator of numbers that gives the same ones on every run.
    private struct SplitMix {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    @Test func effectiveConfigurationAsJSON() throws {
        let text = try sampleLoader().standard().json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let style = try #require(object["style"] as? [String: String])
        #expect(style == ["value": "gbt9704", "origin": "default"])
        #expect((object["limits"] as? [String: String])?["input"] == "512 MB")
        let stages = try #require(object["stages"] as? [[String: Any]])
        let options = try #require(stages.first?["options"] as? [String: [String: Any]])
        #expect(options["depth"]?["value"] as? Int == 2 && options["depth"]?["origin"] as? String == "default")
        #expect(options["keep"]?["value"] as? [String] == ["a", "b", "，", "c, \"d\""])
        #expect(options["enabled"]?["value"] as? Bool == true)
    }

    @Test(arguments: Language.allCases) func starterFileIsTheStandardPipeline(language: Language) throws {
        let loader = try sampleLoader()
        let starter = StarterFile(loader).yaml(in: language)
        let configuration = try loader.load(Array(starter.utf8), file: "q.yaml")
        #expect(try values(configuration.yaml(in: language)) == values(loader.standard().yaml(in: language)))
        // With the marks of the other stages removed it is a configuration as well.
        let body = starter.replacing(/(?s)\n# profiles:.*/, with: "\n")
        let all = body.replacing("\n  # - ", with: "\n  - ").replacing("\n  #     ", with: "\n      ")
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
        #expect(object["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
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

import Foundation
import JSONSchemaTesting
import Qinggao
import RenderKit
import StageKit
import SummaryModel
import Testing

@testable import Configuration

/// The JSON Schema of configuration files: it takes what the loader takes, and marks what the loader refuses.
@Suite("Schema of configurations")
struct ConfigurationSchemaTests {
    private static let loader = ConfigurationLoader(
        stages: .standard,
        formats: RendererCatalog.standard.renderers.map { $0.format },
        styles: StyleLibrary.names
    )

    private static let schema = Result { try JSONSchema(ConfigurationSchema(loader).json(in: .english)) }

    /// What the schema says against a configuration.
    private func failures(_ yaml: String) throws -> [String] {
        // Variables stay as they are written, since an editor does not know their values.
        let value = try YAMLReader().read(Array(yaml.utf8), file: "q.yaml")
        return try Self.schema.get().failures(JSONText(value).text)
    }

    /// Whether the loader takes a configuration.
    private func isTaken(_ yaml: String) -> Bool {
        var loader = Self.loader
        loader.variables = ["N": "80", "ON": "true", "MODE": "fix", "ONE": "1"]
        do throws(ConfigurationError) {
            _ = try loader.load(Array(yaml.utf8), file: "q.yaml")
            return true
        } catch { return false }
    }

    @Test("starter files, presets and printed configurations are valid", arguments: Language.allCases)
    func ownFiles(language: Language) throws {
        let starter = StarterFile(Self.loader).yaml(in: language)
        #expect(try failures(starter) == [])
        // Without the marks of its comments as well.
        let body = starter.replacing("\n# profiles:", with: "\nprofiles:").replacing("\n#   ", with: "\n  ")
        #expect(body.contains("\nprofiles:"))
        #expect(try failures(body.replacing("\n# extends:", with: "\nextends:")) == [])
        for name in Presets.names {
            #expect(try failures(Presets.text(name) ?? "") == [])
            #expect(try failures(Self.loader.load(name).yaml(in: language)) == [])
        }
    }

    @Test("the examples are valid", arguments: ["pipeline.yaml", "template/pipeline.yaml"])
    func examples(name: String) throws {
        let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Examples")
        let path = examples.appendingPathComponent(name).path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(try failures(text) == [])
        let printed = try Self.loader.load(path: path).yaml(in: .english)
        #expect(try failures(printed) == [])
        // Printed and read again, it says the same.
        let again = try Self.loader.load(Array(printed.utf8), file: "printed.yaml")
        #expect(Self.values(again.yaml(in: .english)) == Self.values(printed))
    }

    @Test("presets printed and read again say the same", arguments: Presets.names)
    func printed(name: String) throws {
        let printed = try Self.loader.load(name).yaml(in: .english)
        let again = try Self.loader.load(Array(printed.utf8), file: "printed.yaml")
        #expect(Self.values(again.yaml(in: .english)) == Self.values(printed))
    }

    /// The lines without their comments.
    private static func values(_ yaml: String) -> [String] {
        yaml.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let end = line.ranges(of: "  # ").last?.lowerBound ?? line.endIndex
            return line[..<end].trimmingCharacters(in: .whitespaces)
        }
    }

    @Test(
        "what is right is valid",
        arguments: [
            "version: 1", "version: 1\nextends: print", "version: 1\nextends: [standard, review]",
            "version: ${ONE}",
            "version: 1\nstages: []", "version: 1\nstages: [cleanup, numbering: , numbering: {mode: renumber}]",
            "version: 1\nstages:\n  - proofreading:\n      sentence-limit: ${N}\n      enabled: ${ON}\n      mode: ${MODE}",
            "version: 1\noptions: {proofreading: {rules: {sum: error, unit: off}, when: {genre: [总结, 1], 年度: 2024}}}",
            "version: 1\noutputs: [docx, {format: docx, style: gbt9704-centred, suffix: 2}, {format: md}]",
            "version: 1\nprofiles: {a: , b: {options: {cleanup: {enabled: false}}, outputs: [md], extends: draft}}",
            "version: 1\nignore: [a.*, {lines: 4, phrase: 2024}]",
        ]
    )
    func right(yaml: String) throws {
        #expect(isTaken(yaml))
        #expect(try failures(yaml) == [])
    }

    @Test(
        "what is wrong is marked",
        arguments: [
            "stages: []", "version: 2", "version: 1\nstage: []", "version: 1\nstages: [cleanpu]",
            "version: 1\nstages: [numbering: {mod: check}]", "version: 1\nstages: [numbering: {mode: chekc}]",
            "version: 1\nstages: [cleanup: {enabled: 1}]", "version: 1\nstages: [cleanup: {when: x}]",
            "version: 1\nstages: [cleanup: {when: {genre: []}}]",
            "version: 1\nstages: [proofreading: {sentence-limit: 5}]",
            "version: 1\nstages: [proofreading: {sentence-limit: many}]",
            "version: 1\nstages: [{cleanup: , numbering: }]", "version: 1\nstages: cleanup",
            "version: 1\nextends: prnt", "version: 1\nextends: {a: b}", "version: 1\noptions: {cleenup: {}}",
            "version: 1\noptions: [cleanup]", "version: 1\noptions: {proofreading: {rules: {sum: eror}}}",
            "version: 1\noptions: {proofreading: {rules: {smu: error}}}", "version: 1\nstyle: gbt9740",
            "version: 1\noutputs: []", "version: 1\noutputs: [docx, docx]", "version: 1\noutputs: [pdf]",
            "version: 1\noutputs: [{style: gbt9704}]", "version: 1\noutputs: [{format: docx, suffix: a/b}]",
            "version: 1\nprofiles: {a: {version: 1}}", "version: 1\nprofiles: {a: {profiles: {}}}",
            "version: 1\nprofiles: [a]", "version: 1\nignore: [7]", "version: 1\nignore: [{line: 4}]",
        ]
    )
    func wrong(yaml: String) throws {
        #expect(!isTaken(yaml))
        #expect(try failures(yaml) != [])
    }
}

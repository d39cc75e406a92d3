import JSONSchemaTesting
import Qinggao
import RenderKit
import StageKit
import SummaryModel
import Testing

@testable import Configuration

/// The JSON Schema of style sheets: it takes what the decoding takes, and marks what that refuses.
@Suite("Schema of style sheets")
struct StyleSheetSchemaTests {
    private static let schema = Result {
        try JSONSchema(StyleSheetSchema(names: StyleLibrary.names).json(in: .english))
    }

    private func failures(_ yaml: String) throws -> [String] {
        let value = try YAMLReader().read(Array(yaml.utf8), file: "s.yaml")
        return try Self.schema.get().failures(JSONText(value).text)
    }

    private func isTaken(_ yaml: String) -> Bool {
        do throws(ConfigurationError) {
            let value = try YAMLReader().read(Array(yaml.utf8), file: "s.yaml")
            _ = try StyleSheetDecoding.decode(value, name: "s") { name throws(ConfigurationError) in
                try YAMLReader().read(Array(try StyleLibrary.text(.builtIn(name)).utf8), file: name)
            }
            return true
        } catch { return false }
    }

    @Test("the built-in sheets are valid, as written and with everything resolved", arguments: StyleLibrary.names)
    func builtIn(name: String) throws {
        #expect(try failures(StyleLibrary.text(.builtIn(name))) == [])
        #expect(try failures(StyleSheetText.text(StyleLibrary.sheet(.builtIn(name)))) == [])
    }

    @Test("both languages have a schema", arguments: Language.allCases)
    func languages(language: Language) throws {
        let schema = try JSONSchema(StyleSheetSchema(names: StyleLibrary.names).json(in: language))
        #expect(try schema.failures("{\"version\": 1, \"extends\": \"gbt9704\"}") == [])
    }

    /// Changes of a sheet, and whether they are right. Schema and decoding agree on each.
    static let changes: [(yaml: String, isRight: Bool)] = [
        ("numbering: native", true), ("numbering: roman", false), ("page: { grid: word, profile: characters }", true),
        ("page: { grid: wide }", false), ("page: { left: 28 }", false), ("page: { left: 0 }", true),
        ("page: { left: 2.8厘米 }", true), ("page: { left: 2字 }", false), ("page: { lines: 0 }", false),
        ("page: { width: 210毫米, heigth: 297毫米 }", false), ("signature: { seal: true, date-offset: 2字 }", true),
        ("signature: { seal: yes please }", false), ("head: null", true), ("head: { rule: null }", true),
        (
            "head: { rule: { thickness: 1磅, distance: 4毫米, pattern: thin-thick, length: 10厘米, colour: 红 } }\ncolours: { 红: FF0000 }",
            true
        ),
        ("head: { arrangement: beside }", false), ("imprint: { at-foot: 1 }", false), ("first-page: null", true),
        ("first-page: { page-number: false, foot-rule: null }", true),
        ("paragraphs: { heading1: { bold: true, size: 小二, line: 1.5倍, outline-level: 2 } }", true),
        ("paragraphs: { heading1: { line: 至少 28磅, align: distributed, size: 15.5磅 } }", true),
        ("paragraphs: { heading1: { line: 28 } }", false), ("paragraphs: { heading1: { size: 大 } }", false),
        ("paragraphs: { heading1: { blod: true } }", false), ("paragraphs: { heading1: { first-line: -2字 } }", true),
        ("paragraphs: { heading1: { id: 一级 } }", false),
        ("characters: { link: { id: Link, name: 链接, underline: true } }", true),
        ("characters: { links: { id: Link, name: 链接 } }", false),
        ("table: { landscape: wide, rule-colour: auto }", true),
        ("table: { landscape: always }", false), ("fonts: { 仿宋: { fallbacks: [仿宋, 宋体], alternative: null } }", true),
        ("fonts: { 仿宋: { pitch: narrow } }", false), ("contents: { levels: 3, place: own-page, update: true }", true),
        ("contents: { levels: 6 }", false), ("lead-sentences: points", true),
        ("lead-sentences: [points, items]", false),
        ("expects: [issuer, number]", true), ("expects: title", true), ("expects: null", true),
        ("expects: [发文字号]", false), ("margins: {}", false), ("summary: { zh: 甲, en: a }", true),
    ]

    @Test("schema and decoding agree", arguments: changes.indices)
    func agreement(index: Int) throws {
        let change = Self.changes[index]
        let yaml = "version: 1\nextends: gbt9704\n\(change.yaml)\n"
        #expect(isTaken(yaml) == change.isRight, "decoding: \(change.yaml)")
        #expect(try failures(yaml).isEmpty == change.isRight, "schema: \(change.yaml)")
    }
}

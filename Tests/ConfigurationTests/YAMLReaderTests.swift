import StageKit
import SummaryModel
import Testing

@testable import Configuration

@Suite struct YAMLReaderTests {
    private func read(_ text: String) throws -> ConfigurationValue {
        try YAMLReader().read(Array(text.utf8), file: "t.yaml")
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try YAMLReader().read(Array(text.utf8), file: "t.yaml")
            return []
        } catch {
            return error.problems.map {
                "\($0.place.position?.line ?? 0):\($0.place.position?.column ?? 0) \($0.message.en)"
            }
        }
    }

    @Test func scalarsHaveTheTypesOfTheCoreSchema() throws {
        let expected: [(String, ConfigurationValue.Content)] = [
            ("1", .integer(1)), ("-7", .integer(-7)), ("007", .integer(7)), ("1.5", .number(1.5)),
            ("1e3", .number(1000)),
            ("true", .bool(true)), ("no", .string("no")), ("~", .null), ("", .null),
            ("2020-06-30", .string("2020-06-30")),
            ("\"1\"", .string("1")), ("十", .string("十")), (".", .string(".")), ("--1", .string("--1")),
            ("99999999999999999999", .number(1e20)),
        ]
        for (text, content) in expected { #expect(try read("k: \(text)")["k"]?.content == content, "\(text)") }
        #expect(try read("k: 007")["k"]?.text == "007")
    }

    @Test func placesAreOfKeysAndValues() throws {
        let value = try read("甲:\n  - 乙: 丙\n")
        #expect(value.entries?.first?.keyPlace.position == SourcePosition(line: 1, column: 1))
        let element = value["甲"]?.elements?.first
        #expect(element?["乙"]?.place.position == SourcePosition(line: 2, column: 8))
    }

    @Test func jsonIsRead() throws {
        let value = try read("{\"a\": [1, \"x\", null], \"b\": {\"c\": false}}")
        #expect(value["a"]?.elements?.map(\.content) == [.integer(1), .string("x"), .null])
        #expect(value["b"]?["c"]?.content == .bool(false))
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "\u{FEFF}"]) func emptyIsNull(text: String) throws {
        #expect(try read(text).content == .null)
    }

    @Test func whatIsRefused() {
        #expect(problems("a: 1\nb: 2\na: 3\nb: 4") == ["3:1 duplicate key 'a'", "4:1 duplicate key 'b'"])
        #expect(problems("a: &x 1") == ["1:4 YAML anchors (&) and tags (!) are not supported"])
        #expect(problems("a: *x") == ["1:4 YAML aliases (*) are not supported"])
        #expect(problems("a: !!str 1") == ["1:4 YAML anchors (&) and tags (!) are not supported"])
        #expect(problems("--- 1\n--- 2") == ["2:5 a file may hold one YAML document only"])
        #expect(problems("? [a]\n: 1") == ["1:3 a key must be a string"])
        #expect(problems("a: [").first?.hasPrefix("2:1 not valid YAML") == true || problems("a: [").count == 1)
        #expect(problems(String(repeating: "[", count: 300)) == ["1:257 nested deeper than 256 levels"])
    }

    @Test(arguments: ["1e999", "-1e999", ".inf", "+.INF", "-.Inf", ".nan", ".NaN"])
    func numbersAreFinite(text: String) throws {
        #expect(
            problems("a: 1\nb: [2, \(text)]") == [
                "2:8 '\(text)' is not a finite number; write a finite one, or put a text in quotation marks"
            ]
        )
        #expect(try read("a: \"\(text)\"")["a"]?.content == .string(text))
        #expect(try read("\(text): a").entries?.map(\.key) == [text])
        #expect(YAMLText.string(text) == "\"\(text)\"")
    }

    /// Arbitrary bytes end in a value or in an error.
    @Test func anyBytesAreSafe() {
        var state: UInt64 = 42
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let signs = Array("a:-[]{}\"'&*!|>%@#?,\n\t 1\u{0}é".utf8) + [0xFF, 0xC3]
                bytes.append(signs[Int(state >> 33) % signs.count])
            }
            _ = try? YAMLReader().read(bytes, file: "t.yaml")
        }
    }
}

import Boilerplate
import Configuration
import StageKit
import SummaryModel
import Testing

@Suite struct SnippetLibraryTests {
    private static let sound = """
        snippets:
          opening: { place: lead-end, text: 现将有关工作情况总结如下： }
        """

    @Test func everyProblemHasItsPlace() {
        #expect(
            Fixture.problems("opning", Self.sound) == ["q.yaml:1:2 unknown snippet 'opning'; did you mean 'opening'?"]
        )
        #expect(
            Fixture.problems("opening", nil) == [
                "q.yaml:1:2 'opening' is to be inserted, but no library is given; add 'library'"
            ]
        )
        #expect(
            Fixture.problems(
                "a, x",
                """
                snipets: {}
                snippets:
                  a: { place: lead-stat, text: 一二 }
                  b: { place: closing }
                  c: { text: 一二 }
                  d: { place: section-end, text: 一二 }
                  e: { place: closing, section: 1, text: 一二 }
                  f: { place: closing, text: [一二], unless: 三四, txt: 1 }
                  g: { place: section-start, section: 0, text: 一二 }
                  h: { place: note, text: "{{all}}" }
                  i: 一二
                """
            ) == [
                "library.yaml:1:1 unknown key of a library 'snipets'; did you mean 'snippets'?",
                "library.yaml:3:15 unknown place 'lead-stat'; did you mean 'lead-start'?",
                "library.yaml:4:3 'b' lacks 'text'; add it", "library.yaml:5:3 'c' lacks 'place'; add it",
                "library.yaml:6:3 'd' lacks 'section'; give the words or the number of a heading",
                "library.yaml:7:33 the place 'closing' is in no section; remove 'section'",
                "library.yaml:8:48 unknown key of a snippet 'txt'; did you mean 'text'?",
                "library.yaml:8:30 'text' must be a string, found a list",
                "library.yaml:8:44 'unless' must be a list of strings, found a string",
                "library.yaml:9:39 'section' must be the words of a heading or a positive integer, or a list of them, found an integer",
                "library.yaml:10:27 'h' has no words besides placeholders by which it could be recognised; add some",
                "library.yaml:11:6 'i' must be a mapping, found a string",
                "q.yaml:1:5 unknown snippet 'x'; known: a, b, c, d, e, f, g, h, i",
            ]
        )
        #expect(Fixture.problems("", "[]") == ["library.yaml:1:1 'library' must be a mapping, found a list"])
    }

    @Test(arguments: [
        ("parameters: 甲", "3:15 'parameters' must be a mapping of parameters to defaults, found a string"),
        ("parameters: { a: [1] }", "3:20 'a' must be a string or number, found a list"),
        (
            "parameters: { a: \"甲\\n乙\" }",
            "3:20 the value of 'a' holds a line end or control character; write it in one line"
        ),
        ("parameters: { a: , orgn: 甲 }", "3:22 the text of 'x' does not hold '{{orgn}}'; did you mean 'organ'?"),
        (
            "parameters: { a: , 参数: 甲 }",
            "3:22 the text of 'x' does not hold '{{参数}}'; put it in, or remove the parameter"
        ),
        ("valid: 2024-01-01", "3:10 'valid' must be a mapping with 'from' or 'until', found a string"),
        ("valid: { form: 2024-01-01 }", "3:12 unknown key of 'valid' 'form'; did you mean 'from'?"),
        ("valid: { from: 2023-02-29 }", "3:18 'from' must be a date (YYYY-MM-DD), found a string"),
        (
            "valid: { from: 2024-02-01, until: 2024-01-31 }",
            "3:10 'until' (2024-01-31) is before 'from' (2024-02-01); correct them"
        ),
        ("tags: 党建", "3:9 'tags' must be a list of strings, found a string"),
        ("when: 工作总结", "3:9 'when' must be a mapping of facts to values, found a string"),
        ("when: { genre: [] }", "3:18 'genre' must be a value or a list of values, found a list"),
        ("when: { genre: [[]] }", "3:18 'genre' must be a value or a list of values, found a list"),
    ])
    func brokenFields(field: String, problem: String) {
        let library = "snippets:\n  x: { place: closing, text: \"{{a}}和{{organ}}特此报告\",\n  \(field) }"
        #expect(Fixture.problems("x", library) == ["library.yaml:" + problem])
    }

    @Test(arguments: [
        (
            "section: []",
            "2:47 'section' is empty; name a heading"
        ),
        (
            "section: [1, 0]",
            "2:51 'section' must be the words of a heading or a positive integer, or a list of them, found an integer"
        ),
        (
            "section: （）",
            "2:47 'section' must be the words of a heading or a positive integer, or a list of them, found a string"
        ),
    ])
    func brokenSections(field: String, problem: String) {
        let library = "snippets:\n  x: { place: section-end, text: 一二, \(field) }"
        #expect(Fixture.problems("x", library) == ["library.yaml:" + problem])
    }

    @Test(arguments: [
        ("甲", "2:5 'superseded' must be a mapping, found a string"),
        ("{ prase: 甲乙, note: 一 }", "2:7 unknown key of a superseded phrase 'prase'; did you mean 'phrase'?"),
        ("{ phrase: 甲, note: 一 }", "2:15 the superseded phrase '甲' is one character only; write a longer one"),
        ("{ phrase: 甲乙 }", "2:15 the superseded phrase '甲乙' has neither 'replacement' nor 'note'; say what to write"),
        ("{ phrase: 甲乙, note: 一, safe: true }", "2:34 '甲乙' has no 'replacement' and cannot be safe"),
        ("{ phrase: 甲乙, note: 一, safe: 1 }", "2:34 'safe' must be true or false, found an integer"),
        ("{ phrase: 甲乙, note: 一, since: 2024 }", "2:35 'since' must be a date (YYYY-MM-DD), found an integer"),
        ("{ phrase: 甲乙, note: 一, except: [甲丙] }", "2:36 the exception '甲丙' does not hold '甲乙'; correct it"),
        (
            "{ phrase: 甲乙, replacement: 丙丁戊 }\n  - { phrase: 丙丁, replacement: 己 }",
            "2:15 the replacement '丙丁戊' of '甲乙' holds the superseded phrase '丙丁'; give the present one"
        ),
        (
            "{ phrase: 甲乙, note: 一 }\n  - { phrase: 甲乙, note: 二 }",
            "3:15 the superseded phrase '甲乙' stands at library.yaml:2:15 already; remove one"
        ),
    ])
    func brokenSupersededPhrases(entry: String, problem: String) {
        let found = Fixture.problems("", "superseded:\n  - \(entry)")
        #expect(found.first == "library.yaml:" + problem)
    }

    @Test func aLibraryNeedsAPart() {
        #expect(
            Fixture.problems("", "{}") == [
                "library.yaml:1:1 the library has neither 'snippets' nor 'superseded'; add one"
            ]
        )
        #expect(
            Fixture.problems("", "superseded: {}") == ["library.yaml:1:13 'superseded' must be a list, found a mapping"]
        )
    }

    @Test func aNameStandsOnceInTheWholeLibrary() throws {
        var options = BoilerplateOptions()
        options.library = try ["a.yaml", "b.yaml"].map {
            try YAMLReader().read(Array("snippets:\n  end: { place: closing, text: 特此报告。 }".utf8), file: $0)
        }
        #expect {
            _ = try BoilerplateStage(options: options)
        } throws: { error in
            (error as? ConfigurationError)?.problems.map { "\($0.place.file): \($0.message.en)" } == [
                "b.yaml: the snippet 'end' stands at a.yaml:2:3 already; rename or remove one"
            ]
        }
    }

    private static let tagged = """
        snippets:
          a: { place: closing, text: 特此报告。, tags: [年终], parameters: { } }
          b: { place: note, text: "（{{who}}审核）", parameters: { who: 某人 }, tags: [年终, 半年] }
        """

    @Test(arguments: [
        ("{ tag: 年中 }", ["q.yaml:1:9 unknown tag '年中'; did you mean '年终'?"]),
        ("{ tag: 总结 }", ["q.yaml:1:9 unknown tag '总结'; known: 半年, 年终"]),
        ("{ tag: { who: 1 } }", ["q.yaml:1:4 unknown snippet 'tag'; known: a, b"]),
        ("{ b: { whom: 甲 } }", ["q.yaml:1:9 unknown parameter of 'b' 'whom'; did you mean 'who'?"]),
        ("{ b: 甲 }", ["q.yaml:1:7 'b' must be a mapping of parameters, found a string"]),
        ("{ b: { who: [] } }", ["q.yaml:1:14 'who' must be a string or number, found a list"]),
        (
            "{ a: { x: 甲 } }",
            ["q.yaml:1:9 the snippet 'a' has no parameters; remove 'x', or declare it in the library"]
        ),
        ("{ b: { who: 甲 } }, { tag: 半年 }, { a: }", []),
    ])
    func whatIsInserted(entries: String, wanted: [String]) {
        #expect(Fixture.problems(entries, Self.tagged) == wanted)
    }
}

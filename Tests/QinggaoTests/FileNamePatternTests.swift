import Qinggao
import RowReading
import SummaryModel
import Testing

struct FileNamePatternTests {
    private static func row(_ fields: KeyValuePairs<String, JSONValue>) -> Row {
        Row(number: 4, line: 6, fields: fields.map { Row.Field(name: $0.key, value: $0.value) })
    }

    private static let row = row([
        "单位": .string(" 石桥村 "), "号": .integer(7), "路径": .string("../a/b\\c"), "点": .string(".."), "空": .string("  "),
        "县": .object(["名": .string("清溪")]), "表": .array([]), "长": .string(String(repeating: "长", count: 90)),
        "换行": .string("a\nb"),
    ])

    @Test(
        "Names are made of fields and numbers",
        arguments: [
            ("out/{单位}.docx", "out/石桥村.docx"), ("{row}.docx", "5.docx"), ("{row:0000}-{号}.docx", "0005-7.docx"),
            ("{县.名}/{ 单位 }.docx", "清溪/石桥村.docx"), ("{{{号}}}.docx", "{7}.docx"), ("a/b.docx", "a/b.docx"),
            ("../{号}.docx", "../7.docx"), ("{点}{号}.docx", "..7.docx"),
        ]
    )
    func names(pattern: String, path: String) throws {
        let name = try FileNamePattern(pattern).name(for: Self.row, number: 5)
        #expect(name.path == path)
        #expect(name.changedFields.isEmpty)
    }

    @Test("A value stays one part of a name")
    func containment() throws {
        let name = try FileNamePattern("out/{路径}{换行}.docx").name(for: Self.row, number: 5)
        #expect(name.path == "out/.._a_b_ca_b.docx")
        #expect(name.changedFields == ["路径", "换行"])
    }

    @Test(
        "A row without a usable name says why",
        arguments: [
            ("{没有}.docx", "没有"), ("{空}.docx", "空"), ("{表}.docx", "表"), ("{县}.docx", "县"), ("out/{点}", ".."),
            ("{点}/x.docx", ".."), ("{长}.docx", "275"),
        ]
    )
    func refusals(pattern: String, mention: String) throws {
        let pattern = try FileNamePattern(pattern)
        let defect = #expect(throws: FileNamePattern.Defect.self) {
            try pattern.name(for: Self.row, number: 5)
        }
        #expect(defect?.message.zh.contains(mention) == true)
        #expect(defect?.message.en.contains(mention) == true)
    }

    @Test("A pattern that makes no sense is refused", arguments: ["{a", "a}", "{}", "{row:12}", "{row:}", "{a{b}}"])
    func defects(pattern: String) {
        #expect(throws: FileNamePattern.Defect.self) { try FileNamePattern(pattern) }
    }

    @Test("What a pattern is made of")
    func parts() throws {
        let pattern = try FileNamePattern("a/b/{县.名}/x-{row:00}.docx")
        #expect(pattern.fieldNames == ["县.名"])
        #expect(pattern.folder == "a/b/")
        #expect(pattern.varies)
        #expect(try !FileNamePattern("x.docx").varies)
        #expect(try FileNamePattern("{row}.docx").folder == "")
    }
}

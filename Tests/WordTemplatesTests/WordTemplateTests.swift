import OpenPackaging
import ReadKit
import RenderKit
import RowReading
import SummaryModel
import Testing

@testable import WordTemplates

@Suite struct WordTemplateTests {
    private typealias Fixture = TemplateFixture

    private func p(_ texts: String...) -> String { "<w:p>\(texts.map(Fixture.run).joined())</w:p>" }

    private let list: JSONValue = .array([
        .object(["名": .string("甲"), "数": .integer(3)]), .object(["名": .string("乙")]),
    ])

    @Test(
        "Values",
        arguments: [
            ("{{a}}年", "2024年"), ("{{ a }}{{b}}", "2024x<&>y"), ("｛｛a｝｝", "2024"), ("{{a", "{{a"), ("{{}}", "{{}}"),
            ("{{! a}}", "{{! a}}"), ("{{{a}}", "{2024"), ("{{没有}}", "{{没有}}"), ("{{空}}", "{{空}}"), ("{{o.p}}", "深"),
            ("{{list}}", "{{list}}"), ("{{n}}", "1.5"), ("{{t}}", "true"), ("{{lines}}", "一↵二↵三→四"),
            ("{{&lt;x&gt;}}", "尖"),
        ]
    )
    func values(_ text: String, _ expected: String) throws {
        let row = Fixture.row([
            "a": .string("2024"), "b": .string("x<&>y"), "空": .string(" "), "o": .object(["p": .string("深")]),
            "list": list, "n": .number(1.5), "t": .bool(true), "lines": .string("一\n二\r\n三\t四"), "<x>": .string("尖"),
        ])
        #expect(try Fixture.filled(p(text), row) == expected + "\n")
    }

    @Test(
        "Sections",
        arguments: [
            ("前{{#list}}{{名}}、{{/list}}后", "前甲、乙、后"), ("{{#list}}{{名}}{{数}};{{/}}", "甲3;乙{{数}};"),
            ("{{#yes}}有{{a}}{{/yes}}{{^yes}}无{{/yes}}", "有1"), ("{{#no}}有{{/no}}{{^no}}无{{/no}}", "无"),
            ("{{#x}}有{{a}}{{/x}}", "{{#x}}有1{{/x}}"), ("{{#strings}}[{{.}}]{{/strings}}", "[p][q]"),
            ("{{#o}}{{c}}{{a}}{{/o}}", "d1"), ("{{/a}}{{#a}}", "{{/a}}{{#a}}"),
            ("{{#list}}{{#yes}}{{名}}{{/yes}}{{/list}}", "甲乙"),
            ("{{#none}}x{{/none}}y", "y"), ("{{#blank}}x{{/blank}}y", "y"),
        ]
    )
    func sections(_ text: String, _ expected: String) throws {
        let row = Fixture.row([
            "list": list, "yes": .bool(true), "no": .string("否"), "a": .integer(1), "none": .array([]),
            "strings": .array([.string("p"), .string("q")]), "o": .object(["c": .string("d")]), "blank": .string(""),
        ])
        #expect(try Fixture.filled(p(text), row) == expected + "\n")
        // Wherever the text is cut into runs, the result is the same.
        let characters = Array(text)
        for cut in 1..<characters.count {
            let runs = p(String(characters[..<cut]), String(characters[cut...]))
            #expect(try Fixture.filled(runs, row) == expected + "\n", "\(cut)")
        }
        #expect(
            try Fixture.filled(
                p(
                    characters.map { String($0) }.joined(
                        separator: "</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:rPr><w:b/></w:rPr><w:t>"
                    )
                ),
                row
            ) == expected + "\n"
        )
    }

    /// The text of a paragraph, cut into runs, wrapped in links and revisions at random.
    @Test("Runs do not matter", arguments: 0..<60)
    func runs(_ seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let pieces = [
            "{{a}}", "{{ b }}", "文字", "{{#list}}", "{{名}}", "{{/list}}", "｛｛b｝｝", "{", "}}", " ", "&amp;", "{{^a}}",
            "{{/}}",
        ]
        let parts = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }
        let row = Fixture.row(["a": .string("值"), "b": .string("<b> "), "list": list])
        let whole = try Fixture.filled(p(parts.joined()), row)
        var units: [String] = []
        for part in parts { if part == "&amp;" { units.append(part) } else { units += part.map { String($0) } } }
        for _ in 0..<5 {
            var body = ""
            var index = 0
            while index < units.count {
                let count = min(units.count - index, Int.random(in: 1...4, using: &generator))
                body +=
                    "<w:r><w:rPr><w:sz w:val=\"\(index)\"/></w:rPr><w:t>\(units[index..<index + count].joined())</w:t></w:r>"
                index += count
                body +=
                    [
                        "",
                        "<w:bookmarkStart w:id=\"\(index)\" w:name=\"b\(index)\"/><w:bookmarkEnd w:id=\"\(index)\"/>",
                        "<w:proofErr/>", "<w:r><w:lastRenderedPageBreak/></w:r>",
                    ].randomElement(using: &generator) ?? ""
            }
            #expect(try Fixture.filled("<w:p>\(body)</w:p>", row) == whole, "\(parts)")
        }
    }

    @Test func aValueTakesTheFormatOfItsFirstBrace() throws {
        let body =
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲{</w:t></w:r><w:ins><w:r><w:t>{a}</w:t></w:r></w:ins><w:hyperlink><w:r><w:rPr><w:i/></w:rPr><w:t>} 乙</w:t></w:r></w:hyperlink></w:p>"
        let document = try WordTemplate(Fixture.template(body)).filler().fill(Fixture.row(["a": .string(" 值")]))
            .document
        let xml = try Fixture.main(document)
        #expect(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">甲 值</w:t>"))
        #expect(xml.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> 乙</w:t>"))
    }

    @Test(
        "What is no text is left alone",
        arguments: [
            "<w:p><w:del><w:r><w:delText>{{a}}</w:delText></w:r></w:del></w:p>",
            "<w:p><w:r><w:instrText>{{a}}</w:instrText></w:r></w:p>",
            "<w:p><w:r><w:t>{{a</w:t><w:tab/><w:t>}}</w:t></w:r></w:p>",
            "<w:p><w:moveFrom><w:r><w:t>{{a}}</w:t></w:r></w:moveFrom></w:p>",
        ]
    )
    func noText(_ body: String) throws {
        let template = try WordTemplate(Fixture.template(body))
        #expect(template.fields == [])
        #expect(try Fixture.main(template.filler().fill(Fixture.row(["a": .string("x")])).document).contains(body))
    }

    @Test func paragraphsRepeat() throws {
        let body =
            p("名单：") + p("{{#list}}") + p("{{名}}") + "<w:tbl><w:tr><w:tc>\(p("{{数}}"))</w:tc></w:tr></w:tbl>"
            + p(" {{/list}} ") + p("完")
        #expect(try Fixture.filled(body, Fixture.row(["list": list])) == "名单：\n甲\n3\n乙\n{{数}}\n完\n")
        #expect(try Fixture.filled(body, Fixture.row(["list": .array([])])) == "名单：\n完\n")
        #expect(try Fixture.filled(body, Fixture.row([:])) == "名单：\n{{#list}}\n{{名}}\n{{数}}\n {{/list}} \n完\n")
    }

    @Test func aCellKeepsAParagraph() throws {
        let body = "<w:tbl><w:tr><w:tc>\(p("{{#list}}"))\(p("{{名}}"))\(p("{{/list}}"))</w:tc></w:tr></w:tbl>"
        let template = try WordTemplate(Fixture.template(body))
        let empty = try Fixture.main(template.filler().fill(Fixture.row(["list": .array([])])).document)
        #expect(empty.contains("<w:tc><w:p/></w:tc>"))
        #expect(try Fixture.filled(body, Fixture.row(["list": list])) == "甲\n乙\n")
    }

    @Test func rowsRepeat() throws {
        func row(_ cells: String...) -> String { "<w:tr>\(cells.map { "<w:tc>\(p($0))</w:tc>" }.joined())</w:tr>" }
        let inCells = "<w:tbl>\(row("名", "数"))\(row("{{#list}}{{名}}", "{{数}}{{/list}}"))\(row("计", "{{n}}"))</w:tbl>"
        let apart =
            "<w:tbl>\(row("名", "数"))\(row("{{#list}}", ""))\(row("{{名}}", "{{数}}"))\(row("", "{{/list}}"))\(row("计", "{{n}}"))</w:tbl>"
        for body in [inCells, apart] {
            #expect(
                try Fixture.filled(body, Fixture.row(["list": list, "n": .integer(2)]))
                    == "名\n数\n甲\n3\n乙\n{{数}}\n计\n2\n"
            )
            #expect(try Fixture.filled(body, Fixture.row(["list": .array([]), "n": .integer(0)])) == "名\n数\n计\n0\n")
        }
        #expect(
            try Fixture.filled(inCells, Fixture.row(["n": .integer(2)]))
                == "名\n数\n{{#list}}{{名}}\n{{数}}{{/list}}\n计\n2\n"
        )
    }

    @Test func textBoxesHaveTextOfTheirOwn() throws {
        let box =
            "<w:r><w:pict><w:txbxContent>\(p("{{#list}}"))\(p("{{名}}"))\(p("{{/list}}"))</w:txbxContent></w:pict></w:r>"
        let body = "<w:p>\(Fixture.run("{{"))\(box)\(Fixture.run("a}}"))\(Fixture.run("{{n}}"))</w:p>"
        let text = try Fixture.filled(body, Fixture.row(["list": list, "a": .string("x"), "n": .integer(7)]))
        #expect(text == "{{甲\n乙\na}}7\n")
    }

    @Test func fieldsAndFindings() throws {
        let body =
            p("{{a}}") + p("{{#list}}{{名}}{{/list}}{{a}}") + p("{{#offen}}")
            + "<w:p>\(Fixture.run("{{#l}}"))<w:hyperlink>\(Fixture.run("x{{/l}}"))</w:hyperlink></w:p>"
        let template = try WordTemplate(Fixture.template(body, header: p("{{h}}")))
        #expect(template.fields.map(\.name) == ["a", "list", "名", "a", "h"])
        #expect(template.fields.map(\.paragraph) == [1, 2, 2, 2, 1])
        #expect(template.fields[2].sections == ["list"])
        #expect(template.fields[1].isSection)
        #expect(template.findings.map(\.id) == ["template.stray-mark", "template.stray-mark"])
        let (document, report) = try template.filler().fill(
            Fixture.row(["a": .string("x\u{1}\u{FFFE}"), "h": .string(""), "z": .string("1")])
        )
        #expect(report.gaps.map(\.name) == ["list", "名", "h"])
        #expect(report.gaps.map(\.reason) == [.missing, .missing, .empty])
        #expect(report.forbidden == ["a": 4])
        #expect(try Fixture.part("word/header1.xml", document).contains("{{h}}"))
    }

    @Test func whatIsNotTouchedKeepsItsBytes() throws {
        let bytes = try Fixture.template(
            p("{{a}}"),
            extra: [("docProps/core.xml", "<x/>"), ("word/media/a.bin", String(repeating: "q", count: 5000))]
        )
        let template = try WordTemplate(bytes)
        let (document, _) = try template.filler().fill(Fixture.row(["a": .string("x")]))
        let before = try PackageReader(bytes)
        let after = try PackageReader(document)
        #expect(before.names == after.names)
        for name in before.names where name != "word/document.xml" {
            #expect(try before.compressed(name) == after.compressed(name))
        }
        #expect(document == (try template.filler().fill(Fixture.row(["a": .string("x")])).document))
    }

    @Test func largePicturesAreNotKept() throws {
        var generator = Generator(seed: 1)
        let noise = String(
            (0..<1_500_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x30...0x7A, using: &generator))) }
        )
        let template = try WordTemplate(Fixture.template(p("{{a}}"), extra: [("word/media/a.bin", noise)]))
        #expect(template.fixedSize > 1 << 20)
        let document = try template.filler().fill(Fixture.row(["a": .string("x")])).document
        #expect(try Fixture.text(document) == "x\n")
        #expect(try PackageReader(document).read("word/media/a.bin") == Array(noise.utf8))
    }

    @Test func otherPrefixes() throws {
        let body = "<n:p><n:r><n:t>{{</n:t></n:r><n:r><n:t>a}}</n:t></n:r></n:p>"
        let document = try WordTemplate(Fixture.template(body, prefix: "n")).filler().fill(
            Fixture.row(["a": .string("x\ny")])
        ).document
        #expect(try Fixture.main(document).contains("x</n:t><n:br/><n:t xml:space=\"preserve\">y</n:t>"))
    }

    @Test("Types of templates", arguments: ["document.main", "template.main"])
    func types(_ type: String) throws {
        let document = try WordTemplate(Fixture.template(p("{{a}}"), mainType: type)).filler().fill(
            Fixture.row(["a": .null])
        ).document
        #expect(try Fixture.part("[Content_Types].xml", document).contains("wordprocessingml.document.main+xml"))
    }

    @Test("What is refused")
    func refusals() throws {
        let macros = try Fixture.template(
            p("x"),
            mainType:
                "x+xml\"/><Override PartName=\"/v\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main"
        )
        #expect(throws: DraftError.self) { try WordTemplate(macros) }
        #expect(throws: DraftError.self) { try WordTemplate([1, 2, 3]) }
        let header = "<!DOCTYPE h [<!ENTITY a \"b\">]><w:hdr xmlns:w=\"\(Fixture.space)\">&a;</w:hdr>"
        #expect(throws: DraftError.self) {
            try WordTemplate(Fixture.template(p("x"), extra: [("word/header1.xml", header)]))
        }
        #expect(throws: DraftError.self) { try WordTemplate(Array(Fixture.template(p("{{a}}")).dropLast(30))) }
        #expect(throws: DraftError.self) { try WordTemplate(Fixture.template("<w:p>")) }
        #expect(throws: DraftError.self) { try WordTemplate(Fixture.template(p("x"), mainType: "y")) }
    }

    @Test func sectionsDoNotGrowWithoutEnd() throws {
        let open = String(repeating: "{{#a}}", count: 30)
        let close = String(repeating: "{{/a}}", count: 30)
        let row = Fixture.row(["a": .array(Array(repeating: .string("x"), count: 10))])
        let filler = try WordTemplate(Fixture.template(p(open + "y" + close))).filler()
        #expect(throws: DraftError.self) { try filler.fill(row) }
    }

    @Test func whatRepeatsHasNoIdentityTwice() throws {
        let body =
            p("{{#list}}")
            + "<w:p w14:paraId=\"1\"><w:bookmarkStart w:id=\"3\" w:name=\"m\"/><w:bookmarkEnd w:id=\"3\"/><w:r><w:drawing><wp:docPr id=\"1\" name=\"x\"/></w:drawing></w:r></w:p>"
            + p("{{/list}}")
        let xml = try Fixture.main(
            WordTemplate(Fixture.template(body)).filler().fill(Fixture.row(["list": list])).document
        )
        #expect(!xml.contains("paraId"))
        #expect(!xml.contains("bookmark"))
        #expect(xml.contains("docPr id=\"100001\"") && xml.contains("docPr id=\"100002\""))
    }
}

/// SplitMix64: the same numbers on every run.
struct Generator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

import ReadKit
import SummaryModel
import Testing

@testable import WordReading

@Suite("Numbers that Word makes")
struct ListLabelsTests {
    private typealias F = WordFixture

    @Test(
        "formats",
        arguments: [
            ("decimal", [1: "1", 12: "12"]), ("decimalZero", [1: "01", 10: "10"]), ("decimalFullWidth", [12: "１２"]),
            ("chineseCounting", [1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百零五", 1010: "一千零一十"]),
            ("chineseCountingThousand", [110: "一百一十", 2000: "二千", 12_034: "一万二千零三十四"]),
            ("japaneseCounting", [21: "二十一"]), ("ideographDigital", [1: "一", 10: "一〇", 23: "二三"]),
            ("chineseLegalSimplified", [3: "叁", 12: "拾贰", 305: "叁佰零伍"]),
            ("decimalEnclosedCircle", [1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"]),
            ("decimalEnclosedCircleChinese", [9: "⑨"]), ("decimalEnclosedParen", [1: "⑴", 20: "⒇", 21: "(21)"]),
            ("decimalEnclosedFullstop", [1: "⒈", 20: "⒛", 21: "21."]), ("ideographEnclosedCircle", [1: "㊀", 10: "㊉"]),
            ("upperRoman", [4: "IV", 1994: "MCMXCIV", 4000: "4000"]), ("lowerRoman", [9: "ix"]),
            ("upperLetter", [1: "A", 26: "Z", 27: "AA", 1_000_000: "1000000"]), ("lowerLetter", [3: "c"]),
            ("none", [1: ""]), ("ideographTraditional", [1: "甲", 10: "癸", 11: "11"]),
            ("ideographZodiac", [1: "子", 12: "亥"]), ("ideographZodiacTraditional", [1: "甲子", 60: "癸亥"]),
            ("somethingNew", [7: "7"]), ("decimal", [-1: "-1"]), ("chineseCounting", [0: "零", -3: "-3"]),
        ]
    )
    func formats(_ name: String, _ numbers: [Int: String]) {
        for (number, text) in numbers { #expect(NumberFormat(name).string(number) == text) }
    }

    @Test(
        "labels as the text has them",
        arguments: [
            ("chineseCounting", "%1、", "", "一、甲"), ("chineseCounting", "（%1）", "", "（一）甲"),
            ("decimal", "%1.", "", "1. 甲"), ("decimal", "%1．", "", "1．甲"),
            ("decimal", "%1.", "<w:suff w:val=\"nothing\"/>", "1.甲"),
            ("decimal", "(%1)", "<w:suff w:val=\"space\"/>", "(1) 甲"),
            ("decimalEnclosedCircle", "%1", "", "①甲"), ("chineseCounting", "第%1章", "", "第一章甲"),
            ("chineseCounting", "%1", "", "一 甲"), ("upperLetter", "%1", "", "A 甲"), ("none", "附", "", "附甲"),
            ("decimal", "100%%1%", "", "100%1% 甲"), ("decimal", "", "", "甲"),
        ]
    )
    func labels(_ format: String, _ text: String, _ more: String, _ line: String) throws {
        var fixture = F(F.item("甲"))
        fixture.numbering = F.list(F.level(0, format, text, more))
        #expect(try fixture.text() == line)
    }

    @Test func levelsCountAndRestart() throws {
        var fixture = F(
            [0, 1, 1, 2, 0, 1, 2, 2, 1, 2].enumerated().map { F.item("x", $0.element) }.joined()
        )
        fixture.numbering = F.list(
            F.level(0, "chineseCounting", "%1、") + F.level(1, "decimal", "%1.%2")
                + F.level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
        )
        #expect(
            try fixture.text().split(separator: "\n") == [
                "一、x", "一.1 x", "一.2 x", "1.2.1 x", "二、x", "二.1 x", "2.1.1 x", "2.1.2 x", "二.2 x", "2.2.1 x",
            ]
        )
        fixture.numbering = F.list(
            F.level(0, "decimal", "%1.") + F.level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")
                + F.level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>")
        )
        #expect(
            try fixture.text().split(separator: "\n") == [
                "1. x", "1) x", "2) x", "1 x", "2. x", "3) x", "1 x", "2 x", "4) x", "3 x",
            ]
        )
    }

    @Test func numbersOfOneListCountOnAndMayStartAnew() throws {
        var fixture = F(
            F.item("x") + F.item("x", list: "2") + F.item("x", list: "3") + F.item("x", list: "3")
                + F.item("x", list: "4")
        )
        fixture.numbering = """
            \(F.list(F.level(0, "decimal", "%1.")))
            <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">\(F.level(0, "upperRoman", "%1："))</w:lvlOverride></w:num>
            """
        #expect(try fixture.text().split(separator: "\n") == ["1. x", "2. x", "5. x", "6. x", "VII：x"])
    }

    @Test func stylesCarryNumbers() throws {
        var fixture = F(
            F.paragraph("x", "<w:pStyle w:val=\"h1\"/>") + F.paragraph("x", "<w:pStyle w:val=\"h2\"/>")
                + F.paragraph("x", "<w:pStyle w:val=\"derived\"/>")
                + F.paragraph("x", "<w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
                + F.paragraph("x", "<w:pStyle w:val=\"h2\"/>") + F.paragraph("x", "<w:pStyle w:val=\"h1\"/>")
        )
        fixture.styles = """
            <w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="h2"/></w:style>
            """
        fixture.numbering = F.list(
            F.level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>")
                + F.level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>")
        )
        #expect(try fixture.text().split(separator: "\n") == ["一、x", "（一）x", "（二）x", "x", "（三）x", "二、x"])
    }

    @Test func aListMayBeTheOneOfAStyle() throws {
        var fixture = F(F.item("x") + F.item("x", 1))
        fixture.numbering = """
            <w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="s"/></w:abstractNum>
            <w:abstractNum w:abstractNumId="8"><w:styleLink w:val="s"/>\(F.level(0, "decimal", "%1、") + F.level(1, "decimal", "（%2）"))</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            """
        #expect(try fixture.text() == "1、x\n（1）x")
    }

    @Test(
        "bullets are items of lists",
        arguments: [
            ("\u{F0B7}", "Symbol", "• x"), ("\u{F06C}", "Wingdings", "● x"), ("l", "Wingdings", "● x"),
            ("o", "Courier New", "• x"),
            ("◆", "宋体", "◆ x"), ("\u{F0A7}", "", "▪ x"), ("\u{E123}", "", "• x"), ("-", "", "• x"),
        ]
    )
    func bullets(_ text: String, _ font: String, _ line: String) throws {
        var fixture = F(F.item("x"))
        fixture.numbering = F.list(
            F.level(0, "bullet", text, font.isEmpty ? "" : "<w:rPr><w:rFonts w:ascii=\"\(font)\"/></w:rPr>")
        )
        #expect(try fixture.text() == line)
        #expect(try fixture.draft().traits[0].kind == .listItem)
    }

    @Test func listsThatAreNotDefinedHaveNoLabels() throws {
        #expect(try F(F.item("x")).text() == "x")
        var fixture = F(F.item("x", 5) + F.item("x", list: "9"))
        fixture.numbering = F.list(F.level(0, "decimal", "%1、"))
        #expect(try fixture.text() == "x\nx")
    }

    @Test func numbersWithoutEndDoNotOverflow() throws {
        var fixture = F(F.item("x") + F.item("x"))
        fixture.numbering = F.list(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"9223372036854775807\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
        )
        #expect(try fixture.text().hasPrefix("9223372036854775807 x"))
    }
}

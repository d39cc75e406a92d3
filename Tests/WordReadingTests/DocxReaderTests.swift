import ReadKit
import SummaryModel
import Testing

@testable import WordReading

@Suite("The text of a .docx")
struct DocxReaderTests {
    private typealias F = WordFixture

    // MARK: Paragraphs and runs

    @Test func eachParagraphIsALine() throws {
        #expect(try F(F.paragraph("甲") + "<w:p/>" + F.paragraph("乙")).text() == "甲\n\n乙")
        #expect(try F().text() == "")
    }

    @Test(
        "what stands in a run",
        arguments: [
            ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"), ("<w:t>甲</w:t><w:br/><w:t>乙</w:t>", "甲␤乙"),
            ("<w:t>甲</w:t><w:br w:type=\"textWrapping\"/><w:t>乙</w:t>", "甲␤乙"),
            ("<w:t>甲</w:t><w:cr/><w:t>乙</w:t>", "甲␤乙"),
            ("<w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t>", "甲␤乙"),
            ("<w:t>甲</w:t><w:br w:type=\"page\"/>", "甲"), ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a\u{2011}b"),
            ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "ab"),
            ("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" w:char=\"F0B4\"/>", "✓×"),
            ("<w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:sym w:font=\"X\" w:char=\"4E2D\"/>", "☑中"),
            ("<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\u{F06E}甲</w:t>", "■甲"),
            ("<w:t> 甲 </w:t><w:t xml:space=\"preserve\"> 乙 </w:t>", "甲 乙 "), ("<w:t>甲\n乙</w:t>", "甲 乙"),
            ("<w:t>甲\u{2028}乙\u{2029}丙\u{85}丁</w:t>", "甲␤乙␤丙␤丁"),
            (
                "<w:ruby><w:rt><w:r><w:t>zhong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>中</w:t></w:r></w:rubyBase></w:ruby>",
                "中"
            ),
            ("<w:lastRenderedPageBreak/><w:t>&lt;&amp;</w:t><w:unknown><w:t>x</w:t></w:unknown>", "<&"),
        ]
    )
    func run(_ content: String, _ text: String) throws {
        #expect(try F("<w:p><w:r>\(content)</w:r></w:p>").text() == text)
    }

    @Test(
        "runs inside other elements",
        arguments: [
            "<w:hyperlink r:id=\"x\">\(F.run("甲"))</w:hyperlink>", "<w:ins w:id=\"1\">\(F.run("甲"))</w:ins>",
            "<w:moveTo>\(F.run("甲"))</w:moveTo>", "<w:smartTag><w:smartTag>\(F.run("甲"))</w:smartTag></w:smartTag>",
            "<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>\(F.run("甲"))</w:sdtContent></w:sdt>",
            "<w:fldSimple w:instr=\" DATE \">\(F.run("甲"))</w:fldSimple>",
            "<w:customXml>\(F.run("甲"))</w:customXml>",
            "<mc:AlternateContent><mc:Choice Requires=\"x\">\(F.run("甲"))</mc:Choice><mc:Fallback>\(F.run("乙"))</mc:Fallback></mc:AlternateContent>",
            "<mc:AlternateContent><mc:Fallback>\(F.run("甲"))</mc:Fallback></mc:AlternateContent>",
            "<w:r><mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>甲</m:t></m:r></m:num></m:f></m:oMath></m:oMathPara>",
            "<w:bdo>\(F.run("甲"))</w:bdo><w:proofErr/><w:bookmarkStart w:id=\"1\"/>",
        ]
    )
    func around(_ content: String) throws {
        #expect(try F("<w:p>\(content)</w:p>").text() == "甲")
    }

    private static func field(_ instruction: String, _ result: String) -> String {
        """
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\(instruction)</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(result)<w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
    }

    @Test("the result of a field stands, its instruction does not")
    func fields() throws {
        let field = Self.field("PAGE", F.run("乙"))
        #expect(try F("<w:p>\(F.run("甲"))\(field)\(F.run("丙"))</w:p>").text() == "甲乙丙")
        let nested = Self.field("IF 1", F.run("甲") + Self.field("REF x", F.run("乙")) + F.run("丙"))
        #expect(try F("<w:p>\(nested)</w:p>").text() == "甲乙丙")
        let entry = """
            <w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText> TC "一、" \\l 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            """
        #expect(try F("<w:p>\(entry)\(F.run("甲"))</w:p>").text() == "甲")
        #expect(try F("<w:p>\(entry)\(F.run("甲"))</w:p>").draft().diagnostics.isEmpty)
        // A result over several paragraphs, and a field that never ends.
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>x</w:t></w:r>"
        #expect(try F("<w:p>\(begin)</w:p>\(F.paragraph("甲"))").text() == "\n甲")
    }

    @Test func strictDocumentsAndOtherNamesOfTheMainPart() throws {
        var fixture = F(F.paragraph("甲"))
        fixture.isStrict = true
        fixture.main = "other/main part.xml"
        #expect(try fixture.text() == "甲")
    }

    @Test func boxesStandAfterTheirParagraphOnce() throws {
        let box = "<w:txbxContent>\(F.paragraph("框一"))\(F.paragraph("框二"))</w:txbxContent>"
        let drawing = """
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="x"/>\
            <a:graphic><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback>\
            </mc:AlternateContent></w:r>
            """
        let draft = try F("<w:p>\(F.run("甲"))\(drawing)\(F.run("乙"))</w:p>\(F.paragraph("丙"))").draft()
        #expect(draft.text == "甲乙\n框一\n框二\n丙")
        #expect(draft.diagnostics.isEmpty)
        let vml = "<w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r>"
        #expect(try F("<w:p>\(vml)</w:p>").text() == "\n框一\n框二")
    }

    // MARK: What a file says about its lines

    @Test func stylesAreResolvedThroughTheirBases() throws {
        var fixture = F(
            ["h", "derived", "named", "1", "cycle", "missing", "t"].map {
                F.paragraph($0, "<w:pStyle w:val=\"\($0)\"/>")
            }
            .joined()
                + F.paragraph("off", "<w:pStyle w:val=\"h\"/><w:outlineLvl w:val=\"9\"/><w:jc w:val=\"left\"/>")
                + F.paragraph("default")
        )
        fixture.styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="d"><w:name w:val="Normal"/><w:pPr><w:jc w:val="end"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="h"><w:name w:val="x"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="h"/><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="named"><w:name w:val="heading 3"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="cycle"><w:name w:val="y"/><w:basedOn w:val="cycle2"/></w:style>
            <w:style w:type="paragraph" w:styleId="cycle2"><w:basedOn w:val="cycle"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="t"><w:name w:val="我的标题"/><w:basedOn w:val="tt"/></w:style>
            <w:style w:type="paragraph" w:styleId="tt"><w:name w:val="Title"/></w:style>
            """
        let draft = try fixture.draft()
        #expect(draft.traits.map(\.outlineLevel) == [2, 2, 3, 1, nil, nil, nil, nil, nil])
        #expect(draft.traits.map(\.alignment) == [.centre, .centre, nil, nil, .end, nil, nil, nil, .end])
        #expect(draft.traits.map(\.isBold) == [false, true] + Array(repeating: false, count: 7))
        #expect(draft.traits[6].kind == .title)
        #expect(!draft.traits[6].isCertain)
    }

    @Test(
        arguments: [
            ("Title", .title), ("公文标题", .title), ("副标题", .subtitle), ("toc 3", .tableOfContents),
            ("目录 1", .tableOfContents),
            ("TOC Heading", .tableOfContents), ("footnote text", .footnote), ("List Paragraph", nil),
            ("Body Text", nil),
            ("heading 1", nil), ("标题 2", nil),
        ] as [(String, BlockKind?)]
    )
    func kindsByNames(_ name: String, _ kind: BlockKind?) throws {
        #expect(StyleMeaning(name: name).kind == kind)
    }

    @Test(
        arguments: [("heading 1", 1), ("Heading 9", 9), ("标题 2", 2), ("标题3", 3), ("一级标题", 1), ("2级标题", 2), ("标题", nil)]
            as [(String, Int?)]
    )
    func headingsByNames(_ name: String, _ level: Int?) throws {
        #expect(StyleMeaning(name: name).headingLevel == level)
    }

    @Test func boldIsTheWholeLine() throws {
        let bold = F.run("甲", "<w:b/>")
        let draft = try F(
            "<w:p>\(bold)\(F.run(" "))\(bold)</w:p><w:p>\(bold)\(F.run("乙"))</w:p><w:p>\(F.run(" "))</w:p>"
        ).draft()
        #expect(draft.traits.map(\.isBold) == [true, false, false])
    }

    @Test func softBreaksContinueTheParagraph() throws {
        let draft = try F(
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
                + F.paragraph("丙")
        ).draft()
        #expect(draft.traits.map(\.continuesParagraph) == [false, true, false])
        #expect(draft.traits.map(\.alignment) == [.centre, .centre, nil])
        #expect(draft.source.lines.count == draft.traits.count)
    }

    @Test func pagesBegin() throws {
        let draft = try F(
            "<w:p><w:r><w:t>甲</w:t><w:br w:type=\"page\"/></w:r></w:p><w:p/>" + F.paragraph("乙")
                + F.paragraph("丙", "<w:pageBreakBefore/>")
                + F.paragraph("丁", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>")
                + F.paragraph("戊", "<w:sectPr/>") + F.paragraph("己")
                + "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>"
        ).draft()
        #expect(draft.text == "甲\n\n乙\n丙\n丁\n戊\n己")
        #expect(draft.traits.map(\.startsPage) == [false, false, true, true, false, true, false])
    }

    // MARK: Tables

    private static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.split(separator: "/", omittingEmptySubsequences: false).map { F.paragraph(String($0)) }.joined())</w:tc>"
    }

    @Test func rowsAreLinesWithCells() throws {
        let table = """
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(Self.cell("甲"))\(Self.cell("乙"))</w:tr>\
            <w:tr>\(Self.cell("一/二"))\(Self.cell(""))</w:tr></w:tbl>
            """
        let draft = try F(F.paragraph("前") + table + F.paragraph("后") + table).draft()
        #expect(draft.text == "前\n甲\t乙\n一␤二\t\n后\n甲\t乙\n一␤二\t")
        #expect(draft.cells(1) == ["甲", "乙"])
        #expect(draft.cells(2) == ["一␤二", ""])
        #expect(draft.traits.map(\.kind) == [nil, .table, .table, .table, nil, .table, .table, .table])
        #expect(draft.traits.map(\.continuesParagraph) == [false, false, false, true, false, false, false, true])
        #expect(draft.traits.map(\.isHeaderRow) == [false, true, false, false, false, true, false, false])
        #expect(draft.traits.map(\.tableNumber) == [0, 1, 1, 1, 0, 2, 2, 2])
    }

    @Test func mergedCells() throws {
        let table = """
            <w:tbl><w:tr>\(Self.cell("宽", "<w:gridSpan w:val=\"2\"/>"))\(Self.cell("高", "<w:vMerge w:val=\"restart\"/>"))</w:tr>\
            <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(Self.cell("乙"))\(Self.cell("藏", "<w:vMerge/>"))</w:tr></w:tbl>
            """
        let draft = try F(table).draft()
        #expect(draft.cells(0) == ["宽", "", "高"])
        #expect(draft.cells(1) == ["", "乙", ""])
        #expect(draft.diagnostics.map(\.id) == ["reading.hidden-text"])
        #expect(draft.diagnostics[0].start == SourcePosition(line: 2, column: 4))
    }

    @Test func nestedTablesAreTextOfTheirCell() throws {
        let inner =
            "<w:tbl><w:tr>\(Self.cell("一"))\(Self.cell("二"))</w:tr><w:tr>\(Self.cell("三"))\(Self.cell("四"))</w:tr></w:tbl>"
        let draft = try F("<w:tbl><w:tr><w:tc>\(F.paragraph("前"))\(inner)<w:p/></w:tc>\(Self.cell("乙"))</w:tr></w:tbl>")
            .draft()
        #expect(draft.cells(0) == ["前␤一\t二␤三\t四", "乙"])
    }

    @Test func aTableOfOneColumnIsAFrame() throws {
        let frame =
            "<w:tbl><w:tr><w:sdt><w:sdtContent>\(Self.cell("甲/乙"))</w:sdtContent></w:sdt></w:tr><w:tr>\(Self.cell("丙"))</w:tr></w:tbl>"
        let draft = try F(F.paragraph("前") + frame + F.paragraph("后")).draft()
        #expect(draft.text == "前\n甲\n乙\n丙\n后")
        #expect(draft.traits.allSatisfy { $0.kind == nil && $0.cells.isEmpty })
        #expect(try F("<w:tbl/>" + F.paragraph("甲")).text() == "甲")
    }

    @Test func aHugeSpanIsLimited() throws {
        let draft = try F(
            "<w:tbl><w:tr>\(Self.cell("甲", "<w:gridSpan w:val=\"2000000000\"/>"))\(Self.cell("乙"))</w:tr></w:tbl>"
        ).draft()
        #expect(draft.traits[0].cells.count == 65)
    }

    // MARK: Notes

    @Test func notesStandAfterTheText() throws {
        var fixture = F(
            "<w:p>\(F.run("甲"))<w:r><w:footnoteReference w:id=\"3\"/></w:r>\(F.run("乙"))<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
        )
        fixture.footnotes = """
            <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
            <w:footnote w:id="2">\(F.paragraph("无人引用"))</w:footnote>
            <w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>\(F.run(" 脚注"))</w:p>\(F.paragraph("续"))</w:footnote>
            <w:footnote w:id="4"><w:p/></w:footnote>
            """
        fixture.endnotes = "<w:endnote w:id=\"2\">\(F.paragraph("尾注"))</w:endnote>"
        let draft = try fixture.draft()
        #expect(draft.text == "甲[^3]乙[^e2]\n[^3]: 脚注␤续\n[^e2]: 尾注\n[^2]: 无人引用")
        #expect(draft.traits.map(\.kind) == [nil, .footnote, .footnote, .footnote, .footnote])
    }

    // MARK: Findings

    @Test func deletedTextIsReported() throws {
        let deleted = "<w:del w:author=\"x\"><w:r><w:delText>乙</w:delText></w:r></w:del>"
        let moved = "<w:moveFrom><w:r><w:t>丙</w:t></w:r></w:moveFrom>"
        let draft = try F(F.paragraph("首") + "<w:p>\(F.run("甲"))\(deleted)\(F.run("丁"))\(moved)</w:p>").draft()
        #expect(draft.text == "首\n甲丁")
        #expect(draft.diagnostics.map(\.id) == ["reading.deleted-text", "reading.deleted-text"])
        #expect(draft.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(
            draft.diagnostics.map(\.start) == [SourcePosition(line: 2, column: 2), SourcePosition(line: 2, column: 3)]
        )
        #expect(draft.diagnostics[0].message.zh.contains("“乙”"))
        #expect(draft.diagnostics[1].message.en.contains("“丙”"))
    }

    @Test func aDeletedParagraphIsNotCounted() throws {
        let deleted = """
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>\
            <w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>
            """
        var fixture = F(F.item("甲") + deleted + F.item("丙"))
        fixture.numbering = F.list(F.level(0, "chineseCounting", "%1、"))
        #expect(try fixture.text() == "一、甲\n\n二、丙")
    }

    @Test func commentsAreReported() throws {
        var fixture = F(
            "<w:p><w:commentRangeStart w:id=\"0\"/>\(F.run("甲"))<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
                + "<w:p>\(F.run("乙"))<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
        )
        fixture.comments = """
            <w:comment w:id="0" w:author="李明">\(F.paragraph("请核对"))\(F.paragraph("数字"))</w:comment>
            <w:comment w:id="1">\(F.paragraph("好"))</w:comment><w:comment w:id="2" w:author="x">\(F.paragraph("孤"))</w:comment>
            """
        let draft = try fixture.draft()
        #expect(draft.text == "甲\n乙")
        #expect(draft.diagnostics.map(\.id) == Array(repeating: "reading.comment", count: 3))
        #expect(
            draft.diagnostics.map(\.start) == [
                SourcePosition(line: 1, column: 1), SourcePosition(line: 2, column: 2), nil,
            ]
        )
        #expect(draft.diagnostics[0].message.zh.contains("（李明）：“请核对 数字”"))
        #expect(draft.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test func hiddenTextIsReported() throws {
        let hidden = F.run("藏", "<w:vanish/>") + F.run("匿", "<w:vanish/>")
        let draft = try F("<w:p>\(F.run("甲"))\(hidden)\(F.run("乙", "<w:vanish w:val=\"0\"/>"))\(hidden)</w:p>").draft()
        #expect(draft.text == "甲乙")
        #expect(draft.diagnostics.map(\.id) == ["reading.hidden-text", "reading.hidden-text"])
        #expect(draft.diagnostics[0].message.zh.contains("“藏匿”"))
        #expect(draft.diagnostics.map(\.severity) == [.info, .info])
    }

    @Test func picturesAreReported() throws {
        let picture = """
            <w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="合影"/><a:graphic><pic:pic/></a:graphic>\
            </wp:inline></w:drawing></w:r>
            """
        let line = "<w:r><w:drawing><wp:inline><a:graphic><wps:wsp/></a:graphic></wp:inline></w:drawing></w:r>"
        let object =
            "<w:r><w:object><o:OLEObject/></w:object></w:r><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
        let draft = try F("<w:p>\(F.run("甲"))\(picture)\(line)\(object)</w:p>").draft()
        #expect(draft.text == "甲")
        #expect(draft.diagnostics.map(\.id) == Array(repeating: "reading.picture", count: 3))
        #expect(draft.diagnostics[0].message.zh.contains("“合影”"))
        #expect(draft.diagnostics[0].start == SourcePosition(line: 1, column: 2))
    }

    @Test func headersAndFootersAreReportedUnlessTheyAreNumbers() throws {
        var fixture = F(
            F.paragraph("甲", "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rheader\"/></w:sectPr>")
                + F.paragraph("乙")
                + "<w:sectPr><w:headerReference r:id=\"rheader\"/><w:footerReference r:id=\"rfooter\"/></w:sectPr>"
        )
        fixture.header = F.paragraph("某局文件")
        fixture.footer = "<w:p>\(F.run("— "))\(Self.field(" PAGE  \\* MERGEFORMAT ", F.run("12")))\(F.run(" —"))</w:p>"
        let draft = try fixture.draft()
        #expect(draft.diagnostics.map(\.id) == ["reading.header-footer"])
        #expect(draft.diagnostics[0].message.zh.contains("页眉中的文字未读入：“某局文件”"))
        #expect(draft.diagnostics[0].start == SourcePosition(line: 1, column: 1))
        #expect(draft.text == "甲\n乙")
    }

    // MARK: Files of this program

    @Test func ownStylesAreCertain() throws {
        let title = """
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="textWrapping"/>\
            <w:t>丙</w:t></w:r></w:p>
            """
        var fixture = F(
            title + F.paragraph("丁", "<w:pStyle w:val=\"a7\"/>") + F.paragraph("戊", "<w:pStyle w:val=\"BodyText\"/>")
        )
        fixture.styles = """
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="a7"><w:name w:val="标题下署名"/></w:style>
            <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/></w:style>
            """
        #expect(try fixture.text() == "甲␤乙␤丙\n丁\n戊")
        #expect(try fixture.draft().traits.allSatisfy { !$0.isCertain })
        fixture.isOwn = true
        let draft = try fixture.draft()
        #expect(draft.text == "甲␤乙丙\n丁\n戊")
        #expect(draft.traits.map(\.isCertain) == [true, true, true, false])
        #expect(draft.traits.map(\.kind) == [.title, .title, .author, nil])
    }
}

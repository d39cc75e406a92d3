import OpenPackaging
import RenderKit
import SummaryModel
import Testing

@testable import RowReading

@Suite struct WorkbookRowsTests {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook with these sheets, the first of them hidden.
    private func workbook(_ sheets: [(name: String, data: String)], is1904: Bool = false) throws -> [UInt8] {
        func part(_ name: String, _ xml: String) throws -> PackagePart {
            try PackagePart(name: name, contentType: nil, bytes: Array(xml.utf8))
        }
        func relationship(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(Self.relations)/\(type)\" Target=\"\(target)\"/>"
        }
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        var list = ""
        var links =
            relationship("s", "sharedStrings", "sharedStrings.xml") + relationship("f", "styles", "/xl/styles.xml")
        var parts = [
            try part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            ),
            try part(
                "_rels/.rels",
                "<Relationships xmlns=\"\(space)\">\(relationship("r", "officeDocument", "xl/workbook.xml"))</Relationships>"
            ),
            try part(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"\(Self.main)\"><si><t>名称</t></si><si><r><t>清</t></r><r><t>溪</t></r><rPh sb=\"0\" eb=\"1\"><t>qing</t></rPh></si><si><t xml:space=\"preserve\">a_x000D_b</t></si></sst>"
            ),
            try part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(Self.main)\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            let hidden = index == 0 ? " state=\"hidden\"" : ""
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"\(hidden)/>"
            links += relationship("r\(index)", "worksheet", "worksheets/sheet\(index).xml")
            parts.append(
                try part(
                    "xl/worksheets/sheet\(index).xml",
                    "<worksheet xmlns=\"\(Self.main)\"><cols/><sheetData>\(sheet.data)</sheetData></worksheet>"
                )
            )
        }
        parts.append(
            try part(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>\(list)</sheets></workbook>"
            )
        )
        parts.append(
            try part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(space)\">\(links)</Relationships>")
        )
        var sink = MemorySink()
        var package = PackageWriter()
        for part in parts { try package.add(part, to: &sink) }
        try package.finish(to: &sink)
        return sink.bytes
    }

    private static let data = """
        <row r="2"/><row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t> 日期 </t></is></c><c r="D3" t="str"><v>率</v></c></row>
        <row r="5"><c r="B5" t="s"><v>1</v></c><c r="C5" s="1"><v>45356</v></c><c r="D5" s="2"><v>0.985</v></c></row>
        <row r="6"><c r="C6" s="3"><v>45356</v></c><c r="D6"/><c r="E6" t="inlineStr"><is><t> </t></is></c></row>
        <row r="7"><c r="B7" t="e"><v>#N/A</v></c></row>
        <row r="8"><c r="F8"><v>1</v></c></row>
        <row r="9"><c r="B9" t="b"><v>1</v></c><c r="D9"><v>0.30000000000000004</v></c></row>
        <row><c t="s"><v>2</v></c></row>
        """

    @Test func cellsOfEveryKind() throws {
        let bytes = try workbook([("隐藏", ""), ("表", Self.data)])
        let reading = try Reading(bytes, nil)
        #expect(
            reading.rows == [
                ["名称": .string("清溪"), "日期": .string("2024-03-05"), "率": .string("98.50%")],
                ["日期": .string("2024年3月5日")], ["名称": .bool(true), "率": .string("0.3")],
            ]
        )
        #expect(reading.lines == [5, 6, 9])
        #expect(reading.problems == ["2 7:2", "3 8:6", "5 10:1"])
    }

    @Test func sheetsByName() throws {
        let head = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        let bytes = try workbook([("一", head + "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row>"), ("二", head)])
        #expect(try Reading(bytes, .xlsx, sheet: "一").rows == [["名称": .string("7")]])
        #expect(try Reading(bytes, .xlsx).rows == [])
        let error = try #require(failure(bytes, .xlsx, sheet: "三"))
        #expect(error.message.zh.contains("一、二"))
    }

    @Test func daysFrom1904() throws {
        let data =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>43894</v></c></row>"
        let bytes = try workbook([("h", ""), ("一", data)], is1904: true)
        #expect(try Reading(bytes, .xlsx).rows == [["名称": .string("2024-03-05")]])
    }

    @Test func namesThatStandTwice() throws {
        let data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>"
        #expect(failure(try workbook([("h", ""), ("一", data)]), .xlsx)?.message.en.contains("1, 3") == true)
    }

    @Test(
        "What is no workbook",
        arguments: [[], Array("a,b\n".utf8), [0x50, 0x4B, 3, 4, 1], [0xD0, 0xCF, 0x11, 0xE0]]
    )
    func otherFiles(_ bytes: [UInt8]) { #expect(failure(bytes, .xlsx) != nil) }

    @Test func damagedParts() throws {
        #expect(failure(try workbook([("h", ""), ("一", "<row><c></row>")]), .xlsx) != nil)
        let bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]>"
        #expect(failure(try workbook([("h", ""), ("一", bomb)]), .xlsx) != nil)
    }

    @Test(
        "Numbers as they are shown",
        arguments: [
            ("0", "3.6", "4"), ("0.00", "2.005", "2.01"), ("0.00", "-0.001", "0.00"), ("#,##0", "1234567", "1,234,567"),
            ("#,##0.00;[Red]-#,##0.00", "-1234.5", "-1,234.50"), ("0%", "0.285", "29%"),
            ("0.0\"万元\"", "25.64", "25.6万元"),
            ("¥#,##0.00", "1234.5", "¥1,234.50"), ("_ * #,##0.00_ ", "12", "12.00"),
            ("yyyy/m/d", "45356", "2024-03-05"),
            ("[$-804]yyyy\"年\"m\"月\"", "45356", "2024年3月"), ("m月d日", "45356", "3月5日"),
            ("yyyy年m月d日", "61.5", "1900年3月1日"),
            ("h:mm", "0.75", "18:00"), ("[h]:mm:ss", "1.5", "36:00:00"),
            ("yyyy-mm-dd hh:mm", "45356.5", "2024-03-05 12:00"),
            ("# ?/?", "0.5", "0.5"), ("0.00E+00", "1500", "1500"), ("0,", "1500", "1500"), ("mm:ss", "0.5", "12:00:00"),
            ("General", "0.1", "0.1"), ("@", "12", "12"), ("yyyy-m", "1", "1900-01"),
        ]
    )
    func shown(_ code: String, _ value: String, _ text: String) {
        #expect(CellFormat(code: code).shown(value, is1904: false) == text)
    }

    @Test(
        "General",
        arguments: [
            ("1E-3", "0.001"), ("1.0000000000000001E-5", "0.00001"), ("123456789012", "123456789012"),
            ("1E+20", "1e+20"), ("2.50", "2.5"), ("-0.1", "-0.1"), ("x", "x"),
        ]
    )
    func general(_ value: String, _ text: String) { #expect(CellFormat.general.shown(value, is1904: false) == text) }
}

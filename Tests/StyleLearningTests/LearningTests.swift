import Configuration
import DraftReading
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// What the program writes says how it was made: learning from it gives the style sheet back.
@Suite("Learning a style sheet from a Word file")
struct LearningTests {
    /// A draft that shows every part of an official document.
    static let draft = """
        000001
        机密★1年
        特急
        某某市图书馆文件
        某图发〔2020〕12号

        某某市图书馆2020年工作总结
        ——阅读推广部
        各科室：
        2020年，全馆围绕服务读者开展工作，各项任务按期完成。现将有关情况总结如下：
        一、主要工作
        全年开展培训三次，接待读者十二万人次，服务质量稳步提升，读者满意度持续提高。
        （一）加强学习教育
        组织集中学习十次，交流研讨四次，撰写心得体会二十篇，学习氛围更加浓厚。
        1.完善学习制度
        修订制度三项，明确学习安排和考勤办法，做到有计划有检查有记录。
        （1）坚持每周集中学习
        每周安排半天时间集中学习，由各科室轮流主持，做到全员参加。
        （二）改进服务方式。延长开放时间，增设自助借还设备，方便读者借阅图书资料。
        一是优化流程。简化办证手续，当场办结，读者等候时间明显缩短。
        二是改善环境。更新阅览桌椅，增加照明，为读者提供安静舒适的阅读环境。
        二、存在问题
        部分图书更新不及时，数字资源利用率有待提高，宣传推广力度还不够。
        三、下一步打算
        继续完善制度，加强队伍建设，推动各项工作再上新台阶。
        特此报告。
        附件：1.培训情况统计表
        　　　2.读者意见汇总
        某某市图书馆
        2020年12月25日
        （联系人：某某，电话：12345678）
        抄送：市文化局，各区图书馆。
        某某市图书馆办公室　　　　2020年12月26日印发
        """

    static func document(_ text: String = draft) throws -> Document {
        DraftReader().read(try Draft(text: Array(text.utf8))).document
    }

    static func docx(_ document: Document, _ sheet: StyleSheet) throws -> DraftFile {
        var sink = MemorySink()
        let renderer = try #require(RendererCatalog.standard["docx"])
        _ = try renderer.init().render(document, style: sheet, context: RenderContext(application: "Test"), into: &sink)
        return DraftFile(sink.bytes, name: "sample.docx")
    }

    static func sheet(_ name: String) throws -> StyleSheet { try StyleLibrary.sheet(.builtIn(name)) }

    /// A sheet as its file would be decoded.
    static func decode(_ text: String, name: String) throws -> StyleSheet {
        let value = try YAMLReader().read(Array(text.utf8), file: name + ".yaml")
        return try StyleSheetDecoding.decode(value, name: name) { name throws(ConfigurationError) in
            let text = try StyleLibrary.text(.builtIn(name))
            return try YAMLReader().read(Array(text.utf8), file: name + ".yaml")
        }
    }

    @Test("the program's own output gives the sheet back that made it", arguments: StyleLibrary.names)
    func ownOutput(name: String) throws {
        let sheet = try Self.sheet(name)
        let learned = try LearnedStyle(from: try Self.docx(try Self.document(), sheet), name: name)
        #expect(learned.sheet == sheet)
        #expect(learned.base == name)
        var decoded = try Self.decode(learned.text, name: "learned")
        decoded.name = name
        #expect(decoded == sheet)
    }

    @Test("a document that shows little gives it back as well", arguments: StyleLibrary.names)
    func shortOutput(name: String) throws {
        let sheet = try Self.sheet(name)
        let document = try Self.document("某某市图书馆工作总结\n全年开展培训三次，接待读者十二万人次。\n")
        #expect(try LearnedStyle(from: try Self.docx(document, sheet), name: name).sheet == sheet)
    }

    @Test(
        "a sheet that is not built in is learned from what the file shows",
        arguments: [
            "page: { top: 30毫米, left: 25毫米, line-pitch: 28磅, lines: 23 }",
            "paragraphs: { normal: { font: 宋体, size: 小四, line: 22磅 }, paragraph: { first-line: 3字 } }",
            "paragraphs: { heading1: { font: 楷体, bold: true }, title: { size: 一号, align: left } }",
            "paragraphs: { paragraph: { line: 1.5倍, before: 6磅, after: 0.5行, colour: 333333 } }",
            "paragraphs: { normal: { line: 至少20磅 }, signature: { right: 3字 } }",
            "page-number: { position: centred, before: 第, after: 页, inset: 0 }",
            "fonts: { 仿宋: { name: 华文仿宋, alternative: STFangsong } }",
            "numbering: native",
            "head: { mark-top: 40毫米 }",
            "imprint: { outer-rule: 1.5磅, inner-rule: 0.5磅 }",
            "characters: { heading2-phrase: { font: 黑体, bold: true } }",
            "page: { grid: none }",
            "page: { profile: characters }",
            "page: { grid: word }",
        ]
    )
    func changed(change: String) throws {
        let text = "version: 1\nextends: gbt9704\n\(change)\n"
        let sheet = try Self.decode(text, name: "own")
        let learned = try LearnedStyle(from: try Self.docx(try Self.document(), sheet), name: "own")
        // Its place among the nearest and its summary are not what it looks like.
        var found = learned.sheet
        found.summary = sheet.summary
        // How many lines and characters a page holds, and a title, is no part of a file: it is computed.
        found.page.linesPerPage = sheet.page.linesPerPage
        found.page.charactersPerLine = sheet.page.charactersPerLine
        found.title = sheet.title
        #expect(found == sheet, "\(learned.text)")
        #expect(learned.diagnostics.allSatisfy { $0.id != "style.not-reproduced" })
    }

    @Test("by its looks alone, the sheet that made a file is the nearest", arguments: StyleLibrary.names)
    func looks(name: String) throws {
        var sheet = try Self.sheet(name)
        sheet.name = "house"
        let learned = try LearnedStyle(from: try Self.docx(try Self.document(), sheet), name: "house")
        // The sheet for minutes differs in its name only, and in what it expects, which no file shows.
        #expect(learned.base == (name == "gbt9704-minutes" ? "gbt9704" : name))
        var found = learned.sheet
        found.summary = sheet.summary
        found.expectedElements = sheet.expectedElements
        #expect(found == sheet, "\(learned.text)")
    }

    @Test(
        "what no sheet may say is left out, and the rest is learned",
        arguments: [
            "page: { top: 1毫米, bottom: 1毫米, lines: 1, line-pitch: 100磅 }\nparagraphs: { title: { size: 1磅 } }",
            "fonts: { 黑体: { name: 某某黑, alternative: null } }",
        ]
    )
    func unusual(change: String) throws {
        let sheet = try Self.decode("version: 1\nextends: plain\n\(change)\n", name: "own")
        let learned = try LearnedStyle(from: try Self.docx(try Self.document(), sheet), name: "own")
        #expect(learned.sheet.page.top == sheet.page.top)
        #expect(learned.sheet.fontName("黑体") == sheet.fontName("黑体"))
        #expect(try Self.decode(learned.text, name: "own") == learned.sheet)
    }

    @Test("files that are none are refused in words", arguments: ["", "PK", "只是文字", "PK\u{3}\u{4}broken"])
    func refused(text: String) throws {
        #expect(throws: DraftError.self) {
            try LearnedStyle(from: DraftFile(Array(text.utf8), name: "sample.docx"), name: "own")
        }
    }
}

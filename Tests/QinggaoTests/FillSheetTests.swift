import Configuration
import DraftReading
import Foundation
import Qinggao
import ReadKit
import StageKit
import SummaryModel
import Testing

@Suite("Sheets to fill in")
struct FillSheetTests {
    private static let draft = """
        XX县档案馆2024年工作总结
        2024年，XX县档案馆接待群众××人次，投入××万元。
        一、各支部情况
        {{#各支部}}
        {{名称}}现有党员{{人数}}名，“学习”××次。
        {{/各支部}}
        {{#有奖}}全年获奖一项。{{/有奖}}获奖的有：{{#名单}}{{.}}、{{/名单}}等。
        """

    private func list(_ data: ConfigurationValue? = nil) throws -> PlaceholderList {
        try PlaceholderList(DraftReader().read(text: Array(Self.draft.utf8)), data: data)
    }

    @Test("a sheet is read as it was written: nothing is filled", arguments: [true, false])
    func empty(_ isCSV: Bool) throws {
        let sheet = FillSheet(try list())
        let text = isCSV ? sheet.csv(in: .chinese) : sheet.yaml(in: .chinese, input: "草稿.txt")
        let data = try DataFile.read(Array(text.utf8), path: isCSV ? "数据.csv" : "数据.yaml")
        #expect(try list(data).placeholders.allSatisfy { $0.value == nil })
    }

    @Test("one line stands for all gaps that must agree")
    func keys() throws {
        let text = FillSheet(try list()).yaml(in: .chinese, input: "草稿.txt")
        let keys = try #require(try DataFile.read(Array(text.utf8), path: "数据.yaml").entries).map(\.key)
        #expect(keys == ["_县档", "案馆接待群众_人次", "投入_万元", "各支部", "有奖", "名单"])
        #expect(text.contains("# 第 1、2 行，共 2 处 · 地名：⟦XX⟧县档案馆2024年工作总结\n_县档: \n"))
    }

    @Test("values that are known already are taken over", arguments: [true, false])
    func values(_ isCSV: Bool) throws {
        let data = try DataFile.read(Array("_县档: 清溪\n投入_万元: \"1,200\"\n".utf8), path: "数据.yaml")
        let sheet = FillSheet(try list(data))
        let text = isCSV ? sheet.csv(in: .english) : sheet.yaml(in: .english, input: "draft.txt")
        let again = try DataFile.read(Array(text.utf8), path: isCSV ? "a.csv" : "a.yaml")
        #expect(try list(again) == list(data))
        #expect(try list(again).placeholders.map(\.value).prefix(4) == ["清溪", "清溪", nil, "1,200"])
    }

    @Test("CSV has a mark, ends lines with CR LF, and quotes what needs it")
    func csv() throws {
        let text = FillSheet(try list()).csv(in: .chinese)
        #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let lines = text.dropFirst().split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.first == "键,类型,值,行,所在句子")
        #expect(lines.last == "")
        #expect(lines.count == 8)
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test("a spreadsheet takes no field for a formula")
    func formula() throws {
        let draft = "某馆2024年工作总结\n=1+{{数}}项工作，成效明显。"
        let list = try PlaceholderList(DraftReader().read(text: Array(draft.utf8)))
        #expect(FillSheet(list).csv(in: .chinese).contains("\" =1+⟦{{数}}⟧项工作，成效明显。\""))
    }
}

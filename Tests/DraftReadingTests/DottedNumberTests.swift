import DraftReading
import SummaryModel
import Testing

@Suite("Numbers with dots")
struct DottedNumberTests {
    /// The kind and the marker of every line but the title.
    private func outline(_ lines: [String]) throws -> [String] {
        let draft = (["图书室2024年管理工作总结"] + lines).joined(separator: "\n")
        return try DraftReader().read(text: Array(draft.utf8)).document.blocks.dropFirst()
            .map { "\($0.kind.rawValue) \($0.label?.marker ?? "")" }
    }

    @Test func anOutlineIsRecognised() throws {
        #expect(
            try outline(["1 总体情况", "1.1 馆藏", "1.1.1 图书", "1.1.2 期刊", "1.2 服务", "2 存在问题", "3　打算", "3.1　培训", "3.2　宣传"])
                == [
                    "heading1 1 ", "heading2 1.1 ", "heading3 1.1.1 ", "heading3 1.1.2 ", "heading2 1.2 ",
                    "heading1 2 ",
                    "heading1 3　", "heading2 3.1　", "heading2 3.2　",
                ]
        )
    }

    @Test("numbers with dots stand one level below the heading whose number they carry")
    func underOtherNumbers() throws {
        #expect(
            try outline(["一、总体情况", "1.1馆藏", "1.2服务", "二、打算", "2.1培训"]).map { $0.prefix(8) } == [
                "heading1", "heading2", "heading2", "heading1", "heading2",
            ]
        )
        #expect(
            try outline(["一、总体情况", "1.馆藏", "1.1图书", "1.2期刊", "2.服务"]).map { $0.prefix(8) } == [
                "heading1", "heading3", "heading4", "heading4", "heading3",
            ]
        )
    }

    @Test(
        "figures at the beginning of a line are no numbers of headings",
        arguments: [
            ["一、总体情况", "1.5亿元投入使用，全年新购图书三万册，读者满意度提高。"],
            ["一、总体情况", "1.1倍于上年的投入带来变化，全年新购图书三万册。"],
            ["1 月新购图书三万册，读者满意。", "3.15活动吸引读者五百人，效果很好。"],
            ["1 总体情况", "2 存在问题", "3 下步打算"],
            ["一、总体情况", "2.1 馆藏", "2.2 服务"],
        ]
    )
    func figures(lines: [String]) throws {
        #expect(try outline(lines).allSatisfy { !$0.contains(".") && !$0.hasPrefix("heading2") })
    }
}

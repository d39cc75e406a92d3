import SummaryModel
import Testing

@testable import RenderKit

@Suite struct TitleLayoutTests {
    private func lines(_ titles: [String], breaks: Bool = true) -> [String] {
        let document = SketchSheet.document(titles.map { (.title, $0) })
        return TitleLayout(document.blocks, TitleStyle(charactersPerLine: 20, breaksLines: breaks)).lines
            .map { ($0.isWrapped ? "+" : "") + $0.inlines.shownText }
    }

    private let long = "石桥镇人民政府关于做好2026年度文书归档整理工作的通知"

    @Test func linesOfTheDraftStayAndLongOnesAreBroken() {
        #expect(lines(["石桥镇档案馆", long]) == ["石桥镇档案馆", "石桥镇人民政府关于做好2026年度", "+文书归档整理工作的通知"])
    }

    @Test func aSheetMayLeaveLongTitlesAlone() { #expect(lines([long], breaks: false) == [long]) }

    @Test func aLineBreakInsideATitleBeginsALine() {
        var document = SketchSheet.document([(.title, "某馆")])
        document.blocks[0].content += [Inline(.lineBreak), .text("工作总结")]
        document.blocks[0].prefix = "　"
        let layout = TitleLayout(document.blocks, TitleStyle(charactersPerLine: 20, breaksLines: true))
        #expect(layout.lines.map(\.inlines.shownText) == ["　某馆", "工作总结"])
        #expect(layout.lines.allSatisfy { !$0.isWrapped })
    }

    @Test func aLineIsDividedBetweenInlines() {
        let gap = Inline(.placeholder(Placeholder(key: "k", kind: .count, sign: "××")))
        let result = TitleLayout.splitting([.text("甲乙"), gap, .text("丙丁")], at: [3, 9])
        #expect(result == [[.text("甲")], [.text("乙")], [gap, .text("丙丁")]])
    }
}

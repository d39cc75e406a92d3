import SummaryModel
import Testing

@testable import RenderKit

@Suite struct TableColumnsTests {
    private func columns(_ rows: [[String]], head: Int = 1) -> TableColumns {
        let table = Table(rows: rows.map { $0.map { Table.Cell(content: [.text($0)]) } }, headerRowCount: head)
        return TableColumns(table, StyleTable(SketchSheet.sheet([SketchSheet.paragraph("table-cell")])))
    }

    private let width = SketchSheet.sheet([]).page.textWidth.twips

    @Test(
        "the columns fill the text",
        arguments: [
            [["序号", "任务", "完成情况"], ["1", "道路", "已完成"]], [["甲"]], [[]], [["", ""], ["", ""]],
            [[String(repeating: "长", count: 5000), "短"], ["1", "2", "3"]],
        ]
    )
    func whole(rows: [[String]]) {
        let found = columns(rows)
        #expect(found.widths.reduce(0) { $0 + $1.twips } == width)
        #expect(found.widths.allSatisfy { $0.twips > 0 })
    }

    @Test func aColumnIsAsWideAsWhatStandsInItNeeds() {
        let widths = columns([["序号", "单位", "主要做法"], ["1", "青山村", "新修道路、改造水管、建成便民服务点"]]).widths
        #expect(widths[0] < widths[1] && widths[1] < widths[2])
        // Four half characters and two more against 36.
        #expect(widths[2].twips > 3 * widths[0].twips)
    }

    @Test func aLongTextLeavesRoomForTheOthers() {
        let long = String(repeating: "各项任务按期完成，", count: 40)
        let widths = columns([["序号", "单位", "情况"], ["12", "青山村民委员会", long]]).widths
        let size = 320
        #expect(widths[0].twips >= 2 * size)
        #expect(widths[1].twips >= 4 * size)
        #expect(widths[2].twips > width / 2)
    }

    @Test func aFigureIsNotBroken() {
        let long = String(repeating: "各项任务按期完成，", count: 40)
        let widths = columns([["完成率", "情况"], ["1,234.56%", long]]).widths
        // Nine half characters of 16 points.
        #expect(widths[0].points >= 9 * 8)
    }

    @Test(
        "columns of figures",
        arguments: [
            (["12", "3,456", "—"], true), (["98.6%", "100%"], true), (["12万元", "3人次"], true), (["约30", "-5"], true),
            (["12", "道路"], false), (["2024年12月"], false), (["第3名"], false), (["A4"], false), (["", ""], false),
        ]
    )
    func figures(cells: [String], areFigures: Bool) {
        #expect(columns([["数量"]] + cells.map { [$0] }).holdsFigures == [areFigures])
    }
}

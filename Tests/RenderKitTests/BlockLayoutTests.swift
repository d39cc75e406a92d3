import SummaryModel
import Testing

@testable import RenderKit

@Suite struct BlockLayoutTests {
    private static let names = [
        "title", "heading1", "item", "run-in", "attachment", "attachment-item", "attachment-head", "point",
        "closing-rite",
    ]

    private func layout(_ document: Document, _ styles: [ParagraphStyle]? = nil) -> BlockLayout {
        let styles = styles ?? Self.names.map { SketchSheet.paragraph($0) }
        return BlockLayout(document, StyleTable(SketchSheet.sheet(styles)))
    }

    private func styleNames(_ document: Document) -> [String] {
        let layout = layout(document)
        return document.blocks.indices.map { layout.table.styles[layout.style(at: $0)].id }
    }

    @Test func aKindTakesTheStyleOfItsNameOrThatOfBodyText() {
        let document = SketchSheet.document([
            (.title, "题"), (.heading1, "一、甲"), (.heading2, "（一）乙"), (.lead, "丙"),
            (BlockKind(rawValue: "closing-rite"), "丁"), (BlockKind(rawValue: "unheard-of"), "戊"),
        ])
        #expect(styleNames(document) == ["title", "heading1", "paragraph", "paragraph", "closing-rite", "paragraph"])
    }

    @Test func textThatRunsOnAndWholeItemsHaveStylesOfTheirOwn() {
        var document = SketchSheet.document([(.heading1, "甲"), (.heading1, "甲"), (.point, "甲")])
        document.blocks[0].body = [.text("乙")]
        document.blocks[1].isItem = true
        document.blocks[2].body = [.text("乙")]
        #expect(styleNames(document) == ["run-in", "item", "point"])
    }

    @Test(
        "lines of attachments (GB/T 9704-2012, 7.3.4 and 7.3.7)",
        arguments: [
            ("附件：1. 任务清单", "attachment"), ("附件", "attachment-head"), ("附件 2", "attachment-head"),
            ("2. 人员名单", "attachment-item"), ("附件一览", "attachment"),
        ]
    )
    func attachments(text: String, style: String) {
        #expect(styleNames(SketchSheet.document([(.attachment, text)])) == [style])
    }

    @Test func spacesInsideAGroupFallAway() {
        let styles = [
            SketchSheet.paragraph("title", group: "opening") { $0.spaceAfter = .lines(1) },
            SketchSheet.paragraph("subtitle", group: "opening") { $0.spaceAfter = .lines(1) },
        ]
        let layout = layout(SketchSheet.document([(.title, "题"), (.subtitle, "副题"), (.lead, "文")]), styles)
        let numbers = (0..<3).map { layout.style(at: $0) }
        let title = layout.placement(of: 0, after: nil, style: numbers[0], before: numbers[1])
        let subtitle = layout.placement(of: 1, after: numbers[0], style: numbers[1], before: numbers[2])
        #expect([title.dropsSpaceBefore, title.dropsSpaceAfter] == [false, true])
        #expect([subtitle.dropsSpaceBefore, subtitle.dropsSpaceAfter] == [true, false])
        #expect(title.isUsual && subtitle.isUsual)
        #expect(title.format(of: layout.table.styles[numbers[0]]).spaceAfter == .lines(0))
        #expect(subtitle.format(of: layout.table.styles[numbers[1]]).spaceAfter == .lines(1))
    }

    @Test func aFurtherDocumentBeginsAPage() {
        let layout = layout(SketchSheet.document([(.title, "甲"), (.paragraph, "文"), (.title, "乙"), (.paragraph, "文")]))
        let starts = (0..<4).filter { layout.placement(of: $0, after: nil, style: 0, before: nil).startsPage }
        #expect(starts == [2])
        let placement = layout.placement(of: 2, after: nil, style: 0, before: nil)
        #expect(placement.format(of: layout.table.styles[0]).breaksPageBefore)
    }

    @Test func linesOfThePageAreNotOfTheText() {
        let layout = layout(
            SketchSheet.document([(.header, "眉"), (.title, "题"), (.footer, "脚"), (.lead, "文"), (.footer, "脚")])
        )
        #expect(layout.text(from: 0) == 1)
        #expect(layout.text(from: 2) == 3)
        #expect(layout.text(from: 4) == 5)
        #expect(layout.text(before: 5) == 3)
        #expect(layout.text(before: 1) == nil)
    }

    @Test(
        "right indents of signature and date in twips (GB/T 9704-2012, 7.3.5.2)",
        arguments: [
            // Seven characters over six: the date starts two to the right.
            ("石桥镇人民政府", "2026年2月9日", 640, 320),
            // Three over seven: the date ends two from the right, the signature starts two to its left.
            ("某某局", "2026年12月31日", 2560, 640),
        ]
    )
    func signatures(signature: String, date: String, left: Int, right: Int) {
        let styles = [SketchSheet.paragraph("signature") { $0.rightIndent = .characters(2) }]
        let layout = layout(
            SketchSheet.document([(.paragraph, "文"), (.signature, signature), (.footer, "脚"), (.date, date)]),
            styles
        )
        let indents = (0..<4).map { layout.placement(of: $0, after: nil, style: 0, before: nil).rightIndent?.twips }
        #expect(indents == [nil, left, nil, right])
    }

    @Test func aDateWithoutASignatureStaysWhereItsStyleSays() {
        let layout = layout(SketchSheet.document([(.signature, "某某局"), (.paragraph, "文"), (.date, "2026年2月9日")]))
        #expect((0..<3).allSatisfy { layout.placement(of: $0, after: nil, style: 0, before: nil).rightIndent == nil })
    }
}

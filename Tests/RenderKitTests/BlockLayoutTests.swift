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

    // MARK: Head and imprint

    private static let official = [
        "issuer_head", "doc_number", "copy-number", "classification", "urgency", "cc", "imprint", "signature", "date",
    ].map { SketchSheet.paragraph($0) }

    @Test(
        "lines of the head (GB/T 9704-2012, 7.2)",
        arguments: [
            ("000001", "copy-number"), ("机密★1年", "classification"), ("绝 密", "classification"), ("特急", "urgency"),
            ("特 急", "urgency"), ("签发人：某甲", "doc_number"), ("清溪镇人民政府文件", "issuer_head"), ("12", "issuer_head"),
        ]
    )
    func headLines(text: String, style: String) {
        let layout = layout(SketchSheet.document([(.issuerHead, text)]), Self.official)
        #expect(layout.table.styles[layout.style(at: 0)].id == style)
    }

    @Test func theHeadIsAtTheBeginningAndTheImprintAtTheEnd() {
        var sheet = SketchSheet.sheet(Self.official)
        let document = SketchSheet.document([
            (.header, "页眉"), (.issuerHead, "甲镇文件"), (.documentNumber, "甲发〔2024〕1号"), (.title, "题"), (.copies, "抄送：乙"),
            (.paragraph, "文"), (.copies, "抄送：丙"), (.imprint, "丁　2024年1月1日印发"), (.footer, "页脚"),
        ])
        let plain = BlockLayout(document, StyleTable(sheet))
        #expect(plain.heads.isEmpty && plain.imprints.isEmpty)
        sheet.head = HeadStyle(arrangement: .stacked, markTop: .zero, rule: nil, inset: .zero)
        sheet.imprint = ImprintStyle(outerRule: .zero, innerRule: .zero, isAtFoot: true)
        let layout = BlockLayout(document, StyleTable(sheet))
        #expect(layout.heads == [1..<3])
        #expect(layout.imprints == [6..<9])
        let bare = BlockLayout(SketchSheet.document([(.title, "题")]), StyleTable(sheet))
        #expect(bare.heads.isEmpty && bare.imprints.isEmpty)
    }

    @Test func everyDocumentOfAFileHasAHeadAndAnImprint() {
        var sheet = SketchSheet.sheet(Self.official)
        sheet.head = HeadStyle(arrangement: .stacked, markTop: .zero, rule: nil, inset: .zero)
        sheet.imprint = ImprintStyle(outerRule: .zero, innerRule: .zero, isAtFoot: true)
        let document = SketchSheet.document([
            (.issuerHead, "甲镇文件"), (.documentNumber, "甲发〔2024〕1号"), (.title, "题"), (.paragraph, "文"), (.copies, "抄送：丙"),
            (.issuerHead, "甲镇文件"), (.documentNumber, "甲发〔2024〕2号"), (.title, "题"), (.paragraph, "文"), (.imprint, "丁"),
        ])
        #expect(document.parts == [0..<5, 5..<10])
        let layout = BlockLayout(document, StyleTable(sheet))
        #expect(layout.heads == [0..<2, 5..<7])
        #expect(layout.imprints == [4..<5, 9..<10])
        #expect(layout.startsPage(at: 5) && !layout.startsPage(at: 7))
        #expect(layout.markLines(from: 5, in: 5..<7) == [5])
        #expect(MarkSize.losses(of: layout, in: "docx").isEmpty)
        let long = SketchSheet.document([(.issuerHead, String(repeating: "甲", count: 200))])
        let losses = MarkSize.losses(of: BlockLayout(long, StyleTable(sheet)), in: "docx")
        #expect(losses.map(\.id) == ["docx.mark-too-long"])
    }

    @Test(
        "a mark that is too long for its line is set smaller, down to the size of a title",
        arguments: [
            (["甲镇人民政府文件"], 30, 10.0, true), (["甲镇人民政府文件"], 7, 8.5, true), (["甲镇人民政府文件"], 4, 6, false),
            (["甲局", "某某县乙丙丁局文件"], 9, 9, true), (["甲局", "某某县乙丙丁局文件"], 8, 8, true),
        ] as [([String], Int, Double, Bool)]
    )
    func mark(_ lines: [String], _ width: Int, _ points: Double, _ fits: Bool) {
        let size = MarkSize(
            lines,
            style: Length(points: 10),
            least: Length(points: 6),
            width: Length(points: Double(width) * 10)
        )
        #expect(size.size.points == points)
        #expect(size.fits == fits)
        #expect(size.isReduced == (points < 10))
    }

    @Test("with the stamp of a name, signature and date end where their styles say (GB/T 9704-2012, 7.3.5.3)")
    func nameStamp() {
        var sheet = SketchSheet.sheet([
            SketchSheet.paragraph("signature") { $0.rightIndent = .characters(4) },
            SketchSheet.paragraph("date") { $0.rightIndent = .characters(4) },
        ])
        sheet.hasNameStamp = true
        let document = SketchSheet.document([(.paragraph, "文"), (.signature, "镇长　　某某"), (.date, "2026年12月10日")])
        let layout = BlockLayout(document, StyleTable(sheet))
        for index in 1...2 {
            let placement = layout.placement(of: index, after: nil, style: layout.style(at: index), before: nil)
            #expect(placement.rightIndent == nil)
        }
    }

    @Test(
        "under a seal the signature stands in the middle of the date (GB/T 9704-2012, 7.3.5.1)",
        arguments: [("甲镇政府", 64 + 24, 64), ("某某县某某镇人民政府和某某局办公室", 0, 64)]
    )
    func seal(signature: String, signatureIndent: Int, dateIndent: Int) {
        var styles = Self.official
        styles[8].format.rightIndent = .characters(4)
        var sheet = SketchSheet.sheet(styles)
        sheet.hasSeal = true
        let document = SketchSheet.document([(.signature, signature), (.date, "2024年12月20日")])
        let layout = BlockLayout(document, StyleTable(sheet))
        let indents = (0..<2).map { index in
            layout.placement(of: index, after: nil, style: layout.style(at: index), before: nil).rightIndent?.points
        }
        #expect(indents == [Double(signatureIndent), Double(dateIndent)])
    }
}

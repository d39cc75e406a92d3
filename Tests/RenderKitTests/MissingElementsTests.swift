import RenderKit
import SummaryModel
import Testing

@Suite("Elements that a style sheet expects")
struct MissingElementsTests {
    private func block(_ kind: BlockKind, _ text: String) -> Block {
        Block(id: BlockID(rawValue: text), kind: kind, content: [.text(text)], origin: .stage("test"))
    }

    /// The elements that are reported, each with the block at which it is.
    private func missing(_ document: Document, _ expected: Set<ExpectedElement>) throws -> [String] {
        var sheet = SketchSheet.sheet([])
        sheet.expectedElements = expected
        let layout = BlockLayout(document, StyleTable(sheet))
        return MissingElements.losses(of: layout, in: "docx").map { finding in
            let element = ExpectedElement.allCases.first { finding.message.en.contains("expects \($0.rawValue) ") }
            return (element?.rawValue ?? "?") + "@" + (finding.anchor?.block.rawValue ?? "")
        }
    }

    private var whole: [Block] {
        [
            block(.issuerHead, "000001"), block(.issuerHead, "石桥镇人民政府文件"), block(.documentNumber, "石政发〔2026〕1号"),
            block(.title, "通知"), block(.salutation, "各村："), block(.paragraph, "正文。"), block(.signature, "石桥镇人民政府"),
            block(.date, "2026年2月9日"), block(.copies, "抄送：县水务局。"), block(.imprint, "石桥镇办公室　2026年2月9日印发"),
        ]
    }

    @Test func aWholeDocumentLacksNothing() throws {
        #expect(try missing(Document(blocks: whole), Set(ExpectedElement.allCases)) == [])
    }

    @Test func eachElementIsMissedWhenItIsNotThere() throws {
        for (element, place) in zip(ExpectedElement.allCases, 1...) where element != .issuer {
            var blocks = whole
            // The paragraph stands between the addressee and the signature.
            blocks.remove(at: place < 5 ? place : place + 1)
            #expect(
                try missing(Document(blocks: blocks), Set(ExpectedElement.allCases)) == ["\(element.rawValue)@000001"]
            )
        }
        // The number of the copy is no mark.
        var blocks = whole
        blocks.remove(at: 1)
        #expect(try missing(Document(blocks: blocks), [.issuer]) == ["issuer@000001"])
    }

    @Test func nothingIsExpectedOfAnEmptyDocumentOrByOtherSheets() throws {
        #expect(try missing(Document(), [.title]) == [])
        #expect(try missing(Document(blocks: [block(.paragraph, "正文。")]), []) == [])
    }
}

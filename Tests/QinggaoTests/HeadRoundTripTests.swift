import Configuration
import DraftReading
import Qinggao
import ReadKit
import RenderKit
import SummaryModel
import Testing

/// What stands beside each other in a head is read back from a page of the web as it was.
@Suite("Heads of official documents in HTML, read again")
struct HeadRoundTripTests {
    private static func block(_ kind: BlockKind, _ text: String) -> Block {
        Block(id: BlockID(rawValue: text), kind: kind, content: [.text(text)], origin: .stage("test"))
    }

    static let heads: [(sheet: String, lines: [Block])] = [
        (
            "gbt9704-red-head",
            [
                block(.issuerHead, "石桥镇人民政府"), block(.issuerHead, "清溪县水务局文件"),
                block(.documentNumber, "石政发〔2026〕1号"),
            ]
        ),
        (
            "gbt9704-letter",
            [
                block(.issuerHead, "000001"), block(.issuerHead, "机密★1年"), block(.issuerHead, "特急"),
                block(.issuerHead, "石桥镇人民政府"), block(.documentNumber, "石政函〔2026〕1号"),
            ]
        ),
    ]

    @Test("the lines are the same", arguments: heads.indices)
    func sameLines(index: Int) throws {
        let (name, head) = Self.heads[index]
        let rest = [
            Self.block(.title, "关于河道清理的通知"), Self.block(.lead, "请遵照执行。"), Self.block(.signature, "石桥镇人民政府"),
            Self.block(.date, "2026年2月9日"),
        ]
        let document = Document(blocks: head + rest)
        var sink = MemorySink()
        let renderer = try #require(RendererCatalog.standard["html"])
        _ = try renderer.init().render(
            document,
            style: try StyleLibrary.sheet(.builtIn(name)),
            context: RenderContext(application: "Test"),
            into: &sink
        )
        let draft = try ReaderCatalog.standard.read(DraftFile(sink.bytes, name: "a.html"), in: ReaderContext())
        let read = DraftReader().read(draft).document
        #expect(read.blocks.map(\.kind) == document.blocks.map(\.kind))
        #expect(read.blocks.map(\.shownText) == document.blocks.map(\.shownText))
    }
}

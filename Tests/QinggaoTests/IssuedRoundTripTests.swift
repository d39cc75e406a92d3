import Configuration
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

@Suite("Heads of issued documents, written and read again")
struct IssuedRoundTripTests {
    private func roundTrip(_ head: [(BlockKind, String)], style: String) throws -> [String] {
        let body: [(BlockKind, String)] = [
            (.title, "关于做好秋季生产工作的报告"), (.salutation, "县人民政府："), (.lead, "现将有关情况报告如下。"),
            (.paragraph, "全县生产平稳，各项工作有序推进。"), (.signature, "青山县教育局"), (.date, "2024年12月20日"),
        ]
        let blocks = (head + body).enumerated().map { index, block in
            Block(
                id: BlockID(rawValue: "b\(index)"),
                kind: block.0,
                content: [.text(block.1)],
                origin: .stage("test")
            )
        }
        var sink = MemorySink()
        _ = try #require(RendererCatalog.standard["docx"]).init().render(
            Document(blocks: blocks),
            style: StyleLibrary.sheet(.builtIn(style)),
            context: RenderContext(application: "test"),
            into: &sink
        )
        let read = try DraftConversion(DraftFile(sink.bytes, name: "b.docx"), through: Pipeline([]))
        return read.document.blocks.prefix { $0.kind != .title }.map { block in
            // The number and the names of one line stand between tabs.
            let words = block.content.shownText.split { $0.isWhitespace }
            return "\(block.kind.rawValue) \(words.joined(separator: "　"))"
        }
    }

    private static let styles = ["gbt9704", "gbt9704-red-head", "enterprise-report"]

    @Test("however many sign it for issue, they stand on the line of the number", arguments: 1...5, styles)
    func signers(_ count: Int, _ style: String) throws {
        let names = ["某甲", "某乙丙", "欧阳某", "某丁", "某戊"].prefix(count).joined(separator: "　")
        let head: [(BlockKind, String)] = [
            (.issuerHead, "青山县教育局文件"), (.documentNumber, "青教发〔2024〕9号　签发人：\(names)"),
        ]
        #expect(try roundTrip(head, style: style) == head.map { "\($0.0.rawValue) \($0.1)" })
    }

    @Test("signers without a number")
    func signersAlone() throws {
        let head: [(BlockKind, String)] = [(.issuerHead, "青山县教育局文件"), (.documentNumber, "签发人：某甲　某乙　某丙")]
        #expect(try roundTrip(head, style: "gbt9704-red-head") == head.map { "\($0.0.rawValue) \($0.1)" })
    }

    @Test("the mark of bodies that issue jointly", arguments: 2...4, styles)
    func jointMark(_ count: Int, _ style: String) throws {
        var names = ["青山县教育局", "青山县卫生健康局", "青山县文化和旅游局", "青山县民政局"].prefix(count).map { (BlockKind.issuerHead, $0) }
        names[count - 1].1 += "文件"
        let head = names + [(.documentNumber, "青教发〔2024〕9号　签发人：某甲　某乙　某丙")]
        #expect(try roundTrip(head, style: style) == head.map { "\($0.0.rawValue) \($0.1)" })
    }

    @Test(
        "who edits a bulletin stands below its number",
        arguments: ["青山镇党政综合办公室编", "编发单位：青山镇党政办", "青山镇党政办编印　2024年10月8日", "主办：青山镇人民政府\n2024年10月8日"]
    )
    func bulletin(_ editors: String) throws {
        let lines = ["青山镇工作简报", "第12期"] + editors.split(separator: "\n").map(String.init)
        let text = lines.joined(separator: "\n") + "\n秋季生产工作进展顺利\n\n全县生产平稳，各项工作有序推进，现将有关情况通报如下。\n"
        let read = try DraftConversion(DraftFile(Array(text.utf8), name: "a.txt"), through: Pipeline([]))
        let head = read.document.blocks.prefix { $0.kind != .title }
        #expect(head.map(\.shownText) == lines)
        #expect(head.map(\.kind) == lines.indices.map { $0 == 1 ? .documentNumber : .issuerHead })
        #expect(read.document.titleLines == ["秋季生产工作进展顺利"])
        var sink = MemorySink()
        _ = try #require(RendererCatalog.standard["docx"]).init().render(
            read.document,
            style: StyleLibrary.sheet(.builtIn("gbt9704-red-head")),
            context: RenderContext(application: "test"),
            into: &sink
        )
        let again = try DraftConversion(DraftFile(sink.bytes, name: "b.docx"), through: Pipeline([]))
        func outline(_ document: Document) -> [String] {
            document.blocks.map { "\($0.kind.rawValue) \($0.content.shownText)" }
        }
        #expect(outline(again.document) == outline(read.document))
    }

    @Test("a title below a number that says who compiles something stays one", arguments: ["2024年工作情况汇编", "关于主办"])
    func titles(_ title: String) throws {
        let text = "青山镇人民政府文件\n青政发〔2024〕1号\n\(title)\n\n全镇生产平稳，各项工作有序推进，现将有关情况通报如下。\n"
        let read = try DraftConversion(DraftFile(Array(text.utf8), name: "a.txt"), through: Pipeline([]))
        #expect(read.document.titleLines == [title])
    }
}

import MarkupRenderers
import RenderKit
import SummaryModel
import Testing

@Suite("The front matter of Markdown")
struct FrontMatterTests {
    @Test("what a document says about itself")
    func written() throws {
        var sink = MemorySink()
        let metadata = [
            "附件": "名单\n- 表", "文号": "[2024]3号", "title": "甲: 乙", "说明": "\"引\"\\", "a": " 空", "b": "甲:乙", "a b": "丙",
        ]
        let report = try MarkdownRenderer().render(
            Document(metadata: metadata, blocks: []),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        #expect(
            String(decoding: sink.bytes, as: UTF8.self) == """
                ---
                a: " 空"
                b: 甲:乙
                title: "甲: 乙"
                文号: "[2024]3号"
                说明: "\\"引\\"\\\\"
                附件:
                  - 名单
                  - "- 表"
                ---

                """
        )
        #expect(report.diagnostics.map(\.id) == ["md.metadata"])
    }
}

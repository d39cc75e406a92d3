import Configuration
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

@Suite("What renderers find")
struct RenderingFindingTests {
    private static let draft = """
        # 工作总结

        情况如下，详见[附表](javascript:x)。

        另见[网站](ftp2://x)。
        """

    private func rendered(_ ignored: [Suppression]) throws -> DraftConversion {
        let file = DraftFile(Array(Self.draft.utf8), name: "draft.md")
        var conversion = try DraftConversion(file, through: Pipeline([]), ignoring: ignored)
        var sink = MemorySink()
        let style = try StyleLibrary.sheet(.builtIn("gbt9704"))
        let renderer = try #require(RendererCatalog.standard["docx"])
        try conversion.render(renderer.init(), style: style, context: RenderContext(application: ""), into: &sink)
        return conversion
    }

    @Test("it has a place in the draft")
    func places() throws {
        let found = try rendered([]).diagnostics
        #expect(found.map(\.id) == ["docx.link", "docx.link"])
        #expect(found.map { $0.start?.line } == [3, 5])
        #expect(found.allSatisfy { $0.start?.column == 1 })
    }

    @Test("it is left out where the configuration says so")
    func suppression() throws {
        let conversion = try rendered([Suppression(id: "docx.*")])
        #expect(conversion.diagnostics.isEmpty)
        #expect(conversion.suppressedCount == 2)
    }
}

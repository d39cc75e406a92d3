import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import RendererTesting
import SummaryModel
import Testing

@Suite("What every renderer keeps")
struct RendererConformanceTests {
    @Test("documents that are made to break it", arguments: RendererCatalog.standard.renderers.map { $0.format })
    func conformance(format: String) throws {
        let renderer = try #require(RendererCatalog.standard[format]).init()
        let failures = RendererConformance.failures(of: renderer, style: try TestStyle.sheet()) { bytes in
            switch format {
            case "docx": try DocxText.shown(in: bytes)
            case "json":
                try JSONDecoder().decode(Document.self, from: Data(bytes)).blocks.map(\.shownText).joined()
            case "md": try Self.markdown(bytes)
            default: String(decoding: bytes, as: UTF8.self)
            }
        }
        #expect(failures == [])
    }

    /// What Markdown shows: its text without its syntax, as the reader finds it.
    private static func markdown(_ bytes: [UInt8]) throws -> String {
        let reader = try #require(ReaderCatalog.standard.readers.first { $0.format == "markdown" })
        let draft = try reader.init().read(DraftFile(bytes, name: "draft.md"), in: ReaderContext())
        var shown = ""
        var start = 0
        for mark in draft.syntax {
            shown += draft.source[SourceRange(start, mark.lowerBound)]
            start = mark.upperBound
        }
        return shown + draft.source[SourceRange(start, draft.source.utf8.count)]
    }
}

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
            case "html": PageText.shown(in: bytes)
            default: String(decoding: bytes, as: UTF8.self)
            }
        }
        #expect(failures == [])
    }

    /// What Markdown shows, as the reader finds it, but for the format's own sign before an item and tag in a cell.
    private static func markdown(_ bytes: [UInt8]) throws -> String {
        let reader = try #require(ReaderCatalog.standard.readers.first { $0.format == "markdown" })
        // Where a paragraph begins with this sign, it is escaped.
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
        let draft = try reader.init().read(DraftFile(Array(text.utf8), name: "draft.md"), in: ReaderContext())
        return DraftReader().read(draft).document.blocks.map(\.shownText).joined().replacing("<br>", with: "")
    }
}

import Configuration
import Foundation
import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// Every folder of `Tests/Golden` has the configuration by which the draft there, or its own, becomes a .docx, and the parts of that file,
/// with line ends so that a person can read them.
@Suite("Golden documents")
struct GoldenDocumentTests {
    private static let folder = "Tests/Golden"

    private static var names: [String] {
        ((try? Repository.names(in: folder)) ?? []).filter { !$0.contains(".") }
    }

    /// The parts of the .docx of a folder by name.
    private static func parts(_ name: String) throws -> [String: [UInt8]] {
        var loader = ConfigurationLoader(stages: .standard, formats: ["docx"], styles: StyleLibrary.names)
        loader.formatOptions = { RendererCatalog.standard[$0]?.options ?? [] }
        let path = Repository.root.appendingPathComponent("\(folder)/\(name)/pipeline.yaml").path
        let configuration = try loader.load(path)
        let (draft, draftName) = try draft(name)
        var conversion = try DraftConversion(
            DraftFile(draft, name: draftName),
            through: configuration.pipeline
        )
        let type = try #require(RendererCatalog.standard["docx"])
        let options = configuration.outputs.first { $0.format == "docx" }?.options ?? RendererOptions()
        let renderer = type.init(options: options)
        let style = try StyleLibrary.sheet(configuration.style)
        var context = RenderContext(date: "2024-12-20", application: "Qinggao")
        context.findings = conversion.diagnostics
        var sink = MemorySink()
        try conversion.render(renderer, style: style, context: context, into: &sink)
        // The JSON form says all that the .docx is made of.
        let json = try JSONEncoder().encode(conversion.document)
        let document = try JSONDecoder().decode(Document.self, from: json)
        var again = MemorySink()
        _ = try renderer.render(document, style: style, context: context, into: &again)
        #expect(document == conversion.document && again.bytes == sink.bytes, "\(name) from its JSON form")
        let package = try PackageReader(sink.bytes)
        var parts: [String: [UInt8]] = [:]
        for name in ["document", "styles", "settings", "footer1", "footer2", "footer3", "footnotes", "comments"] {
            parts[name] = try package.read("word/\(name).xml")
        }
        // Footers of landscape pages.
        for number in 20..<24 {
            parts["footer\(number)"] = try package.read("word/footer\(number).footer")
        }
        return parts
    }

    /// The draft of a folder: one of its own, or that of all.
    private static func draft(_ name: String) throws -> (bytes: [UInt8], name: String) {
        let root = Repository.root.appendingPathComponent(folder)
        for own in ["draft.html", "draft.md", "draft.txt"] {
            if let bytes = try? Data(contentsOf: root.appendingPathComponent("\(name)/\(own)")) {
                return (Array(bytes), own)
            }
        }
        return (Array(try Data(contentsOf: root.appendingPathComponent("draft.txt"))), "draft.txt")
    }

    /// The part with a line for each paragraph, row and style.
    private static func readable(_ part: [UInt8]) -> String {
        var text = String(decoding: part, as: UTF8.self)
        for element in [
            "w:p", "w:tbl", "w:tr", "w:tc", "w:sectPr", "w:style", "w:compat", "w:ftr", "w:docDefaults", "w:footnote",
            "w:comment",
        ] {
            for end in [">", " "] { text = text.replacing("<\(element)\(end)", with: "\n<\(element)\(end)") }
        }
        return text + "\n"
    }

    @Test("the parts are what they were", arguments: names)
    func parts(name: String) throws {
        for (part, bytes) in try Self.parts(name) {
            try Repository.check("\(Self.folder)/\(name)/\(part).xml", is: Self.readable(bytes))
        }
    }

    @Test("every style sheet has one")
    func inventory() { #expect(Set(StyleLibrary.names).isSubset(of: Self.names)) }
}

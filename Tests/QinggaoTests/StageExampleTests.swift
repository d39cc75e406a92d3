import Configuration
import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The examples of the reference pages, run as they stand there.
@Suite("Examples of the stages")
struct StageExampleTests {
    struct Case: CustomTestStringConvertible {
        var stage: String
        var example: StageExample
        var testDescription: String { "\(stage): \(example.title.en)" }
    }

    static let cases = StageCatalog.standard.definitions.flatMap { definition in
        definition.examples.map { Case(stage: definition.name, example: $0) }
    }

    @Test("show what the stage does", arguments: cases)
    func example(_ item: Case) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qinggao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, content) in item.example.files {
            try Data(content.utf8).write(to: folder.appendingPathComponent(name))
        }
        let stage = item.example.options.isEmpty ? item.stage : "\(item.stage): \(item.example.options)"
        let loader = ConfigurationLoader(
            stages: .standard,
            formats: RendererCatalog.standard.renderers.map { $0.format },
            styles: StyleLibrary.names
        )
        let configuration = try loader.load(
            Array("version: 1\nstages:\n  - \(stage)\n".utf8),
            file: folder.appendingPathComponent("pipeline.yaml").path
        )
        let conversion = try DraftConversion(
            DraftFile(Array(item.example.draft.utf8), name: "draft.txt"),
            through: configuration.pipeline,
            date: item.example.date
        )
        let wanted = item.example.result ?? conversion.reading.document.shownLines
        #expect(conversion.document.shownLines == wanted)
        let own = conversion.diagnostics.map(\.id).filter { $0.hasPrefix(item.stage + ".") }
        #expect(own == item.example.findings)
        #expect(!own.isEmpty || item.example.result != nil, "the example shows nothing")
    }
}

extension Document {
    fileprivate var shownLines: String { blocks.map(\.shownText).joined(separator: "\n") }
}

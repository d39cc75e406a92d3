import Configuration
import DraftReading
import Qinggao
import ReadKit
import ReaderTesting
import RenderKit
import StageKit

/// One run of the program on one file.
struct Trial {
    private let pipeline: Pipeline
    private let style: StyleSheet
    private let formats: [any Renderer]

    init() throws {
        let loader = ConfigurationLoader(
            stages: .standard,
            formats: RendererCatalog.standard.renderers.map { $0.format },
            styles: StyleLibrary.names
        )
        pipeline = try loader.standard().pipeline
        style = try StyleLibrary.sheet(.builtIn("gbt9704"))
        formats = ["docx", "txt"].compactMap { RendererCatalog.standard[$0]?.init() }
    }

    /// What is wrong with what came of a file; empty when all is well or the file was refused.
    func failures(_ file: Mutator.Broken) throws -> [String] {
        do {
            var conversion = try DraftConversion(
                DraftFile(file.bytes, name: "draft.\(file.format)"),
                in: ReaderContext(allowsExternalPrograms: false),
                through: pipeline
            )
            var failures = ReadingCheck.failures(conversion.reading)
            for renderer in formats {
                var (sink, copy) = (MemorySink(), conversion)
                try copy.render(renderer, style: style, context: RenderContext(application: "fuzz"), into: &sink)
                guard type(of: renderer).format == "txt" else { continue }
                conversion = copy
                let text = String(decoding: sink.bytes, as: UTF8.self)
                failures += ReadingCheck.unaccounted(copy.reading.source, edits: copy.edits, shows: text)
                    .map { "as text: \($0)" }
            }
            return failures
        } catch is DraftError {
            return []
        }
    }
}

//! An output format: one line of JSON for each block.

import Foundation
import Qinggao
import ReadKit
import RenderKit
import RendererTesting
import StageKit
import SummaryModel

// snippet.renderer
/// Writes one line of JSON for each block, for programs that index documents.
struct LineRenderer: Renderer {
    static let format = "jsonl"
    static let summary = LocalizedText(zh: "每段一行 JSON（.jsonl）", en: "One line of JSON for each block (.jsonl).")
    static let isBinary = false

    /// What a line says.
    struct Line: Codable {
        var kind: String
        var text: String
    }

    func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        let encoder = JSONEncoder()
        // The same document gives the same bytes.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for block in document.blocks {
            let line = try encoder.encode(Line(kind: block.kind.rawValue, text: block.shownText))
            try sink.write(String(decoding: line, as: UTF8.self) + "\n")
        }
        return RenderReport()
    }
}
// snippet.end

// snippet.run
let style = try StyleLibrary.sheet(.builtIn("gbt9704"))
var conversion = try DraftConversion(
    DraftFile(Array("清溪镇文化站2024年工作总结\n一、主要工作\n全年举办讲座12场。\n".utf8)),
    through: Pipeline([])
)
var sink = MemorySink()
try conversion.render(LineRenderer(), style: style, context: RenderContext(application: "example"), into: &sink)
print(String(decoding: sink.bytes, as: UTF8.self), terminator: "")
// snippet.end

// snippet.test
let failures = RendererConformance.failures(of: LineRenderer(), style: style) { bytes in
    try bytes.split(separator: UInt8(ascii: "\n"))
        .map { try JSONDecoder().decode(LineRenderer.Line.self, from: Data($0)).text }.joined()
}
print("failures: \(failures)")

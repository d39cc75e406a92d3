public import RenderKit
public import SummaryModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Makes JSON of the document itself (`qinggao-document/1`), from which the same document can be read.
public struct JSONRenderer: Renderer {
    /// The name of the format.
    public static let format = "json"

    /// What the format is.
    public static let summary = LocalizedText(zh: "文档模型的 JSON（.json）", en: "The document as JSON (.json).")

    /// Text may go to a terminal.
    public static let isBinary = false

    /// Creates the renderer.
    public init() {}

    /// Writes `document` into `sink` as UTF-8, with sorted keys.
    ///
    /// - Throws: What the sink throws.
    public func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let data = try encoder.encode(document)
        try data.withUnsafeBytes { try sink.write($0) }
        try sink.write("\n")
        return RenderReport()
    }
}

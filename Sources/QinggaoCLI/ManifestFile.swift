internal import Qinggao
internal import RenderKit

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The manifest of a merge, written row by row, so that it takes no memory.
struct ManifestFile {
    private struct Head: Encodable {
        var schema = MergeManifest.schema
        var template: String
        var source: String
    }

    /// One value in one line.
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private var isEmpty = true

    /// Writes what stands before the rows.
    init(template: String, source: String, into sink: inout some ByteSink) throws {
        let head = try Self.line(Head(template: template, source: source))
        try sink.write(head.dropLast() + ",\n\"rows\":[")
    }

    /// Writes one row, which ``line(_:)`` made.
    mutating func add(_ line: String, into sink: inout some ByteSink) throws {
        try sink.write((isEmpty ? "\n" : ",\n") + line)
        isEmpty = false
    }

    /// Writes what stands after the rows.
    consuming func end(_ summary: MergeManifest.Summary, into sink: inout some ByteSink) throws {
        try sink.write((isEmpty ? "" : "\n") + "],\n\"summary\":" + (try Self.line(summary)) + "}\n")
    }
}

internal import OpenPackaging
internal import ReadKit
public import RenderKit
public import RowReading
internal import SummaryModel

/// Fills a template from rows, one after the other. It keeps what can be used again, so one is made for each thread.
public final class TemplateFiller {
    private let template: WordTemplate
    private let deflater: Deflater
    private var writer: PieceWriter
    /// The document as it goes to the sink.
    private var archive = MemorySink()
    /// Whether the document is put together in memory, so that the sink is called once: not when it holds large pictures.
    private let isSmall: Bool

    private static let smallSize = 1 << 20
    /// Drawings that are repeated are numbered after those of the template, which have small numbers.
    private static let drawingsOfTemplates = 100_000

    init(_ template: WordTemplate, _ compression: Compression) throws(DraftError) {
        self.template = template
        do throws(PackageWritingError) {
            deflater = try Deflater(compression)
        } catch {
            throw DraftError(TemplateWording.outOfMemory)
        }
        writer = PieceWriter(template.names)
        isSmall = template.fixedSize <= Self.smallSize
    }

    /// Writes the document of one row.
    ///
    /// - Returns: What stays open, and what was left out.
    /// - Throws: What `sink` throws, or ``DraftError`` when a row repeats sections without end.
    public func fill(_ row: Row, into sink: inout some ByteSink) throws -> FillReport {
        writer.drawings = Self.drawingsOfTemplates
        writer.begin(row)
        if isSmall {
            archive.removeAll()
            try writeParts(to: &archive)
            try archive.bytes.withUnsafeBytes { try sink.write($0) }
        } else {
            try writeParts(to: &sink)
        }
        return writer.finish()
    }

    private func writeParts(to sink: inout some ByteSink) throws {
        var package = PackageWriter()
        for part in template.parts {
            switch part {
            case .fixed(let part): try package.add(part, to: &sink)
            case .filled(let part):
                writer.output.removeAll(keepingCapacity: true)
                try writer.write(part)
                let compressed = try writer.output.withUnsafeBytes { try deflater.part(name: part.part, $0) }
                try package.add(compressed, to: &sink)
            }
        }
        try package.finish(to: &sink)
    }

    /// The document of one row, in memory.
    ///
    /// - Throws: ``DraftError`` when a row repeats sections without end.
    public func fill(_ row: Row) throws -> (document: [UInt8], report: FillReport) {
        var sink = MemorySink()
        let report = try fill(row, into: &sink)
        return (sink.bytes, report)
    }
}

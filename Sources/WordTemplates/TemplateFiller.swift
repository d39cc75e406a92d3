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

    init(_ template: WordTemplate, compression: Compression) throws(DraftError) {
        self.template = template
        do throws(PackageWritingError) {
            deflater = try Deflater(compression)
        } catch {
            throw DraftError(TemplateWording.outOfMemory)
        }
        writer = PieceWriter(template.names)
    }

    /// Writes the document of one row.
    ///
    /// - Returns: What stays open, and what was left out.
    /// - Throws: What `sink` throws, or ``DraftError`` when a row repeats sections without end.
    public func fill(_ row: Row, into sink: inout some ByteSink) throws -> FillReport {
        writer.begin(row)
        var package = PackageWriter()
        for part in template.parts {
            switch part {
            case .fixed(let part): try package.add(part, to: &sink)
            case .filled(let part):
                writer.output.removeAll(keepingCapacity: true)
                try writer.write(part)
                let filled = try writer.output.withUnsafeBytes { try deflater.part(name: part.part, $0) }
                try package.add(filled, to: &sink)
            }
        }
        try package.finish(to: &sink)
        return writer.finish()
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

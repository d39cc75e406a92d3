internal import OpenPackaging
internal import ReadKit
public import RenderKit
public import RowReading
internal import SummaryModel

/// Fills a template from rows, one after the other. It keeps what can be used again, so one is made for each thread.
public final class TemplateFiller {
    private let template: WordTemplate
    private let compressor: PartCompressor
    private var writer: PieceWriter
    /// The document as it goes to the sink.
    private var archive: [UInt8] = []

    /// Archives up to this size are given to the sink in one piece.
    private static let pieceSize = 1 << 20

    init(_ template: WordTemplate, level: Int) throws(DraftError) {
        self.template = template
        do throws(PackageWritingError) {
            compressor = try PartCompressor(level: level)
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
        var parts: [PackagePart] = []
        parts.reserveCapacity(template.parts.count)
        for part in template.parts {
            switch part {
            case .fixed(let part): parts.append(part)
            case .filled(let part):
                writer.output.removeAll(keepingCapacity: true)
                try writer.write(part)
                writer.output.withUnsafeBytes { parts.append(compressor.part(name: part.part, $0)) }
            }
        }
        archive.removeAll(keepingCapacity: true)
        try ZipContainer.write(parts) { bytes in
            archive.append(contentsOf: bytes)
            if archive.count >= Self.pieceSize {
                try archive.withUnsafeBytes { try sink.write($0) }
                archive.removeAll(keepingCapacity: true)
            }
        }
        try archive.withUnsafeBytes { try sink.write($0) }
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

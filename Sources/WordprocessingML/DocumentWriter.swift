internal import OpenPackaging
internal import ParallelWork
internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// Writes `word/document.xml`: the documents of a file one after the other, in memory that does not grow with them.
///
/// Blocks are gathered to chunks of about a mebibyte of XML. Several chunks are written and compressed at the same time and
/// then handed on in order. Where a chunk ends depends on the blocks alone, so the bytes do not depend on the number of
/// threads.
struct DocumentWriter: ~Copyable {
    /// A run of blocks of one document.
    private struct Passage: Sendable {
        var part: DocumentPart
        var range: Range<Int>
        var ending: DocumentPart.Ending
        /// What is reported when the document is at its end, besides what its blocks lose.
        var leaving: [Edit]
    }

    private struct Chunk: Sendable {
        var passages: [Passage] = []
        /// About how many bytes of XML it has.
        var size = 0
        var isFirst = false
        var isLast = false
    }

    private struct Output: Sendable {
        /// What was lost, and whether a document ends there, by passage.
        var edits: [(edits: [Edit], isEnd: Bool)]
        var part: PackagePart?
        var pieces: [DeflatedPiece]
    }

    private let compression: Compression
    private let workers: Workers
    private var chunk = Chunk(isFirst: true)
    private var waiting: [Chunk] = []
    private var isBegun = false
    private var edits: [Edit] = []

    private static let name = "word/document.xml"
    private static let chunkSize = 1 << 20
    /// How many chunks each thread takes on before the results are handed on.
    private static let chunksPerWorker = 4

    init(_ context: RenderContext) {
        compression = context.compression
        workers = Workers(context.workers)
    }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - ending: ``DocumentPart/Ending/section`` when another follows, otherwise ``DocumentPart/Ending/body``.
    ///   - leaving: What is reported of it besides what its blocks lose.
    ///   - report: Takes what is reported of each document that is written, in order.
    mutating func add(
        _ part: DocumentPart,
        _ ending: DocumentPart.Ending,
        leaving: [Edit],
        to package: inout PackageWriter,
        _ sink: inout some ByteSink,
        report: ([Edit]) throws -> Void
    ) throws {
        var start = 0
        while true {
            let run = part.run(from: start, room: Self.chunkSize - chunk.size)
            chunk.passages.append(
                Passage(
                    part: part,
                    range: run.range,
                    ending: run.isLast ? ending : .rest,
                    leaving: run.isLast ? leaving : []
                )
            )
            chunk.size += run.size
            start = run.range.upperBound
            if chunk.size >= Self.chunkSize {
                waiting.append(chunk)
                chunk = Chunk()
                let limit = workers.count == 1 ? 1 : workers.count * Self.chunksPerWorker
                if waiting.count >= limit { try flush(to: &package, &sink, report) }
            }
            if run.isLast { return }
        }
    }

    /// Writes the end.
    consuming func finish(
        to package: inout PackageWriter,
        _ sink: inout some ByteSink,
        report: ([Edit]) throws -> Void
    ) throws {
        chunk.isLast = true
        waiting.append(chunk)
        try flush(to: &package, &sink, report)
        if isBegun { try package.end(to: &sink) }
    }

    private mutating func flush(
        to package: inout PackageWriter,
        _ sink: inout some ByteSink,
        _ report: ([Edit]) throws -> Void
    ) throws {
        let (chunks, compression) = (waiting, compression)
        waiting = []
        for output in try workers.map(chunks.count, { try Self.output(of: chunks[$0], compression) }) {
            if let part = output.part {
                try package.add(part, to: &sink)
            } else {
                if !isBegun {
                    try package.begin(Self.name, to: &sink)
                    isBegun = true
                }
                for piece in output.pieces { try package.add(piece, to: &sink) }
            }
            for (edits, isEnd) in output.edits {
                self.edits += edits
                guard isEnd else { continue }
                try report(self.edits)
                self.edits = []
            }
        }
    }

    private static func output(of chunk: Chunk, _ compression: Compression) throws -> Output {
        var stream = PieceStream(compression)
        try XMLWriter.write(to: { try stream.write($0) }, declaration: false) { xml in
            if chunk.isFirst { xml.raw(DocumentPart.start) }
            for passage in chunk.passages { passage.part.write(passage.range, passage.ending, xml) }
            if chunk.isLast { xml.raw(DocumentPart.end) }
        }
        let edits = chunk.passages.map { passage in
            (passage.part.edits(in: passage.range) + passage.leaving, passage.ending != .rest)
        }
        guard chunk.isFirst, chunk.isLast else { return Output(edits: edits, pieces: try stream.finish()) }
        let (part, pieces) = try stream.finish(name: name, contentType: nil)
        return Output(edits: edits, part: part, pieces: pieces)
    }
}

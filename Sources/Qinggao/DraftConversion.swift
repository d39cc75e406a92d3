public import DraftReading
public import RenderKit
public import StageKit
public import SummaryModel

/// A draft on its way to an output: what was read, what the stages made of it, and the record of every change.
public struct DraftConversion: Sendable {
    /// What came of reading the draft.
    public let reading: Reading
    /// The document as the last stage left it.
    public let document: Document
    /// Every change of the text so far, in the order in which it was made.
    public private(set) var edits: [Edit]
    /// Every finding so far.
    public private(set) var diagnostics: [Diagnostic]
    /// The time that each stage took.
    public let times: [(stage: String, duration: Duration)]
    /// The time that reading took.
    public let readingTime: Duration
    /// The time that rendering took, in all formats so far.
    public private(set) var renderingTime = Duration.zero

    /// Reads a draft and runs the stages on it.
    ///
    /// - Parameters:
    ///   - bytes: The draft in any encoding that ``DraftReader`` reads.
    ///   - pipeline: The stages.
    ///   - corrections: What a person said about lines of the draft.
    /// - Throws: ``DraftError`` when the bytes are no text, ``Pipeline/StageFailure`` when a stage fails.
    public init(
        _ bytes: [UInt8],
        through pipeline: Pipeline,
        corrections: DraftReader.Corrections = DraftReader.Corrections()
    ) throws {
        let start = ContinuousClock.now
        let reading = try DraftReader().read(bytes, corrections: corrections)
        readingTime = ContinuousClock.now - start
        let result = try pipeline.run(reading.document, source: reading.source)
        self.reading = reading
        document = result.document
        edits = reading.edits + result.edits
        diagnostics = reading.diagnostics + result.diagnostics
        times = result.times
    }

    /// Writes the document in one format; what the format cannot hold joins the record.
    ///
    /// - Throws: What the sink throws.
    public mutating func render(
        _ renderer: any Renderer,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws {
        let start = ContinuousClock.now
        let report = try renderer.render(document, style: style, context: context, into: &sink)
        renderingTime += ContinuousClock.now - start
        edits += report.edits
        diagnostics += report.diagnostics
    }
}

public import DraftReading
public import ReadKit
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
    /// How many findings the configuration said are not to be reported.
    public private(set) var suppressedCount: Int
    /// The time that each stage took; `nil` for one that was skipped because its condition does not hold.
    public let times: [(stage: String, duration: Duration?)]
    /// The stages that were skipped because the document is not what their conditions ask for, in order.
    public let unmet: [String]
    /// The time that reading took.
    public let readingTime: Duration
    /// The time that rendering took, in all formats so far.
    public private(set) var renderingTime = Duration.zero

    private let ignored: [Suppression]
    /// What was found before anything was rendered.
    private var found: [Diagnostic] = []

    /// Reads a draft and runs the stages on it.
    ///
    /// - Parameters:
    ///   - file: The draft in any format that `readers` know.
    ///   - readers: The formats that can be read.
    ///   - context: What a reader may do.
    ///   - pipeline: The stages.
    ///   - date: The date that stages go by, as `YYYY-MM-DD`; `nil` when none was given.
    ///   - corrections: What a person said about lines of the draft.
    ///   - ignored: Findings that are not reported.
    ///   - threads: How many threads may share the work, 1 or more; the result does not depend on it.
    /// - Throws: ``/ReadKit/DraftError`` when the file cannot be read, ``/StageKit/Pipeline/StageFailure`` when a stage
    ///   fails.
    public init(
        _ file: DraftFile,
        by readers: ReaderCatalog = .standard,
        in context: ReaderContext = ReaderContext(),
        through pipeline: Pipeline,
        date: String? = nil,
        corrections: DraftReader.Corrections = DraftReader.Corrections(),
        ignoring ignored: [Suppression] = [],
        threads: Int = 1
    ) throws {
        let start = ContinuousClock.now
        let draft = try readers.read(file, in: context)
        var reading = DraftReader().read(draft, corrections: corrections, threads: threads)
        // Here nobody else holds the blocks, so that none is copied.
        if !pipeline.stages.isEmpty { reading.document.noteCharacters() }
        try self.init(
            reading,
            readIn: ContinuousClock.now - start,
            through: pipeline,
            date: date,
            ignoring: ignored,
            threads: threads
        )
    }

    /// Runs the stages on what was read before, as for each of many documents that are made of one draft.
    ///
    /// - Parameters:
    ///   - reading: What came of reading the draft.
    ///   - readingTime: The time that it took.
    ///   - pipeline: The stages.
    ///   - date: The date that stages go by, as `YYYY-MM-DD`; `nil` when none was given.
    ///   - values: Values for this document alone.
    ///   - ignored: Findings that are not reported.
    ///   - threads: How many threads may share the work, 1 or more; the result does not depend on it.
    /// - Throws: ``/StageKit/Pipeline/StageFailure`` when a stage fails.
    public init(
        _ reading: Reading,
        readIn readingTime: Duration = .zero,
        through pipeline: Pipeline,
        date: String? = nil,
        values: [ConfigurationValue.Entry] = [],
        ignoring ignored: [Suppression] = [],
        threads: Int = 1
    ) throws {
        self.readingTime = readingTime
        let result = try pipeline.run(
            reading.document,
            source: reading.source,
            date: date,
            values: values,
            threads: threads
        )
        self.reading = reading
        document = result.document
        edits = reading.edits + result.edits
        self.ignored = ignored
        diagnostics = []
        suppressedCount = 0
        times = result.times
        unmet = result.unmet
        add(reading.diagnostics + result.diagnostics)
        found = diagnostics
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
        var context = context
        context.findings = found
        join(try renderer.render(document, style: style, context: context, into: &sink), since: start)
    }

    /// Writes the document in one format by a renderer that is prepared; what the format cannot hold joins the record.
    ///
    /// - Throws: What the sink throws.
    public mutating func render(_ renderer: any PreparedRenderer, into sink: inout some ByteSink) throws {
        let start = ContinuousClock.now
        join(try renderer.render(document, findings: found, into: &sink), since: start)
    }

    private mutating func join(_ report: RenderReport, since start: ContinuousClock.Instant) {
        renderingTime += ContinuousClock.now - start
        edits += report.edits
        add(reading.locating(report.diagnostics))
    }

    /// Adds findings, besides those that are not to be reported.
    private mutating func add(_ found: [Diagnostic]) {
        let reported = found.filter { finding in !ignored.contains { $0.covers(finding, in: reading.source) } }
        diagnostics += reported
        suppressedCount += found.count - reported.count
    }
}

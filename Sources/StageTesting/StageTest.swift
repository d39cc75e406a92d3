public import StageKit
public import SummaryModel

/// Tests a stage on short drafts: what it changes, what it reports, and that it keeps the promises of every stage.
///
/// Findings are written into the draft as marks, `[[id: text]]`, around the text to which the finding is anchored:
///
/// ```swift
/// let test = StageTest(stage, reading: { reader.read($0) })
/// #expect(test.failures("一、总结\n[[numbering.gap: 三、]]打算") == [])
/// ```
///
/// Several findings on one text stand in one mark with commas between them, `[[a.b, c.d: text]]`, or in marks inside
/// each other.
///
/// A draft on which all is well is run again in every ``HostileVariant``: with characters of four bytes, other line ends,
/// indentation, and so on. A variant that cannot hold for a test is left out by name, with the reason:
///
/// ```swift
/// let test = StageTest(stage, reading: { reader.read($0) })
///     .without(.readAgain, because: "the data belongs to the draft, not to what came of it")
/// ```
public struct StageTest {
    private let pipeline: Pipeline
    private let date: String?
    private let read: HostileRuns.Read
    private let decodes: Bool
    private var exceptions: [HostileVariant: String] = [:]

    /// Creates a test.
    ///
    /// - Parameters:
    ///   - stage: The stage.
    ///   - date: The date that the stage is given, as `YYYY-MM-DD`.
    ///   - read: Makes a document from a draft.
    public init(_ stage: any Stage, date: String? = nil, reading read: @escaping (SourceText) -> Document) {
        pipeline = Pipeline([stage])
        self.date = date
        decodes = false
        self.read = { bytes in
            let source = SourceText(utf8: bytes)
            return (source, read(source))
        }
    }

    /// Creates a test whose drafts are read from bytes, which may begin with a byte-order mark.
    ///
    /// ```swift
    /// let test = StageTest(stage, readingBytes: { bytes in
    ///     let reading = try DraftReader().read(text: bytes)
    ///     return (reading.source, reading.document)
    /// })
    /// ```
    ///
    /// - Parameters:
    ///   - stage: The stage.
    ///   - date: The date that the stage is given, as `YYYY-MM-DD`.
    ///   - read: Decodes the bytes of a file in UTF-8 and makes a document of the text.
    public init(
        _ stage: any Stage,
        date: String? = nil,
        readingBytes read: @escaping ([UInt8]) throws -> (source: SourceText, document: Document)
    ) {
        pipeline = Pipeline([stage])
        self.date = date
        decodes = true
        self.read = read
    }

    /// The same test without a variant that cannot hold for it.
    ///
    /// - Parameters:
    ///   - variant: The variant.
    ///   - reason: Why the variant cannot hold, in one sentence; without one, the test fails.
    public func without(_ variant: HostileVariant, because reason: String) -> StageTest {
        var test = self
        test.exceptions[variant] = reason
        return test
    }

    /// Runs the stage and lists what is not as it should be, one sentence each; empty when all is well.
    ///
    /// Checked are the findings and their places, the text that comes out, and what every run keeps: a second run changes
    /// nothing, the same draft gives the same result, the recorded edits account for every character and have reasons, the
    /// findings are listed, lie on characters of their blocks, and have fixes that replace what stands there. When all
    /// this holds, the variants are run; their failures begin with their names.
    ///
    /// - Parameters:
    ///   - draft: The draft, with marks.
    ///   - expected: The text of the document afterwards, one block a line; `nil` when the stage must change nothing.
    ///   - placeless: The identities of the findings that have no place in the draft.
    public func failures(_ draft: String, becomes expected: String? = nil, placeless: [String] = []) -> [String] {
        let marked = MarkedText(draft)
        let run: StageRun
        do {
            let (source, document) = try read(Array(marked.text.utf8))
            run = try StageRun(pipeline, document, source, date: date)
            var failures = HostileRuns.differences(
                marked.findings(in: source) + placeless,
                run.result.diagnostics.map(Self.describe)
            )
            let text = run.text
            let wanted = expected ?? StageRun.text(document)
            if !text.utf8.elementsEqual(wanted.utf8) { failures.append("the text is\n\(text)\nwanted\n\(wanted)") }
            failures += try run.failures()
            guard failures.isEmpty else { return failures }
        } catch let error as Pipeline.StageFailure {
            return ["the stage failed: \(error.reason.en)"]
        } catch {
            return ["the draft cannot be read: \(error)"]
        }
        let runs = HostileRuns(plain: run, pipeline: pipeline, date: date, read: read, decodes: decodes)
        return HostileVariant.allCases.flatMap { variant -> [String] in
            guard let reason = exceptions[variant] else { return runs.failures(variant) }
            return reason.isEmpty ? ["\(variant.rawValue): it is left out without a reason"] : []
        }
    }

    static func describe(_ diagnostic: Diagnostic) -> String {
        guard let start = diagnostic.start else { return diagnostic.id }
        return "\(start.line):\(start.column)-\(diagnostic.endColumn ?? start.column) \(diagnostic.id)"
    }
}

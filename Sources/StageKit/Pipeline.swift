public import SummaryModel

/// Stages in the order in which they work: checked when it is built, immutable, and unable to meet an unknown stage.
public struct Pipeline: Sendable {
    /// The stages in order.
    public let stages: [any Stage]

    /// Creates a pipeline.
    public init(_ stages: [any Stage]) { self.stages = stages }

    /// The names of the stages in order.
    public var stageNames: [String] { stages.map { type(of: $0).name } }

    /// What came of a run.
    public struct Result: Sendable {
        /// The document as the last stage left it.
        public var document: Document
        /// Every change of the text, in the order in which it was made.
        public var edits: [Edit]
        /// Every finding, in the order in which it was made.
        public var diagnostics: [Diagnostic]
        /// The time that each stage took.
        public var times: [(stage: String, duration: Duration)]
    }

    /// A stage that failed, or broke the rules.
    public struct StageFailure: Error {
        /// The name of the stage.
        public var stage: String
        /// What it threw, or what it did.
        public var reason: String
    }

    /// Runs the stages on `document`.
    ///
    /// - Parameters:
    ///   - source: The draft that the document was read from, for the places of findings.
    ///   - date: The date that the work goes by, as `YYYY-MM-DD`; `nil` when none was given.
    /// - Throws: ``StageFailure`` when a stage throws or leaves two blocks with one identity.
    public func run(
        _ document: Document,
        source: SourceText,
        date: String? = nil
    ) throws(StageFailure) -> Result {
        var result = Result(document: document, edits: [], diagnostics: [], times: [])
        var recorder = ChangeRecorder(document)
        let clock = ContinuousClock()
        for (step, stage) in stages.enumerated() {
            let name = type(of: stage).name
            var context = StageContext(stage: name, step: step, source: source, date: date)
            let before = result.document
            let start = clock.now
            do {
                try stage.run(&result.document, in: &context)
            } catch {
                throw StageFailure(stage: name, reason: "\(error)")
            }
            let duration = clock.now - start
            do {
                result.edits += try recorder.record(from: before, to: result.document, in: context)
            } catch {
                throw StageFailure(stage: name, reason: "two blocks have the identity \(error.id.rawValue)")
            }
            result.diagnostics += context.diagnostics.map { recorder.locate($0, in: source) }
            result.times.append((name, duration))
        }
        return result
    }
}

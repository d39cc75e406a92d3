internal import ParallelWork
public import SummaryModel

/// Stages in the order in which they work: checked when it is built, immutable, and unable to meet an unknown stage.
public struct Pipeline: Sendable {
    /// A stage and when it works.
    public struct Step: Sendable {
        /// The stage.
        public var stage: any Stage
        /// What must be so of the document; `nil` for always.
        public var condition: StageCondition?

        /// Creates a step.
        public init(_ stage: any Stage, when condition: StageCondition? = nil) {
            self.stage = stage
            self.condition = condition
        }
    }

    /// The stages in order, each with its condition.
    public let steps: [Step]
    /// The stages that there are besides, for messages about values that one of them could use.
    public var absentStages: [StageDefinition] = []

    /// Creates a pipeline of stages that always work.
    public init(_ stages: [any Stage]) { self.init(steps: stages.map { Step($0) }) }

    /// Creates a pipeline.
    public init(steps: [Step]) { self.steps = steps }

    /// The stages in order, with those whose condition may not hold.
    public var stages: [any Stage] { steps.map(\.stage) }

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
        /// The time that each stage took; `nil` for one that was skipped because its condition does not hold.
        public var times: [(stage: String, duration: Duration?)]
        /// The stages that were skipped because the document is not what their conditions ask for, in order; those that are
        /// switched off are not among them.
        public var unmet: [String] = []
    }

    /// A stage that failed, or broke the rules.
    public struct StageFailure: Error {
        /// The name of the stage.
        public var stage: String
        /// What it threw, or what it did.
        public var reason: LocalizedText
    }

    /// Runs the stages on `document`.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - source: The draft that the document was read from, for the places of findings.
    ///   - date: The date that the work goes by, as `YYYY-MM-DD`; `nil` when none was given.
    ///   - values: Values for this document alone; see ``StageContext/values``.
    ///   - threads: How many threads may share the work, 1 or more; the result does not depend on it.
    /// - Throws: ``StageFailure`` when a stage throws, leaves two blocks with one identity, or takes text away without a
    ///   reason.
    public func run(
        _ document: Document,
        source: SourceText,
        date: String? = nil,
        values: [ConfigurationValue.Entry] = [],
        threads: Int = 1
    ) throws(StageFailure) -> Result {
        var result = Result(document: document, edits: [], diagnostics: [], times: [])
        // Without stages nothing changes.
        guard !stages.isEmpty else { return result }
        result.document.noteCharacters()
        var recorder = ChangeRecorder(result.document)
        let clock = ContinuousClock()
        let taken = takenSteps(for: document)
        var usedValues: Set<String> = []
        for (step, stage) in stages.enumerated() {
            let name = stage.label
            guard taken.contains(step) else {
                if case .metadata = steps[step].condition { continue }
                result.times.append((name, nil))
                if case .facts(let conditions) = steps[step].condition {
                    result.unmet.append(name)
                    result.diagnostics += Self.unknownFact(in: conditions, of: name, document)
                }
                continue
            }
            var context = StageContext(
                stage: name,
                step: step,
                source: source,
                date: date,
                values: values,
                usedValues: usedValues,
                absentStages: absentStages,
                workers: Workers(threads)
            )
            let start = clock.now
            do {
                try stage.run(&result.document, in: &context)
            } catch {
                throw StageFailure(stage: name, reason: Self.message(error))
            }
            let duration = clock.now - start
            usedValues = context.usedValues
            result.document.noteCharacters()
            do {
                result.edits += try recorder.record(result.document, in: context)
            } catch {
                throw StageFailure(stage: name, reason: Self.duplicate(error.id))
            }
            if let loss = recorder.unexplainedLoss {
                throw StageFailure(stage: name, reason: Self.loss(loss, line: source.position(at: loss.offset).line))
            }
            result.diagnostics += context.diagnostics.map { recorder.locate($0, in: source) }
            result.times.append((name, duration))
        }
        return result
    }

    /// Says to every stage that no more documents come.
    ///
    /// - Throws: ``StageFailure`` for the first stage that something went wrong with.
    public func finish() throws(StageFailure) {
        var failure: StageFailure?
        for stage in stages {
            do {
                try stage.finish()
            } catch {
                failure = failure ?? StageFailure(stage: stage.label, reason: Self.message(error))
            }
        }
        if let failure { throw failure }
    }

    /// The numbers of the steps, from 0, that are taken with `document`, as it stands before the first.
    public func takenSteps(for document: Document) -> Set<Int> {
        let conditions = steps.lazy.compactMap(\.condition)
        // Most pipelines have no other conditions, and most documents no metadata.
        let areMetadata = conditions.allSatisfy { if case .metadata = $0 { true } else { false } }
        if areMetadata, document.metadata.isEmpty { return Set(steps.indices.filter { steps[$0].condition == nil }) }
        let facts = DocumentFacts(document)
        return Set(steps.indices.filter { steps[$0].condition?.holds(for: facts) ?? true })
    }

    /// The finding about the first fact of conditions that documents do not have, and this one does not either.
    private static func unknownFact(
        in conditions: [FactCondition],
        of stage: String,
        _ document: Document
    ) -> [Diagnostic] {
        let known = DocumentFacts(document).names
        guard let condition = conditions.first(where: { !known.contains($0.fact) }) else { return [] }
        return [unknownFact(condition.fact, of: stage, known: known)]
    }

    // MARK: - Wording

    /// What a pipeline may report besides what its stages find.
    public static let findings = [
        FindingDescription(
            "pipeline.unknown-fact",
            .info,
            LocalizedText(zh: "步骤的条件所问的信息文中没有", en: "A condition of a stage asks for a fact that the document lacks.")
        )
    ]

    private static func unknownFact(_ fact: String, of stage: String, known: [String]) -> Diagnostic {
        let nearest = NearestName.of(fact, in: known)
        return Diagnostic(
            id: "pipeline.unknown-fact",
            severity: .info,
            message: LocalizedText(
                zh: "文中没有信息“\(fact)”，步骤“\(stage)”没有执行"
                    + (nearest.map { "，是不是“\($0)”？" } ?? "；已知的有：\(known.joined(separator: "、"))"),
                en: "the document has no fact '\(fact)', so '\(stage)' was skipped; "
                    + (nearest.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))")
            )
        )
    }

    private static func message(_ error: any Error) -> LocalizedText {
        (error as? StageError)?.message ?? LocalizedText(zh: "\(error)", en: "\(error)")
    }

    private static func duplicate(_ id: BlockID) -> LocalizedText {
        LocalizedText(
            zh: "有两个段落的标识都是“\(id.rawValue)”；新段落要有自己的标识",
            en: "two blocks have the identity '\(id.rawValue)'; a new block needs one of its own"
        )
    }

    private static func loss(_ edit: Edit, line: Int) -> LocalizedText {
        let scalars = edit.before.unicodeScalars
        let text = String(String.UnicodeScalarView(scalars.prefix(20))) + (scalars.count > 20 ? "…" : "")
        return LocalizedText(
            zh: "删去了第 \(line) 行的“\(text)”而没有说明理由；删去文字的步骤必须给出理由",
            en: "it took away '\(text)' (line \(line)) without a reason; a stage that takes text away must give one"
        )
    }
}

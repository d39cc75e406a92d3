internal import ParallelWork
public import SummaryModel

/// What a stage gets besides the document: the only door to the outside.
public struct StageContext: Sendable {
    /// A reason that a stage gave for a change.
    struct Explanation: Sendable {
        var reason: String
        var before: String?
        var after: String?
    }

    /// The name of the stage.
    public let stage: String
    /// The date that the work goes by, as `YYYY-MM-DD`; `nil` when none was given. None is invented.
    public let date: String?
    /// Values that were given for this document alone, such as the fields of the row that it is made for. A stage that
    /// fills gaps puts them before those of its options.
    public let values: [ConfigurationValue.Entry]
    /// The names of those ``values``, and of those of options that hold values by name, that this stage or one before it used.
    /// A stage that reports values that fit nothing leaves them out.
    public private(set) var usedValues: Set<String>
    /// The number of the step in the pipeline, from 0; a stage may stand in it more than once.
    let step: Int
    private let source: SourceText
    private let workers: Workers
    private let absentStages: [StageDefinition]
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var explanations: [BlockID: [Explanation]] = [:]
    private var madeBlocks = 0

    init(
        stage: String,
        step: Int,
        source: SourceText,
        date: String? = nil,
        values: [ConfigurationValue.Entry] = [],
        usedValues: Set<String> = [],
        absentStages: [StageDefinition] = [],
        workers: Workers = .one
    ) {
        self.absentStages = absentStages
        self.workers = workers
        self.stage = stage
        self.date = date
        self.values = values
        self.usedValues = usedValues
        self.step = step
        self.source = source
    }

    /// What `body` makes of each number from 0 up to `count`, in order. The calls may be made on several threads at the
    /// same time.
    public func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        workers.map(count, body)
    }

    /// The physical lines of the draft, from 1, that `block` was read from; `nil` for what a stage made.
    public func lines(of block: Block) -> ClosedRange<Int>? {
        guard let range = block.source else { return nil }
        let first = source.lineIndex(at: range.lowerBound) + 1
        return first...max(first, source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) + 1)
    }

    /// The stage that looks for values of this name and is not in the pipeline.
    public func absentStage(using name: String) -> String? {
        absentStages.first { $0.valueNames.contains(name) }?.name
    }

    /// Notes that values of these names were used.
    public mutating func use(_ names: Set<String>) { usedValues.formUnion(names) }

    /// Reports a finding. Its anchor refers to the text as the stage leaves it.
    public mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Gives the reason of a change in `block`, for the change report.
    ///
    /// - Parameters:
    ///   - reason: The stable name of the reason.
    ///   - block: The block.
    ///   - before: The text that is replaced, when the reason holds for one change only.
    ///   - after: The text that replaces it.
    public mutating func explain(_ reason: String, on block: BlockID, before: String? = nil, after: String? = nil) {
        explanations[block, default: []].append(Explanation(reason: reason, before: before, after: after))
    }

    /// Makes changes in `block`, each with its reason for the change report; of two that overlap the later is left out.
    ///
    /// - Parameters:
    ///   - changes: The changes, in any order.
    ///   - block: The block.
    ///   - text: The row of the block as it is.
    /// - Returns: The changes that were made, in order.
    @discardableResult
    public mutating func apply(_ changes: [TextChange], to block: inout Block, _ text: BlockText) -> [TextChange] {
        let made = text.apply(changes, to: &block)
        for change in made {
            explain(change.reason, on: block.id, before: text.string(change.range), after: change.replacement)
        }
        return made
    }

    /// How often a block is gone over at most; one change may make room for another.
    private static let passes = 8

    /// Makes the changes that `find` wants in `block`, and those that it wants then, until it wants none.
    ///
    /// - Parameters:
    ///   - block: The block.
    ///   - text: The row of the block as it is.
    ///   - find: The changes, in any order; of two that overlap the later is left for the next time.
    /// - Returns: The row of the block as it is then.
    public mutating func mend(
        _ block: inout Block,
        _ text: BlockText,
        changes find: (BlockText, Block) -> [TextChange]
    ) -> BlockText {
        var text = text
        for _ in 0..<Self.passes {
            // Changes that follow one another in one place are recorded as one.
            guard let first = apply(find(text, block), to: &block, text).first else { break }
            explain(first.reason, on: block.id)
            text = BlockText(block)
        }
        return text
    }

    /// A new identity for a block that the stage makes.
    public mutating func makeBlockID() -> BlockID {
        madeBlocks += 1
        return BlockID(rawValue: "\(stage)-\(step)-\(madeBlocks)")
    }
}

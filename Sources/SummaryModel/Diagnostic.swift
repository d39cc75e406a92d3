/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, info
}

/// A change that would cure a finding: of the text at its anchor, which is ``before``.
public struct FixIt: Sendable, Hashable, Codable {
    /// Whether a fix may be made without asking.
    public enum Applicability: String, Sendable, Hashable, Codable {
        /// Cannot change the meaning.
        case safe
        /// A person should look at it first.
        case suggested
    }

    /// What stands there.
    public var before: String
    /// What would stand there.
    public var after: String
    /// Whether it may be made without asking.
    public var applicability: Applicability

    /// Creates a fix.
    public init(before: String, after: String, applicability: Applicability) {
        self.before = before
        self.after = after
        self.applicability = applicability
    }
}

/// One finding, of a reader, a stage or a renderer.
public struct Diagnostic: Sendable, Hashable {
    /// The place of a finding inside a document.
    public struct Anchor: Sendable, Hashable {
        /// The block.
        public var block: BlockID
        /// The range inside ``Block/shownText`` in UTF-8 offsets; `nil` for the whole block.
        public var range: Range<Int>?

        /// Creates an anchor.
        public init(_ block: BlockID, range: Range<Int>? = nil) {
            self.block = block
            self.range = range
        }
    }

    /// The stable name: the stage or module, a dot, and the defect (`numbering.gap`).
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// What was found and what to do.
    public var message: LocalizedText
    /// The block it is about.
    public var anchor: Anchor?
    /// The start in the draft; the pipeline fills it in from the anchor.
    public var start: SourcePosition?
    /// The range of the draft that it is about; the pipeline fills it in from the anchor.
    public var range: SourceRange?
    /// The column after the end, on the line of the start.
    public var endColumn: Int?
    /// The standard and clause that the finding rests on.
    public var source: String?
    /// Changes that would cure it.
    public var fixes: [FixIt]

    /// Creates a finding.
    public init(
        id: String,
        severity: Severity,
        message: LocalizedText,
        anchor: Anchor? = nil,
        start: SourcePosition? = nil,
        range: SourceRange? = nil,
        endColumn: Int? = nil,
        source: String? = nil,
        fixes: [FixIt] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.anchor = anchor
        self.start = start
        self.range = range
        self.endColumn = endColumn
        self.source = source
        self.fixes = fixes
    }
}

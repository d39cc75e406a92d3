public import SummaryModel

/// One step of the pipeline: it changes the document, or reports on it, or both.
///
/// A stage is a value without state of its own, does no input or output, and is idempotent: what it produced, it leaves
/// alone. It need not record what it changes; the pipeline compares the document before and after. Its documentation
/// comment is its user documentation: the requirement, what it reports, what it changes, its options, an example.
public protocol Stage: Sendable {
    /// The options of the stage.
    associatedtype Options: StageOptions

    /// The name in configuration files: lower-case words with hyphens; it stays forever.
    static var name: String { get }

    /// What the stage does, in one sentence; the Chinese wording has no stop at its end.
    static var summary: LocalizedText { get }

    /// The findings that the stage may report; every identity that it reports is one of these.
    static var findings: [FindingDescription] { get }

    /// Examples of what the stage does, which are run as tests.
    static var examples: [StageExample] { get }

    /// Whether what the stage changes are defects of the draft, so that `check` lists the changes and `check --fix` makes
    /// them in the draft. A stage that adds or fills in something does not.
    static var correctsDraft: Bool { get }

    /// Whether the stage starts other programs, which a person has to allow.
    static var startsPrograms: Bool { get }

    /// The names of values that the stage looks for whatever the draft says, so that nobody reports them as of no use.
    static var valueNames: [String] { get }

    /// The name under which its edits, findings and failures are reported: that of the type, unless a configuration gives
    /// each of several stages of one type a name of its own.
    var label: String { get }

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when options that are each well-formed do not go together.
    init(options: Options) throws(ConfigurationError)

    /// Works on `document`.
    ///
    /// What takes text away gives the reason (``StageContext/explain(_:on:before:after:)``); a stage that does not is
    /// stopped, since text that goes without a word is lost.
    ///
    /// - Throws: Only when the work cannot be done at all; what a user's text can cause is a diagnostic. A ``StageError``
    ///   is shown to the user as it is.
    func run(_ document: inout Document, in context: inout StageContext) throws

    /// Called when no more documents come, for a stage that holds something of the system.
    ///
    /// - Throws: When something went wrong that no document showed.
    func finish() throws
}

extension Stage {
    /// No findings.
    public static var findings: [FindingDescription] { [] }
    /// Says no.
    public static var correctsDraft: Bool { false }
    /// Says no.
    public static var startsPrograms: Bool { false }
    /// No names.
    public static var valueNames: [String] { [] }
    /// No examples.
    public static var examples: [StageExample] { [] }
    /// The name of the type.
    public var label: String { Self.name }
    /// Does nothing.
    public func finish() {}
}

/// Why a stage cannot do its work, in words for the user.
public struct StageError: Error, Sendable, Hashable {
    /// What happened and what to do.
    public var message: LocalizedText

    /// Creates an error.
    public init(_ message: LocalizedText) { self.message = message }
}

public import SummaryModel

/// Makes one output format from a document and a style sheet.
///
/// A renderer is deterministic: the same document, style sheet and context give the same bytes.
public protocol Renderer: Sendable {
    /// The name of the format on the command line, which is also the extension of its files.
    static var format: String { get }

    /// What the format is, in one sentence.
    static var summary: LocalizedText { get }

    /// Whether the output is binary, so that a terminal should not get it.
    static var isBinary: Bool { get }

    /// What it may report; every identity that it reports is one of these.
    static var findings: [FindingDescription] { get }

    /// The options by which a configuration may change what it makes.
    static var options: [RendererOption] { get }

    /// Creates the renderer with the defaults of its options.
    init()

    /// Creates the renderer.
    ///
    /// - Parameter options: Values of ``options``, of their kinds; those that are not given have their defaults.
    init(options: RendererOptions)

    /// Writes `document` into `sink`.
    ///
    /// - Returns: What the format could not express.
    /// - Throws: What the sink throws.
    func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport

    /// The renderer for many documents in one style, with what does not depend on the document made once.
    ///
    /// - Throws: When what is the same for all documents cannot be made.
    func prepared(style: StyleSheet, context: RenderContext) throws -> any PreparedRenderer
}

extension Renderer {
    /// No findings.
    public static var findings: [FindingDescription] { [] }

    /// No options.
    public static var options: [RendererOption] { [] }

    /// Creates the renderer, which has no options.
    public init(options: RendererOptions) { self.init() }

    /// Nothing is made before there is a document.
    public func prepared(style: StyleSheet, context: RenderContext) throws -> any PreparedRenderer {
        UnpreparedRenderer(renderer: self, style: style, context: context)
    }
}

/// What a renderer is told besides the document and the style sheet.
public struct RenderContext: Sendable {
    /// The date to be written into the properties of the file, as `YYYY-MM-DD`; `nil` leaves it out. None is invented.
    public var date: String?
    /// The name and version of the program that writes the file.
    public var application: String
    /// How small the output is to be.
    public var compression: Compression
    /// The greatest number of threads that one document may use, 1 or more. The bytes do not depend on it.
    public var workers: Int
    /// Whether the output is printed at once by a program that computes references to pages but no tables of contents, as
    /// LibreOffice does.
    public var isPrinted: Bool
    /// What was found in the document, for an output that shows it.
    public var findings: [Diagnostic] = []

    /// Creates a context.
    public init(
        date: String? = nil,
        application: String,
        compression: Compression = .standard,
        workers: Int = 1,
        isPrinted: Bool = false
    ) {
        self.isPrinted = isPrinted
        self.date = date
        self.application = application
        self.compression = compression
        self.workers = workers
    }
}

/// What a renderer has to say about its work.
public struct RenderReport: Sendable {
    /// Characters that the format cannot hold, and what stands in their place.
    public var edits: [Edit]
    /// What the format could not express.
    public var diagnostics: [Diagnostic]

    /// Creates a report.
    public init(edits: [Edit] = [], diagnostics: [Diagnostic] = []) {
        self.edits = edits
        self.diagnostics = diagnostics
    }
}

public import SummaryModel

/// Reads one kind of file.
///
/// A reader turns bytes into a ``Draft``: the text, line by line, and what the file itself says about its lines. It does
/// not judge: what a line is, the recogniser finds from the text and from what the reader passes on. A reader removes
/// nothing unseen; what cannot become text is a finding.
public protocol Reader: Sendable {
    /// The stable name of the format.
    static var format: String { get }

    /// What is read, in one sentence.
    static var summary: LocalizedText { get }

    /// The extensions that files of the format usually have, in lower case and without the dot.
    static var extensions: [String] { get }

    /// What it may report besides what ``TextDecoder/findings`` lists; every identity that it reports is one of these.
    static var findings: [FindingDescription] { get }

    /// How sure it is, from the content above all, that `file` is of the format.
    static func recognition(of file: DraftFile) -> Recognition

    /// Creates the reader.
    init()

    /// Reads `file`.
    ///
    /// - Throws: ``DraftError`` when the file is damaged, harmful or of another format.
    func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft
}

extension Reader {
    /// No findings.
    public static var findings: [FindingDescription] { [] }
}

/// How sure a reader is that a file is of its format.
public enum Recognition: Int, Sendable, Hashable, Comparable {
    /// The file is of another format.
    case none
    /// Nothing speaks against it.
    case possible
    /// The extension or some of the content speaks for it.
    case likely
    /// The content is of no other format.
    case certain

    /// Whether `lhs` is less sure than `rhs`.
    public static func < (lhs: Recognition, rhs: Recognition) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What a reader may do besides looking at the bytes.
public struct ReaderContext: Sendable, Hashable {
    /// Whether another program of the machine may be started for formats that this one does not read by itself.
    public var allowsExternalPrograms: Bool
    /// The folders in which the user looks for programs, before the places where they usually are.
    public var programFolders: [String]
    /// The folder for files that are gone when the reading is over.
    public var temporaryFolder: String
    /// The limits that a hostile file must not pass.
    public var limits: Limits

    /// Creates a context.
    public init(
        allowsExternalPrograms: Bool = true,
        programFolders: [String] = [],
        temporaryFolder: String = "/tmp",
        limits: Limits = .standard
    ) {
        self.allowsExternalPrograms = allowsExternalPrograms
        self.programFolders = programFolders
        self.temporaryFolder = temporaryFolder
        self.limits = limits
    }
}

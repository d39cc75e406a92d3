public import SummaryModel

/// A file as a reader understood it: the text, and what the file says about the lines of the text.
public struct Draft: Sendable {
    /// The text. Formats that are not text have one line for each paragraph, row or item, in reading order.
    public var source: SourceText
    /// The name of the format (``Reader/format``).
    public var format: String
    /// The encoding of the file, when it is a text.
    public var encoding: DraftEncoding?
    /// What the format says about each line of ``source``, by index; empty when it says nothing about any.
    public var traits: [LineTraits]
    /// Where in ``source`` the syntax of the format stands, such as `**` and `## `: in order, without overlap. It is not
    /// shown, and each piece is an edit of the reading.
    public var syntax: [SourceRange]
    /// Links, and the places to which they lead.
    public var marks: [TextMark]
    /// The pictures, in order.
    public var pictures: [DraftPicture] = []
    /// The bytes of the pictures, each once.
    public var media: [Media] = []
    /// Whether `[^1]` in the text is the reference to a footnote.
    public var hasNoteReferences = true
    /// Facts about the document that the file states, by name.
    public var metadata: [String: String]
    /// What was found while reading: text that was deleted, comments, pictures.
    public var diagnostics: [Diagnostic]
    /// The document, when the file is one already and nothing has to be recognised.
    public var document: Document?

    /// Creates a draft.
    public init(
        source: SourceText,
        format: String,
        encoding: DraftEncoding? = nil,
        traits: [LineTraits] = [],
        syntax: [SourceRange] = [],
        marks: [TextMark] = [],
        metadata: [String: String] = [:],
        diagnostics: [Diagnostic] = [],
        document: Document? = nil
    ) {
        self.source = source
        self.format = format
        self.encoding = encoding
        self.traits = traits
        self.syntax = syntax
        self.marks = marks
        self.metadata = metadata
        self.diagnostics = diagnostics
        self.document = document
    }

    /// Reads plain text.
    ///
    /// - Parameters:
    ///   - bytes: Text in UTF-8 (with or without a byte-order mark), UTF-16 or GB18030.
    ///   - format: The name of the format.
    /// - Throws: ``DraftError`` when the bytes are no text.
    public init(text bytes: [UInt8], format: String = "text") throws(DraftError) {
        let decoded = try TextDecoder().decode(bytes)
        let source = SourceText(utf8: decoded.utf8)
        self.init(
            source: source,
            format: format,
            encoding: decoded.encoding,
            diagnostics: decoded.diagnostics(in: source)
        )
    }
}

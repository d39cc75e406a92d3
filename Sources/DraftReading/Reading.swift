public import SummaryModel

/// What came of reading a draft.
public struct Reading: Sendable {
    /// The draft as it was decoded.
    public var source: SourceText
    /// The encoding that it was in.
    public var encoding: DraftEncoding
    /// The document. Nothing is removed from it: residue is there as blocks of the kind ``BlockKind/residue``.
    public var document: Document
    /// What the reading itself changed: line ends of wrapped lines, the syntax of tables.
    public var edits: [Edit]
    /// What was found while reading.
    public var diagnostics: [Diagnostic]
    /// Why each block is what it is, when that was asked for.
    public var evidence: [BlockID: [Evidence]]
}

public import ReadKit
public import SummaryModel

/// What came of reading a draft.
public struct Reading: Sendable {
    /// The draft as the reader of its format understood it.
    public var draft: Draft
    /// The document. Nothing is removed from it: residue is there as blocks of the kind ``BlockKind/residue``.
    public var document: Document
    /// What the reading itself changed: line ends of wrapped lines, the syntax of tables and mark-up.
    public var edits: [Edit]
    /// What was found while reading.
    public var diagnostics: [Diagnostic]
    /// Why each block is what it is, when that was asked for.
    public var explanations: [BlockID: Explanation] = [:]

    /// The text of the draft.
    public var source: SourceText { draft.source }

    /// The physical lines, from 1, that hold the syntax of their format alone, such as a rule of Markdown. They are in no
    /// block.
    public var syntaxLines: [Int] {
        guard !draft.syntax.isEmpty else { return [] }
        let text = DraftText(draft)
        var covered = document.blocks.compactMap(\.source)[...]
        return source.lines.indices.filter { index in
            let line = source.lines[index]
            while let first = covered.first, first.upperBound <= line.lowerBound { covered.removeFirst() }
            if let first = covered.first, first.lowerBound <= line.lowerBound, line.upperBound > line.lowerBound {
                return false
            }
            return source[line].unicodeScalars.contains { !$0.isBlank }
                && text.string(line).unicodeScalars.allSatisfy(\.isBlank)
        }.map { $0 + 1 }
    }
}

internal import ParallelWork
public import ReadKit
public import SummaryModel

/// Makes a document of a draft: finds for every line what it is.
public struct DraftReader: Sendable {
    /// What a person said about lines of the draft, against the recogniser if need be.
    public struct Corrections: Sendable, Hashable {
        /// Physical lines, from 1, that belong to the document.
        public var keptLines: Set<Int>
        /// Physical lines, from 1, that do not.
        public var droppedLines: Set<Int>
        /// What physical lines, from 1, are, whatever the recogniser thinks.
        public var kinds: [Int: BlockKind]

        /// Creates corrections.
        public init(keptLines: Set<Int> = [], droppedLines: Set<Int> = [], kinds: [Int: BlockKind] = [:]) {
            self.keptLines = keptLines
            self.droppedLines = droppedLines
            self.kinds = kinds
        }

        /// What was said, for a draft without some of its lines.
        ///
        /// - Parameter removed: The physical lines that are gone, from 1, in order.
        public func afterRemoving(lines removed: [Int]) -> Corrections {
            func moved(_ line: Int) -> Int? {
                let before = removed.count { $0 < line }
                return removed.contains(line) ? nil : line - before
            }
            return Corrections(
                keptLines: Set(keptLines.compactMap(moved)),
                droppedLines: Set(droppedLines.compactMap(moved)),
                kinds: Dictionary(
                    kinds.compactMap { line, kind in moved(line).map { ($0, kind) } },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }

    private let words = Lexicon.standard

    /// What may be found in a draft of any format.
    public static let findings = [
        FindingDescription(
            "reading.empty",
            .warning,
            LocalizedText(zh: "草稿没有可排版的文字", en: "The draft has no text.")
        ),
        FindingDescription(
            "reading.several-documents",
            .warning,
            LocalizedText(zh: "一个文件里有几篇文稿", en: "A file holds several documents.")
        ),
    ]

    /// Creates a reader.
    public init() {}

    /// Recognises the lines of `draft`; a document that the file held as such is only corrected.
    ///
    /// - Parameters:
    ///   - draft: What a reader made of a file.
    ///   - corrections: What a person said about lines.
    ///   - explains: Whether the evidence for every block is wanted.
    ///   - threads: How many threads may share the work, 1 or more; the result does not depend on it.
    public func read(
        _ draft: Draft,
        corrections: Corrections = Corrections(),
        explains: Bool = false,
        threads: Int = 1
    ) -> Reading {
        if let document = draft.document { return read(document, of: draft, corrections) }
        let workers = Workers(threads)
        var lines = LineScanner(words: words).lines(of: draft, by: workers)
        for index in lines.indices where lines[index].hasTraits && lines[index].traits.isCertain {
            lines[index].declaredKind = lines[index].traits.kind
        }
        if !corrections.kinds.isEmpty {
            for index in lines.indices {
                if let kind = corrections.kinds[lines[index].number] { lines[index].declaredKind = kind }
            }
        }
        let scorer = LineScorer(
            lines,
            source: draft.source,
            kept: corrections.keptLines,
            dropped: corrections.droppedLines
        )
        let recognizer = Recognizer(lines, by: scorer, workers: workers)
        let states = recognizer.path()
        var builder = DocumentBuilder(draft: draft)
        builder.build(lines, states, by: workers)
        var reading = Reading(
            draft: draft,
            document: Self.document(of: builder, draft),
            edits: builder.edits,
            diagnostics: draft.diagnostics + (lines.isEmpty ? [Self.emptyDraft] : [])
        )
        if !draft.marks.isEmpty { MarkedPieces(draft).mark(&reading.document) }
        reading.diagnostics += Self.severalDocuments(reading.document, draft.source)
        if explains {
            let confidence = recognizer.confidence(in: states)
            reading.explanations = Self.explanations(of: builder.blocks, lines, states, confidence, scorer)
        }
        return reading
    }

    /// The document of the blocks that were made, with what does not depend on the text alone.
    private static func document(of builder: DocumentBuilder, _ draft: Draft) -> Document {
        var blocks = PictureBlocks.inserting(draft, into: builder.blocks)
        CaptionSearch.mark(&blocks, butNot: builder.declared)
        var document = Document(metadata: draft.metadata, blocks: blocks)
        document.media = draft.media
        // Where there are no footnotes there is nothing to say.
        document.hasNoteReferences = draft.hasNoteReferences || !blocks.contains { $0.kind == .footnote }
        PageBreaks.settle(&document)
        return document
    }

    /// Recognises the lines of a plain text.
    ///
    /// - Throws: ``DraftError`` when the bytes are no text.
    public func read(
        text bytes: [UInt8],
        corrections: Corrections = Corrections(),
        explains: Bool = false
    ) throws(DraftError) -> Reading {
        read(try Draft(text: bytes), corrections: corrections, explains: explains)
    }

    /// Takes over a document that the file held as such.
    private func read(_ document: Document, of draft: Draft, _ corrections: Corrections) -> Reading {
        var given = GivenDocument(document, in: draft, corrections: corrections)
        given.correct()
        return Reading(
            draft: draft,
            document: given.document,
            edits: given.edits,
            diagnostics: draft.diagnostics + (document.blocks.isEmpty ? [Self.emptyDraft] : [])
        )
    }

    private static func explanations(
        of blocks: [Block],
        _ lines: [DraftLine],
        _ states: [LineState],
        _ confidence: [Double],
        _ scorer: LineScorer
    ) -> [BlockID: Explanation] {
        var places: [Int: Int] = [:]
        for (index, line) in lines.enumerated() { places[line.range.lowerBound] = index }
        var all: [BlockID: Explanation] = [:]
        for block in blocks {
            guard let start = block.source?.lowerBound, let index = places[start] else { continue }
            all[block.id] = Explanation(
                confidence: confidence[index],
                evidence: scorer.evidence(states[index], index)
            )
        }
        return all
    }

    /// The finding that the file holds several documents.
    private static func severalDocuments(_ document: Document, _ source: SourceText) -> [Diagnostic] {
        let lines = document.furtherStarts.compactMap { document.blocks[$0].source }
            .map { source.position(at: $0.lowerBound) }
        guard let first = lines.first else { return [] }
        let list = lines.prefix(5).map { String($0.line) }
        let more = lines.count > 5
        return [
            Diagnostic(
                id: "reading.several-documents",
                severity: .warning,
                message: LocalizedText(
                    zh:
                        "文件里有 \(lines.count + 1) 篇文稿，后面的始于第 \(list.joined(separator: "、"))\(more ? "……" : "") 行，各自另起一页；要分别输出，请先拆成几个文件",
                    en:
                        "the file holds \(lines.count + 1) documents; further ones begin on line \(list.joined(separator: ", "))\(more ? ", …" : "") and on new pages; split the file to get one output each"
                ),
                start: first
            )
        ]
    }

    private static let emptyDraft = Diagnostic(
        id: "reading.empty",
        severity: .warning,
        message: LocalizedText(zh: "草稿是空的，没有可排版的文字", en: "the draft is empty; there is no text to set")
    )
}

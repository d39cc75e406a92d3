internal import SummaryModel

/// Reads a draft: bytes to text to a document with every line recognised.
public struct DraftReader: Sendable {
    /// What a person said about lines of the draft, against the recogniser if need be.
    public struct Corrections: Sendable, Hashable {
        /// Physical lines, from 1, that belong to the document.
        public var keptLines: Set<Int>
        /// Physical lines, from 1, that do not.
        public var droppedLines: Set<Int>

        /// Creates corrections.
        public init(keptLines: Set<Int> = [], droppedLines: Set<Int> = []) {
            self.keptLines = keptLines
            self.droppedLines = droppedLines
        }
    }

    private let words = Lexicon.standard

    /// Creates a reader.
    public init() {}

    /// Reads `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: Text in UTF-8 (with or without a byte-order mark), UTF-16 or GB18030.
    ///   - corrections: What a person said about lines.
    ///   - explains: Whether the evidence for every block is wanted.
    /// - Throws: ``DraftError`` when the bytes are no text.
    public func read(
        _ bytes: [UInt8],
        corrections: Corrections = Corrections(),
        explains: Bool = false
    ) throws(DraftError) -> Reading {
        let decoded = try TextDecoder().decode(bytes)
        let source = SourceText(utf8: decoded.utf8)
        let lines = LineScanner(words: words).lines(of: source)
        let scorer = LineScorer(
            lines,
            source: source,
            kept: corrections.keptLines,
            dropped: corrections.droppedLines
        )
        let states = Recognizer().states(of: lines, by: scorer)
        var builder = DocumentBuilder(source: source)
        builder.build(lines, states)
        var reading = Reading(
            source: source,
            encoding: decoded.encoding,
            document: Document(blocks: builder.blocks),
            edits: builder.edits,
            diagnostics: Self.diagnostics(decoded, source) + (lines.isEmpty ? [Self.emptyDraft] : []),
            evidence: [:]
        )
        if explains { reading.evidence = Self.evidence(for: builder.blocks, lines, states, scorer) }
        return reading
    }

    private static func evidence(
        for blocks: [Block],
        _ lines: [DraftLine],
        _ states: [LineState],
        _ scorer: LineScorer
    ) -> [BlockID: [Evidence]] {
        var places: [Int: Int] = [:]
        for (index, line) in lines.enumerated() { places[line.range.lowerBound] = index }
        var all: [BlockID: [Evidence]] = [:]
        for block in blocks {
            guard let start = block.source?.lowerBound, let index = places[start] else { continue }
            var found: [Evidence] = []
            _ = scorer.score(states[index], index) { found.append(Evidence($0, weight: $1)) }
            all[block.id] = found
        }
        return all
    }

    private static let emptyDraft = Diagnostic(
        id: "reading.empty",
        severity: .warning,
        message: LocalizedText(zh: "草稿是空的，没有可排版的文字", en: "the draft is empty; there is no text to set")
    )

    private static func diagnostics(_ decoded: TextDecoder.Decoded, _ source: SourceText) -> [Diagnostic] {
        guard decoded.invalid > 0 else { return [] }
        var start: SourcePosition?
        if let place = source.utf8.indices.dropLast(2).first(where: {
            source.utf8[$0] == 0xEF && source.utf8[$0 + 1] == 0xBF && source.utf8[$0 + 2] == 0xBD
        }) {
            start = source.position(at: place)
        }
        return [
            Diagnostic(
                id: "reading.invalid-bytes",
                severity: .warning,
                message: LocalizedText(
                    zh: "有 \(decoded.invalid) 处字节在 \(decoded.encoding.rawValue) 中不是字符，已显示为“\u{FFFD}”；请核对原文件",
                    en:
                        "\(decoded.invalid) invalid byte sequence(s) in \(decoded.encoding.rawValue) stand as U+FFFD; compare with the original"
                ),
                start: start
            )
        ]
    }
}

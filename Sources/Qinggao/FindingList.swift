internal import DraftReading
public import StageKit
public import SummaryModel

/// What `check` lists about one draft: its findings, and the corrections that stages made, in the order of the text.
public struct FindingList: Sendable {
    /// A finding or a correction.
    public struct Entry: Sendable {
        /// The stable name.
        public var id: String
        /// How much it matters; a correction is a note.
        public var severity: Severity
        /// Whether it is a correction that a stage makes by itself.
        public var isCorrection: Bool
        /// The place in the draft.
        public var start: SourcePosition?
        /// The column after the end, on the line of the start.
        public var endColumn: Int?
        /// What was found and what to do.
        public var message: LocalizedText
        /// The standard and clause.
        public var source: String?
        /// Changes that would cure it.
        public var fixes: [FixIt]
    }

    /// The input as the user named it.
    public let input: String
    /// The entries in the order of the text; those without a place at the end.
    public let entries: [Entry]
    /// How many corrections only take away or put in blanks; they are not among the entries. Indents do not count: they
    /// go when the draft is rendered.
    public let blankCorrectionCount: Int

    /// Lists what a conversion found.
    ///
    /// - Parameters:
    ///   - conversion: The draft, read and worked on.
    ///   - input: The name of the draft.
    ///   - correcting: The names of the stages whose changes are corrections.
    ///   - ignored: Findings and changes that are left out.
    public init(
        _ conversion: DraftConversion,
        input: String,
        correcting: Set<String>,
        ignoring ignored: [Suppression] = []
    ) {
        let source = conversion.reading.source
        self.input = input
        var found = conversion.diagnostics.map { finding in
            Entry(
                id: finding.id,
                severity: finding.severity,
                isCorrection: false,
                start: finding.start,
                endColumn: finding.endColumn,
                message: finding.message,
                source: finding.source,
                fixes: finding.fixes
            )
        }
        var blanks = 0
        for edit in conversion.edits where correcting.contains(edit.stage) {
            if ignored.contains(where: { $0.covers(edit, in: source) }) { continue }
            if Self.isBlank(edit.before), Self.isBlank(edit.after) {
                if !edit.isIndent(in: source) { blanks += 1 }
                continue
            }
            found.append(Self.entry(edit, in: source))
        }
        blankCorrectionCount = blanks
        func key(_ entry: Entry) -> SourcePosition { entry.start ?? SourcePosition(line: .max, column: .max) }
        entries = found.enumerated()
            .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
            .map(\.element)
    }

    private static func entry(_ edit: Edit, in source: SourceText) -> Entry {
        let start = source.position(at: edit.offset)
        let end = source.position(at: min(edit.offset + edit.before.utf8.count, source.utf8.count))
        return Entry(
            id: edit.id,
            severity: .info,
            isCorrection: true,
            start: start,
            endColumn: end.line == start.line && end.column > start.column ? end.column : nil,
            message: Self.message(edit),
            source: nil,
            fixes: [FixIt(before: edit.before, after: edit.after, applicability: .safe)]
        )
    }

    private static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.isBlank) }
}

extension FindingList {
    private static func message(_ edit: Edit) -> LocalizedText {
        let (before, after) = (shortened(edit.before), shortened(edit.after))
        if after.isEmpty { return LocalizedText(zh: "删去“\(before)”", en: "'\(before)' is taken out") }
        if before.isEmpty { return LocalizedText(zh: "补上“\(after)”", en: "'\(after)' is put in") }
        return LocalizedText(zh: "“\(before)”改为“\(after)”", en: "'\(before)' becomes '\(after)'")
    }

    /// At most 30 characters of a text.
    private static func shortened(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        return scalars.count <= 30 ? text : scalars[..<29].string + "…"
    }
}

public import SummaryModel
internal import WordTemplates

/// What became of every row of a merge, as `--manifest` writes it.
public enum MergeManifest {
    /// The name and version of the JSON form.
    public static let schema = "qinggao-manifest/1"

    /// What a merge may find besides what stages find.
    public static let findings =
        [
            FindingDescription(
                "merge.changed-name",
                .info,
                LocalizedText(zh: "字段的值不能照样作文件名，改用 _", en: "A value cannot stand in the name of a file as it is.")
            )
        ] + FillReport.findings

    /// What became of a row.
    public enum Status: String, Sendable, Encodable {
        /// Its document was written.
        case written
        /// Its document was there already and was left.
        case skipped
        /// Its document would be written, were this not a trial.
        case planned
        /// There is no document, and the message says why.
        case failed
    }

    /// One row with its document.
    public struct Entry: Sendable, Encodable {
        /// The number of the row as it is shown to people.
        public var row: Int
        /// The line of the file of rows on which it begins, from 1.
        public var line: Int?
        /// The column on that line, from 1, where a row is broken.
        public var column: Int?
        /// The path of the document; `nil` when there is no name for it.
        public var file: String?
        /// What became of it.
        public var status: Status
        /// The fields that the template asks for and the row does not have, each once.
        public var missing: [String] = []
        /// What was found in the document.
        public var findings: [Finding] = []
        /// Why there is no document.
        public var message: String?

        /// Creates an entry.
        public init(row: Int, line: Int?, file: String? = nil, status: Status) {
            self.row = row
            self.line = line
            self.file = file
            self.status = status
        }
    }

    /// A finding about one document.
    public struct Finding: Sendable, Encodable {
        /// The stable name.
        public var id: String
        /// How much it matters.
        public var severity: Severity
        /// The line of the template, from 1; `nil` when it has none.
        public var line: Int?
        /// What was found and what to do.
        public var message: String

        /// Takes a finding over in one language.
        public init(_ diagnostic: Diagnostic, in language: Language) {
            id = diagnostic.id
            severity = diagnostic.severity
            line = diagnostic.start?.line
            message = diagnostic.message(language)
        }
    }

    /// The numbers of rows by what became of them.
    public struct Summary: Sendable, Encodable {
        /// Rows whose documents were written.
        public var written = 0
        /// Rows whose documents were there already.
        public var skipped = 0
        /// Rows whose documents would be written.
        public var planned = 0
        /// Rows without a document.
        public var failed = 0
        /// Whether the merge was stopped before its last row.
        public var interrupted = false

        /// Creates the summary of no rows.
        public init() {}

        /// All rows.
        public var count: Int { written + skipped + planned + failed }

        /// Counts a row.
        public mutating func add(_ status: Status) {
            switch status {
            case .written: written += 1
            case .skipped: skipped += 1
            case .planned: planned += 1
            case .failed: failed += 1
            }
        }
    }
}

internal import DraftReading
internal import StageKit
public import SummaryModel

/// What was changed in a draft and what was found, as `--report` writes it.
public struct ChangeReport: Sendable, Encodable {
    /// One change.
    public struct Change: Sendable, Hashable, Encodable {
        /// Who made it.
        public var stage: String
        /// The physical line of the draft, from 1.
        public var line: Int
        /// The column in Unicode scalars, from 1.
        public var column: Int
        /// What stood there.
        public var before: String
        /// What stands there now.
        public var after: String
        /// The stable name of the reason.
        public var reason: String
    }

    /// One finding.
    public struct Finding: Sendable, Hashable, Encodable {
        /// The stable name.
        public var id: String
        /// How much it matters.
        public var severity: Severity
        /// The physical line of the draft, from 1.
        public var line: Int?
        /// The column in Unicode scalars, from 1.
        public var column: Int?
        /// The column after the end.
        public var endColumn: Int?
        /// What was found and what to do.
        public var message: String
        /// The standard and clause it rests on.
        public var source: String?
        /// Changes that would cure it.
        public var fixes: [FixIt]
    }

    /// The time of one stage.
    public struct StageTime: Sendable, Hashable, Encodable {
        /// The name of the stage.
        public var name: String
        /// The time it took, in milliseconds.
        public var milliseconds: Double
        /// `true` when its condition did not hold, so that it did not work.
        public var skipped: Bool?
    }

    /// The name and version of the JSON form.
    public var schema = "qinggao-report/1"
    /// The input as the user named it.
    public var input: String
    /// The changes in the order in which they were made.
    public var edits: [Change]
    /// The findings.
    public var diagnostics: [Finding]
    /// The stages in order.
    public var stages: [StageTime]

    /// Creates the report of a conversion.
    public init(_ conversion: DraftConversion, input: String, language: Language) {
        let source = conversion.reading.source
        self.input = input
        edits = conversion.edits.map { edit in
            let position = source.position(at: edit.offset)
            return Change(
                stage: edit.stage,
                line: position.line,
                column: position.column,
                before: edit.before,
                after: edit.after,
                reason: edit.reason
            )
        }
        diagnostics = conversion.diagnostics.map { diagnostic in
            Finding(
                id: diagnostic.id,
                severity: diagnostic.severity,
                line: diagnostic.start?.line,
                column: diagnostic.start?.column,
                endColumn: diagnostic.endColumn,
                message: diagnostic.message(language),
                source: diagnostic.source,
                fixes: diagnostic.fixes
            )
        }
        stages = conversion.times.map { time in
            guard let duration = time.duration else {
                return StageTime(name: time.stage, milliseconds: 0, skipped: true)
            }
            let seconds = Double(duration.components.seconds)
            let fraction = Double(duration.components.attoseconds) / 1e18
            return StageTime(name: time.stage, milliseconds: ((seconds + fraction) * 1e6).rounded() / 1e3)
        }
    }

    /// The report as a list for people, in Markdown, which reads as plain text as well.
    public func list(in language: Language) -> String {
        let isChinese = language == .chinese
        var lines = ["# \(input)", ""]
        lines.append(isChinese ? "## 改动（\(edits.count)）" : "## Changes (\(edits.count))")
        lines.append("")
        for edit in edits {
            lines.append(
                "- \(edit.line):\(edit.column) \(quoted(edit.before)) → \(quoted(edit.after)) \(edit.stage): \(edit.reason)"
            )
        }
        lines.append("")
        lines.append(isChinese ? "## 发现（\(diagnostics.count)）" : "## Findings (\(diagnostics.count))")
        lines.append("")
        for finding in diagnostics {
            let place = finding.line.map { "\($0):\(finding.column ?? 1) " } ?? ""
            let norm = finding.source.map { isChinese ? "（\($0)）" : " (\($0))" } ?? ""
            lines.append("- \(place)[\(finding.severity.rawValue)] \(finding.message)\(norm) \(finding.id)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text in corner brackets, with its line ends and blanks made visible when it has nothing else.
    private func quoted(_ text: String) -> String {
        if text.isEmpty { return "「」" }
        if text.unicodeScalars.allSatisfy(\.isBlank) {
            return "「" + text.unicodeScalars.map { "U+" + hex($0.value) }.joined(separator: " ") + "」"
        }
        return "「" + text.split(whereSeparator: \.isNewline).joined(separator: " ") + "」"
    }

    private func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

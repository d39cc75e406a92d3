internal import StageKit
internal import SummaryModel

/// One run of a stage on a document, and what every run must keep whatever the document is.
struct StageRun {
    let source: SourceText
    let document: Document
    let result: Pipeline.Result
    private let pipeline: Pipeline
    private let date: String?

    /// Runs the one stage of `pipeline`.
    init(
        _ pipeline: Pipeline,
        _ document: Document,
        _ source: SourceText,
        date: String?
    ) throws(Pipeline.StageFailure) {
        self.pipeline = pipeline
        self.document = document
        self.source = source
        self.date = date
        result = try pipeline.run(document, source: source, date: date)
    }

    /// The text of the document afterwards, one block a line.
    var text: String { Self.text(result.document) }

    /// The text of a document, one block a line.
    static func text(_ document: Document) -> String {
        document.blocks.map(\.shownText).joined(separator: "\n")
    }

    /// What the run broke, one sentence each.
    func failures() throws(Pipeline.StageFailure) -> [String] {
        var failures = unaccounted()
        let again = try pipeline.run(result.document, source: source, date: date)
        if !again.edits.isEmpty { failures.append("a second run changes the document: \(again.edits)") }
        let twin = try pipeline.run(document, source: source, date: date)
        if twin.document != result.document || !Self.text(twin.document).utf8.elementsEqual(text.utf8) {
            failures.append("the same document comes out otherwise the next time")
        }
        if twin.edits != result.edits { failures.append("the edits are others the next time") }
        if twin.diagnostics != result.diagnostics { failures.append("the findings are others the next time") }
        return failures + findings() + edits()
    }

    // MARK: - Edits

    private func unaccounted() -> [String] {
        var counts: [Unicode.Scalar: Int] = [:]
        func add(_ text: String, _ sign: Int) {
            for scalar in text.unicodeScalars { counts[scalar, default: 0] += sign }
        }
        for block in document.blocks { add(block.shownText, 1) }
        for edit in result.edits {
            add(edit.before, -1)
            add(edit.after, 1)
        }
        for block in result.document.blocks { add(block.shownText, -1) }
        let wrong = counts.filter { $0.value != 0 }.keys.sorted()
        return wrong.isEmpty ? [] : ["the edits do not account for \(wrong.map(String.init))"]
    }

    private func edits() -> [String] {
        result.edits.filter { !StableName.isWellFormed($0.reason) }.map {
            "the reason '\($0.reason)' of an edit is not made of lower-case words with hyphens"
        }
    }

    // MARK: - Findings

    private func findings() -> [String] {
        guard let stage = pipeline.stages.first else { return [] }
        // One of several stages of a type may have a name of its own.
        let (type, name) = (type(of: stage), stage.label)
        let known = Set(type.findings.map { name + $0.id.dropFirst(type.name.count) })
        var texts: [BlockID: [UInt8]] = [:]
        for block in result.document.blocks { texts[block.id] = Array(block.shownText.utf8) }
        return result.diagnostics.flatMap { finding -> [String] in
            var failures: [String] = []
            if finding.id != name, !finding.id.hasPrefix(name + ".") {
                failures.append("the finding '\(finding.id)' does not begin with '\(name).'")
            }
            if !known.contains(finding.id) {
                failures.append("the finding '\(finding.id)' is not listed in 'findings'")
            }
            failures += WordingCheck.failures(finding.message, "the message of '\(finding.id)'")
            if let anchor = finding.anchor { failures += Self.failures(of: anchor, finding, in: texts) }
            return failures
        }
    }

    private static func failures(
        of anchor: Diagnostic.Anchor,
        _ finding: Diagnostic,
        in texts: [BlockID: [UInt8]]
    ) -> [String] {
        guard let text = texts[anchor.block] else {
            return ["'\(finding.id)' is anchored to the block '\(anchor.block.rawValue)', which is not there"]
        }
        let range = anchor.range ?? 0..<text.count
        guard range.lowerBound >= 0, range.upperBound <= text.count else {
            return ["'\(finding.id)' is anchored to \(range), outside the \(text.count) bytes of its block"]
        }
        func isBoundary(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
        guard isBoundary(range.lowerBound), isBoundary(range.upperBound) else {
            return ["'\(finding.id)' is anchored to \(range), inside a character"]
        }
        return finding.fixes.compactMap { fix in
            if !fix.before.utf8.elementsEqual(text[range]) {
                return "a fix of '\(finding.id)' replaces '\(fix.before)', but "
                    + "'\(String(decoding: text[range], as: UTF8.self))' stands at its anchor"
            }
            return fix.before.utf8.elementsEqual(fix.after.utf8) ? "a fix of '\(finding.id)' changes nothing" : nil
        }
    }
}

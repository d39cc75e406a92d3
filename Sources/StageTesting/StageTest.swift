public import StageKit
public import SummaryModel

/// Tests a stage on short drafts: what it changes, what it reports, and that it keeps the promises of every stage.
///
/// Findings are written into the draft as marks, `[[id: text]]`, around the text to which the finding is anchored:
///
/// ```swift
/// let test = StageTest(stage, reading: { reader.read($0) })
/// #expect(test.failures("一、总结\n[[numbering.gap: 三、]]打算") == [])
/// ```
///
/// Several findings on one text stand in one mark with commas between them, `[[a.b, c.d: text]]`, or in marks inside
/// each other.
public struct StageTest {
    private let pipeline: Pipeline
    private let date: String?
    private let read: (SourceText) -> Document

    /// Creates a test.
    ///
    /// - Parameters:
    ///   - stage: The stage.
    ///   - date: The date that the stage is given, as `YYYY-MM-DD`.
    ///   - read: Makes a document from a draft.
    public init(_ stage: any Stage, date: String? = nil, reading read: @escaping (SourceText) -> Document) {
        pipeline = Pipeline([stage])
        self.date = date
        self.read = read
    }

    /// Runs the stage and lists what is not as it should be, one sentence each; empty when all is well.
    ///
    /// Checked are the findings and their places, the text that comes out, that a second run (on the document, and on its
    /// text read again) changes nothing, and that the recorded edits account for every character.
    ///
    /// - Parameters:
    ///   - draft: The draft, with marks.
    ///   - expected: The text of the document afterwards, one block a line; `nil` when the stage must change nothing.
    ///   - placeless: The identities of the findings that have no place in the draft.
    public func failures(_ draft: String, becomes expected: String? = nil, placeless: [String] = []) -> [String] {
        let marked = MarkedText(draft)
        let source = SourceText(marked.text)
        let document = read(source)
        do {
            let result = try pipeline.run(document, source: source, date: date)
            var failures = differences(
                "finding",
                wanted: marked.findings(in: source) + placeless,
                found: result.diagnostics.map(Self.describe)
            )
            let text = Self.text(result.document)
            let wanted = expected ?? Self.text(document)
            if !text.utf8.elementsEqual(wanted.utf8) { failures.append("the text is\n\(text)\nwanted\n\(wanted)") }
            failures += Self.unaccounted(document, result)
            let again = try pipeline.run(result.document, source: source, date: date)
            if !again.edits.isEmpty { failures.append("a second run changes the document: \(again.edits)") }
            let output = SourceText(text)
            let reread = try pipeline.run(read(output), source: output, date: date)
            if !reread.edits.isEmpty { failures.append("the output, read again, is changed: \(reread.edits)") }
            return failures
        } catch {
            return ["the stage failed: \(error.reason.en)"]
        }
    }

    private static func text(_ document: Document) -> String {
        document.blocks.map(\.shownText).joined(separator: "\n")
    }

    private static func describe(_ diagnostic: Diagnostic) -> String {
        guard let start = diagnostic.start else { return diagnostic.id }
        return "\(start.line):\(start.column)-\(diagnostic.endColumn ?? start.column) \(diagnostic.id)"
    }

    private func differences(_ what: String, wanted: [String], found: [String]) -> [String] {
        var left = found
        var failures: [String] = []
        for item in wanted {
            if let index = left.firstIndex(of: item) {
                left.remove(at: index)
            } else {
                failures.append("missing \(what): \(item)")
            }
        }
        return failures + left.map { "unexpected \(what): \($0)" }
    }

    private static func unaccounted(_ before: Document, _ result: Pipeline.Result) -> [String] {
        var counts: [Unicode.Scalar: Int] = [:]
        func add(_ text: String, _ sign: Int) {
            for scalar in text.unicodeScalars { counts[scalar, default: 0] += sign }
        }
        for block in before.blocks { add(block.shownText, 1) }
        for edit in result.edits {
            add(edit.before, -1)
            add(edit.after, 1)
        }
        for block in result.document.blocks { add(block.shownText, -1) }
        let wrong = counts.filter { $0.value != 0 }.keys.sorted()
        return wrong.isEmpty ? [] : ["the edits do not account for \(wrong.map(String.init))"]
    }
}

public import RenderKit
internal import SummaryModel

/// Checks what every renderer must keep, on documents that are made to break one: every kind of block, kinds that nobody
/// knows, documents of nothing, control characters, ragged tables, a paragraph of 100,000 characters.
///
/// ```swift
/// let failures = RendererConformance.failures(
///     of: PlainTextRenderer(),
///     style: style,
///     shownText: { String(decoding: $0, as: UTF8.self) }
/// )
/// #expect(failures == [])
/// ```
public enum RendererConformance {
    /// What is not as it should be, one sentence each with the name of the document; empty when all is well.
    ///
    /// The same document gives the same bytes and the same report, also from a new renderer and with a date; the error of
    /// a sink comes through and ends the work; a format that is text is valid UTF-8, and one that is binary is not;
    /// findings and edits of the report are well-formed; and the text of the document less the edits is what the output
    /// shows.
    ///
    /// - Parameters:
    ///   - renderer: The renderer.
    ///   - style: A style sheet.
    ///   - shownText: The text that an output shows, read by code that shares nothing with the renderer, without what
    ///     stands on the edges of pages. White space and control characters do not count. `nil` leaves out the comparison.
    public static func failures(
        of renderer: any Renderer,
        style: StyleSheet,
        shownText: ((_ bytes: [UInt8]) throws -> String)? = nil
    ) -> [String] {
        let type = type(of: renderer)
        var failures = descriptions(type)
        var isTextThroughout = true
        for sample in SampleDocument.all {
            do {
                let output = try Output(renderer, sample.document, style)
                failures += try outputs(output, renderer, sample, style, shownText).map { "\(sample.name): \($0)" }
                isTextThroughout = isTextThroughout && output.isText
            } catch {
                failures.append("\(sample.name): \(error)")
            }
        }
        if type.isBinary, isTextThroughout {
            failures.append("the format says that it is binary, but its files are text")
        }
        return failures + sinks(renderer, style)
    }

    /// What a renderer wrote.
    private struct Output {
        var bytes: [UInt8]
        var report: RenderReport

        init(_ renderer: any Renderer, _ document: Document, _ style: StyleSheet, date: String? = nil) throws {
            var sink = MemorySink()
            let context = RenderContext(date: date, application: "conformance")
            report = try renderer.render(document, style: style, context: context, into: &sink)
            bytes = sink.bytes
        }

        var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }
    }

    private static func descriptions(_ type: any Renderer.Type) -> [String] {
        var failures = WordingCheck.failures(ofSummary: type.summary, "the summary of the format")
        for finding in type.findings {
            failures += WordingCheck.failures(ofSummary: finding.summary, "the summary of '\(finding.id)'")
        }
        if !StableName.isWellFormed(type.format) {
            failures.append("the format '\(type.format)' is not made of lower-case words with hyphens")
        }
        return failures
    }

    // MARK: - Outputs

    private static func outputs(
        _ output: Output,
        _ renderer: any Renderer,
        _ sample: SampleDocument,
        _ style: StyleSheet,
        _ shownText: ((_ bytes: [UInt8]) throws -> String)?
    ) throws -> [String] {
        let type = type(of: renderer)
        var failures: [String] = []
        for (other, what) in [(renderer, "the next time"), (type.init(), "from a new renderer")] {
            let again = try Output(other, sample.document, style)
            if again.bytes != output.bytes { failures.append("the bytes are others \(what)") }
            if again.report.edits != output.report.edits || again.report.diagnostics != output.report.diagnostics {
                failures.append("the report is another \(what)")
            }
        }
        let dated = try Output(renderer, sample.document, style, date: "2024-12-31")
        if try Output(renderer, sample.document, style, date: "2024-12-31").bytes != dated.bytes {
            failures.append("with a date, the bytes are others the next time")
        }
        if !type.isBinary, !output.isText { failures.append("the output is not valid UTF-8") }
        failures += reports(output.report, of: type, on: sample.document)
        if let shownText {
            var counted = CountedCharacters()
            for block in sample.document.blocks { counted.add(block.shownText, times: -1) }
            for edit in output.report.edits {
                counted.add(edit.before)
                counted.add(edit.after, times: -1)
            }
            counted.add(try shownText(output.bytes))
            failures += counted.imbalances
        }
        return failures
    }

    private static func reports(
        _ report: RenderReport,
        of type: any Renderer.Type,
        on document: Document
    ) -> [String] {
        let format = type.format
        let known = Set(type.findings.map(\.id))
        var failures: [String] = []
        for edit in report.edits {
            if edit.stage != format { failures.append("an edit is of '\(edit.stage)', not of the format") }
            if !StableName.isWellFormed(edit.reason) {
                failures.append("the reason '\(edit.reason)' of an edit is not made of lower-case words with hyphens")
            }
        }
        let blocks = Set(document.blocks.map(\.id))
        for finding in report.diagnostics {
            if !finding.id.hasPrefix(format + ".") {
                failures.append("the finding '\(finding.id)' does not begin with '\(format).'")
            }
            if !known.contains(finding.id) { failures.append("the finding '\(finding.id)' is not listed") }
            failures += WordingCheck.failures(finding.message, "the message of '\(finding.id)'")
            if let anchor = finding.anchor, !blocks.contains(anchor.block) {
                failures.append("'\(finding.id)' is anchored to a block that is not there")
            }
        }
        return failures
    }

    // MARK: - Sinks

    private static func sinks(_ renderer: any Renderer, _ style: StyleSheet) -> [String] {
        guard let whole = try? Output(renderer, SampleDocument.everyKind.document, style) else { return [] }
        let size = whole.bytes.count
        guard size > 0 else { return ["nothing is written for \(SampleDocument.everyKind.name)"] }
        return Set([0, 1, size / 2, size - 1]).sorted().filter { $0 < size }.flatMap { capacity -> [String] in
            var sink = FailingSink(capacity: capacity)
            let place = "a sink that fails after \(capacity) of \(size) bytes"
            var failures: [String] = []
            do {
                _ = try renderer.render(
                    SampleDocument.everyKind.document,
                    style: style,
                    context: RenderContext(application: "conformance"),
                    into: &sink
                )
                failures.append("\(place) is not noticed")
            } catch is FailingSink.Full {
            } catch {
                failures.append("of \(place), another error comes through: \(error)")
            }
            if sink.wasUsedAgain { failures.append("\(place) is given more") }
            return failures
        }
    }
}

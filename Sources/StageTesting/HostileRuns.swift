internal import StageKit
internal import SummaryModel

/// Runs a stage on the hostile forms of a draft and compares what comes of them with what came of the plain one.
struct HostileRuns {
    /// Makes a document from the bytes of a draft.
    typealias Read = ([UInt8]) throws -> (source: SourceText, document: Document)

    /// The run on the plain draft.
    let plain: StageRun
    let pipeline: Pipeline
    let date: String?
    let read: Read
    /// Whether `read` decodes bytes, so that it may get a byte-order mark.
    let decodes: Bool

    private static let fourBytes = "𠮷"
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// What is not as it should be in a form of the draft, one sentence each, with the name of the form.
    func failures(_ variant: HostileVariant) -> [String] {
        do {
            return try differences(variant).map { "\(variant.rawValue): \($0)" }
        } catch let error as Pipeline.StageFailure {
            return ["\(variant.rawValue): the stage failed: \(error.reason.en)"]
        } catch {
            return ["\(variant.rawValue): the draft cannot be read: \(error)"]
        }
    }

    private func differences(_ variant: HostileVariant) throws -> [String] {
        let (source, document) = (plain.source, plain.document)
        switch variant {
        case .fourByteParagraphs, .combiningMarks, .emojiSequences:
            // A document of nothing means something else with paragraphs in it.
            guard !document.blocks.isEmpty else { return [] }
            return try compare(ExtendedDraft(source, document, paragraph: Self.paragraph(variant)))
        case .fourByteOpenings:
            let opening = Self.fourBytes + "。"
            return try compare(ExtendedDraft(source, document, opening: opening)) { text in
                guard let place = text.utf8.firstRange(of: Array(opening.utf8)) else { return text }
                var rest = text
                rest.removeSubrange(place)
                return rest
            }
        case .wideIndentation:
            return try compare(ExtendedDraft(source, document, indentation: "\u{3000}\u{3000}"), Self.trimmed)
        case .noBreakIndentation:
            return try compare(ExtendedDraft(source, document, indentation: "\u{A0}\u{A0}"), Self.trimmed)
        case .crlf: return try compareLineEnds([0x0D, 0x0A])
        case .cr: return try compareLineEnds([0x0D])
        case .byteOrderMark:
            return decodes ? try compare(Self.byteOrderMark + source.utf8) : []
        case .emptyDocument:
            return try StageRun(pipeline, Document(), SourceText(""), date: date).failures()
        case .blankDocument:
            let blanks = SourceText("\u{3000} \u{A0}\n\t\n\n  ")
            let (text, document) = try read(blanks.utf8)
            let asRead = try StageRun(pipeline, document, text, date: date).failures()
            let paragraph = Block(
                id: BlockID(rawValue: "blank"),
                kind: .paragraph,
                content: [.text(blanks[blanks.lines[0]], source: blanks.lines[0])],
                origin: .source(blanks.lines[0])
            )
            return asRead
                + (try StageRun(pipeline, Document(blocks: [paragraph]), blanks, date: date).failures())
        case .readAgain:
            let (text, document) = try read(Array(plain.text.utf8))
            let edits = try pipeline.run(document, source: text, date: date).edits
            return edits.isEmpty ? [] : ["the output, read again, is changed: \(edits)"]
        }
    }

    /// Sentences, since a line without a stop may be taken for one of a list.
    private static func paragraph(_ variant: HostileVariant) -> String {
        switch variant {
        case .combiningMarks: "cafe\u{301} 与 re\u{301}sume\u{301}，か\u{3099}。"
        case .emojiSequences: "👨‍👩‍👧‍👦家庭日🏳️‍🌈👍🏽。"
        default: "𠮷𠮷𠮷。"
        }
    }

    // MARK: - The same text with other bytes

    private func compareLineEnds(_ end: [UInt8]) throws -> [String] {
        let bytes = plain.source.utf8
        guard bytes.contains(0x0A), !bytes.contains(0x0D) else { return [] }
        return try compare(bytes.flatMap { $0 == 0x0A ? end : [$0] })
    }

    /// Compares a run on other bytes that hold the same lines.
    private func compare(_ bytes: [UInt8]) throws -> [String] {
        let (source, document) = try read(bytes)
        let run = try StageRun(pipeline, document, source, date: date)
        return try run.failures()
            + Self.differences(
                plain.result.diagnostics.map(StageTest.describe),
                run.result.diagnostics.map(StageTest.describe)
            )
            + textDifferences(plain.text, run.text)
    }

    // MARK: - The same document with more text

    /// Compares a run on an extended draft; what the stage does to the blocks that were put in is its own affair.
    private func compare(
        _ draft: ExtendedDraft,
        _ comparable: (String) -> String = { $0 }
    ) throws -> [String] {
        let run = try StageRun(pipeline, draft.document, draft.source, date: date)
        let found = run.result.diagnostics.filter { finding in
            finding.anchor.map { !draft.added.contains($0.block) } ?? true
        }
        let wanted = plain.result.diagnostics.map { finding in
            Self.place(
                finding,
                finding.range.map { SourceRange(draft.start($0.lowerBound), draft.end($0.upperBound)) },
                draft.source
            )
        }
        let blocks = run.result.document.blocks.filter { !draft.added.contains($0.id) }
        return try run.failures()
            + Self.differences(
                wanted,
                found.map { finding in
                    let range = finding.range.map { range in
                        let start = draft.afterInsertion(range.lowerBound)
                        return start < range.upperBound ? SourceRange(start, range.upperBound) : range
                    }
                    return Self.place(finding, range, draft.source)
                }
            )
            + textDifferences(
                plain.result.document.blocks.map { comparable($0.shownText) }.joined(separator: "\n"),
                blocks.map { comparable($0.shownText) }.joined(separator: "\n")
            )
    }

    /// A finding with its place: the line for a whole block, the columns for a range of it, nothing for what stands at no
    /// character of the draft.
    private static func place(_ finding: Diagnostic, _ range: SourceRange?, _ source: SourceText) -> String {
        guard let range, range.count > 0 else { return finding.id }
        let end = source.position(at: range.upperBound)
        guard finding.anchor?.range != nil else { return "\(end.line) \(finding.id)" }
        let start = source.position(at: range.lowerBound)
        return "\(start.line):\(start.column)-\(end.line):\(end.column) \(finding.id)"
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
        return String(text[start...])
    }

    private func textDifferences(_ wanted: String, _ found: String) -> [String] {
        wanted.utf8.elementsEqual(found.utf8) ? [] : ["the text is\n\(found)\nwanted\n\(wanted)"]
    }

    /// What is missing and what is too much, in any order.
    static func differences(_ wanted: [String], _ found: [String]) -> [String] {
        var left = found
        var failures: [String] = []
        for item in wanted {
            if let index = left.firstIndex(of: item) {
                left.remove(at: index)
            } else {
                failures.append("missing finding: \(item)")
            }
        }
        return failures + left.map { "unexpected finding: \($0)" }
    }
}

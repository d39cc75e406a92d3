public import DraftReading
internal import ReadKit
public import StageKit
public import SummaryModel

/// A draft with the corrections of a pipeline made in its own text: what `check --fix` writes.
///
/// Only stages that correct (``/StageKit/Stage/correctsDraft``) take part, with what they change and with the safe fixes
/// of what they find. Everything else about the draft stays: its line ends, its wrapping, its indents, its syntax.
public struct DraftRepair: Sendable {
    /// The text afterwards, as UTF-8.
    public private(set) var utf8: [UInt8]
    /// How many corrections were made.
    public private(set) var count = 0
    /// The physical lines that corrections emptied and that are gone, from 1, in order.
    public private(set) var removedLines: [Int] = []

    /// The characters that stand for a range of the text.
    private struct Replacement {
        var range: Range<Int>
        var text: [UInt8]
    }

    /// Makes the corrections.
    ///
    /// Every stage reads the text that the one before left, so that each sees what it would see in a new draft. Lines
    /// keep their numbers until the end; then those that a correction emptied are taken out.
    ///
    /// - Parameters:
    ///   - source: The text of the draft.
    ///   - pipeline: The stages in order; their conditions are decided from the draft as it is.
    ///   - ignored: Findings and changes that are left alone.
    ///   - read: Makes a document of a text.
    /// - Throws: What `read` throws; ``/StageKit/Pipeline/StageFailure`` when a stage fails.
    public init(
        _ source: SourceText,
        by pipeline: Pipeline,
        ignoring ignored: [Suppression],
        read: (_ utf8: [UInt8]) throws -> Reading
    ) throws {
        utf8 = source.utf8
        var taken: Set<Int>?
        for (step, stage) in pipeline.stages.enumerated() where type(of: stage).correctsDraft {
            let reading = try read(utf8)
            let steps = taken ?? pipeline.takenSteps(for: reading.document)
            taken = steps
            guard steps.contains(step) else { continue }
            let result = try Pipeline([stage]).run(reading.document, source: reading.source)
            let replacements = Self.replacements(result, in: reading.source, ignoring: ignored)
            utf8 = Self.applying(replacements, to: reading.source.utf8)
            count += replacements.count
        }
        if count > 0 { removeEmptiedLines(before: source) }
    }

    /// What the edits and the safe fixes of a run come to in the text, in order and without overlaps.
    private static func replacements(
        _ result: Pipeline.Result,
        in source: SourceText,
        ignoring ignored: [Suppression]
    ) -> [Replacement] {
        var found: [Replacement] = []
        for edit in result.edits where !ignored.contains(where: { $0.covers(edit, in: source) }) {
            guard !edit.isIndent(in: source),
                let range = range(of: edit.before, at: edit.offset, in: source.utf8)
            else { continue }
            let lineEnds = edit.before.isEmpty ? [] : lineEnds(in: source.utf8[range])
            found.append(Replacement(range: range, text: Array(edit.after.utf8) + lineEnds))
        }
        for finding in result.diagnostics where !ignored.contains(where: { $0.covers(finding, in: source) }) {
            guard let place = finding.range, let fix = finding.fixes.first(where: { $0.applicability == .safe }),
                let range = range(of: fix.before, at: place.lowerBound, in: source.utf8), !fix.before.isEmpty
            else { continue }
            found.append(Replacement(range: range, text: Array(fix.after.utf8) + lineEnds(in: source.utf8[range])))
        }
        let sorted = found.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        return sorted.reduce(into: []) { accepted, item in
            let replacement = item.element
            if let last = accepted.last?.range {
                guard replacement.range.lowerBound >= last.upperBound, replacement.range != last else { return }
            }
            accepted.append(replacement)
        }
    }

    /// Where `text` stands from `offset` on; blanks and line ends of the draft that the text of the document does not
    /// show may stand between its characters. `nil` when something else stands there.
    private static func range(of text: String, at offset: Int, in utf8: [UInt8]) -> Range<Int>? {
        guard offset <= utf8.count else { return nil }
        var index = offset
        for byte in text.utf8 {
            while index < utf8.count, utf8[index] != byte, index > offset, isWrap(utf8[index]) { index += 1 }
            guard index < utf8.count, utf8[index] == byte else { return nil }
            index += 1
        }
        return offset..<index
    }

    private static func isWrap(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 }

    private static func lineEnds(in bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { $0 == 0x0A || $0 == 0x0D } }

    private static func applying(_ replacements: [Replacement], to utf8: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var index = 0
        for replacement in replacements {
            result += utf8[index..<replacement.range.lowerBound]
            result += replacement.text
            index = replacement.range.upperBound
        }
        return result + utf8[index...]
    }

    /// Takes out the lines that are blank now and were not before.
    private mutating func removeEmptiedLines(before source: SourceText) {
        let text = SourceText(utf8: utf8)
        // Lines that moved cannot be told from lines that were emptied.
        guard text.lines.count <= source.lines.count else { return }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for (index, line) in text.lines.enumerated() {
            if Self.isBlank(text[line]), !Self.isBlank(source[source.lines[index]]) {
                removedLines.append(index + 1)
                continue
            }
            let next = index + 1 < text.lines.count ? text.lines[index + 1].lowerBound : utf8.count
            result += utf8[line.lowerBound..<next]
        }
        utf8 = result
    }

    private static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.isBlank) }
}

extension Edit {
    /// Whether the edit takes away blanks at the start of a line. In a draft they may be what tells a new paragraph from a
    /// wrapped line.
    func isIndent(in source: SourceText) -> Bool {
        after.isEmpty && before.unicodeScalars.allSatisfy(\.isBlank) && !source.lines.isEmpty
            && source.lines[source.lineIndex(at: offset)].lowerBound == offset
    }
}

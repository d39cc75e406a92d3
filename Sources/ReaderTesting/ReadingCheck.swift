public import DraftReading
public import ReadKit
public import SummaryModel

/// Checks what every reading must keep, whatever the file: nothing is lost, and every place is inside the text.
///
/// ```swift
/// let draft = try PlainTextReader().read(DraftFile(bytes), in: ReaderContext())
/// #expect(ReadingCheck.failures(of: draft) == [])
/// #expect(ReadingCheck.failures(DraftReader().read(draft)) == [])
/// ```
public enum ReadingCheck {
    /// What is not as it should be in a reading, one sentence each; empty when all is well.
    ///
    /// Blocks stand in order and do not overlap, and only blanks and what the edits of the reading list stand between them;
    /// pieces stand inside the text; identities are unique; the text less the edits is the text of the blocks.
    public static func failures(_ reading: Reading) -> [String] {
        var failures: [String] = []
        let source = reading.source
        if String(validating: source.utf8, as: UTF8.self) == nil { failures.append("the text is not valid UTF-8") }
        failures += self.failures(of: reading.draft)
        let blocks = reading.document.blocks
        if Set(blocks.map(\.id)).count < blocks.count { failures.append("two blocks have one identity") }
        failures += places(blocks, in: source)
        let shown = blocks.reduce(into: "") { $0 += $1.shownText }
        failures += unaccounted(source, edits: reading.edits, shows: shown)
        return failures
    }

    /// What is not as it should be in a draft, before it is recognised: syntax overlaps or stands outside the text, or
    /// there is something said about lines or cells that are not there.
    public static func failures(of draft: Draft) -> [String] {
        var failures: [String] = []
        if draft.traits.count > draft.source.lines.count {
            failures.append("there are traits for lines that are not there")
        }
        let size = draft.source.utf8.count
        if draft.traits.contains(where: { $0.cells.contains { $0.lowerBound < 0 || $0.upperBound > size } }) {
            failures.append("a cell stands outside the text")
        }
        var end = 0
        for mark in draft.syntax {
            if mark.lowerBound < end { failures.append("syntax overlaps at \(mark.lowerBound)") }
            end = mark.upperBound
        }
        if end > size { failures.append("syntax stands outside the text") }
        return failures
    }

    /// The characters that an output has too many or too few of, after all edits; white space and characters that nobody
    /// sees do not count.
    public static func unaccounted(_ source: SourceText, edits: [Edit], shows text: String) -> [String] {
        var counted = CountedCharacters()
        counted.add(String(decoding: source.utf8, as: UTF8.self), times: -1)
        for edit in edits {
            counted.add(edit.before)
            counted.add(edit.after, times: -1)
        }
        counted.add(text)
        return counted.imbalances
    }

    private static func places(_ blocks: [Block], in source: SourceText) -> [String] {
        var failures: [String] = []
        var end = 0
        for block in blocks {
            guard let range = block.source else {
                failures.append("\(block.id.rawValue) has no place")
                continue
            }
            if range.lowerBound < end || range.upperBound > source.utf8.count {
                failures.append("\(block.id.rawValue) stands at \(range), after \(end)")
            }
            end = max(end, range.upperBound)
            for piece in block.content + (block.body ?? []) + (block.table?.inlines ?? []) {
                guard let place = piece.source else { continue }
                if place.lowerBound < range.lowerBound || place.upperBound > range.upperBound {
                    failures.append("a piece of \(block.id.rawValue) stands at \(place), outside \(range)")
                }
            }
        }
        return failures
    }
}

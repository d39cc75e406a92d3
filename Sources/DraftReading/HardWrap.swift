internal import ReadKit
internal import SummaryModel

/// Puts the lines of a text together that was wrapped at a fixed width.
///
/// The evidence is the whole draft: many lines that do not end a sentence, all of one width, and hardly a longer one.
/// Programs wrap by the width that is shown, in which Latin letters are half as wide, or by the number of characters; the
/// measure by which the lines agree best is taken.
enum HardWrap {
    /// How a line is measured, with the blanks before it.
    private enum Measure: CaseIterable {
        /// In the widths of Han characters.
        case width
        /// In characters.
        case characters

        func length(of line: PhysicalLine) -> Double {
            switch self {
            case .width: line.width + Double(line.indent) / 2
            case .characters: Double(line.characters)
            }
        }

        /// How much shorter than the full length a wrapped line may be: a mark that may not begin a line, or a word of
        /// Latin letters, is taken down to the next one.
        var slack: Double {
            switch self {
            case .width: 2.6
            case .characters: 2.1
            }
        }
    }

    /// At what length the text was wrapped.
    private struct Wrapping {
        var measure: Measure
        var full: Double
        var agreement: Double
        /// Whether a full line that ends a sentence may still go on, since new paragraphs are told by a blank.
        var marksParagraphs: Bool
        /// Whether it is a blank line that tells them, so that not even a number begins one without it.
        var separatesParagraphs: Bool

        func isFull(_ line: PhysicalLine) -> Bool { measure.length(of: line) >= full - measure.slack }
        func fits(_ line: PhysicalLine) -> Bool { measure.length(of: line) <= full + measure.slack }
    }

    /// The narrowest wrapping that is looked for, in Han characters.
    private static let narrowest = 14.0

    /// The lines that belong together, as ranges of `lines`, in order; each physical line is in one group.
    ///
    /// - Parameters:
    ///   - isMarkedUp: Whether the file says something about its lines.
    ///   - isForeign: Whether a line does not belong to the text around it, such as an advert.
    static func groups(
        of lines: [PhysicalLine],
        isMarkedUp: Bool,
        isForeign: (PhysicalLine) -> Bool
    ) -> [Range<Int>] {
        let wrappings = Measure.allCases.compactMap { Self.wrapping(of: lines, by: $0) }
        let wrapping = wrappings.max { $0.agreement < $1.agreement }
        guard wrapping != nil || isMarkedUp else { return lines.indices.map { $0..<$0 + 1 } }
        var groups: [Range<Int>] = []
        var start = 0
        for index in lines.indices {
            let next = index + 1
            let isLast = next == lines.count
            if isLast
                || !(isOfRow(lines[next]) || goesOn(lines[index], lines[next], wrapping))
                || !isOfRow(lines[next]) && (isForeign(lines[index]) || isForeign(lines[next]))
            {
                groups.append(start..<next)
                start = next
            }
        }
        return groups
    }

    /// Whether a line is a further line of a row of a table.
    private static func isOfRow(_ line: PhysicalLine) -> Bool {
        !line.statedTraits.isEmpty && line.traits.continuesParagraph && line.traits.kind == .table
    }

    private static func goesOn(
        _ line: PhysicalLine,
        _ next: PhysicalLine,
        _ wrapping: Wrapping?
    ) -> Bool {
        guard next.blanksBefore == 0, next.core.count > 0, line.core.count > 0 else { return false }
        guard !next.hasMarker || wrapping?.separatesParagraphs == true else { return false }
        let traits = next.traits
        // Lines of a title, or in the middle of the page, were broken where somebody wanted them to be.
        if traits.kind == .title || traits.alignment == .centre || traits.outlineLevel != nil { return false }
        // A line break inside a paragraph often begins a paragraph in Chinese texts; one after a comma does not.
        if traits.continuesParagraph, line.width >= narrowest,
            line.last.map({ "，、,".unicodeScalars.contains($0) }) == true
        {
            return true
        }
        guard let wrapping, next.indent < 2, wrapping.isFull(line), wrapping.fits(next) else { return false }
        return !endsSentence(line) || wrapping.marksParagraphs
    }

    /// The wrapping of the text by one measure; `nil` when the lines do not agree.
    private static func wrapping(of lines: [PhysicalLine], by measure: Measure) -> Wrapping? {
        var open: [Double] = []
        for next in lines.indices.dropFirst()
        where lines[next - 1].width >= narrowest && !endsSentence(lines[next - 1]) {
            if lines[next].blanksBefore == 0, !lines[next].hasMarker {
                open.append(measure.length(of: lines[next - 1]))
            }
        }
        guard open.count >= 4 else { return nil }
        let sorted = open.sorted()
        let long = sorted[sorted.count - 1 - sorted.count / 10]
        // Most lines have the full length itself; some are longer by a mark that may not begin a line.
        var counts: [Double: Int] = [:]
        for length in sorted where abs(length - long) <= measure.slack { counts[length, default: 0] += 1 }
        let full = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? long
        let near = open.count { abs($0 - full) <= measure.slack }
        let longer = lines.indices.count { measure.length(of: lines[$0]) > full + measure.slack }
        guard near * 10 >= open.count * 6, longer * 10 <= near * 2 else { return nil }
        let exact = open.count { abs($0 - full) < 0.6 }
        var wrapping = Wrapping(
            measure: measure,
            full: full,
            agreement: Double(near + exact) / Double(open.count),
            marksParagraphs: false,
            separatesParagraphs: false
        )
        wrapping.marksParagraphs = marksParagraphs(lines, wrapping)
        wrapping.separatesParagraphs = wrapping.marksParagraphs && separatesParagraphs(lines, wrapping)
        return wrapping
    }

    /// Whether new paragraphs begin with a blank or after a blank line.
    private static func marksParagraphs(_ lines: [PhysicalLine], _ wrapping: Wrapping) -> Bool {
        var marked = 0
        var unmarked = 0
        for next in lines.indices.dropFirst()
        where endsSentence(lines[next - 1]) && !wrapping.isFull(lines[next - 1]) && lines[next].width >= narrowest {
            if lines[next].indent >= 2 || lines[next].blanksBefore > 0 {
                marked += 1
            } else if !lines[next].hasMarker {
                unmarked += 1
            }
        }
        return marked > unmarked
    }

    /// Whether a blank line stands after every line that is not full, but for one in ten.
    private static func separatesParagraphs(_ lines: [PhysicalLine], _ wrapping: Wrapping) -> Bool {
        var (ends, separated) = (0, 0)
        for next in lines.indices.dropFirst() where !wrapping.isFull(lines[next - 1]) {
            ends += 1
            if lines[next].blanksBefore > 0 { separated += 1 }
        }
        return separated * 10 >= ends * 9
    }

    private static func endsSentence(_ line: PhysicalLine) -> Bool {
        guard let last = line.last else { return true }
        return last.isSentenceStop || last == "：" || last == ":" || last == "”" || last == "）"
    }
}

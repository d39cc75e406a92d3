internal import SummaryModel

/// Puts the lines of a text together that was wrapped at a fixed width.
///
/// The evidence is the whole draft: many lines that do not end a sentence, all of one width, and hardly a longer one.
enum HardWrap {
    /// The narrowest wrapping that is looked for, in Han characters.
    private static let narrowest = 14.0
    /// How much shorter than the full width a wrapped line may be.
    private static let slack = 2.6

    /// The lines that belong together, in order; each physical line is in one group.
    ///
    /// - Parameter isForeign: Whether a line does not belong to the text around it, such as an advert.
    static func groups(
        of lines: [PhysicalLine],
        isForeign: (PhysicalLine) -> Bool
    ) -> [ArraySlice<PhysicalLine>] {
        guard let width = width(of: lines) else { return lines.indices.map { lines[$0...$0] } }
        let indentsParagraphs = indentsParagraphs(lines, width: width)
        var groups: [ArraySlice<PhysicalLine>] = []
        var start = 0
        for index in lines.indices {
            let next = index + 1
            guard next < lines.count else {
                groups.append(lines[start...index])
                break
            }
            if !goesOn(lines[index], lines[next], width: width, indentsParagraphs: indentsParagraphs)
                || isForeign(lines[index]) || isForeign(lines[next])
            {
                groups.append(lines[start...index])
                start = next
            }
        }
        return groups
    }

    private static func goesOn(
        _ line: PhysicalLine,
        _ next: PhysicalLine,
        width: Double,
        indentsParagraphs: Bool
    ) -> Bool {
        guard next.blanksBefore == 0, next.marker == nil, next.core.count > 0, line.core.count > 0 else { return false }
        guard next.indent < 2, line.width + Double(line.indent) / 2 >= width - slack else { return false }
        guard next.width <= width + slack else { return false }
        return !endsSentence(line) || indentsParagraphs
    }

    /// The width at which the text was wrapped; `nil` when it was not.
    private static func width(of lines: [PhysicalLine]) -> Double? {
        var open: [Double] = []
        for (index, line) in lines.enumerated() where line.width >= narrowest && !endsSentence(line) {
            guard index + 1 < lines.count, lines[index + 1].blanksBefore == 0, lines[index + 1].marker == nil else {
                continue
            }
            open.append(line.width + Double(line.indent) / 2)
        }
        guard open.count >= 4 else { return nil }
        let sorted = open.sorted()
        let full = sorted[sorted.count - 1 - sorted.count / 10]
        let near = open.count { abs($0 - full) <= slack }
        let longer = lines.count { $0.width + Double($0.indent) / 2 > full + slack }
        guard near * 10 >= open.count * 6, longer * 10 <= near * 2 else { return nil }
        return full
    }

    /// Whether paragraphs of the text begin with a blank, so that a full line that ends a sentence may still go on.
    private static func indentsParagraphs(_ lines: [PhysicalLine], width: Double) -> Bool {
        var indented = 0
        var flush = 0
        for (line, next) in zip(lines, lines.dropFirst())
        where endsSentence(line) && line.width < width - slack && next.width >= narrowest {
            if next.indent >= 2 { indented += 1 } else { flush += 1 }
        }
        return indented > flush
    }

    private static func endsSentence(_ line: PhysicalLine) -> Bool {
        guard let last = line.last else { return true }
        return last.isSentenceStop || "：:”）".unicodeScalars.contains(last)
    }
}

package import SummaryModel
internal import TitleBreaking

/// The lines of a title: those of the draft, of which each that is too long is broken at word boundaries
/// (GB/T 9704-2012, 7.3.1).
package struct TitleLayout: Sendable {
    /// One line.
    package struct Line: Sendable, Hashable {
        /// The text.
        package var inlines: [Inline]
        /// Whether it begins because the line before was too long, and not because the document says so.
        package var isWrapped: Bool
    }

    /// The lines from above.
    package let lines: [Line]

    /// Breaks a title.
    ///
    /// - Parameter blocks: The blocks of the title; each begins a line.
    package init(_ blocks: [Block], _ style: TitleStyle) {
        var given: [[Inline]] = []
        for block in blocks {
            var inlines: [Inline] = [.text(block.prefix + (block.label?.marker ?? ""))]
            inlines += block.content
            inlines.append(.text(block.terminator + (block.body ?? []).shownText + block.suffix))
            given += inlines.split(omittingEmptySubsequences: false) { $0.content == .lineBreak }.map(Array.init)
        }
        lines = given.flatMap { line in
            let breaks =
                style.breaksLines
                ? TitleLines.breaks(in: line.shownText, charactersPerLine: style.charactersPerLine) : []
            return Self.splitting(line, at: breaks).enumerated().map { Line(inlines: $1, isWrapped: $0 > 0) }
        }
    }

    /// The parts of inlines between UTF-8 offsets into their text; an offset inside a gap divides before it.
    static func splitting(_ inlines: [Inline], at breaks: [Int]) -> [[Inline]] {
        var parts: [[Inline]] = [[]]
        var offset = 0
        var breaks = breaks[...]
        for inline in inlines {
            let text = inline.shownText
            let end = offset + text.utf8.count
            var start = text.startIndex
            while let next = breaks.first, next < end {
                breaks = breaks.dropFirst()
                if case .text = inline.content {
                    let index = text.utf8.index(text.startIndex, offsetBy: max(0, next - offset))
                    if index > start { parts[parts.count - 1].append(inline.part(.text(String(text[start..<index])))) }
                    start = index
                }
                parts.append([])
            }
            if case .text = inline.content {
                parts[parts.count - 1].append(inline.part(.text(String(text[start...]))))
            } else {
                parts[parts.count - 1].append(inline)
            }
            offset = end
        }
        return parts
    }
}

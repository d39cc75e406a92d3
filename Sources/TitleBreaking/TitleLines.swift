/// Breaks a long title into lines: at word boundaries, in the shape of a trapezoid or a diamond (GB/T 9704-2012, 7.3.1).
///
/// Words are found by longest match in ``TitleWords``; where nothing is known, the lines are balanced by their length
/// under the rules for the starts and ends of lines.
package enum TitleLines {
    /// The most lines that a title is broken into; what is longer is no title.
    static let mostLines = 4
    /// What a line more than needed costs: less than to break a name.
    private static let furtherLine = 24
    /// The fewest characters of a line.
    static let fewestCharacters = 4
    /// The width of a full-width character in what widths are counted in here.
    static let unit = 4

    /// Where the lines of `title` end, as UTF-8 offsets in ascending order.
    ///
    /// - Returns: Nothing when the title fits on one line, or when no break is allowed that would make it fit.
    package static func breaks(in title: String, charactersPerLine: Int) -> [Int] {
        let limit = charactersPerLine * unit
        let scalars = Array(title.unicodeScalars)
        let widths = widths(of: scalars)
        let total = widths.reduce(0, +)
        // A little less than full, so that the lines can differ.
        let wanted = (total + limit - unit - 1) / max(1, limit - unit)
        guard total > limit, wanted <= mostLines else { return [] }
        let costs = BreakCosts(scalars, fits: { widths[$0].reduce(0, +) <= limit }).costs
        var best: (cost: Int, breaks: [Int])?
        for count in wanted...mostLines {
            var search = LineSearch(scalars: scalars, widths: widths, costs: costs, limit: limit, count: count)
            guard let found = search.bestBreaks() else { continue }
            let cost = found.cost + (count - wanted) * furtherLine
            if cost < best?.cost ?? .max { best = (cost, found.breaks) }
        }
        guard let best else { return [] }
        var offsets: [Int] = []
        var offset = 0
        for (index, scalar) in scalars.enumerated() {
            if best.breaks.contains(index) { offsets.append(offset) }
            offset += UTF8.width(scalar)
        }
        return offsets
    }

    /// The width of a text in halves of a full-width character.
    package static func halfWidths(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + halfWidth($1) }
    }

    /// The widths of the characters, on the safe side: programs set a quarter of a character between Chinese and Latin
    /// text.
    private static func widths(of scalars: [Unicode.Scalar]) -> [Int] {
        var isWide = true
        return scalars.enumerated().map { index, scalar in
            let half = halfWidth(scalar)
            guard half > 0 else { return 0 }
            defer { isWide = half == 2 }
            return half * unit / 2 + (index > 0 && isWide != (half == 2) ? 1 : 0)
        }
    }

    /// Latin letters, digits and blanks are half as wide as a Chinese character; combining marks have no width.
    static func halfWidth(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0xB7, 0xD7, 0xB0, 0xB1: 2
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
        case 0..<0x2000, 0xFF61...0xFF9F: 1
        default: 2
        }
    }
}

/// Tries all ways of breaking a title into a number of lines.
private struct LineSearch {
    let scalars: [Unicode.Scalar]
    let widths: [Int]
    let costs: [Int?]
    let limit: Int
    let count: Int
    private var ends: [Int] = []
    private var best: (cost: Int, breaks: [Int])?
    private var chosen: [Int] = []
    private var lines: [Int] = []

    init(scalars: [Unicode.Scalar], widths: [Int], costs: [Int?], limit: Int, count: Int) {
        self.scalars = scalars
        self.widths = widths
        self.costs = costs
        self.limit = limit
        self.count = count
    }

    /// The indices before which a line starts, the first line left out, and what they cost; `nil` when there is no way.
    mutating func bestBreaks() -> (cost: Int, breaks: [Int])? {
        search(from: 0, cost: 0)
        return best
    }

    private mutating func search(from start: Int, cost: Int) {
        if let best, cost >= best.cost { return }
        if lines.count == count - 1 {
            let width = widths[start...].reduce(0, +)
            guard fits(width), !isGenreAlone(from: start) else { return }
            let total = cost + shapeCost(lines + [width])
            if total < best?.cost ?? .max { best = (total, chosen) }
            return
        }
        var width = 0
        for index in start..<scalars.count - 1 {
            width += widths[index]
            if width > limit { return }
            guard fits(width), let breakCost = costs[index + 1] else { continue }
            chosen.append(index + 1)
            lines.append(width)
            search(from: index + 1, cost: cost + breakCost)
            chosen.removeLast()
            lines.removeLast()
        }
    }

    private func fits(_ width: Int) -> Bool {
        width <= limit && width >= TitleLines.fewestCharacters * TitleLines.unit
    }

    private func isGenreAlone(from start: Int) -> Bool {
        TitleWords.genres.contains(String(String.UnicodeScalarView(scalars[start...])))
    }

    /// Two lines differ by two to six characters; of more lines, each is longer than the one before, or shorter, or the
    /// ones in the middle are the longest.
    private func shapeCost(_ lines: [Int]) -> Int {
        let spread = (lines.max() ?? 0) - (lines.min() ?? 0)
        if lines.count == 2 {
            let (least, most) = (2 * TitleLines.unit, 6 * TitleLines.unit)
            if spread < TitleLines.unit { return 24 }
            return spread < least ? 2 * (least - spread) : max(0, spread - most)
        }
        let peak = lines.firstIndex(of: lines.max() ?? 0) ?? 0
        let rises = zip(lines[...peak], lines[...peak].dropFirst()).allSatisfy { $0 < $1 }
        let falls = zip(lines[peak...], lines[peak...].dropFirst()).allSatisfy { $0 > $1 }
        return (rises && falls ? 0 : 60) + spread / 2
    }
}

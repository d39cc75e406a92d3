internal import ReadKit
internal import SummaryModel

/// The levels of headings that have no number of their own, told from the levels that the file gives its headings.
///
/// The numbers win: a level of the file that numbered headings have is the level that those numbers have. Where there are
/// none, the levels in use are counted from the first.
struct OutlineLevels {
    private var levels: [Int: Int] = [:]

    /// Knows no level.
    init() {}

    init(_ lines: [DraftLine], _ states: [LineState]) {
        var counts: [Int: [Int: Int]] = [:]
        var used: Set<Int> = []
        for (index, state) in states.enumerated() where lines[index].hasTraits {
            let line = lines[index]
            guard let outline = line.traits.outlineLevel else { continue }
            if state == .numbered, let level = line.marker?.kind.headingLevel {
                counts[outline, default: [:]][level, default: 0] += 1
            } else if state == .unnumbered {
                used.insert(outline)
            }
        }
        for (outline, found) in counts {
            levels[outline] = found.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        }
        var above = 0
        for outline in used.union(counts.keys).sorted() {
            let level = levels[outline] ?? above + 1
            levels[outline] = min(5, level)
            above = level
        }
    }

    /// The kind of a heading without a number.
    func kind(of line: DraftLine) -> BlockKind {
        let all: [BlockKind] = [.heading1, .heading2, .heading3, .heading4, .heading5]
        return all[max(1, min(5, levels[line.traits.outlineLevel ?? 1] ?? 1)) - 1]
    }
}

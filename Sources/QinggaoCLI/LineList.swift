/// A list of line numbers as people write it: `4,7-9`.
struct LineList: Hashable {
    /// The largest line number that is taken; it keeps a mistyped range from filling the memory.
    private static let largest = 100_000_000

    /// The line numbers.
    var lines: Set<Int>

    init(_ lines: Set<Int>) { self.lines = lines }

    /// Reads a list; `nil` when `text` is none.
    init?(_ text: String) {
        var lines: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = Int(ends[0]), first >= 1, let last = ends.count == 2 ? Int(ends[1]) : first,
                last >= first,
                last <= Self.largest, last - first < 1_000_000
            else { return nil }
            lines.formUnion(first...last)
        }
        self.lines = lines
    }

    /// The list in its shortest form.
    var text: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }

    /// The runs of lines that follow each other, in order.
    var ranges: [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for line in lines.sorted() {
            if let last = ranges.last, line == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...line
            } else {
                ranges.append(line...line)
            }
        }
        return ranges
    }
}

internal import SummaryModel

/// The way from the UTF-8 offsets of the present text of a block to those of the draft.
struct OffsetMap {
    /// A stretch of text that stands in the draft as it is.
    private struct Run {
        var text: Int
        var source: Int
        var count: Int
    }

    /// In order of `text`; what lies between two runs was made by a stage.
    private var runs: [Run] = []
    /// The place for text before the first run.
    private(set) var start: Int

    /// The way for a block as the reader made it.
    init(_ block: Block) {
        var text = 0
        var source = block.source?.lowerBound ?? 0
        start = source
        func add(_ count: Int, at place: Int? = nil) {
            if let place { source = place }
            if count > 0 {
                if let last = runs.last, last.text + last.count == text, last.source + last.count == source {
                    runs[runs.count - 1].count += count
                } else {
                    runs.append(Run(text: text, source: source, count: count))
                }
            }
            text += count
            source += count
        }
        add(block.prefix.utf8.count)
        if let label = block.label { add(label.marker.utf8.count) }
        for inline in block.content { add(inline.shownText.utf8.count, at: inline.source?.lowerBound) }
        add(block.terminator.utf8.count)
        for inline in block.body ?? [] { add(inline.shownText.utf8.count, at: inline.source?.lowerBound) }
        for inline in block.table?.inlines ?? [] { add(inline.shownText.utf8.count, at: inline.source?.lowerBound) }
        add(block.suffix.utf8.count)
    }

    /// The way for a block that a stage put after the place `offset` of the draft.
    init(insertedAt offset: Int, count: Int) {
        start = offset
    }

    /// The place in the draft after the last run.
    var end: Int { runs.last.map { $0.source + $0.count } ?? start }

    /// The offset in the draft for an offset in the text; for text that a stage made, the place after which it stands.
    func sourceOffset(of offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return start }
        let run = runs[low - 1]
        return run.source + min(offset - run.text, run.count)
    }

    /// The way for the text that these differences make of the present one.
    func applying(_ differences: [TextDifference]) -> OffsetMap {
        var map = self
        map.runs = []
        var shift = 0
        var next = 0
        for run in runs {
            var text = run.text
            let end = run.text + run.count
            while next < differences.count, differences[next].before.upperBound <= text {
                shift = differences[next].after.upperBound - differences[next].before.upperBound
                next += 1
            }
            var index = next
            while text < end {
                let cut = index < differences.count ? min(end, max(text, differences[index].before.lowerBound)) : end
                if cut > text {
                    map.runs.append(Run(text: text + shift, source: run.source + text - run.text, count: cut - text))
                }
                guard cut < end, index < differences.count else { break }
                text = differences[index].before.upperBound
                shift = differences[index].after.upperBound - differences[index].before.upperBound
                index += 1
            }
            next = max(next, index > 0 ? index - 1 : 0)
        }
        return map
    }
}

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
    /// The place in the draft where the block starts.
    private(set) var start: Int
    /// The place in the draft where the block ends.
    private(set) var end: Int

    /// The way for a block as the reader made it.
    init(_ block: Block) {
        var text = 0
        var source = block.source?.lowerBound ?? 0
        start = source
        end = source
        func add(_ count: Int, at place: Int?) {
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
        func add(_ inlines: [Inline]) {
            for inline in inlines {
                add(inline.shownText.utf8.count, at: inline.source?.lowerBound)
                // What a piece shows may be shorter or longer than what stands in the draft.
                if let end = inline.source?.upperBound { source = end }
            }
        }
        add(block.prefix.utf8.count, at: nil)
        add(block.label?.marker.utf8.count ?? 0, at: nil)
        add(block.content)
        add(block.terminator.utf8.count, at: nil)
        add(block.body ?? [])
        add(block.table?.inlines ?? [])
        // Between a table and what follows it stands syntax that is not shown.
        let suffix = block.suffix.utf8.count
        add(suffix, at: block.source.map { max(source, $0.upperBound - suffix) })
        end = source
    }

    /// The way for a block that a stage put after the place `offset` of the draft.
    init(insertedAt offset: Int) {
        start = offset
        end = offset
    }

    /// The offset in the draft for an offset in the text; for text that a stage made, the place after which it stands.
    func sourceOffset(of offset: Int) -> Int {
        let next = runs.partition { $0.text <= offset }
        guard next > 0 else { return start }
        let run = runs[next - 1]
        return run.source + min(offset - run.text, run.count)
    }

    /// The offset in the draft for the end of a range of the text: the place after its last byte, not that of the next
    /// byte; for text that a stage made, the end of what it replaced.
    func sourceEnd(of offset: Int) -> Int {
        guard offset > 0 else { return start }
        let next = runs.partition { $0.text < offset }
        if next > 0, offset - runs[next - 1].text <= runs[next - 1].count {
            return runs[next - 1].source + offset - runs[next - 1].text
        }
        return next < runs.count ? runs[next].source : end
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

extension Array {
    /// How many elements at the start satisfy `isBefore`, which none after them does.
    fileprivate func partition(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

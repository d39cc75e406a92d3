internal import ParallelWork

extension Workers {
    /// How many elements one piece of work has.
    private static let partSize = 1_024

    /// How many pieces are kept apart before they are put together.
    private static let windowSize = 64

    /// Takes what `body` makes of each part of the numbers from 0 up to `count`, in order.
    func forEachPart<Result: Sendable>(
        of count: Int,
        _ body: @Sendable (Range<Int>) -> Result,
        take: (Result) -> Void
    ) {
        // What one thread does needs no pieces.
        guard self.count > 1, count > Self.partSize else { return take(body(0..<count)) }
        let parts = (count + Self.partSize - 1) / Self.partSize
        for start in stride(from: 0, to: parts, by: Self.windowSize) {
            let results = map(min(Self.windowSize, parts - start)) { offset in
                let part = start + offset
                return body(part * Self.partSize..<min(count, (part + 1) * Self.partSize))
            }
            for result in results { take(result) }
        }
    }

    /// The elements that `body` adds for each part of the numbers from 0 up to `count`, in order.
    func concatenate<Element: Sendable>(
        _ count: Int,
        _ body: @Sendable (Range<Int>, inout [Element]) -> Void
    ) -> [Element] {
        var all: [Element] = []
        forEachPart(of: count) { part in
            var elements: [Element] = []
            body(part, &elements)
            return elements
        } take: { part in
            guard !all.isEmpty else {
                all = part
                if self.count > 1 { all.reserveCapacity(part.count * (count / Self.partSize + 1)) }
                return
            }
            all.append(contentsOf: part)
        }
        return all
    }
}

internal import ParallelWork

extension Workers {
    /// How many elements one piece of work has.
    private static let partSize = 1_024

    /// What `body` makes of each part of the numbers from 0 up to `count`, in order.
    func mapParts<Result: Sendable>(of count: Int, _ body: @Sendable (Range<Int>) -> Result) -> [Result] {
        map((count + Self.partSize - 1) / Self.partSize) { part in
            body(part * Self.partSize..<min(count, (part + 1) * Self.partSize))
        }
    }

    /// The elements that `body` makes of each part of the numbers from 0 up to `count`, in order.
    func concatenate<Element: Sendable>(
        _ count: Int,
        _ body: @Sendable (Range<Int>) -> [Element]
    ) -> [Element] {
        let parts = mapParts(of: count, body)
        if parts.count == 1 { return parts[0] }
        var all: [Element] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { all.append(contentsOf: part) }
        return all
    }
}

internal import SummaryModel

/// What one pass over the pairs of neighbouring characters of a passage finds for all rules.
struct PairScan {
    /// The places where one of the phrases that rules named may begin, in order.
    private(set) var phrases: [Int] = []
    /// The places of the characters that come again as the next one, in order.
    private(set) var doublings: [Int] = []
    /// The places of the pairs that come again within ``longestRepetition`` characters, in order; aa in aaa does not.
    private(set) var repetitions: [Int] = []

    /// The longest phrase whose repetition is looked for.
    static let longestRepetition = 12

    /// Goes over a passage.
    init(_ text: Scalars, phrases filter: PhraseFilter) {
        let start = text.startIndex
        text.withUnsafeBufferPointer { text in
            // Where a pair of each hash stood last: of most that is too far away.
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256 + text.count) { room in
                let last = UnsafeMutableBufferPointer(rebasing: room[..<256])
                last.initialize(repeating: -1_000)
                let found = UnsafeMutableBufferPointer(rebasing: room[256...])
                let count = find(text, filter, last, found)
                phrases = found[..<count].map { Int($0) }
            }
            if filter.hasSingles, let end = text.last, filter.mayHold(end, nil) { phrases.append(text.count - 1) }
        }
        if start > 0 {
            for list in [\PairScan.phrases, \.doublings, \.repetitions] {
                for place in self[keyPath: list].indices { self[keyPath: list][place] += start }
            }
        }
        repetitions.sort()
    }

    /// Takes the places down, and those of phrases in `found`.
    ///
    /// - Returns: How many of phrases there are.
    private mutating func find(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ filter: PhraseFilter,
        _ last: UnsafeMutableBufferPointer<Int32>,
        _ found: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        guard text.count > 1 else { return 0 }
        let hasSingles = filter.hasSingles
        return filter.withKeys { keys in
            var count = 0
            var first = text[0].value
            var index = 0
            while index &+ 1 < text.count {
                let second = text[index &+ 1].value
                let hash = PhraseFilter.hash(first, second)
                if keys.holds(hash) || hasSingles && keys.holds(PhraseFilter.hash(first, 0)) {
                    found[count] = Int32(truncatingIfNeeded: index)
                    count &+= 1
                }
                if first == second { doublings.append(index) }
                let slot = Int(truncatingIfNeeded: hash &>> 24)
                let other = Int(last[slot])
                last[slot] = Int32(truncatingIfNeeded: index)
                if index &- other <= Self.longestRepetition, Self.comesAgain(text, other) { repetitions.append(other) }
                first = second
                index &+= 1
            }
            return count
        }
    }

    /// Whether the pair at `index` comes again near it.
    private static func comesAgain(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ index: Int) -> Bool {
        guard index + 3 < text.count, text[index] != text[index + 1] else { return false }
        let end = min(text.count - 2, index + longestRepetition)
        var other = index + 2
        while other <= end {
            if text[other] == text[index], text[other &+ 1] == text[index &+ 1] { return true }
            other &+= 1
        }
        return false
    }
}

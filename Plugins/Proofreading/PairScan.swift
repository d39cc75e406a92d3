internal import SummaryModel

/// What one pass over the pairs of neighbouring characters of a passage finds for all rules.
struct PairScan {
    /// The places where one of the phrases that rules named may begin, in order.
    private(set) var phrases: [Int] = []
    /// The places where a pair may stand by which a set phrase is known, in order.
    private(set) var setPhrases: [Int] = []
    /// The places of the characters that come again as the next one, in order.
    private(set) var doublings: [Int] = []
    /// The places of the pairs that come again within ``longestRepetition`` characters, in order; aa in aaa does not.
    private(set) var repetitions: [Int] = []

    /// The longest phrase whose repetition is looked for.
    static let longestRepetition = 12

    /// What is looked for.
    struct Wanted {
        /// The phrases that rules named.
        let phrases: PhraseFilter
        /// The pairs by which set phrases are known.
        let setPhrases: PhraseFilter
        /// Both, so that one look leaves most places.
        fileprivate let all: PhraseFilter

        init(phrases: [PhraseFilter], setPhrases: [PhraseFilter]) {
            self.phrases = PhraseFilter(phrases)
            self.setPhrases = PhraseFilter(setPhrases)
            all = PhraseFilter(phrases + setPhrases)
        }
    }

    /// Goes over a passage.
    init(_ text: Scalars, for wanted: Wanted) {
        guard let end = text.last else { return }
        let start = text.startIndex
        text.withUnsafeBufferPointer { text in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.slots + 2 * text.count) { room in
                let last = UnsafeMutableBufferPointer(rebasing: room[..<Self.slots])
                let found = UnsafeMutableBufferPointer(rebasing: room[Self.slots...].prefix(text.count))
                let set = UnsafeMutableBufferPointer(rebasing: room.suffix(text.count))
                let count = find(text, wanted.all, last: last, found)
                var (phraseCount, setCount) = (0, 0)
                for place in found[..<count] {
                    let (first, second) = (text[Int(place)], text[Int(place) + 1])
                    if wanted.setPhrases.begins(with: first, second) {
                        set[setCount] = place
                        setCount += 1
                    }
                    if wanted.phrases.begins(with: first, second) {
                        found[phraseCount] = place
                        phraseCount += 1
                    }
                }
                phrases = found[..<phraseCount].map { Int($0) + start }
                setPhrases = set[..<setCount].map { Int($0) + start }
            }
        }
        if wanted.phrases.hasSingles, wanted.phrases.mayHold(end, nil) { phrases.append(text.endIndex - 1) }
        guard !repetitions.isEmpty || start > 0 && !doublings.isEmpty else { return }
        doublings = doublings.map { $0 + start }
        repetitions = repetitions.map { $0 + start }.sorted()
    }

    /// How many hashes of pairs are told apart where repetitions are looked for.
    private static let slots = 256

    /// Takes the places down, and those of phrases in `found`.
    ///
    /// - Parameter last: Room for the last place of a pair of each hash.
    /// - Returns: How many of phrases there are.
    private mutating func find(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ filter: PhraseFilter,
        last: UnsafeMutableBufferPointer<Int32>,
        _ found: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        last.initialize(repeating: -1_000)
        let end = Int32(truncatingIfNeeded: text.count &- 1)
        let hasSingles = filter.hasSingles
        return filter.withKeys { keys in
            var count = 0
            var first = text[0].value
            var index: Int32 = 0
            while index < end {
                let second = text[Int(truncatingIfNeeded: index) &+ 1].value
                let hash = PhraseFilter.hash(first, second)
                if keys.holds(hash) || hasSingles && keys.holds(PhraseFilter.hash(first, 0)) {
                    found[count] = index
                    count &+= 1
                }
                let slot = Int(truncatingIfNeeded: hash &>> 24)
                let other = last[slot]
                last[slot] = index
                if index &- other <= Self.longestRepetition || first == second { note(text, Int(index), Int(other)) }
                first = second
                index &+= 1
            }
            return count
        }
    }

    /// Takes down what the pair at `index` shows, and one at `other` that has the same hash. Apart from the loop, which is the
    /// quicker for it.
    @inline(never)
    private mutating func note(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ index: Int, _ other: Int) {
        if text[index] == text[index + 1] { doublings.append(index) }
        if index - other <= Self.longestRepetition, Self.comesAgain(text, other) { repetitions.append(other) }
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

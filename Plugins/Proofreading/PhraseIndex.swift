internal import SummaryModel

/// Many phrases that are looked for at once: the time depends on the text, hardly on their number.
struct PhraseIndex: Sendable {
    /// A phrase that was found.
    struct Match {
        /// The place of the phrase in the list that the index was made of.
        var phrase: Int
        /// Where it stands.
        var range: Range<Int>
    }

    private let phrases: [[Unicode.Scalar]]
    /// For each character of the basic plane the number of its bucket; 0 for characters with which no phrase begins.
    private let bucketOf: [UInt16]
    /// The phrases that begin with one character, longer ones first.
    private let buckets: [[Int]]

    /// Creates an index; empty phrases are never found.
    init(_ phrases: [String]) {
        let phrases = phrases.map { Array($0.unicodeScalars) }
        var bucketOf = [UInt16](repeating: 0, count: phrases.isEmpty ? 0 : 0x10000)
        var buckets: [[Int]] = [[]]
        for (index, phrase) in phrases.enumerated() {
            guard let first = phrase.first, first.value < 0x10000 else { continue }
            if bucketOf[Int(first.value)] == 0 {
                bucketOf[Int(first.value)] = UInt16(buckets.count)
                buckets.append([])
            }
            buckets[Int(bucketOf[Int(first.value)])].append(index)
        }
        for index in buckets.indices {
            buckets[index].sort { (phrases[$1].count, $0) < (phrases[$0].count, $1) }
        }
        self.phrases = phrases
        self.bucketOf = bucketOf
        self.buckets = buckets
    }

    /// The phrases in a text from left to right; at each place all that stand there, the longest first.
    func matches(in text: Scalars) -> [Match] {
        guard !bucketOf.isEmpty else { return [] }
        var matches: [Match] = []
        for index in text.indices {
            let value = Int(text[index].value)
            guard value < 0x10000, bucketOf[value] != 0 else { continue }
            for phrase in buckets[Int(bucketOf[value])] where text[index...].begins(with: phrases[phrase]) {
                matches.append(Match(phrase: phrase, range: index..<index + phrases[phrase].count))
            }
        }
        return matches
    }

    /// The longest phrase that begins at `index`.
    func longestMatch(in text: Scalars, at index: Int) -> Match? {
        guard !bucketOf.isEmpty, index < text.endIndex else { return nil }
        let value = Int(text[index].value)
        guard value < 0x10000, bucketOf[value] != 0 else { return nil }
        let phrase = buckets[Int(bucketOf[value])].first { text[index...].begins(with: phrases[$0]) }
        return phrase.map { Match(phrase: $0, range: index..<index + phrases[$0].count) }
    }
}

extension Scalars {
    /// Whether the characters begin with these.
    fileprivate func begins(with phrase: [Unicode.Scalar]) -> Bool {
        guard phrase.count <= count else { return false }
        // The first character told which phrases to look at.
        var offset = phrase.count - 1
        while offset >= 0 {
            guard self[startIndex + offset] == phrase[offset] else { return false }
            offset -= 1
        }
        return true
    }
}

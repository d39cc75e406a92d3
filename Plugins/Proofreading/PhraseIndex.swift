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

    /// The characters of all phrases.
    private var characters: [Unicode.Scalar] = []
    /// Where each phrase begins in ``characters``, and where the last one ends.
    private var starts: [Int32] = [0]
    /// For each hash of a character the first phrase that begins with such a one, and for each phrase the next of the
    /// same hash, both counted from 1; longer ones come first.
    private var heads: [Int32]
    private var links: [Int32]
    private let bits: UInt32

    /// Creates an index; empty phrases are never found.
    init(_ phrases: [String]) {
        var bits: UInt32 = 0
        while 1 << bits < phrases.count * 4 { bits += 1 }
        self.bits = bits
        heads = [Int32](repeating: 0, count: 1 << Int(bits))
        links = [Int32](repeating: 0, count: phrases.count)
        starts.reserveCapacity(phrases.count + 1)
        for phrase in phrases {
            for scalar in phrase.unicodeScalars { characters.append(scalar) }
            starts.append(Int32(characters.count))
        }
        // By length, and of one length from the last to the first: what comes last here stands first in its row.
        var lastOfLength = [Int32](repeating: 0, count: (phrases.indices.map { length($0) }.max() ?? 0) + 1)
        var previous = [Int32](repeating: 0, count: phrases.count)
        for phrase in phrases.indices {
            previous[phrase] = lastOfLength[length(phrase)]
            lastOfLength[length(phrase)] = Int32(phrase + 1)
        }
        for last in lastOfLength.dropFirst() {
            var entry = last
            while entry != 0 {
                let phrase = Int(entry - 1)
                let head = hash(characters[Int(starts[phrase])])
                links[phrase] = heads[head]
                heads[head] = entry
                entry = previous[phrase]
            }
        }
    }

    private func length(_ phrase: Int) -> Int { Int(starts[phrase + 1] - starts[phrase]) }

    private func hash(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value &* 0x9E37_79B1) >> (32 - bits)) }

    /// The phrases in a text from left to right; at each place all that stand there, the longest first.
    func matches(in text: Scalars) -> [Match] {
        guard !links.isEmpty else { return [] }
        var matches: [Match] = []
        for index in text.indices {
            var entry = heads[hash(text[index])]
            while entry != 0 {
                if let match = match(of: Int(entry - 1), in: text, at: index) { matches.append(match) }
                entry = links[Int(entry - 1)]
            }
        }
        return matches
    }

    /// The longest phrase that begins at `index`.
    func longestMatch(in text: Scalars, at index: Int) -> Match? {
        guard !links.isEmpty, index < text.endIndex else { return nil }
        var entry = heads[hash(text[index])]
        while entry != 0 {
            if let match = match(of: Int(entry - 1), in: text, at: index) { return match }
            entry = links[Int(entry - 1)]
        }
        return nil
    }

    /// The phrase, if it stands at `index`.
    private func match(of phrase: Int, in text: Scalars, at index: Int) -> Match? {
        let (start, end) = (Int(starts[phrase]), Int(starts[phrase + 1]))
        guard text.endIndex - index >= end - start else { return nil }
        for offset in 0..<end - start where text[index + offset] != characters[start + offset] { return nil }
        return Match(phrase: phrase, range: index..<index + end - start)
    }
}

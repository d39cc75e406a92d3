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
    /// For each hash of two characters the first phrase that begins with such ones, and for each phrase the next of the
    /// same hash, both counted from 1; longer ones come first.
    private var heads: [Int32]
    private var links: [Int32]
    private let bits: UInt32
    /// What answers at most places that no phrase begins there.
    private(set) var filter: PhraseFilter

    /// Creates an index; empty phrases are never found.
    init(_ phrases: [String]) {
        var bits: UInt32 = 1
        while 1 << bits < phrases.count * 2 { bits += 1 }
        self.bits = bits
        // Of the places where nothing begins one in 256 is looked at, or fewer.
        filter = PhraseFilter(bits: bits + 7)
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
                add(Int(entry - 1))
                entry = previous[Int(entry - 1)]
            }
        }
    }

    private mutating func add(_ phrase: Int) {
        let start = Int(starts[phrase])
        let (first, second) = (characters[start], length(phrase) > 1 ? characters[start + 1] : nil)
        let head = head(first, second)
        links[phrase] = heads[head]
        heads[head] = Int32(phrase + 1)
        filter.insert(first, second)
    }

    /// How many phrases there are.
    var count: Int { links.count }

    private func length(_ phrase: Int) -> Int { Int(starts[phrase + 1] - starts[phrase]) }

    /// The row of the phrases that begin with two characters, or consist of one.
    private func head(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Int {
        Int(((first.value << 16 ^ (second?.value ?? 0)) &* 0x9E37_79B1) &>> (32 &- bits))
    }

    /// The phrases in a text from left to right; at each place all that stand there, the longest first.
    ///
    /// - Parameter places: The places where one may begin, in order, when they are known.
    func matches(in text: Scalars, at places: [Int]? = nil) -> [Match] {
        guard !links.isEmpty else { return [] }
        var matches: [Match] = []
        for place in places ?? filter.places(in: text) {
            forEachMatch(in: text, at: place) { match in
                matches.append(match)
                return true
            }
        }
        return matches
    }

    /// The longest phrase that begins at `index`.
    func longestMatch(in text: Scalars, at index: Int) -> Match? {
        guard !links.isEmpty, index < text.endIndex else { return nil }
        var longest: Match?
        forEachMatch(in: text, at: index) { match in
            longest = match
            return false
        }
        return longest
    }

    /// Visits the phrases that begin at `index`, the longest first, as long as `body` wants more.
    @inline(__always)
    private func forEachMatch(in text: Scalars, at index: Int, _ body: (Match) -> Bool) {
        let first = text[index]
        if index + 1 < text.endIndex, filter.mayHold(first, text[index + 1]) {
            var entry = heads[head(first, text[index + 1])]
            while entry != 0 {
                let phrase = Int(entry - 1)
                if length(phrase) > 1, let match = match(of: phrase, in: text, at: index), !body(match) { return }
                entry = links[phrase]
            }
        }
        guard filter.hasSingles, filter.mayHold(first, nil) else { return }
        var entry = heads[head(first, nil)]
        while entry != 0 {
            let phrase = Int(entry - 1)
            if length(phrase) == 1, let match = match(of: phrase, in: text, at: index), !body(match) { return }
            entry = links[phrase]
        }
    }

    /// The phrase, if it stands at `index`.
    private func match(of phrase: Int, in text: Scalars, at index: Int) -> Match? {
        let (start, end) = (Int(starts[phrase]), Int(starts[phrase + 1]))
        guard text.endIndex - index >= end - start else { return nil }
        for offset in 0..<end - start where text[index + offset] != characters[start + offset] { return nil }
        return Match(phrase: phrase, range: index..<index + end - start)
    }
}

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
    private let headBits: UInt32
    /// One bit for each hash of two characters: most places of a text are left after one look.
    private var isKey: [UInt64]
    private let keyBits: UInt32
    /// Whether there are phrases of one character. In the tables they have U+0000 as the second.
    private var hasSingles = false

    /// Creates an index; empty phrases are never found.
    init(_ phrases: [String]) {
        var bits: UInt32 = 1
        while 1 << bits < phrases.count * 2 { bits += 1 }
        headBits = bits
        keyBits = max(6, bits + 4)
        heads = [Int32](repeating: 0, count: 1 << Int(headBits))
        isKey = [UInt64](repeating: 0, count: 1 << Int(keyBits - 6))
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
        let isSingle = length(phrase) == 1
        let hash = Self.hash(characters[start].value, isSingle ? 0 : characters[start + 1].value)
        let head = Int(hash >> (32 - headBits))
        links[phrase] = heads[head]
        heads[head] = Int32(phrase + 1)
        let key = Int(hash >> (32 - keyBits))
        isKey[key >> 6] |= 1 << UInt64(key & 63)
        hasSingles = hasSingles || isSingle
    }

    /// How many phrases there are.
    var count: Int { links.count }

    private func length(_ phrase: Int) -> Int { Int(starts[phrase + 1] - starts[phrase]) }

    @inline(__always)
    private static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 { (first << 16 ^ second) &* 0x9E37_79B1 }

    /// The phrases in a text from left to right; at each place all that stand there, the longest first.
    func matches(in text: Scalars) -> [Match] {
        guard !links.isEmpty else { return [] }
        var matches: [Match] = []
        for place in places(in: text) {
            forEachMatch(in: text, at: place) { match in
                matches.append(match)
                return true
            }
        }
        return matches
    }

    /// The places of a text where a phrase may begin: those of which the next two characters have a key.
    private func places(in text: Scalars) -> [Int] {
        var places: [Int] = []
        let start = text.startIndex
        text.withUnsafeBufferPointer { scalars in
            isKey.withUnsafeBufferPointer { isKey in
                var index = 0
                while index < scalars.count {
                    let first = scalars[index].value
                    let second = index &+ 1 < scalars.count ? scalars[index &+ 1].value : 0
                    if Self.holds(isKey, Self.hash(first, second), keyBits)
                        || (hasSingles && Self.holds(isKey, Self.hash(first, 0), keyBits))
                    {
                        places.append(start + index)
                    }
                    index &+= 1
                }
            }
        }
        return places
    }

    @inline(__always)
    private static func holds(_ isKey: UnsafeBufferPointer<UInt64>, _ hash: UInt32, _ bits: UInt32) -> Bool {
        let key = hash &>> (32 &- bits)
        return isKey[Int(key &>> 6)] &>> UInt64(key) & 1 != 0
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
        let first = text[index].value
        if index + 1 < text.endIndex {
            guard visit(Self.hash(first, text[index + 1].value), text, index, body) else { return }
        }
        if hasSingles { _ = visit(Self.hash(first, 0), text, index, body, isSingle: true) }
    }

    /// Visits the phrases of one row; `false` when no more are wanted.
    @inline(__always)
    private func visit(
        _ hash: UInt32,
        _ text: Scalars,
        _ index: Int,
        _ body: (Match) -> Bool,
        isSingle: Bool = false
    ) -> Bool {
        let key = Int(hash >> (32 - keyBits))
        guard isKey[key >> 6] & 1 << UInt64(key & 63) != 0 else { return true }
        var entry = heads[Int(hash >> (32 - headBits))]
        while entry != 0 {
            let phrase = Int(entry - 1)
            // Both rows of a place may be one.
            if length(phrase) == 1 ? isSingle : !isSingle, let match = match(of: phrase, in: text, at: index) {
                guard body(match) else { return false }
            }
            entry = links[phrase]
        }
        return true
    }

    /// The phrase, if it stands at `index`.
    private func match(of phrase: Int, in text: Scalars, at index: Int) -> Match? {
        let (start, end) = (Int(starts[phrase]), Int(starts[phrase + 1]))
        guard text.endIndex - index >= end - start else { return nil }
        for offset in 0..<end - start where text[index + offset] != characters[start + offset] { return nil }
        return Match(phrase: phrase, range: index..<index + end - start)
    }
}

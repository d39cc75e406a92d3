internal import SummaryModel

/// A list of words with weights, one per line: the weight, a blank, the word; or the word alone. `#` begins a comment.
/// Blanks inside words do not count, neither in the list nor in the text.
struct WordList: Sendable {
    /// From which end words are looked for.
    enum End {
        /// Words are looked for anywhere in a text, from their first character.
        case first
        /// Words are looked for at the end of a text, from their last character.
        case last
    }

    /// The characters of all words.
    private var characters: [Unicode.Scalar] = []
    /// Where each word begins in ``characters``, and where the last one ends.
    private var starts: [Int32] = [0]
    private var weights: [Double] = []
    /// For each hash of a character the first word that is looked for from such a one, and for each word the next of the
    /// same hash, both counted from 1; longer ones come first.
    private var heads: [Int32] = []
    private var links: [Int32] = []
    private var bits: UInt32 = 0
    /// One bit for each hash of the first two characters of a word, or of the only one, so that most places of a text are
    /// passed at once.
    private var openings = [UInt64](repeating: 0, count: 1_024)

    init(parsing bytes: [UInt8], lookedForFrom end: End) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            var word = line
            var weight = 1.0
            if line.count > 2, line[line.startIndex + 1] == 0x20, (0x30...0x39).contains(line[line.startIndex]) {
                weight = Double(line[line.startIndex] - 0x30)
                word = line.dropFirst(2)
            }
            for scalar in String(decoding: word, as: UTF8.self).unicodeScalars where !scalar.isBlank {
                characters.append(scalar)
            }
            guard characters.count > Int(starts[starts.count - 1]) else { continue }
            starts.append(Int32(characters.count))
            weights.append(weight)
        }
        while 1 << bits < weights.count * 4 { bits += 1 }
        heads = [Int32](repeating: 0, count: 1 << Int(bits))
        links = [Int32](repeating: 0, count: weights.count)
        let counts = weights.indices.map { starts[$0 + 1] - starts[$0] }
        // What comes last here stands first in its row.
        for word in weights.indices.sorted(by: { (counts[$0], $1) < (counts[$1], $0) }) {
            let key = hash(characters[Int(end == .first ? starts[word] : starts[word + 1] - 1)])
            links[word] = heads[key]
            heads[key] = Int32(word + 1)
        }
        guard end == .first else { return }
        for word in weights.indices {
            let opening = characters(of: word).prefix(2)
            let hash = Self.hash(opening[opening.startIndex], opening.dropFirst().first)
            openings[hash / 64] |= 1 << UInt64(hash % 64)
        }
    }

    private static func hash(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Int {
        Int((first.value &* 0x9E37 &+ (second?.value ?? 0) &* 0x85EB) >> 3 & 0xFFFF)
    }

    /// Whether a word may begin at `index` of `text`.
    private func mayBegin(at index: Int, of text: Scalars) -> Bool {
        func isOpening(_ second: Unicode.Scalar?) -> Bool {
            let hash = Self.hash(text[index], second)
            return openings[hash / 64] & 1 << UInt64(hash % 64) != 0
        }
        return isOpening(nil) || index + 1 < text.endIndex && isOpening(text[index + 1])
    }

    private func hash(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value &* 0x9E37_79B1) >> (32 - bits)) }

    /// The characters of a word.
    private func characters(of word: Int) -> Scalars { characters[Int(starts[word])..<Int(starts[word + 1])] }

    /// The first word of the row of `key` that `isThere` says yes to.
    private func word(from key: Unicode.Scalar, where isThere: (Scalars) -> Bool) -> Int? {
        var entry = heads[hash(key)]
        while entry != 0 {
            let word = Int(entry - 1)
            if isThere(characters(of: word)) { return word }
            entry = links[word]
        }
        return nil
    }

    /// The words that stand in `text`, the longest at each place, without overlap: their weights. For lists whose words are
    /// looked for from their first character.
    func weights(in text: Scalars) -> [Double] {
        var found: [Double] = []
        var index = text.startIndex
        while index < text.endIndex {
            if mayBegin(at: index, of: text),
                let word = word(from: text[index], where: { text[index...].starts(with: $0) })
            {
                found.append(weights[word])
                index += characters(of: word).count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The longest word with which `text` ends: its length and weight. For lists whose words are looked for from their last
    /// character.
    func suffix(of text: Scalars) -> (length: Int, weight: Double)? {
        guard let last = text.last,
            let word = word(from: last, where: { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) })
        else { return nil }
        return (characters(of: word).count, weights[word])
    }
}

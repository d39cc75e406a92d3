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

    private struct Word: Sendable {
        var characters: [Unicode.Scalar]
        var weight: Double
    }

    /// The words by the character from which they are looked for, longest first.
    private var words: [Unicode.Scalar: [Word]] = [:]
    /// The characters from which words are looked for; lists hold none beyond the Basic Multilingual Plane.
    private var keys = ScalarSet("")
    /// The characters that are words by themselves.
    private var singles = ScalarSet("")
    /// One bit for each hash of the first two characters of a word, so that most places of a text are passed at once.
    private var openings = [UInt64](repeating: 0, count: 1_024)

    init(parsing bytes: [UInt8], lookedForFrom end: End) {
        words.reserveCapacity(512)
        for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            var characters = line
            var weight = 1.0
            if line.count > 2, line[line.startIndex + 1] == 0x20, (0x30...0x39).contains(line[line.startIndex]) {
                weight = Double(line[line.startIndex] - 0x30)
                characters = line.dropFirst(2)
            }
            let word = Word(
                characters: String(decoding: characters, as: UTF8.self).unicodeScalars.filter { !$0.isBlank },
                weight: weight
            )
            guard let first = word.characters.first, let last = word.characters.last else { continue }
            insert(word, under: end == .first ? first : last)
        }
        keys = ScalarSet(words.keys)
        for word in words.values.joined() {
            for second in word.characters.dropFirst().prefix(1) {
                let hash = Self.hash(word.characters[0], second)
                openings[hash / 64] |= 1 << UInt64(hash % 64)
            }
        }
        singles = ScalarSet(words.values.joined().lazy.filter { $0.characters.count == 1 }.map { $0.characters[0] })
    }

    private static func hash(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
        Int((first.value &* 0x9E37 &+ second.value &* 0x85EB) >> 3 & 0xFFFF)
    }

    /// Whether a word may begin at `index` of `text`.
    private func mayBegin(at index: Int, of text: Scalars) -> Bool {
        guard keys.contains(text[index]) else { return false }
        guard index + 1 < text.endIndex, !singles.contains(text[index]) else { return true }
        let hash = Self.hash(text[index], text[index + 1])
        return openings[hash / 64] & 1 << UInt64(hash % 64) != 0
    }

    private mutating func insert(_ word: Word, under key: Unicode.Scalar) {
        var group = words[key] ?? []
        let place = group.firstIndex { $0.characters.count < word.characters.count } ?? group.count
        group.insert(word, at: place)
        words[key] = group
    }

    /// The words that stand in `text`, the longest at each place, without overlap: their weights. For lists whose words are
    /// looked for from their first character.
    func weights(in text: Scalars) -> [Double] {
        var found: [Double] = []
        var index = text.startIndex
        while index < text.endIndex {
            if mayBegin(at: index, of: text),
                let word = words[text[index]]?.first(where: { text[index...].starts(with: $0.characters) })
            {
                found.append(word.weight)
                index += word.characters.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The longest word with which `text` ends: its length and weight. For lists whose words are looked for from their last
    /// character.
    func suffix(of text: Scalars) -> (length: Int, weight: Double)? {
        guard let last = text.last, keys.contains(last), let group = words[last] else { return nil }
        for word in group where word.characters.count <= text.count {
            if text.suffix(word.characters.count).elementsEqual(word.characters) {
                return (word.characters.count, word.weight)
            }
        }
        return nil
    }
}

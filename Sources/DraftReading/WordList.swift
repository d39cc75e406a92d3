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

    /// One bit for each character of the Basic Multilingual Plane with which a word begins.
    private var firsts = [UInt64](repeating: 0, count: 1_024)
    /// Whether one of the words is a single character.
    private var holdsSingle = false

    init(parsing bytes: [UInt8], lookedForFrom end: End) {
        let text = bytes.withUnsafeBufferPointer { [Unicode.Scalar](utf8: $0) }
        characters.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let line = index
            while index < text.count, text[index] != "\n" { index += 1 }
            if text[line] != "#" { addWord(text[line..<index]) }
            index += 1
        }
        link(from: end)
        guard end == .first else { return }
        for word in weights.indices {
            let opening = characters(of: word)
            holdsSingle = holdsSingle || opening.count == 1
            let first = opening[opening.startIndex]
            if first.value < 0x10000 { firsts[Int(first.value / 64)] |= 1 << UInt64(first.value % 64) }
            let hash = Self.hash(first, opening.dropFirst().first)
            openings[hash / 64] |= 1 << UInt64(hash % 64)
        }
    }

    /// Adds the word of a line.
    private mutating func addWord(_ line: Scalars) {
        var word = line
        var weight = 1.0
        if line.count > 2, line[line.startIndex + 1] == " ",
            case let digit = line[line.startIndex].value, (0x30...0x39).contains(digit)
        {
            weight = Double(digit - 0x30)
            word = line.dropFirst(2)
        }
        for scalar in word where !scalar.isBlank { characters.append(scalar) }
        guard characters.count > Int(starts[starts.count - 1]) else { return }
        starts.append(Int32(characters.count))
        weights.append(weight)
    }

    /// Fills ``heads`` and ``links``.
    private mutating func link(from end: End) {
        while 1 << bits < weights.count * 4 { bits += 1 }
        heads = [Int32](repeating: 0, count: 1 << Int(bits))
        links = [Int32](repeating: 0, count: weights.count)
        // For each length the last word of it, and for each word the one of the same length before it, counted from 1.
        var last: [Int32] = []
        var previous = [Int32](repeating: 0, count: weights.count)
        for word in weights.indices {
            let length = Int(starts[word + 1] - starts[word])
            while last.count <= length { last.append(0) }
            previous[word] = last[length]
            last[length] = Int32(word + 1)
        }
        // What comes last here stands first in its row: the longest, of those of one length the first.
        for entry in last {
            var next = entry
            while next != 0 {
                let word = Int(next - 1)
                let key = hash(characters[Int(end == .first ? starts[word] : starts[word + 1] - 1)])
                links[word] = heads[key]
                heads[key] = next
                next = previous[word]
            }
        }
    }

    private static func hash(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Int {
        Int((first.value &* 0x9E37 &+ (second?.value ?? 0) &* 0x85EB) >> 3 & 0xFFFF)
    }

    /// Whether a word may begin with these characters.
    private func isOpening(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Bool {
        let hash = Self.hash(first, second)
        return openings[hash / 64] & 1 << UInt64(hash % 64) != 0
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
        var place = firstOpening(in: text, from: text.startIndex)
        while place < text.endIndex {
            if let word = word(from: text[place], where: { text[place...].starts(with: $0) }) {
                found.append(weights[word])
                place += characters(of: word).count
            } else {
                place += 1
            }
            place = firstOpening(in: text, from: place)
        }
        return found
    }

    /// The first place from `start` on where a word may begin; the end of the text when there is none.
    private func firstOpening(in text: Scalars, from start: Int) -> Int {
        let first = text.startIndex
        return text.withUnsafeBufferPointer { text in
            firsts.withUnsafeBufferPointer { firsts in
                var index = start &- first
                while index < text.count {
                    let value = text[index].value
                    // Most characters are passed here.
                    if value >= 0x10000
                        || firsts[Int(truncatingIfNeeded: value &>> 6)] &>> UInt64(truncatingIfNeeded: value) & 1 != 0
                    {
                        let next = index &+ 1 < text.count ? text[index &+ 1] : nil
                        if next.map({ isOpening(text[index], $0) }) ?? false
                            || holdsSingle && isOpening(text[index], nil)
                        {
                            break
                        }
                    }
                    index &+= 1
                }
                return index &+ first
            }
        }
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

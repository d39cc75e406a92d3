internal import StageKit
internal import SummaryModel

/// Fixed phrases, and the places of a text where one stands with at most one character changed.
///
/// A changed character leaves the first two characters of a phrase alone or the last two, so that both are keys of one
/// table: the time depends on the text, hardly on the number of the phrases.
struct SetPhrases: Sendable {
    /// A phrase in a text.
    struct Match {
        /// Where it stands.
        var range: Range<Int>
        /// The place of the character that differs; `nil` when none does.
        var changed: Int?
        /// The place of the phrase among all.
        var phrase: Int
    }

    /// The characters of all phrases.
    private var characters: [UInt16] = []
    /// Where each phrase begins in ``characters``, and where the last one ends.
    private var starts: [Int] = [0]
    /// For each hash of a pair the last entry, and for each entry the one before it, both counted from 1. A phrase has two
    /// entries, of its first and of its last pair.
    private var heads: [UInt16]
    private var links: [UInt16] = []
    /// One bit for each hash of a pair: most places of a text are left after one look.
    private var isKey: [UInt64]

    private static let headBits: UInt32 = 14
    private static let keyBits: UInt32 = 18

    /// Reads a list with one phrase a line; a test reads every line of it.
    init(_ bytes: [UInt8]) {
        heads = [UInt16](repeating: 0, count: 1 << Int(Self.headBits))
        isKey = [UInt64](repeating: 0, count: 1 << Int(Self.keyBits - 6))
        characters.reserveCapacity(bytes.count / 3)
        var isComment = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") {
                endPhrase()
                isComment = false
            } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") {
                isComment = true
            } else if !isComment, byte & 0xF0 == 0xE0, index + 2 < bytes.count {
                // Phrases are Chinese: each character has three bytes.
                let high = UInt16(byte & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6
                characters.append(high | UInt16(bytes[index + 2] & 0x3F))
            }
            index += 1
        }
        endPhrase()
    }

    private mutating func endPhrase() {
        let (start, end) = (starts[starts.count - 1], characters.count)
        guard end - start >= Self.lengths.lowerBound else { return characters.removeLast(end - start) }
        starts.append(end)
        for first in [start, end - 2] {
            let pair = UInt32(characters[first]) << 16 | UInt32(characters[first + 1])
            links.append(heads[Self.hash(pair, Self.headBits)])
            heads[Self.hash(pair, Self.headBits)] = UInt16(links.count)
            let bit = Self.hash(pair, Self.keyBits)
            isKey[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// How many characters a phrase has.
    static let lengths = 4...12

    /// The phrases.
    var phrases: [[Unicode.Scalar]] { (0..<starts.count - 1).map { self[$0] } }

    /// The characters of a phrase.
    subscript(phrase: Int) -> [Unicode.Scalar] {
        characters[starts[phrase]..<starts[phrase + 1]].compactMap { Unicode.Scalar($0) }
    }

    /// Visits the places where a phrase stands, changed in one character or in none. A phrase of which the change leaves
    /// both ends alone comes once.
    func forEachMatch(in text: Scalars, _ body: (Match) -> Void) {
        guard text.count >= Self.lengths.lowerBound else { return }
        var before = text[text.startIndex].value
        for index in text.startIndex..<text.endIndex - 1 {
            let pair = before << 16 | text[index + 1].value
            before = text[index + 1].value
            let bit = Self.hash(pair, Self.keyBits)
            guard isKey[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { continue }
            var entry = Int(heads[Self.hash(pair, Self.headBits)])
            while entry != 0 {
                if let match = match(of: entry - 1, at: index, in: text) { body(match) }
                entry = Int(links[entry - 1])
            }
        }
    }

    /// The phrase of an entry, the pair of which stands at `index`.
    private func match(of entry: Int, at index: Int, in text: Scalars) -> Match? {
        let (phrase, isEnd) = (entry >> 1, entry & 1 == 1)
        let (first, count) = (starts[phrase], starts[phrase + 1] - starts[phrase])
        let start = isEnd ? index + 2 - count : index
        guard start >= text.startIndex, start + count <= text.endIndex else { return nil }
        var changed: Int?
        for offset in 0..<count where text[start + offset].value != UInt32(characters[first + offset]) {
            if changed != nil { return nil }
            changed = offset
        }
        // The first pair is intact unless the change is in it, and so for the last.
        let isInFirstPair = changed.map { $0 < 2 } ?? false
        guard isEnd == isInFirstPair, !isEnd || count - (changed ?? 0) > 2, isEnd || changed.map({ $0 >= 2 }) ?? true
        else {
            return nil
        }
        return Match(range: start..<start + count, changed: changed.map { start + $0 }, phrase: phrase)
    }

    private static func hash(_ pair: UInt32, _ bits: UInt32) -> Int {
        Int((pair &* 0x9E37_79B1) >> (32 - bits))
    }
}

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
    /// For each entry the two characters after the first pair, or before the last one. A phrase with one character changed
    /// has at least one of them.
    private var neighbours: [UInt32] = []
    /// The pairs, as what answers at most places of a text that none stands there.
    private(set) var filter = PhraseFilter(bits: 18)

    private static let headBits: UInt32 = 14

    /// Reads a list with one phrase a line; a test reads every line of it.
    init(_ bytes: [UInt8]) {
        heads = [UInt16](repeating: 0, count: 1 << Int(Self.headBits))
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
        for (first, neighbour) in [(start, start + 2), (end - 2, end - 4)] {
            let pair = UInt32(characters[first]) << 16 | UInt32(characters[first + 1])
            neighbours.append(UInt32(characters[neighbour]) << 16 | UInt32(characters[neighbour + 1]))
            links.append(heads[Self.hash(pair, Self.headBits)])
            heads[Self.hash(pair, Self.headBits)] = UInt16(links.count)
            if let one = Unicode.Scalar(characters[first]), let other = Unicode.Scalar(characters[first + 1]) {
                filter.insert(one, other)
            }
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
    ///
    /// - Parameter places: The places where a pair of the ``filter`` may stand, in order.
    func forEachMatch(in text: Scalars, at places: [Int], _ body: (Match) -> Void) {
        guard text.count >= Self.lengths.lowerBound else { return }
        let first = text.startIndex
        text.withUnsafeBufferPointer { text in
            for place in places {
                let index = place - first
                let pair = text[index].value << 16 | text[index + 1].value
                forEachMatch(of: pair, at: index, in: text) { phrase, range, changed in
                    let range = range.lowerBound + first..<range.upperBound + first
                    body(Match(range: range, changed: changed.map { $0 + first }, phrase: phrase))
                }
            }
        }
    }

    /// Visits the phrases of which the first or the last two characters, which are `pair`, stand at `index`.
    private func forEachMatch(
        of pair: UInt32,
        at index: Int,
        in text: UnsafeBufferPointer<Unicode.Scalar>,
        _ body: (_ phrase: Int, _ range: Range<Int>, _ changed: Int?) -> Void
    ) {
        characters.withUnsafeBufferPointer { characters in
            func two(at index: Int) -> UInt32? {
                index >= 0 && index + 1 < text.count ? text[index].value << 16 | text[index + 1].value & 0xFFFF : nil
            }
            let (before, after) = (two(at: index - 2), two(at: index + 2))
            var next = Int(heads[Self.hash(pair, Self.headBits)])
            while next != 0 {
                let entry = next - 1
                next = Int(links[entry])
                let (phrase, isEnd) = (entry >> 1, entry & 1 == 1)
                guard let found = isEnd ? before : after else { continue }
                let difference = found ^ neighbours[entry]
                if difference &>> 16 != 0, difference & 0xFFFF != 0 { continue }
                let (first, end) = (starts[phrase], starts[phrase + 1])
                let key = isEnd ? end - 2 : first
                guard UInt32(characters[key]) << 16 | UInt32(characters[key + 1]) == pair else { continue }
                let (start, count) = (index &- (key &- first), end &- first)
                guard start >= 0, start &+ count <= text.count else { continue }
                var changed: Int?
                var offset = 0
                while offset < count {
                    if text[start &+ offset].value != UInt32(characters[first &+ offset]) {
                        if changed != nil { break }
                        changed = offset
                    }
                    offset &+= 1
                }
                // The first pair is intact unless the change is in it; such a phrase is found by its last pair.
                guard offset == count, isEnd == (changed.map { $0 < 2 } ?? false) else { continue }
                body(phrase, start..<start + count, changed.map { start + $0 })
            }
        }
    }

    private static func hash(_ pair: UInt32, _ bits: UInt32) -> Int {
        Int((pair &* 0x9E37_79B1) &>> (32 &- bits))
    }
}

internal import SummaryModel

/// With which two characters some phrases begin, roughly: one look leaves most places of a text, for as many phrases as
/// one likes.
struct PhraseFilter: Sendable {
    /// One bit for each hash of two characters. For a phrase of one character U+0000 is the second.
    private var words: [UInt64]
    /// How many of the highest bits of a hash count.
    private let bits: UInt32
    /// Whether there are phrases of one character.
    private(set) var hasSingles = false

    /// Creates the filter of no phrases.
    ///
    /// - Parameter bits: How many bits of a hash count, 6 to 24; with more of them fewer places are left to look at.
    init(bits: UInt32) {
        self.bits = bits
        words = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    }

    /// Whether a phrase with these first characters may be among them.
    @inline(__always)
    func mayHold(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Bool {
        withKeys { $0.holds(Self.hash(first.value, second?.value ?? 0)) }
    }

    /// Takes a phrase in.
    mutating func insert(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) {
        let key = Int(Self.hash(first.value, second?.value ?? 0) >> (32 - bits))
        words[key >> 6] |= 1 << UInt64(key & 63)
        hasSingles = hasSingles || second == nil
    }

    /// The filter of the phrases of all of some filters.
    init(_ filters: [PhraseFilter]) {
        self.init(bits: filters.map(\.bits).max() ?? 6)
        for filter in filters {
            let spread = 1 << Int(bits - filter.bits)
            for (place, word) in filter.words.enumerated() {
                var rest = word
                while rest != 0 {
                    let first = (place << 6 | rest.trailingZeroBitCount) * spread
                    for key in first..<first + spread { words[key >> 6] |= 1 << UInt64(key & 63) }
                    rest &= rest - 1
                }
            }
            hasSingles = hasSingles || filter.hasSingles
        }
    }

    /// The places of a text where one of the phrases may begin.
    func places(in text: Scalars) -> [Int] {
        var places: [Int] = []
        withKeys { keys in
            for index in text.indices.dropLast()
            where keys.holds(Self.hash(text[index].value, text[index + 1].value))
                || hasSingles && keys.holds(Self.hash(text[index].value, 0))
            {
                places.append(index)
            }
        }
        if hasSingles, let last = text.last, mayHold(last, nil) { places.append(text.endIndex - 1) }
        return places
    }

    /// Whether a phrase with these first characters may be among them, or one of the first alone.
    @inline(__always)
    func begins(with first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        mayHold(first, second) || hasSingles && mayHold(first, nil)
    }

    /// The keys of the phrases, for a loop over a text.
    struct Keys {
        fileprivate let words: UnsafeBufferPointer<UInt64>
        fileprivate let shift: UInt32

        /// Whether a phrase may begin with two characters of this hash.
        @inline(__always)
        func holds(_ hash: UInt32) -> Bool {
            let key = Int(truncatingIfNeeded: hash &>> shift)
            return words[key &>> 6] &>> UInt64(truncatingIfNeeded: key) & 1 != 0
        }
    }

    /// Hands over the keys.
    @inline(__always)
    func withKeys<Result>(_ body: (Keys) -> Result) -> Result {
        words.withUnsafeBufferPointer { body(Keys(words: $0, shift: 32 &- bits)) }
    }

    /// The hash of two characters; of one alone U+0000 is the second.
    @inline(__always)
    static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 { (first << 16 ^ second) &* 0x9E37_79B1 }
}

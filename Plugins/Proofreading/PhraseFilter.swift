internal import SummaryModel

/// With which two characters some phrases begin, roughly: one look leaves most places of a text, for as many phrases as
/// one likes.
struct PhraseFilter: Sendable {
    /// One bit for each hash of two characters. For a phrase of one character U+0000 is the second.
    private var keys = [UInt64](repeating: 0, count: 1 << (bits - 6))
    /// Whether there are phrases of one character.
    private(set) var hasSingles = false

    private static let bits = 15

    /// Whether a phrase with these first characters may be among them.
    @inline(__always)
    func mayHold(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Bool {
        keys.withUnsafeBufferPointer { Self.holds($0, first.value, second?.value ?? 0) }
    }

    /// Takes a phrase in.
    mutating func insert(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) {
        let key = Self.key(first.value, second?.value ?? 0)
        keys[key >> 6] |= 1 << UInt64(key & 63)
        hasSingles = hasSingles || second == nil
    }

    /// Takes all phrases of another filter in.
    mutating func formUnion(_ other: PhraseFilter) {
        for word in keys.indices { keys[word] |= other.keys[word] }
        hasSingles = hasSingles || other.hasSingles
    }

    /// The places of a text where one of the phrases may begin.
    func places(in text: Scalars) -> [Int] {
        guard let last = text.last else { return [] }
        let hasSingles = hasSingles
        var places = keys.withUnsafeBufferPointer { keys in
            text.places { first, second in
                Self.holds(keys, first, second) || hasSingles && Self.holds(keys, first, 0)
            }
        }
        if hasSingles, mayHold(last, nil) { places.append(text.endIndex - 1) }
        return places
    }

    /// Whether a phrase may begin with these two characters, or be the first alone when the second is U+0000.
    @inline(__always)
    private static func holds(_ keys: UnsafeBufferPointer<UInt64>, _ first: UInt32, _ second: UInt32) -> Bool {
        let key = key(first, second)
        return keys[key &>> 6] &>> UInt64(truncatingIfNeeded: key) & 1 != 0
    }

    @inline(__always)
    private static func key(_ first: UInt32, _ second: UInt32) -> Int {
        Int(((first << 16 ^ second) &* 0x9E37_79B1) &>> UInt32(32 - bits))
    }
}

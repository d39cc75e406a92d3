internal import SummaryModel

/// How well lines that may be a title agree in their words with the text that follows: a title names what the lead is
/// about, an advert does not.
enum TitleAgreement {
    /// How many lines at the beginning may be a title.
    private static let reach = 80
    /// How many characters of the text are looked at.
    private static let depth = 1_200

    /// Sets the share of the pairs of characters of each line before the text of a segment that stand in its first body
    /// lines, 0 to 1.
    static func addScores(
        _ lines: [DraftLine],
        source: SourceText,
        in segment: Segment,
        to scores: inout [Double]
    ) {
        let firstBody = segment.firstBody
        let candidates = segment.range.prefix(reach).filter {
            $0 < firstBody && !lines[$0].digest.isEmpty && lines[$0].count >= 4
        }
        guard firstBody < segment.range.upperBound, !candidates.isEmpty else { return }
        var found: [CharacterPair] = []
        var left = depth
        for line in lines[firstBody..<segment.range.upperBound] {
            guard left > 0 else { break }
            guard !line.hasContact, line.advert < 2 else { continue }
            for piece in line.pieces {
                let end = min(piece.upperBound, piece.lowerBound + left * 3)
                Self.addPairs(of: source.scalars(SourceRange(piece.lowerBound, end)), to: &found)
            }
            left -= line.count
        }
        let pairs = PairTable(found)
        for index in candidates {
            var own: [CharacterPair] = []
            Self.addPairs(of: Array(lines[index].digest.unicodeScalars), to: &own)
            guard !own.isEmpty else { continue }
            scores[index] = Double(own.count { pairs.contains($0) }) / Double(own.count)
        }
    }

    private static func addPairs(of text: [Unicode.Scalar], to pairs: inout [CharacterPair]) {
        var last: Unicode.Scalar?
        for scalar in text {
            guard scalar.isHan else {
                last = nil
                continue
            }
            if let last { pairs.append(CharacterPair(last.value) << 32 | CharacterPair(scalar.value)) }
            last = scalar
        }
    }
}

/// Two characters, the first in the upper half; never 0.
private typealias CharacterPair = UInt64

/// Tells whether a pair of characters is among others. A set of the library takes the runtime longer to set up than a short
/// text takes to be read.
private struct PairTable {
    /// The pairs, each at the place of its hash or behind; 0 where there is none. At most half of them are taken.
    private var slots: [CharacterPair]

    init(_ pairs: [CharacterPair]) {
        var size = 16
        while size < pairs.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for pair in pairs { slots[place(of: pair)] = pair }
    }

    func contains(_ pair: CharacterPair) -> Bool { slots[place(of: pair)] != 0 }

    /// Where the pair stands, or would stand.
    private func place(of pair: CharacterPair) -> Int {
        var place = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
        while slots[place] != 0, slots[place] != pair { place = (place + 1) & (slots.count - 1) }
        return place
    }
}

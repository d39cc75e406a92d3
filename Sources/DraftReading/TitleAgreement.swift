internal import SummaryModel

/// How well lines that may be a title agree in their words with the text that follows: a title names what the lead is
/// about, an advert does not.
enum TitleAgreement {
    /// How many lines at the beginning may be a title.
    private static let reach = 80
    /// How many characters of the text are looked at.
    private static let depth = 1_200

    /// The share of the pairs of characters of each line before the text of a segment that stand in its first body lines, 0
    /// to 1.
    static func scores(_ lines: [DraftLine], source: SourceText, in segment: Segment) -> [Int: Double] {
        let firstBody = segment.firstBody
        guard firstBody < segment.range.upperBound else { return [:] }
        var pairs: Set<UInt64> = []
        var left = depth
        for line in lines[firstBody..<segment.range.upperBound] {
            guard left > 0 else { break }
            guard !line.hasContact, line.advert < 2 else { continue }
            for piece in line.pieces {
                let end = min(piece.upperBound, piece.lowerBound + left * 3)
                pairs.formUnion(Self.pairs(of: source[SourceRange(piece.lowerBound, end)]))
            }
            left -= line.count
        }
        var scores: [Int: Double] = [:]
        for index in segment.range.prefix(reach)
        where index < firstBody && !lines[index].digest.isEmpty && lines[index].count >= 4 {
            let own = Self.pairs(of: lines[index].digest)
            guard !own.isEmpty else { continue }
            scores[index] = Double(own.count { pairs.contains($0) }) / Double(own.count)
        }
        return scores
    }

    private static func pairs(of text: String) -> [UInt64] {
        var pairs: [UInt64] = []
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard scalar.isHan else {
                last = nil
                continue
            }
            if let last { pairs.append(UInt64(last.value) << 32 | UInt64(scalar.value)) }
            last = scalar
        }
        return pairs
    }
}

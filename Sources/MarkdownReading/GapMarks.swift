internal import SummaryModel

/// Tells which `*` and `_` of a line are gaps of a Chinese draft (走访**户, 受理__件) rather than emphasis. When in doubt they
/// are gaps, so that no sign is lost.
struct GapMarks {
    /// Where the runs stand that are no emphasis, as offsets into the line.
    private(set) var gaps: [Range<Int>] = []
    /// Where characters stand directly inside marks of emphasis, which keep the parser from seeing the marks:
    /// to CommonMark, `**“` after a Han is no beginning.
    private(set) var inner: [Range<Int>] = []

    private struct Run {
        var sign: Unicode.Scalar
        var scalars: Range<Int>
        var bytes: Range<Int>
    }

    /// The longest text between two marks, in characters.
    private static let longest = 300

    /// Looks through a line.
    ///
    /// - Parameter start: Where its text begins, after bullets and marks of quotations.
    init(_ line: ArraySlice<UInt8>, from start: Int) {
        guard line[start...].contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }) else { return }
        let text = Array(String(decoding: line[start...], as: UTF8.self).unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(text.count + 1)
        var offset = start
        for scalar in text {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        for group in Dictionary(
            grouping: Self.runs(in: text, offsets),
            by: { [$0.sign.value, UInt32($0.scalars.count)] }
        )
        .values {
            settle(group, text, offsets)
        }
        gaps.sort { $0.lowerBound < $1.lowerBound }
    }

    private static func runs(in text: [Unicode.Scalar], _ offsets: [Int]) -> [Run] {
        var runs: [Run] = []
        var index = 0
        while index < text.count {
            let sign = text[index]
            if sign == "\\" {
                index += 2
                continue
            }
            guard sign == "*" || sign == "_" else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == sign { end += 1 }
            runs.append(Run(sign: sign, scalars: index..<end, bytes: offsets[index]..<offsets[end]))
            index = end
        }
        return runs
    }

    /// Pairs runs of one sign and length from the left; what finds no partner is a gap.
    private mutating func settle(_ runs: [Run], _ text: [Unicode.Scalar], _ offsets: [Int]) {
        var index = 0
        while index < runs.count {
            if index + 1 < runs.count, areEmphasis(runs[index].scalars, runs[index + 1].scalars, text) {
                for place in [runs[index].scalars.upperBound, runs[index + 1].scalars.lowerBound - 1] {
                    inner.append(offsets[place]..<offsets[place + 1])
                }
                index += 2
            } else {
                gaps.append(runs[index].bytes)
                index += 1
            }
        }
    }

    private func areEmphasis(_ open: Range<Int>, _ close: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
        let inside = text[open.upperBound..<close.lowerBound]
        guard open.count <= 3, (2...Self.longest).contains(inside.count), let first = inside.first,
            let last = inside.last, !first.isBlank, !last.isBlank, inside.contains(where: Self.isWord)
        else { return false }
        let before = open.lowerBound > 0 ? text[open.lowerBound - 1] : nil
        let after = close.upperBound < text.count ? text[close.upperBound] : nil
        let isFree = before.map { !Self.isWord($0) } ?? true
        if open.count == 1 || text[open.lowerBound] == "_" {
            // 张*同志和李*同志, X*X*X, file_name_1
            return isFree && (after.map { !Self.isWord($0) } ?? true) && EmphasisMarks.holdsWords(inside)
        }
        if EmphasisMarks.holdsWords(inside) { return true }
        // **项目管理**： is a label, though 项 after a gap counts something.
        let stops = "：:。；;".unicodeScalars
        return isFree && inside.count >= 3
            && (stops.contains(last) || (after.map { $0.isBlank || stops.contains($0) } ?? true))
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isHan || scalar.isLatinLetter || scalar.digitValue != nil
    }
}

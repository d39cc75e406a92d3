internal import SummaryModel

/// One stretch in which two texts differ, in UTF-8 offsets on scalar boundaries.
struct TextDifference: Equatable {
    var before: Range<Int>
    var after: Range<Int>

    /// How far the exhaustive search for the next common stretch looks, in bytes of both texts together.
    private static let nearWindow = 64
    /// How far the search by key looks at first; it grows fourfold until something is found.
    private static let firstFarWindow = 256
    /// How many equal bytes make a common stretch: three Han characters.
    private static let anchor = 9
    /// The largest product of the lengths of two stretches, in bytes, that are compared character by character.
    private static let refinedArea = 32_768

    /// The differences between two texts, in order, in time linear in their length.
    ///
    /// The result is exact (replacing every `before` by its `after` gives the second text) and small for the edits that
    /// stages make; it is not always the smallest possible.
    static func between(_ before: String, _ after: String) -> [TextDifference] {
        var before = before
        var after = after
        return before.withUTF8 { old in after.withUTF8 { new in between(old, new) } }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func between(_ old: Bytes, _ new: Bytes) -> [TextDifference] {
        guard !old.holdsSame(as: new) else { return [] }
        var tail = 0
        let shorter = min(old.count, new.count)
        while tail < shorter, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        while tail > 0, isContinuation(old[old.count - tail]) { tail -= 1 }
        let oldEnd = old.count - tail
        let newEnd = new.count - tail

        var differences: [TextDifference] = []
        var i = 0
        var j = 0
        while i < oldEnd || j < newEnd {
            if i < oldEnd, j < newEnd, old[i] == new[j] {
                i += 1
                j += 1
                continue
            }
            // Two characters may share their first bytes.
            while i < oldEnd, isContinuation(old[i]) { (i, j) = (i - 1, j - 1) }
            let (di, dj) = nextCommon(old, i, oldEnd, new, j, newEnd)
            refine(old, i..<i + di, new, j..<j + dj, into: &differences)
            i += di
            j += dj
        }
        return joined(differences)
    }

    /// The differences with those that touch made one: where a text repeats itself, each repetition was found by itself.
    private static func joined(_ differences: [TextDifference]) -> [TextDifference] {
        var result: [TextDifference] = []
        for difference in differences {
            if let last = result.last, last.before.upperBound == difference.before.lowerBound,
                last.after.upperBound == difference.after.lowerBound
            {
                result[result.count - 1].before = last.before.lowerBound..<difference.before.upperBound
                result[result.count - 1].after = last.after.lowerBound..<difference.after.upperBound
            } else {
                result.append(difference)
            }
        }
        return result
    }

    /// How far to go in both texts to the next stretch that they share; never nowhere in both.
    private static func nextCommon(
        _ old: Bytes,
        _ i: Int,
        _ oldEnd: Int,
        _ new: Bytes,
        _ j: Int,
        _ newEnd: Int
    ) -> (Int, Int) {
        let oldLeft = oldEnd - i
        let newLeft = newEnd - j
        /// Whether the texts agree from here on for the length of an anchor, or to the end of both.
        func agrees(_ a: Int, _ b: Int) -> Bool {
            if a == oldLeft, b == newLeft { return true }
            let length = min(anchor, old.count - i - a, new.count - j - b)
            guard length > 0, !isContinuation(old[i + a]) else { return false }
            if length < anchor, old.count - i - a != new.count - j - b { return false }
            for k in 0..<length where old[i + a + k] != new[j + b + k] { return false }
            return true
        }
        for distance in 1...nearWindow {
            for a in max(0, distance - newLeft)...min(distance, oldLeft) where agrees(a, distance - a) {
                return (a, distance - a)
            }
        }
        var window = firstFarWindow
        var searched = 0
        while searched < max(oldLeft, newLeft) {
            searched = window
            var places: [UInt64: Int] = [:]
            for a in 0...min(window, oldLeft) {
                if let key = key(old, i + a), places[key] == nil { places[key] = a }
            }
            var best: (Int, Int)?
            for b in 0...min(window, newLeft) {
                if let best, b >= best.0 + best.1 { break }
                guard let key = key(new, j + b), let a = places[key], a + b > 0, agrees(a, b) else { continue }
                if a + b < best.map({ $0.0 + $0.1 }) ?? .max { best = (a, b) }
            }
            if let best { return best }
            window *= 4
        }
        return (oldLeft, newLeft)
    }

    /// The eight bytes at `offset`, where a character starts.
    private static func key(_ text: Bytes, _ offset: Int) -> UInt64? {
        guard offset + 8 <= text.count, !isContinuation(text[offset]) else { return nil }
        return UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// Splits a short difference at the characters that both sides share, when they share a third of the longer side:
    /// two changes close together stay two, but a new wording is not torn into scraps.
    private static func refine(
        _ old: Bytes,
        _ before: Range<Int>,
        _ new: Bytes,
        _ after: Range<Int>,
        into differences: inout [TextDifference]
    ) {
        guard before.count * after.count <= refinedArea else {
            differences.append(TextDifference(before: before, after: after))
            return
        }
        let a = scalars(old, before)
        let b = scalars(new, after)
        let common = commonSubsequence(old, a, new, b)
        guard !common.isEmpty, common.count * 3 >= max(a.count, b.count) else {
            differences.append(TextDifference(before: before, after: after))
            return
        }
        var i = before.lowerBound
        var j = after.lowerBound
        for (x, y) in common {
            if i < a[x].lowerBound || j < b[y].lowerBound {
                differences.append(TextDifference(before: i..<a[x].lowerBound, after: j..<b[y].lowerBound))
            }
            (i, j) = (a[x].upperBound, b[y].upperBound)
        }
        if i < before.upperBound || j < after.upperBound {
            differences.append(TextDifference(before: i..<before.upperBound, after: j..<after.upperBound))
        }
    }

    /// The ranges of the characters in `range`.
    private static func scalars(_ text: Bytes, _ range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, isContinuation(text[end]) { end += 1 }
            result.append(start..<end)
            start = end
        }
        return result
    }

    /// The indices of a longest common subsequence of two short lists of characters.
    private static func commonSubsequence(
        _ old: Bytes,
        _ a: [Range<Int>],
        _ new: Bytes,
        _ b: [Range<Int>]
    ) -> [(Int, Int)] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        func isSame(_ x: Int, _ y: Int) -> Bool { old[a[x]].elementsEqual(new[b[y]]) }
        let width = b.count + 1
        var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
        for x in a.indices.reversed() {
            for y in b.indices.reversed() {
                lengths[x * width + y] =
                    isSame(x, y)
                    ? lengths[(x + 1) * width + y + 1] + 1
                    : max(lengths[(x + 1) * width + y], lengths[x * width + y + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (x, y) = (0, 0)
        while x < a.count, y < b.count {
            if isSame(x, y) {
                pairs.append((x, y))
                (x, y) = (x + 1, y + 1)
            } else if lengths[(x + 1) * width + y] >= lengths[x * width + y + 1] {
                x += 1
            } else {
                y += 1
            }
        }
        return pairs
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

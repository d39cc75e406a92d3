/// One stretch in which two texts differ, in UTF-8 offsets on scalar boundaries.
struct TextDifference: Equatable {
    var before: Range<Int>
    var after: Range<Int>

    /// How far apart two texts may be before the search for their next common stretch is widened.
    private static let nearWindow = 64
    /// How far the widened search looks, in bytes.
    private static let farWindow = 65_536
    /// How many equal bytes make a common stretch: three Han characters.
    private static let anchor = 9

    /// The differences between two texts, in order, in time linear in their length.
    ///
    /// The result is exact (replacing every `before` by its `after` gives the second text) and small for the edits that
    /// stages make; it is not always the smallest possible.
    static func between(_ before: String, _ after: String) -> [TextDifference] {
        var before = before
        var after = after
        return before.withUTF8 { old in after.withUTF8 { new in between(old, new) } }
    }

    private static func between(
        _ old: UnsafeBufferPointer<UInt8>,
        _ new: UnsafeBufferPointer<UInt8>
    ) -> [TextDifference] {
        var differences: [TextDifference] = []
        var i = 0
        var j = 0
        var tail = 0
        while tail < min(old.count, new.count), old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        while tail > 0, isContinuation(old[old.count - tail]) { tail -= 1 }
        while i < old.count - tail || j < new.count - tail {
            if i < old.count - tail, j < new.count - tail, old[i] == new[j] {
                i += 1
                j += 1
                continue
            }
            while i > 0, i < old.count, isContinuation(old[i]) { (i, j) = (i - 1, j - 1) }
            while j > 0, j < new.count, isContinuation(new[j]) { (i, j) = (i - 1, j - 1) }
            let (di, dj) = nextCommon(old, i, old.count - tail, new, j, new.count - tail)
            if di == 0, dj == 0 {
                i += 1
                j += 1
                continue
            }
            differences.append(TextDifference(before: i..<i + di, after: j..<j + dj))
            i += di
            j += dj
        }
        return merged(differences)
    }

    /// How far to go in both texts to the next stretch that they share.
    private static func nextCommon(
        _ old: UnsafeBufferPointer<UInt8>,
        _ i: Int,
        _ oldEnd: Int,
        _ new: UnsafeBufferPointer<UInt8>,
        _ j: Int,
        _ newEnd: Int
    ) -> (Int, Int) {
        let oldLeft = oldEnd - i
        let newLeft = newEnd - j
        func agrees(_ a: Int, _ b: Int) -> Bool {
            if a == oldLeft, b == newLeft { return true }
            let length = min(anchor, oldEnd + (old.count - oldEnd) - i - a, newEnd + (new.count - newEnd) - j - b)
            guard length > 0, a <= oldLeft, b <= newLeft, !isContinuation(old[i + a]) else { return false }
            if length < anchor, old.count - i - a != new.count - j - b { return false }
            for k in 0..<length where old[i + a + k] != new[j + b + k] { return false }
            return true
        }
        for distance in 1...nearWindow {
            for a in 0...distance where a <= oldLeft && distance - a <= newLeft {
                if agrees(a, distance - a) { return (a, distance - a) }
            }
        }
        for distance in (nearWindow + 1)...farWindow {
            if distance > oldLeft, distance > newLeft { break }
            if distance <= oldLeft, agrees(distance, 0) { return (distance, 0) }
            if distance <= newLeft, agrees(0, distance) { return (0, distance) }
        }
        return (oldLeft, newLeft)
    }

    /// Touching differences as one.
    private static func merged(_ differences: [TextDifference]) -> [TextDifference] {
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

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

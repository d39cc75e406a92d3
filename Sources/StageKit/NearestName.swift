/// Finds the known name that a misspelt one probably meant.
public enum NearestName {
    /// The nearest of `known` to `name`, when it is near enough to be worth a suggestion: at most a third of the letters
    /// differ, and at least one is the same. Ties go to the name that sorts first.
    public static func of(_ name: String, in known: [String]) -> String? {
        let letters = Array(name.lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in known.sorted() {
            let other = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(letters.count, other.count) / 3)
            let distance = distance(letters, other)
            if distance <= limit, distance < max(letters.count, other.count), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}

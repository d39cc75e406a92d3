/// The characters of a text that count when an output is compared with a draft: all but white space and those that nobody
/// sees (the categories Cc, Cf and Zs).
package struct CountedCharacters: Sendable, Hashable {
    private var counts: [Unicode.Scalar: Int] = [:]

    /// Creates a count of nothing.
    package init() {}

    /// Adds the characters of `text`; `times` is -1 where they are taken away.
    package mutating func add(_ text: String, times: Int = 1) {
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator: continue
            default: counts[scalar, default: 0] += times
            }
        }
    }

    /// The characters that were added more often than taken away, or less often, one sentence each, in order.
    package var imbalances: [String] {
        counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { scalar, count in
            "U+\(String(scalar.value, radix: 16, uppercase: true)) is there \(abs(count)) times too \(count > 0 ? "often" : "rarely")"
        }
    }
}

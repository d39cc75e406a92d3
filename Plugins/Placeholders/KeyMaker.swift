internal import SummaryModel

/// Makes names for gaps from the words around them, so that a name stays when something else in the draft changes.
struct KeyMaker {
    private var taken: [String: Int] = [:]

    /// Notes a name that the draft itself gives.
    mutating func take(_ key: String) { taken[key, default: 0] += 1 }

    /// The name for the gap at `range`: up to six Han characters before it and two after, `提拔干部_名`; the second gap of
    /// the same words ends in `-2`.
    mutating func key(for range: Range<Int>, in text: [Unicode.Scalar]) -> String {
        let before = text[..<range.lowerBound].reversed().prefix { $0.isHan }.prefix(6).reversed()
        let after = text[range.upperBound...].prefix { $0.isHan || $0 == "%" || $0 == "％" }.prefix(2)
        var key = before.string + "_" + after.string
        if before.isEmpty, after.isEmpty {
            let earlier = text[..<range.lowerBound].filter(\.isHan).suffix(4)
            key = earlier.string + "_"
        }
        let number = (taken[key] ?? 0) + 1
        taken[key] = number
        return number == 1 ? key : "\(key)-\(number)"
    }
}

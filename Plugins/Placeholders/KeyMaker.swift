internal import SummaryModel

/// Makes names for gaps from the words around them, so that a name stays when something else in the draft changes.
struct KeyMaker {
    private var taken: [String: Int] = [:]

    /// Notes a name that the draft itself gives.
    mutating func take(_ key: String) { taken[key, default: 0] += 1 }

    /// The name for the gap at `range`: up to six Han characters before it and two after, `提拔干部_名`; the second gap of
    /// the same words ends in `-2`.
    mutating func key(for range: Range<Int>, in text: [Unicode.Scalar]) -> String {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 6, text[start - 1].isHan { start -= 1 }
        var end = range.upperBound
        while end < text.count, end - range.upperBound < 2, text[end].isHan || text[end] == "%" || text[end] == "％" {
            end += 1
        }
        var key = text[start..<range.lowerBound].string + "_" + text[range.upperBound..<end].string
        if key == "_" {
            // Nothing directly around it: the last Han characters a little before it.
            key = text[max(0, range.lowerBound - 24)..<range.lowerBound].filter(\.isHan).suffix(4).string + "_"
        }
        let number = (taken[key] ?? 0) + 1
        taken[key] = number
        return number == 1 ? key : "\(key)-\(number)"
    }
}

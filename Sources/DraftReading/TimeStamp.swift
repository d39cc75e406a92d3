internal import SummaryModel

/// Tells lines that end with a time of day after a name or a date, as chat programs and sites print them.
enum TimeStamp {
    /// Whether `text` is short and ends with a time such as 18:20 or 18:20:31.
    static func ends(_ text: Scalars) -> Bool {
        guard text.count <= 40, text.count > 5 else { return false }
        var rest = text
        var groups = 0
        while groups < 3 {
            let digits = rest.reversed().prefix { $0.digitValue != nil }.count
            guard (1...2).contains(digits) else { break }
            groups += 1
            rest = rest.dropLast(digits)
            guard let mark = rest.last, mark == ":" || mark == "：" else { break }
            rest = rest.dropLast()
        }
        guard groups >= 2, text.count - rest.count >= 4 else { return false }
        return rest.last?.isBlank == true
    }
}

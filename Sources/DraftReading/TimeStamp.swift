internal import SummaryModel

/// Tells lines that end with a time of day after a name or a date, as chat programs and sites print them.
enum TimeStamp {
    /// Whether `text` begins with a date and a time of day: 2022-01-05 16:08 来源：…
    static func opens(_ text: Scalars) -> Bool {
        guard text.count <= 80 else { return false }
        let stamp = text.prefix { $0.digitValue != nil || "-/.:：年月日".unicodeScalars.contains($0) || $0.isBlank }
        let groups = stamp.split { $0.digitValue == nil }
        return groups.count >= 5 && groups[0].count == 4 && stamp.contains(where: { $0 == ":" || $0 == "：" })
            && groups.dropFirst().allSatisfy { $0.count <= 2 }
    }

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

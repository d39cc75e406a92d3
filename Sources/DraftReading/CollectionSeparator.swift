internal import SummaryModel

/// Tells lines that number the members of a collection: 篇一：…, 范文二, 第三篇, 【范文4】, 班主任工作总结2.
enum CollectionSeparator {
    private static let words = ["范文", "例文", "范本", "样本", "篇", "模板", "文章"]

    /// Whether `text` is such a line.
    static func isMatched(by text: Scalars) -> Bool {
        guard text.count <= 40, text.last?.isSentenceStop != true else { return false }
        let bare = text.drop { "【[（(★●◆■▲".unicodeScalars.contains($0) || $0.isBlank }
        for word in words where bare.starts(with: word) {
            let rest = bare.dropFirst(word.unicodeScalars.count).drop { "（(".unicodeScalars.contains($0) || $0.isBlank }
            return endsNumber(rest)
        }
        if bare.first == "第" {
            let number = bare.dropFirst().prefix { isDigit($0) }
            let rest = bare.dropFirst(number.count + 1)
            return !number.isEmpty && (rest.first == "篇" || rest.starts(with: "份")) && endsMember(rest.dropFirst())
        }
        return false
    }

    /// Whether `text` begins with a number and nothing that goes on with it: 二, 二：…, 2】.
    private static func endsNumber(_ text: Scalars) -> Bool {
        let number = text.prefix { isDigit($0) }
        guard (1...3).contains(number.count) else { return false }
        return endsMember(text.dropFirst(number.count))
    }

    private static func endsMember(_ rest: Scalars) -> Bool {
        guard let next = rest.first else { return true }
        return "：:】]）)、.．,，——-".unicodeScalars.contains(next) || next.isBlank
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digitValue != nil || HanNumeral.digit(scalar) != nil
    }
}

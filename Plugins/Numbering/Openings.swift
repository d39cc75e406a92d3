internal import SummaryModel

/// Paragraphs that open with 第一条, as rules have them, or with 第一章 or 第一节 and a blank. They are body text for every
/// reader and renderer; for numbering their openings are numbers.
struct Openings {
    /// The blocks that were given a label.
    private(set) var indices: [Int] = []

    /// Takes the openings off their paragraphs as labels; 第三条 alone may be a quotation, so that two must follow each
    /// other.
    mutating func lift(_ blocks: inout [Block]) {
        var found: [(index: Int, unit: Unicode.Scalar, ordinal: Int, length: Int)] = []
        for index in blocks.indices {
            guard blocks[index].kind == .paragraph || blocks[index].kind == .lead, blocks[index].label == nil,
                case .text(let text)? = blocks[index].content.first?.content,
                let opening = Self.opening(of: text)
            else { continue }
            found.append((index, opening.unit, opening.ordinal, opening.length))
        }
        let articles = found.filter { $0.unit == "条" }
        let hasArticles = zip(articles, articles.dropFirst()).contains { $0.ordinal + 1 == $1.ordinal }
        for opening in found where opening.unit != "条" || hasArticles {
            guard case .text(let text)? = blocks[opening.index].content.first?.content else { continue }
            let scalars = Array(text.unicodeScalars)
            let scheme: NumberLabel.Scheme =
                opening.unit == "条" ? .articles : opening.unit == "章" ? .chapters : .sections
            blocks[opening.index].label = NumberLabel(
                scheme: scheme,
                level: scheme == .articles ? 3 : 1,
                ordinal: opening.ordinal,
                marker: scalars[..<opening.length].string
            )
            blocks[opening.index].content[0].content = .text(scalars[opening.length...].string)
            indices.append(opening.index)
        }
    }

    /// Puts the labels back into the text.
    func lower(_ blocks: inout [Block]) {
        for index in indices {
            guard let label = blocks[index].label else { continue }
            blocks[index].label = nil
            if case .text(let text)? = blocks[index].content.first?.content {
                blocks[index].content[0].content = .text(label.marker + text)
            } else {
                blocks[index].content.insert(.text(label.marker), at: 0)
            }
        }
    }

    /// A number and its length with the blanks or the mark after it; 第一条 in a sentence has neither.
    private static func opening(of text: String) -> (unit: Unicode.Scalar, ordinal: Int, length: Int)? {
        guard text.unicodeScalars.first == "第" else { return nil }
        let scalars = Array(text.unicodeScalars.prefix(16))
        guard let unit = scalars.firstIndex(where: { "章节条".unicodeScalars.contains($0) }), unit >= 2 else { return nil }
        let number = scalars[1..<unit]
        let ordinal =
            number.allSatisfy { $0.digitValue != nil }
            ? number.prefix(4).reduce(0) { $0 * 10 + ($1.digitValue ?? 0) } : HanNumeral.value(number) ?? 0
        guard (1...999).contains(ordinal) else { return nil }
        var end = unit + 1
        while end < scalars.count, scalars[end].isBlank { end += 1 }
        if end == unit + 1, end < scalars.count {
            guard scalars[unit] == "条", "：:".unicodeScalars.contains(scalars[end]) else { return nil }
            end += 1
        }
        return (scalars[unit], ordinal, end)
    }
}

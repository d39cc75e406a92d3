internal import SummaryModel

/// Breaks a text into lines of a width, without a character more or less.
///
/// No line begins with a mark that closes or separates, or ends with one that opens (GB/T 15834-2011, 5.1); words of
/// letters, figures with their units, —— and …… stay whole. A word that is longer than the line has a line of its own.
struct LineWrap {
    /// The width, in columns of which a Han character takes two.
    let width: Int

    /// How much of a line may stay empty so that the next one does not begin like a numbered paragraph.
    private static let slack = 5
    private static let notAtStart = ScalarSet("。，、；：？！）》〉”’〗】〕」』…～·％℃‰,.;:?!)]}%")
    private static let notAtEnd = ScalarSet("（《〈“‘〖【〔「『([{￥¥$＄第")
    private static let pairs = ScalarSet("—…")
    private static let mayBeginNumber = ScalarSet("0123456789〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾首其再最另①②③④⑤⑥⑦⑧⑨⑩（(-*+•●")

    /// The lines of a text without line ends.
    func lines(of text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var lines: [String] = []
        var start = 0
        while let end = end(of: scalars, from: start) {
            lines.append(scalars[start..<end].string)
            start = end
        }
        lines.append(scalars[start...].string)
        return lines
    }

    /// Where the line that begins at `start` ends; `nil` when all that is left fits.
    private func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var columns = 0
        var (last, lastColumns): (Int?, Int) = (nil, 0)
        var best: Int?
        for index in start..<scalars.count {
            if index > start, Self.mayBreak(scalars, before: index) {
                // Past the width only a word that has no other place goes on.
                if columns > width { return index }
                (last, lastColumns) = (index, columns)
                if !Self.mayBeginNumber.contains(scalars[index]) { best = index }
            }
            columns += Self.columns(of: scalars[index])
            // Blanks at the end of a line take no place.
            if columns > width, let last, scalars[index] != " " {
                guard let best, best < last else { return last }
                let left = scalars[best..<last].reduce(0) { $0 + Self.columns(of: $1) }
                return left + width - lastColumns <= Self.slack ? best : last
            }
        }
        return nil
    }

    /// The columns of a character. Signs that Chinese texts share with others, such as “, — and ①, are wide here.
    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x2000 { return 1 }
        return scalar.isBlank && scalar != "\u{3000}" ? 0 : 2
    }

    private static func mayBreak(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
        let (before, after) = (scalars[index - 1], scalars[index])
        if after.isBlank || after.properties.generalCategory == .nonspacingMark { return false }
        // The blank between two words stays at the end of its line; any other belongs to what stands around it.
        if before == " " { return index > 1 && isOfWord(scalars[index - 2]) && isOfWord(after) }
        if before.isBlank || notAtStart.contains(after) || notAtEnd.contains(before) { return false }
        return !(isOfWord(before) && isOfWord(after)) && !(before == after && pairs.contains(after))
    }

    /// Whether a character is a part of a word, of a number or of an address.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        (0x21..<0x2E80).contains(scalar.value) && scalar.isOfLatinText
    }
}

extension Unicode.Scalar {
    /// Whether it stands in Latin texts rather than between Han characters.
    fileprivate var isOfLatinText: Bool {
        switch self {
        case "“", "”", "‘", "’", "—", "…", "·": false
        default: !("①"..."⒛").contains(self)
        }
    }
}

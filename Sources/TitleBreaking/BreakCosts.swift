/// What it costs to break a title before each of its characters; `nil` where it may not be broken.
struct BreakCosts {
    private(set) var costs: [Int?]
    private let scalars: [Unicode.Scalar]

    /// Between two characters of which nothing is known: probably inside a word.
    private static let unknown = 16
    /// The same where an even number of unknown characters stands on both sides: most words have two.
    private static let unknownPair = 10
    /// At the end of a known word, or before one.
    private static let oneSide = 4
    /// Between two known words.
    private static let twoSides = 2
    /// Inside the name of a body.
    private static let insideName = 40
    /// After 关于, which belongs to what follows.
    private static let afterPreposition = 30
    /// What is added inside the title of a document or a quotation that is longer than a line.
    private static let insideQuotation = 12

    /// Never at the start of a line: closing marks, and 的, 和 and the like, which belong to what stands before.
    private static let notAtStart = Set("。，、；：？！）》〉”’〕】…—·％℃,.;:?!)]}%的和与及了暨".unicodeScalars)
    /// Never at the end of a line.
    private static let notAtEnd = Set("（《〈“‘〔【([{第".unicodeScalars)
    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "《": "》", "“": "”", "‘": "’", "（": "）", "〈": "〉", "〔": "〕", "【": "】", "(": ")",
    ]
    private static let numerals = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars)

    /// - Parameter fits: Whether these characters have room on one line.
    init(_ scalars: [Unicode.Scalar], fits: (Range<Int>) -> Bool) {
        self.scalars = scalars
        costs = [Int?](repeating: Self.unknown, count: scalars.count + 1)
        weighWords()
        forbidSigns()
        weighPairs(fits)
        forbidNumbers()
        // A blank stays at the end of its line.
        for index in scalars.indices where scalars[index].properties.isWhitespace { costs[index] = nil }
    }

    private mutating func forbid(inside range: Range<Int>) {
        guard range.count > 1 else { return }
        for index in range.lowerBound + 1..<range.upperBound { costs[index] = nil }
    }

    /// Finds words from left to right, the longest first.
    private mutating func weighWords() {
        var isEdge = [Bool](repeating: false, count: scalars.count + 1)
        var names: [Range<Int>] = []
        /// Where the name of the next body begins.
        var nameStart = 0
        var knownEnd = 0
        var isAfterPreposition = false
        var index = 0
        while index < scalars.count {
            guard let word = longestWord(at: index) else {
                index += 1
                continue
            }
            let range = index..<index + word.unicodeScalars.count
            weighUnknown(knownEnd..<range.lowerBound)
            if knownEnd < range.lowerBound { isAfterPreposition = false }
            knownEnd = range.upperBound
            forbid(inside: range)
            for edge in [range.lowerBound, range.upperBound] {
                costs[edge] = isEdge[edge] ? Self.twoSides : costs[edge].map { _ in Self.oneSide }
                isEdge[edge] = true
            }
            if TitleWords.bodies.contains(word) {
                // What stands before it is the rest of the name: the place, the field, the body that it is part of.
                if let last = names.last, last.upperBound != range.lowerBound {
                    nameStart = max(nameStart, last.upperBound)
                }
                names.append(nameStart..<range.upperBound)
                costs[range.upperBound] = 0
            } else if !TitleWords.fields.contains(word) {
                nameStart = range.upperBound
            }
            if word == "关于" { costs[range.lowerBound] = 0 }
            if isAfterPreposition { costs[range.lowerBound] = Self.afterPreposition }
            isAfterPreposition = word == "关于"
            if isAfterPreposition { costs[range.upperBound] = Self.afterPreposition }
            index = range.upperBound
        }
        weighUnknown(knownEnd..<scalars.count)
        for name in names where name.count <= 20 {
            for index in name.dropFirst() where costs[index] != nil && costs[index] != 0 {
                costs[index] = Self.insideName
            }
        }
        // A blank separates two bodies; after 的 stands what it describes.
        for index in scalars.indices.dropFirst() {
            if scalars[index - 1].properties.isWhitespace { costs[index] = 0 }
            if scalars[index - 1] == "的", costs[index] != nil { costs[index] = Self.twoSides }
        }
    }

    private mutating func weighUnknown(_ range: Range<Int>) {
        for index in range.dropFirst() where (index - range.lowerBound).isMultiple(of: 2) {
            if (range.upperBound - index).isMultiple(of: 2) { costs[index] = Self.unknownPair }
        }
    }

    private func longestWord(at index: Int) -> String? {
        for length in stride(from: min(TitleWords.longest, scalars.count - index), to: 1, by: -1) {
            let word = String(String.UnicodeScalarView(scalars[index..<index + length]))
            if TitleWords.all.contains(word) { return word }
        }
        return nil
    }

    private mutating func forbidSigns() {
        for index in scalars.indices {
            if Self.notAtStart.contains(scalars[index]) { costs[index] = nil }
            if Self.notAtEnd.contains(scalars[index]) { costs[index + 1] = nil }
        }
    }

    /// Never inside the title of a document, a quotation or brackets, unless no line has room for it.
    private mutating func weighPairs(_ fits: (Range<Int>) -> Bool) {
        for (index, scalar) in scalars.enumerated() {
            guard let closing = Self.pairs[scalar], let end = scalars[index...].firstIndex(of: closing) else {
                continue
            }
            if fits(index..<end + 1) {
                forbid(inside: index..<end + 1)
            } else {
                for place in index + 1...end { costs[place]? += Self.insideQuotation }
            }
        }
    }

    /// Never inside a number, between a number and its unit, or inside a date or a period.
    private mutating func forbidNumbers() {
        for index in scalars.indices.dropFirst() {
            let before = scalars[index - 1]
            let after = scalars[index]
            let isAfterDate = before == "年" || before == "月"
            if Self.isLatin(before) && !before.properties.isWhitespace { costs[index] = nil }
            if Self.isDigit(after), isAfterDate || before == "—" || before == "－" || before == "～" {
                costs[index] = nil
            }
            if Self.numerals.contains(after), before == "第" || Self.numerals.contains(before) { costs[index] = nil }
            if Self.numerals.contains(before), index >= 2,
                scalars[index - 2] == "第" || Self.numerals.contains(scalars[index - 2])
            {
                costs[index] = nil
            }
            if before == "年", "度上下前第初底末来".unicodeScalars.contains(after), index >= 2, Self.isYear(scalars[index - 2]) {
                costs[index] = nil
            }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    private static func isYear(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || numerals.contains(scalar) }

    /// A character of a number or a Latin word.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x21..<0x250).contains(scalar.value) || ("０"..."９").contains(scalar)
    }
}

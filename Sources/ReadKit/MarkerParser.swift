package import SummaryModel

/// A marker at the beginning of a line, as written.
package struct Marker: Sendable {
    package var kind: BlockKind
    package var label: NumberLabel
    /// How many characters it takes, blanks inside included.
    package var length: Int
    /// Whether it is a number and a closing bracket without an opening one: 1)
    package var isHalfBracket = false
    /// Whether it is one only where the numbers before or after it are there as well.
    package var needsCompany = false

    /// Creates a marker.
    package init(kind: BlockKind, label: NumberLabel, length: Int) {
        self.kind = kind
        self.label = label
        self.length = length
    }
}

/// Finds the number or bullet with which a line begins. Blanks and zero-width characters inside a marker do not hide it.
package struct MarkerParser: Sendable {
    /// The largest number that a marker may carry where nothing tells that it is one.
    package static let usualLargest = 199

    /// The largest number that a marker may carry.
    private let largest: Int

    /// Creates a parser.
    ///
    /// - Parameter largest: The largest number that a marker may carry.
    package init(largest: Int = usualLargest) { self.largest = largest }

    /// How many digits the number of a marker has at most.
    private var mostDigits: Int { largest < 1_000 ? 3 : 5 }

    /// Whether a marker may begin with `first`.
    package static func mayOpen(_ first: Unicode.Scalar) -> Bool {
        switch first {
        case "第", "（", "(", "﹙", "【", "［", "〔", "首", "其", "再", "最", "此": true
        default: enclosed(first) != nil || HanNumeral.digit(first) != nil || first.digitValue != nil
        }
    }

    /// The marker at the beginning of `text`, which has no blanks before it.
    package func marker(of text: Scalars) -> Marker? {
        guard let first = text.first else { return nil }
        switch first {
        case "第": return ordinalMarker(text)
        case "（", "(", "﹙": return bracketMarker(text)
        case "【", "［", "〔": return squareMarker(text)
        case "首", "其", "再", "最", "此": return sequenceMarker(text)
        default: break
        }
        if let single = Self.enclosed(first) {
            var cursor = Cursor(text)
            cursor.advance()
            if single.kind != .heading5 { cursor.takeAny(of: "、.．") }
            return make(single.kind, .official, single.kind.headingLevel ?? 1, single.value, cursor, text)
        }
        if HanNumeral.digit(first) != nil { return hanMarker(text) }
        if first.digitValue != nil { return digitMarker(text) }
        return nil
    }

    /// 一、 一. 一是 一要
    private func hanMarker(_ text: Scalars) -> Marker? {
        var cursor = Cursor(text)
        guard let ordinal = cursor.takeHanNumber() else { return nil }
        if cursor.takeAny(of: "、﹑") { return make(.heading1, .official, 1, ordinal, cursor, text) }
        if cursor.takeAny(of: "）)") { return make(.heading2, .official, 2, ordinal, cursor, text) }
        let afterNumber = cursor
        if cursor.takeAny(of: ".．，,：:") {
            // 一， and 一: begin a heading when what follows is short; a sentence may begin so as well.
            let rest = text[cursor.index...].trimmed
            guard !rest.isEmpty, rest.first?.digitValue == nil else { return nil }
            var marker = make(.heading1, .official, 1, ordinal, cursor, text)
            marker?.needsCompany = rest.count > 40
            return marker
        }
        cursor = afterNumber
        if cursor.index == afterNumber.adjacent {
            if cursor.take("是") {
                // 三是是 is a slip of the pen; the second 是 stays in the text.
                return make(.point, .isPoints, 1, ordinal, cursor, text)
            }
            // 三要素 is a word.
            if cursor.take("要"), cursor.index == text.endIndex || text[cursor.index] != "素" {
                return make(.point, .mustPoints, 1, ordinal, cursor, text)
            }
        }
        // 一　工作情况: a blank in place of the mark, on a short line.
        let rest = text[afterNumber.index...].trimmed
        if afterNumber.adjacent < text.endIndex, text[afterNumber.adjacent].isBlank, rest.count >= 2, rest.count <= 30,
            rest.last?.isSentenceStop != true
        {
            // The blank is the mark, and belongs to the number.
            var cursor = afterNumber
            cursor.takeBlanks()
            return make(.heading1, .official, 1, ordinal, cursor, text)
        }
        return nil
    }

    /// （一） (1) and, with a closing bracket only, nothing.
    private func bracketMarker(_ text: Scalars) -> Marker? {
        var cursor = Cursor(text)
        cursor.advance()
        let inside = cursor
        if let ordinal = cursor.takeHanNumber(), cursor.takeAny(of: "）)﹚") {
            cursor.takeMark()
            return make(.heading2, .official, 2, ordinal, cursor, text)
        }
        cursor = inside
        if let ordinal = cursor.takeDigits(atMost: mostDigits), cursor.takeAny(of: "）)﹚") {
            cursor.takeMark()
            return make(.heading4, .official, 4, ordinal, cursor, text)
        }
        return nil
    }

    /// 【一】 in the place of （一）; a number in digits there is a note or a gap.
    private func squareMarker(_ text: Scalars) -> Marker? {
        var cursor = Cursor(text)
        cursor.advance()
        guard let ordinal = cursor.takeHanNumber(), cursor.takeAny(of: "】］〕") else { return nil }
        return make(.heading2, .official, 2, ordinal, cursor, text)
    }

    /// 1. 1． 1、 1) and not 1.5, 2020.12, 3个.
    private func digitMarker(_ text: Scalars) -> Marker? {
        var cursor = Cursor(text)
        guard let ordinal = cursor.takeDigits(atMost: mostDigits) else { return nil }
        if cursor.takeAny(of: "、﹑") { return make(.heading3, .official, 3, ordinal, cursor, text) }
        if cursor.takeAny(of: "）)") {
            var marker = make(.heading4, .official, 4, ordinal, cursor, text)
            marker?.isHalfBracket = true
            return marker
        }
        guard cursor.takeAny(of: ".．") else { return nil }
        let rest = text[cursor.index...]
        guard let next = rest.first else { return nil }
        if next.digitValue != nil, cursor.index == cursor.adjacent {
            // 1.2020年 is a marker before a year; 1.5亿 and 1.2.3 are not.
            let digits = rest.prefix { $0.digitValue != nil }
            guard digits.count == 4, rest.dropFirst(4).first == "年" else { return nil }
        }
        return make(.heading3, .official, 3, ordinal, cursor, text)
    }

    /// 第一部分 第一章 第一， 第一是
    private func ordinalMarker(_ text: Scalars) -> Marker? {
        var cursor = Cursor(text)
        cursor.advance()
        guard let ordinal = cursor.takeHanNumber() ?? cursor.takeDigits(atMost: mostDigits) else { return nil }
        let afterNumber = cursor
        for (word, scheme) in [
            ("部分", NumberLabel.Scheme.parts), ("编", .parts), ("篇", .parts), ("章", .chapters), ("节", .sections),
        ] {
            cursor = afterNumber
            guard cursor.take(word) else { continue }
            let rest = text[cursor.adjacent...]
            // 第一章程 and 第二部分的… are not headings; a heading is short and has a blank or a mark after the number,
            // or its text at once.
            guard rest.trimmed.count <= 40, rest.last?.isSentenceStop != true,
                !"的程课日能“".unicodeScalars.contains(rest.first ?? " ")
            else { return nil }
            cursor.takeAny(of: "、：:．.")
            if word == "节" { return make(.heading1, scheme, 1, ordinal, cursor, text) }
            return make(.part, scheme, 1, ordinal, cursor, text)
        }
        cursor = afterNumber
        if cursor.takeAny(of: "，,、") { return make(.point, .ordinalPoints, 1, ordinal, cursor, text) }
        cursor = afterNumber
        if cursor.index == cursor.adjacent, cursor.take("是") {
            return make(.point, .ordinalPoints, 1, ordinal, cursor, text)
        }
        return nil
    }

    /// 首先， 其次， 再次， 最后， 其一，
    private func sequenceMarker(_ text: Scalars) -> Marker? {
        for (word, ordinal) in [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("此外", 4), ("最后", 9)] {
            var cursor = Cursor(text)
            guard cursor.take(word) else { continue }
            guard cursor.takeAny(of: "，,、：:") || cursor.take("是") || cursor.take("要") else { return nil }
            return make(.point, .sequencePoints, 1, ordinal, cursor, text)
        }
        var cursor = Cursor(text)
        if cursor.take("其"), let ordinal = cursor.takeHanNumber(), cursor.takeAny(of: "，,、：:") || cursor.take("是") {
            return make(.point, .ordinalPoints, 1, ordinal, cursor, text)
        }
        return nil
    }

    /// ㈠ ⒈ ⑴ ①
    private static func enclosed(_ scalar: Unicode.Scalar) -> (kind: BlockKind, value: Int)? {
        switch scalar.value {
        case 0x3220...0x3229: (.heading2, Int(scalar.value) - 0x321F)
        case 0x2488...0x249B: (.heading3, Int(scalar.value) - 0x2487)
        case 0x2474...0x2487: (.heading4, Int(scalar.value) - 0x2473)
        case 0x2460...0x2473: (.heading5, Int(scalar.value) - 0x245F)
        case 0x3251...0x325F: (.heading5, Int(scalar.value) - 0x323C)
        case 0x32B1...0x32BF: (.heading5, Int(scalar.value) - 0x328D)
        case 0x2776...0x277F: (.heading5, Int(scalar.value) - 0x2775)
        default: nil
        }
    }

    private func make(
        _ kind: BlockKind,
        _ scheme: NumberLabel.Scheme,
        _ level: Int,
        _ ordinal: Int,
        _ cursor: Cursor,
        _ text: Scalars
    ) -> Marker? {
        guard ordinal >= 1, ordinal <= largest else { return nil }
        let length = cursor.adjacent - text.startIndex
        let written = text[text.startIndex..<cursor.adjacent].string
        return Marker(
            kind: kind,
            label: NumberLabel(scheme: scheme, level: level, ordinal: ordinal, marker: written),
            length: length
        )
    }
}

/// Walks over a marker and passes over blanks between its characters.
private struct Cursor {
    private let text: Scalars
    /// Where the next character stands that is not blank.
    private(set) var index: Int
    /// The place directly after the last character taken.
    private(set) var adjacent: Int

    init(_ text: Scalars) {
        self.text = text
        index = text.startIndex
        adjacent = text.startIndex
    }

    mutating func advance() {
        adjacent = index + 1
        index = adjacent
        while index < text.endIndex, text[index].isBlank { index += 1 }
    }

    /// Takes the blanks after the last character.
    mutating func takeBlanks() { adjacent = index }

    mutating func take(_ word: String) -> Bool {
        var ahead = self
        for scalar in word.unicodeScalars {
            guard ahead.index < text.endIndex, text[ahead.index] == scalar else { return false }
            ahead.advance()
        }
        self = ahead
        return true
    }

    @discardableResult
    mutating func takeAny(of marks: String) -> Bool {
        guard index < text.endIndex, marks.unicodeScalars.contains(text[index]) else { return false }
        advance()
        return true
    }

    /// A mark that is wrong after a closing bracket, but written.
    mutating func takeMark() {
        if index == adjacent { takeAny(of: "、.．，") }
    }

    mutating func takeHanNumber() -> Int? {
        var ahead = self
        var digits: [Unicode.Scalar] = []
        while ahead.index < text.endIndex, HanNumeral.digit(text[ahead.index]) != nil, digits.count < 6 {
            digits.append(text[ahead.index])
            ahead.advance()
        }
        guard let value = HanNumeral.value(digits) else { return nil }
        self = ahead
        return value
    }

    mutating func takeDigits(atMost most: Int) -> Int? {
        var ahead = self
        var value = 0
        var count = 0
        while ahead.index < text.endIndex, let digit = text[ahead.index].digitValue, count <= most {
            value = value * 10 + digit
            count += 1
            let isSplit = ahead.index != ahead.adjacent && count > 1
            guard !isSplit else { return nil }
            ahead.advance()
        }
        guard count > 0, count <= most else { return nil }
        self = ahead
        return value
    }
}

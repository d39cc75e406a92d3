internal import SummaryModel

/// Writes over what a Chinese draft means otherwise than CommonMark: gaps, indented paragraphs, references. The result has
/// the length of the text, so that every offset that the parser tells is one of the text.
struct MarkdownMask {
    /// The text for the parser.
    private(set) var bytes: [UInt8]
    private let text: [UInt8]
    private let lines: [SourceRange]
    private let lastCommentEnd: Int

    /// A letter in the place of a sign that is a gap.
    private static let letter = UInt8(ascii: "X")
    /// A mark without meaning in the place of one that begins what is not read here.
    private static let mark = UInt8(ascii: "%")
    /// How deep quotations and lists may be nested on one line; deeper marks are text.
    private static let deepest = 8
    /// How many brackets of links one line may hold; more are text. The parser looks for the partner of each.
    private static let mostBrackets = 200

    /// Masks `text`, whose lines end at CR, LF and CRLF only and stand at `lines`.
    init(_ text: [UInt8], lines: [SourceRange], frontMatter: FrontMatter?) {
        self.text = text
        self.lines = lines
        bytes = text
        var end = -1
        var index = text.count - 3
        while index >= 0, end < 0 {
            if text[index] == 0x2D, text[index + 1] == 0x2D, text[index + 2] == 0x3E { end = index }
            index -= 1
        }
        lastCommentEnd = end
        let first = frontMatter.map { $0.lines.upperBound + 1 } ?? 0
        for line in lines.prefix(first) { fill(line, with: 0x20) }
        var isFormula = false
        for index in lines.indices.dropFirst(first) {
            let opensFormula = begins(lines[index], with: "$$")
            maskLine(index, isFormula: isFormula || opensFormula)
            if opensFormula, !holdsTwice(lines[index]) { isFormula.toggle() }
        }
    }

    private func holdsTwice(_ line: SourceRange) -> Bool {
        let text = text[line].drop { $0 == 0x20 }.trimmedSuffix
        return text.count >= 4 && text.suffix(2).elementsEqual("$$".utf8)
    }

    private func begins(_ line: SourceRange, with opening: String) -> Bool {
        text[line].drop { $0 == 0x20 || $0 == 0x09 }.starts(with: opening.utf8)
    }

    private mutating func fill(_ range: SourceRange, with byte: UInt8) {
        for index in range.lowerBound..<range.upperBound { bytes[index] = byte }
    }

    private mutating func maskLine(_ number: Int, isFormula: Bool) {
        let line = lines[number]
        if isFormula {
            for index in line.lowerBound..<line.upperBound where "\\*_[`~|<&".utf8.contains(text[index]) {
                bytes[index] = Self.mark
            }
            return
        }
        if maskRule(number) || maskDelimiterRow(number) { return }
        maskIndent(line)
        let start = contentStart(of: line)
        maskSigns(line, from: start)
        let gaps = GapMarks(text[line], from: start)
        for gap in gaps.gaps { fill(SourceRange(gap.lowerBound, gap.upperBound), with: Self.letter) }
        for place in gaps.inner { maskInner(place) }
    }

    /// Writes a letter over a mark that stands inside emphasis, so that the parser sees the emphasis.
    private mutating func maskInner(_ place: Range<Int>) {
        switch place.count {
        case 1:
            let isMark =
                (0x21...0x7E).contains(text[place.lowerBound]) && !"`[]*_\\~".utf8.contains(text[place.lowerBound])
                && !endsLink(place.lowerBound)
            if isMark { bytes[place.lowerBound] = Self.letter }
        case 2: (bytes[place.lowerBound], bytes[place.lowerBound + 1]) = (0xC3, 0xA9)
        case 3:
            (bytes[place.lowerBound], bytes[place.lowerBound + 1], bytes[place.lowerBound + 2]) = (0xE5, 0xAD, 0x97)
        default: break
        }
    }

    /// Whether the bracket that closes the address of a link stands there.
    private func endsLink(_ place: Int) -> Bool {
        guard text[place] == UInt8(ascii: ")") else { return false }
        var index = place - 1
        while index > 0, text[index] > 0x20, text[index] != UInt8(ascii: ")"), place - index < 2000 {
            if text[index] == UInt8(ascii: "(") { return text[index - 1] == UInt8(ascii: "]") }
            index -= 1
        }
        return false
    }

    // MARK: - Whole lines

    /// Lines of `-`, `*`, `_` and `=` alone. They are rules only where they stand for themselves; ____ may be a gap.
    private mutating func maskRule(_ number: Int) -> Bool {
        let line = lines[number]
        let signs = text[line].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
        guard let first = signs.first, "-*_=".utf8.contains(first), signs.allSatisfy({ $0 == first }) else {
            return false
        }
        let isApart = isBlank(number - 1) && isBlank(number + 1)
        let isRule =
            switch first {
            case UInt8(ascii: "-"): signs.count >= 3 || isBlank(number - 1)
            case UInt8(ascii: "="): signs.count >= 2
            case UInt8(ascii: "*"): signs.count >= 3 && isApart || signs.count == 1
            default: signs.count == 3 && isApart
            }
        if !isRule {
            for index in line.lowerBound..<line.upperBound where text[index] == first { bytes[index] = Self.letter }
        }
        return true
    }

    private func isBlank(_ number: Int) -> Bool {
        guard lines.indices.contains(number) else { return true }
        return text[lines[number]].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// A row of `|---|` that does not fit the row above begins no table.
    private mutating func maskDelimiterRow(_ number: Int) -> Bool {
        let line = lines[number]
        guard MarkdownTableRow.isDelimiter(text[line]) else { return false }
        let cells = MarkdownTableRow.cells(in: text, line).count
        let fits =
            number > 0 && text[lines[number - 1]].contains(UInt8(ascii: "|"))
            && MarkdownTableRow.cells(in: text, withoutQuotes(lines[number - 1])).count
                == MarkdownTableRow.cells(in: text, withoutQuotes(line)).count
            && cells > 0
        if !fits {
            for index in line.lowerBound..<line.upperBound where text[index] == UInt8(ascii: "-") {
                bytes[index] = Self.letter
            }
        }
        return true
    }

    private func withoutQuotes(_ line: SourceRange) -> SourceRange {
        var start = line.lowerBound
        while start < line.upperBound, text[start] == 0x20 || text[start] == 0x09 || text[start] == 0x3E { start += 1 }
        return SourceRange(start, line.upperBound)
    }

    /// Four blanks before a text are the indent of a Chinese paragraph, not code: full-width blanks stand in for them.
    private mutating func maskIndent(_ line: SourceRange) {
        var end = line.lowerBound
        var columns = 0
        while end < line.upperBound, text[end] == 0x20 || text[end] == 0x09 {
            columns += text[end] == 0x09 ? 4 - columns % 4 : 1
            end += 1
        }
        guard columns >= 4, end < line.upperBound, !isListMarker(at: end, line), !isFence(at: end, line) else { return }
        var index = line.lowerBound
        while end - index >= 3 {
            (bytes[index], bytes[index + 1], bytes[index + 2]) = (0xE3, 0x80, 0x80)
            index += 3
        }
        while index < end {
            bytes[index] = 0x20
            index += 1
        }
    }

    private func isFence(at start: Int, _ line: SourceRange) -> Bool {
        let rest = text[start..<line.upperBound]
        return rest.starts(with: "```".utf8) || rest.starts(with: "~~~".utf8)
    }

    /// Whether a bullet or number of a list stands there, with a blank after it.
    private func isListMarker(at start: Int, _ line: SourceRange) -> Bool {
        MarkdownListMarker(in: text, at: start, end: line.upperBound) != nil
    }

    /// Where the text of a line begins, after bullets and marks of quotations; what is nested too deeply is masked.
    private mutating func contentStart(of line: SourceRange) -> Int {
        var index = line.lowerBound
        var depth = 0
        while index < line.upperBound {
            switch text[index] {
            case 0x20, 0x09: index += 1
            case UInt8(ascii: ">"):
                depth += 1
                if depth > Self.deepest { bytes[index] = Self.mark }
                index += 1
            default:
                guard let marker = MarkdownListMarker(in: text, at: index, end: line.upperBound) else { return index }
                depth += 1
                if depth > Self.deepest { bytes[marker.end - 1] = Self.mark }
                index = marker.end
            }
        }
        return index
    }

    // MARK: - Signs

    /// Character references, tags and brackets that begin no link stay as they are written.
    private mutating func maskSigns(_ line: SourceRange, from start: Int) {
        var index = line.lowerBound
        var brackets = 0
        var anchors = Anchors()
        let lastLink = lastLink(in: line)
        while index < line.upperBound {
            switch text[index] {
            case 0: bytes[index] = Self.mark
            case UInt8(ascii: "\\"):
                if index + 1 < line.upperBound, [UInt8(ascii: "&"), 0x3C, UInt8(ascii: "[")].contains(text[index + 1]) {
                    bytes[index + 1] = Self.mark
                }
                index += 1
            case UInt8(ascii: "&"): bytes[index] = Self.mark
            case 0x3C:
                if let end = anchors.tagEnd(at: index, in: text, line) {
                    for place in index..<end where text[place] == UInt8(ascii: "&") { bytes[place] = Self.mark }
                    index = end
                    continue
                }
                if !beginsComment(index), !beginsAddress(index, line) { bytes[index] = Self.mark }
            case UInt8(ascii: "["):
                brackets += 1
                let isBox = index == start && index + 2 < line.upperBound && text[index + 2] == UInt8(ascii: "]")
                let mayLink = index < lastLink && brackets <= Self.mostBrackets
                if !isBox, !mayLink || text[index + 1] == UInt8(ascii: "^") { bytes[index] = Self.mark }
            default: break
            }
            index += 1
        }
    }

    /// Where `](` stands last in the line.
    private func lastLink(in line: SourceRange) -> Int {
        guard line.count >= 2 else { return -1 }
        var index = line.upperBound - 2
        while index >= line.lowerBound {
            if text[index] == UInt8(ascii: "]"), text[index + 1] == UInt8(ascii: "(") { return index }
            index -= 1
        }
        return -1
    }

    /// The tags `<a …>` and `</a>` of a line, which are read when they belong together.
    private struct Anchors {
        private var isOpen = false
        private var count = 0

        /// The end of the tag that begins at `index`; `nil` for another tag, and for one without a partner.
        mutating func tagEnd(at index: Int, in text: [UInt8], _ line: SourceRange) -> Int? {
            if isOpen, text[index..<line.upperBound].starts(with: "</a>".utf8) {
                isOpen = false
                return index + 4
            }
            guard !isOpen, count < MarkdownMask.mostBrackets, text[index..<line.upperBound].starts(with: "<a ".utf8)
            else { return nil }
            count += 1
            guard let end = text[index..<line.upperBound].firstIndex(of: UInt8(ascii: ">")),
                let tag = AnchorTag(text[index...end]), !tag.meaning.isEmpty
            else { return nil }
            var close = end + 1
            while close + 4 <= line.upperBound, !text[close..<close + 4].elementsEqual("</a>".utf8) { close += 1 }
            guard close + 4 <= line.upperBound else { return nil }
            isOpen = true
            return end + 1
        }
    }

    private func beginsComment(_ index: Int) -> Bool {
        index + 4 <= lastCommentEnd && text[index..<index + 4].elementsEqual("<!--".utf8)
    }

    /// Whether `<https://…>` or `<mail@…>` begins there.
    private func beginsAddress(_ index: Int, _ line: SourceRange) -> Bool {
        // The address of a link may stand in angle brackets.
        if index >= line.lowerBound + 2, text[index - 1] == UInt8(ascii: "("), text[index - 2] == UInt8(ascii: "]") {
            return true
        }
        let rest = text[(index + 1)..<min(line.upperBound, index + 2000)]
        for scheme in ["http://", "https://", "ftp://", "mailto:"] where rest.starts(with: scheme.utf8) {
            guard let end = rest.firstIndex(where: { $0 == 0x3E || $0 == 0x3C || $0 <= 0x20 }) else { return false }
            return rest[end] == 0x3E
        }
        return false
    }
}

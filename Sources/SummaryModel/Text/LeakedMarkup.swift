/// Finds HTML tags and character references that leaked into a draft. Only names that HTML or Word's own markup has are
/// taken for tags, so that 〈 typed as `<` stays text.
///
/// A web editor may take the 〈 of 《关于〈×县…办法〉的通知》, typed as `<`, for the beginning of a tag. It then turns the
/// letters into attributes (`<span ×县…办法="">`) or into a tag of its own (`<×县…办法>…</×县…办法>`). Such a tag is not
/// taken out but repaired (``repair(in:at:)``): the letters are text.
package enum LeakedMarkup {
    /// The longest character reference, in characters.
    private static let longestReference = 10
    /// The longest text between `<` and `>` that is taken for a tag, in characters.
    private static let longestTag = 400

    private static let names: Set<String> = [
        "a", "abbr", "article", "aside", "b", "big", "blockquote", "body", "br", "button", "center", "cite", "code",
        "col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "figure", "font", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "label", "li", "link",
        "main", "meta", "nav", "o:p", "ol", "p", "pre", "s", "script", "section", "small", "span", "st1:chsdate",
        "st1:date", "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "title",
        "tr", "u", "ul", "v:shape", "w:wrap", "wbr", "xml",
    ]

    private static let references: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "amp": "&", "lt": "<",
        "gt": ">", "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—",
        "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "bull": "•", "permil": "‰",
    ]

    /// What the text shows: without tags, with character references replaced.
    package static func plainText(of text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard text.contains(where: { $0 == "<" || $0 == "&" }) else { return Array(text) }
        var plain: [Unicode.Scalar] = []
        plain.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if let repair = repair(in: text, at: index) {
                plain += repair.text
                index = repair.end
            } else if let end = tagEnd(in: text, at: index) {
                index = end
            } else if let reference = reference(in: text, at: index) {
                plain.append(reference.character)
                index = reference.end
            } else {
                plain.append(text[index])
                index += 1
            }
        }
        return plain
    }

    /// The end of the tag that starts at `index`; `nil` when none does, or when it swallowed letters of the text.
    package static func tagEnd(in text: ArraySlice<Unicode.Scalar>, at index: Int) -> Int? {
        guard text[index] == "<" else { return nil }
        if text[(index + 1)...].starts(with: "!--") {
            guard let end = text[(index + 1)...].prefix(longestTag).firstIndex(ofText: "-->") else { return nil }
            return end + 3
        }
        guard let tag = tag(in: text, at: index), tag.swallowed.isEmpty else { return nil }
        // What stands in a script or a style sheet is no text.
        for name in ["script", "style"] where text[(index + 1)...].starts(with: name) {
            let rest = text[tag.end...].prefix(longestTag)
            guard let close = rest.firstIndex(ofText: "</\(name)>") else { break }
            return close + name.unicodeScalars.count + 3
        }
        return tag.end
    }

    // MARK: - Tags

    private static func tag(
        in text: ArraySlice<Unicode.Scalar>,
        at index: Int
    ) -> (end: Int, swallowed: [Unicode.Scalar])? {
        var next = index + 1
        if next < text.endIndex, text[next] == "/" || text[next] == "!" || text[next] == "?" { next += 1 }
        let start = next
        while next < text.endIndex, text[next].isASCII,
            text[next].properties.isAlphabetic || text[next] == ":"
                || (next > start && text[next].digitValue != nil)
        {
            next += 1
        }
        guard names.contains(text[start..<next].string.lowercased()) else { return nil }
        guard next < text.endIndex, " \t/>".unicodeScalars.contains(text[next]) else { return nil }
        let attributes = next
        while next < text.endIndex, next - index < longestTag {
            if text[next] == ">" { return (next + 1, swallowed(in: text[attributes..<next])) }
            if text[next] == "<" { return nil }
            next += 1
        }
        return nil
    }

    /// The letters of the text among the attributes of a tag: names of attributes that hold Han or the sign of a gap. After
    /// a value without quotes, what has blanks in it (`face=Times New Roman,宋体`) goes on with the value.
    private static func swallowed(in attributes: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard attributes.contains(where: isLetterOfText) else { return [] }
        var letters: [Unicode.Scalar] = []
        var index = attributes.startIndex
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 }
        func skipBlanks() { while index < attributes.endIndex, isSpace(attributes[index]) { index += 1 } }
        while true {
            skipBlanks()
            guard index < attributes.endIndex else { return letters }
            let nameStart = index
            while index < attributes.endIndex, !isSpace(attributes[index]), attributes[index] != "=" { index += 1 }
            let name = attributes[nameStart..<index]
            skipBlanks()
            var value: ArraySlice<Unicode.Scalar> = []
            if index < attributes.endIndex, attributes[index] == "=" {
                index += 1
                skipBlanks()
                let valueStart = index
                if index < attributes.endIndex, attributes[index] == "\"" || attributes[index] == "'" {
                    let quote = attributes[index]
                    index += 1
                    while index < attributes.endIndex, attributes[index] != quote { index += 1 }
                    value = attributes[(valueStart + 1)..<index]
                    index = min(attributes.endIndex, index + 1)
                } else {
                    while index < attributes.endIndex, !isSpace(attributes[index]) { index += 1 }
                    if valueStart < index { return letters }
                }
            }
            guard name.contains(where: isLetterOfText) else { continue }
            if let last = letters.last, let first = name.first, !last.isHan || !first.isHan { letters.append(" ") }
            letters += name
            letters += value
        }
    }

    /// Whether a character cannot stand in the name of an attribute, so that it is text.
    private static func isLetterOfText(_ scalar: Unicode.Scalar) -> Bool { scalar.isHan || scalar == "×" }

    // MARK: - Repairs

    /// The longest text in 〈〉 that was typed in `<>`, in characters.
    private static let longestName = 60

    /// What stands at `index` instead of letters: its end, and the text that it was before an editor took it for a tag;
    /// `nil` when nothing has to be repaired.
    package static func repair(
        in text: ArraySlice<Unicode.Scalar>,
        at index: Int
    ) -> (end: Int, text: [Unicode.Scalar])? {
        guard text[index] == "<", index + 1 < text.endIndex else { return nil }
        if let tag = tag(in: text, at: index) {
            guard !tag.swallowed.isEmpty else { return nil }
            return (tag.end, bracketed(tag.swallowed, index, tag.end, in: text))
        }
        let isEndTag = text[index + 1] == "/"
        let start = isEndTag ? index + 2 : index + 1
        guard let close = text[start...].prefix(longestName + 1).firstIndex(where: { $0 == ">" || $0 == "<" }),
            text[close] == ">"
        else { return nil }
        let letters = text[start..<close]
        guard letters.contains(where: isLetterOfText), !letters.contains("《"), !letters.contains("》") else {
            return nil
        }
        if isEndTag {
            let before = text[max(text.startIndex, index - longestTag)..<index]
            return before.holds("<" + letters.string + ">") ? (close + 1, []) : nil
        }
        let isElement = text[close...].prefix(longestTag).holds("</" + letters.string + ">")
        guard isElement || isInsideTitle(index, close, in: text) else { return nil }
        return (close + 1, bracketed(Array(letters), index, close + 1, in: text))
    }

    /// Whether 《 stands open before `open`, and is closed after `close`.
    private static func isInsideTitle(_ open: Int, _ close: Int, in text: ArraySlice<Unicode.Scalar>) -> Bool {
        let before = text[max(text.startIndex, open - longestName)..<open].last { $0 == "《" || $0 == "》" }
        return before == "《" && text[close...].prefix(longestName).first { $0 == "《" || $0 == "》" } == "》"
    }

    /// The letters in 〈〉, as far as these do not stand there already; nothing where the letters follow the tag.
    private static func bracketed(
        _ letters: [Unicode.Scalar],
        _ start: Int,
        _ end: Int,
        in text: ArraySlice<Unicode.Scalar>
    ) -> [Unicode.Scalar] {
        if text[end...].starts(with: letters) { return [] }
        var result: [Unicode.Scalar] = start > text.startIndex && text[start - 1] == "〈" ? [] : ["〈"]
        // What closes 《 stands after the letters when the editor found no `>` before it.
        let inside = letters.firstIndex(of: "》") ?? letters.endIndex
        result += letters[..<inside]
        let isClosed = inside == letters.endIndex && end < text.endIndex && text[end] == "〉"
        if !isClosed { result.append("〉") }
        return result + letters[inside...]
    }

    /// Whether a character reference ends at `end`, so that its `;` is no mark of the text.
    package static func endsReference(_ text: ArraySlice<Unicode.Scalar>, at end: Int) -> Bool {
        guard end > text.startIndex, text[end - 1] == ";",
            let start = text[..<end].suffix(longestReference).lastIndex(of: "&")
        else { return false }
        return reference(in: text, at: start)?.end == end
    }

    /// The character reference that starts at `index`: its end and the character it stands for.
    package static func reference(
        in text: ArraySlice<Unicode.Scalar>,
        at index: Int
    ) -> (end: Int, character: Unicode.Scalar)? {
        guard text[index] == "&" else { return nil }
        let limit = min(text.endIndex, index + longestReference)
        guard let end = text[index..<limit].firstIndex(of: ";" as Unicode.Scalar) else { return nil }
        let name = text[index + 1..<end].string
        if let character = references[name] { return (end + 1, character) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20, let character = Unicode.Scalar(value) else { return nil }
        return (end + 1, character)
    }
}

/// Finds HTML tags and character references that leaked into a draft. Only names that HTML or Word's own markup has are
/// taken for tags, so that 〈 typed as `<` stays text.
package enum LeakedMarkup {
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
            if let end = tagEnd(in: text, at: index) {
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

    /// The end of the tag that starts at `index`; `nil` when none does.
    package static func tagEnd(in text: ArraySlice<Unicode.Scalar>, at index: Int) -> Int? {
        guard text[index] == "<" else { return nil }
        var next = index + 1
        if text[next...].starts(with: "!--") {
            guard let end = text[next...].prefix(longestTag).firstIndex(ofText: "-->") else { return nil }
            return end + 3
        }
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
        while next < text.endIndex, next - index < longestTag {
            if text[next] == ">" { return next + 1 }
            if text[next] == "<" { return nil }
            next += 1
        }
        return nil
    }

    /// The character reference that starts at `index`: its end and the character it stands for.
    package static func reference(
        in text: ArraySlice<Unicode.Scalar>,
        at index: Int
    ) -> (end: Int, character: Unicode.Scalar)? {
        guard text[index] == "&" else { return nil }
        let limit = min(text.endIndex, index + 10)
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

internal import SummaryModel

/// The pieces of a text as Markdown: escaped, with their links and the names of places.
enum MarkdownInlines {
    /// The pieces, with LF for a line break.
    static func text(_ inlines: [Inline]) -> String {
        guard inlines.contains(where: { $0.link != nil || $0.bookmark != nil }) else {
            return MarkdownText.escaped(MarkdownText.joined(inlines))
        }
        var text = ""
        var rest = inlines[...]
        while let first = rest.first {
            let run = rest.prefix { $0.link == first.link && $0.bookmark == first.bookmark }
            rest = rest[run.endIndex...]
            text += marked(Array(run), first)
        }
        return text
    }

    private static func marked(_ run: [Inline], _ first: Inline) -> String {
        let plain = MarkdownText.joined(run)
        var text = MarkdownText.escaped(plain)
        guard !plain.isEmpty else { return text }
        if let link = first.link {
            text = link == plain && !link.hasPrefix("#") ? "<\(link)>" : "[\(text)](\(destination(link)))"
        }
        if let name = first.bookmark { text = "<a id=\"\(name)\">\(text)</a>" }
        return text
    }

    /// An address between the brackets of a link. What would end it, or a cell of a table, is written as RFC 3986 has it.
    private static func destination(_ link: String) -> String {
        var text = ""
        for scalar in link.unicodeScalars {
            switch scalar {
            case "(": text += "%28"
            case ")": text += "%29"
            case "<": text += "%3C"
            case ">": text += "%3E"
            case "|": text += "%7C"
            case "\\": text += "%5C"
            // Left alone, it would be read as part of a reference such as `&amp;`.
            case "&": text += "&amp;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The name of a heading, when all of its phrase has it, and the phrase without it.
    static func heading(_ inlines: [Inline]) -> (name: String, phrase: [Inline])? {
        guard let name = inlines.first?.bookmark, inlines.allSatisfy({ $0.bookmark == name }) else { return nil }
        let phrase = inlines.map { inline in
            var inline = inline
            inline.bookmark = nil
            return inline
        }
        return (name, phrase)
    }
}

/// What lines of Markdown say about pages: `\\newpage`, and tags of HTML with styles for print.
struct MarkdownPageMarks {
    /// Whether the next block begins a page.
    var isPending = false
    /// Whether what follows stands on landscape pages.
    private(set) var isLandscape = false
    /// How many of the divisions that are open turn pages, by the order in which they were opened.
    private var divisions: [Bool] = []

    /// Takes a line over; `false` when it says anything else, and then nothing of its block counts.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        switch text {
        case "\\newpage", "\\pagebreak", "\\clearpage":
            isPending = true
            return true
        case "</div>":
            guard let turned = divisions.popLast() else { return false }
            if turned { isLandscape = divisions.contains(true) }
            return true
        case "<divclass=\"landscape\">", "<divclass='landscape'>", "<divclass=landscape>":
            divisions.append(true)
            isLandscape = true
            return true
        default: break
        }
        var rest = text[...]
        for closing in ["</div>", "</p>", "</span>"] where rest.hasSuffix(closing) {
            rest = rest.dropLast(closing.count)
        }
        let isClosed = rest.count < text.count || text.hasSuffix("/>")
        let isTag = ["<div", "<p", "<span", "<br"].contains(where: rest.hasPrefix) && rest.hasSuffix(">")
        guard isTag, isClosed || rest.hasPrefix("<br"), !rest.dropLast().contains(">") else { return false }
        guard Self.breaksPage(rest) else { return false }
        isPending = true
        return true
    }

    private static func breaksPage(_ tag: Substring) -> Bool {
        for name in ["page-break-before:", "page-break-after:", "break-before:", "break-after:"] {
            for value in ["always", "page"] where tag.contains(name + value) { return true }
        }
        return ["\"pagebreak\"", "\"page-break\"", "'pagebreak'", "'page-break'"].contains {
            tag.contains("class=" + $0)
        }
    }
}

/// What the elements of HTML mean for the text.
enum HTMLElement: Sendable {
    /// A paragraph or a division, which stands on lines of its own.
    case block
    /// A heading and its level.
    case heading(Int)
    /// What stands in a line and changes nothing.
    case inline
    case bold, deleted, lineBreak, image, link, preformatted, centred, rule
    /// What is no text: programs, form controls, what is shown only to programs without scripts.
    case silent
    case pageTitle
    case orderedList, unorderedList, listItem
    case table, tableHead, row, cell, headerCell, caption, figureCaption
    /// An element of Office, of which only the text counts.
    case office
    /// The mark that the preparation leaves where it repaired something.
    case repair

    /// The name of ``repair``; no element of a file can have it, since the preparation passes only names it knows.
    static let repairName = "qg-repair"

    /// The element of this name, in lower case; `nil` when HTML has none.
    static func named(_ name: String) -> HTMLElement? {
        if let element = all[name] { return element }
        // o:p, v:shape, st1:chsdate, my-element
        return name.contains(":") || name.contains("-") ? .office : nil
    }

    /// Whether what stands before and after is in paragraphs of their own.
    var isBlock: Bool {
        switch self {
        case .block, .heading, .preformatted, .centred, .rule, .orderedList, .unorderedList, .listItem, .table,
            .tableHead, .row, .cell, .headerCell, .caption, .figureCaption:
            true
        default: false
        }
    }

    /// Elements whose content is not HTML, or none that is text; the preparation leaves them out whole.
    static let dropped: Set<String> = ["script", "style", "svg", "xml", "math", "noembed", "noframes"]

    private static let all: [String: HTMLElement] = {
        var all: [String: HTMLElement] = [
            "b": .bold, "strong": .bold, "del": .deleted, "br": .lineBreak, "img": .image, "a": .link,
            "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted, "center": .centred, "hr": .rule,
            "title": .pageTitle, "ol": .orderedList, "ul": .unorderedList, "dir": .unorderedList,
            "menu": .unorderedList, "li": .listItem, "table": .table, "thead": .tableHead, "tr": .row, "td": .cell,
            "th": .headerCell, "caption": .caption, "figcaption": .figureCaption, repairName: .repair,
        ]
        for level in 1...6 { all["h\(level)"] = .heading(level) }
        for name in [
            "address", "article", "aside", "blockquote", "body", "dd", "details", "dialog", "div", "dl", "dt",
            "fieldset", "figure", "footer", "form", "frameset", "header", "hgroup", "html", "legend",
            "main", "nav", "p", "search", "section", "summary", "tbody", "tfoot",
        ] { all[name] = .block }
        for name in [
            "abbr", "acronym", "bdi", "bdo", "big", "blink", "cite", "code", "col", "colgroup", "data", "dfn", "em",
            "font", "i", "ins", "kbd", "label", "mark", "marquee", "nobr", "output", "q", "rb", "rp", "rt", "rtc",
            "ruby", "s", "samp", "slot", "small", "span", "strike", "sub", "sup", "time", "tt", "u", "var", "wbr",
        ] { all[name] = .inline }
        for name in [
            "applet", "area", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist", "embed", "frame",
            "head", "iframe", "input", "isindex", "keygen", "link", "map", "meta", "meter", "noscript", "object",
            "optgroup", "option", "param", "picture", "progress", "script", "select", "source", "style", "svg",
            "template", "textarea", "track", "video", "xml", "math", "noembed", "noframes",
        ] { all[name] = .silent }
        // A picture with several sources holds the img that is shown.
        all["picture"] = .inline
        // Maps and objects may hold text for readers who do not see them.
        all["map"] = .inline
        return all
    }()
}

internal import ReadKit

/// What the attributes of a tag say about the text in it.
struct HTMLStyle {
    var alignment: LineTraits.Alignment?
    /// Whether ``alignment`` was named, be it as the usual one.
    var namesAlignment = false
    var isBold: Bool?
    var isHidden = false
    var startsPage = false
    /// Whether a page begins after the element.
    var endsPage = false
    var isLandscape = false
    var outlineLevel: Int?
    /// Whether the text is a number or bullet that Word writes before an item.
    var isListMarker = false
    /// Whether the font shows letters as signs.
    var isSymbolFont: Bool?
    var listType: String?

    init(_ attributes: [String: String]) {
        if let align = attributes["align"] { setAlignment(align.lowercased()) }
        if attributes["hidden"] != nil { isHidden = true }
        if let names = attributes["class"]?.lowercased().split(separator: " ") {
            isLandscape = names.contains("landscape")
            if names.contains("pagebreak") || names.contains("page-break") { startsPage = true }
        }
        guard let style = attributes["style"]?.lowercased() else { return }
        for declaration in style.split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = declaration[..<colon].filter { !$0.isWhitespace }
            let value = declaration[declaration.index(after: colon)...].filter { !$0.isWhitespace }
                .replacing("!important", with: "")
            apply(name, value)
        }
    }

    private mutating func apply(_ name: String, _ value: String) {
        switch name {
        case "text-align": setAlignment(value)
        case "font-weight":
            isBold = value.hasPrefix("bold") || (Int(value) ?? 400) >= 600
        case "display": isHidden = isHidden || value == "none"
        case "visibility": isHidden = isHidden || value == "hidden" || value == "collapse"
        case "mso-hide": isHidden = isHidden || value == "all"
        case "font-size":
            let digits = value.prefix { $0.isNumber || $0 == "." }
            if !digits.isEmpty, Double(digits) == 0 { isHidden = true }
        case "page-break-before", "break-before": startsPage = value == "always" || value == "page"
        case "page-break-after", "break-after": endsPage = value == "always" || value == "page"
        case "page": isLandscape = value == "landscape"
        case "mso-outline-level": outlineLevel = Int(value).flatMap { (1...9).contains($0) ? $0 : nil }
        case "mso-list": isListMarker = value == "ignore"
        case "font-family", "font":
            isSymbolFont =
                value.contains("wingdings") || value.contains("webdings")
                || value.hasPrefix("symbol") || value.hasPrefix("\"symbol\"")
        case "list-style-type", "list-style": listType = value
        default: break
        }
    }

    private mutating func setAlignment(_ value: String) {
        switch value {
        case "center", "middle", "-webkit-center", "-moz-center": alignment = .centre
        case "right", "end": alignment = .end
        case "left", "start", "justify": alignment = nil
        default: return
        }
        namesAlignment = true
    }
}

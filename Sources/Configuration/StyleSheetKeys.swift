internal import RenderKit

/// The keys of the mappings of a style sheet, which its decoding and its schema have in common.
enum StyleSheetKeys {
    static let sheet = [
        "version", "extends", "summary", "language", "latin-language", "page", "fonts", "title", "page-number",
        "signature", "head", "imprint", "first-page", "paragraphs", "characters", "table", "numbering", "colours",
        "contents", "lead-sentences", "expects",
    ]
    static let summary = ["zh", "en"]
    /// The first nine are lengths.
    static let page = [
        "width", "height", "top", "bottom", "left", "right", "header", "footer", "line-pitch", "lines", "characters",
        "grid", "profile",
    ]
    static let font = ["name", "alternative", "fallbacks", "character-set", "family", "pitch"]
    static let title = ["characters", "break-lines"]
    static let pageNumber = ["position", "inset", "before", "after"]
    static let signature = ["date-offset", "seal", "name-stamp"]
    static let head = ["arrangement", "mark-top", "rule", "inset"]
    static let imprint = ["outer-rule", "inner-rule", "at-foot"]
    static let firstPage = ["page-number", "foot-rule"]
    static let rule = ["pattern", "thickness", "colour", "distance", "length"]
    static let contents = ["levels", "title", "place", "update"]
    static let table = ["id", "name", "rule", "rule-colour", "cell-margin", "row-margin", "repeat-head", "landscape"]
    /// The character styles that there are.
    static let characters =
        [CharacterStyle.Key.placeholder, .signer, .link, .leadSentence].map(\.rawValue)
        + (1...5).map { CharacterStyle.Key.headingPhrase(level: $0).rawValue }
    static let character = [
        "id", "name", "font", "latin", "size", "colour", "bold", "underline", "background", "control",
    ]
    static let paragraph = [
        "id", "name", "custom", "based-on", "next", "group", "font", "latin", "size", "colour", "bold",
        "character-spacing", "align", "first-line", "left", "right", "line", "before", "after", "keep-with-next",
        "keep-lines", "page-break-before", "snap-to-grid", "outline-level",
    ]
}

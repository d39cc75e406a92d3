internal import RenderKit

/// The names of a font as CSS wants them: its name, its other name, and the generic family that is nearest.
struct FontStack {
    /// The names without the generic family, for a font that another one follows.
    let names: String
    /// All of it.
    let text: String

    init(_ role: String, _ sheet: StyleSheet) {
        guard let font = sheet.fonts.first(where: { $0.role == role }) else {
            names = CSSString.text(role)
            text = names
            return
        }
        let quoted = ([font.name, font.alternative].compactMap { $0 } + font.fallbacks).map(CSSString.text)
        names = quoted.joined(separator: ", ")
        text = (quoted + [Self.generic(font)]).joined(separator: ", ")
    }

    /// All Chinese characters are of one width, so a fixed pitch says nothing about a Chinese font.
    private static func generic(_ font: FontFamily) -> String {
        let isWestern = font.characterSet == 0
        return switch font.family {
        case .swiss: "sans-serif"
        case .modern: isWestern ? "monospace" : "serif"
        case .script: isWestern ? "cursive" : "serif"
        case .decorative: isWestern ? "fantasy" : "serif"
        case .roman, .auto: "serif"
        }
    }
}

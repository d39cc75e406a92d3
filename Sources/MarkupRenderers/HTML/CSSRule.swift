internal import RenderKit

/// A rule of CSS.
struct CSSRule {
    private let selector: String
    private var declarations: [(name: String, value: String)] = []

    init(_ selector: String) { self.selector = selector }

    mutating func add(_ more: [(String, String)]) { declarations += more.map { (name: $0.0, value: $0.1) } }

    /// The rule on a line; nothing when it says nothing.
    var text: String {
        guard !declarations.isEmpty else { return "" }
        return "\(selector) { \(declarations.map { "\($0.name): \($0.value);" }.joined(separator: " ")) }\n"
    }

    // MARK: Styles

    /// A paragraph style. What paragraphs inherit is only named where it differs from `normal`.
    static func paragraph(
        _ selector: String,
        _ format: ParagraphFormat,
        over normal: ParagraphFormat,
        _ sheet: StyleSheet
    ) -> CSSRule {
        var rule = CSSRule(selector)
        rule.add(inherited(format, over: normal, sheet))
        func space(_ name: String, _ measure: Measure) {
            let text = CSSLength.text(measure, linePitch: sheet.page.linePitch)
            if text != "0" { rule.add([(name, text)]) }
        }
        space("margin-top", format.spaceBefore)
        space("margin-right", format.rightIndent)
        space("margin-bottom", format.spaceAfter)
        space("margin-left", format.leftIndent)
        space("text-indent", format.firstLineIndent)
        if format.keepsWithNext { rule.add([("break-after", "avoid")]) }
        if format.keepsLines { rule.add([("break-inside", "avoid")]) }
        if format.breaksPageBefore { rule.add([("break-before", "page")]) }
        return rule
    }

    /// What elements inherit from each other: the type, and where lines stand. Everything when there is no base.
    static func inherited(
        _ format: ParagraphFormat,
        over base: ParagraphFormat?,
        _ sheet: StyleSheet
    ) -> [(String, String)] {
        var declarations: [(String, String)] = []
        let (text, baseText) = (format.text, base?.text)
        if text.font != baseText?.font || text.latin != baseText?.latin {
            declarations += fonts(text.font, text.latin, sheet)
        }
        if text.size != baseText?.size { declarations.append(("font-size", CSSLength.text(text.size))) }
        if text.isBold != baseText?.isBold ?? false {
            declarations.append(("font-weight", text.isBold ? "bold" : "normal"))
        }
        if text.colour != baseText?.colour {
            declarations.append(("color", text.colour.map { "#\($0.hex)" } ?? "inherit"))
        }
        if text.characterSpacing != baseText?.characterSpacing ?? .zero {
            declarations.append(("letter-spacing", CSSLength.text(text.characterSpacing)))
        }
        if format.lineHeight != base?.lineHeight {
            switch format.lineHeight {
            case .automatic: declarations.append(("line-height", "normal"))
            case .exact(let height), .atLeast(let height):
                declarations.append(("line-height", CSSLength.text(height)))
            // A line of a Chinese font is about 1.3 times as high as its characters.
            case .multiple(let factor):
                declarations.append(("line-height", CSSLength.text(Length(points: text.size.points * factor * 1.3))))
            }
        }
        if format.alignment != base?.alignment {
            let value =
                switch format.alignment {
                case .left: "left"
                case .centred: "center"
                case .right: "right"
                case .justified, .distributed: "justify"
                }
            declarations.append(("text-align", value))
            if format.alignment == .distributed { declarations.append(("text-align-last", "justify")) }
        }
        return declarations
    }

    /// A character style.
    static func character(_ selector: String, _ style: CharacterStyle, _ sheet: StyleSheet) -> CSSRule {
        var rule = CSSRule(selector)
        if let font = style.font { rule.add([("--han", FontStack(font, sheet).text)]) }
        if let latin = style.latin { rule.add([("--latin", FontStack(latin, sheet).names)]) }
        if style.font != nil || style.latin != nil { rule.add([("font-family", "var(--latin), var(--han)")]) }
        if let size = style.size { rule.add([("font-size", CSSLength.text(size))]) }
        if let colour = style.colour { rule.add([("color", "#\(colour.hex)")]) }
        if let isBold = style.isBold { rule.add([("font-weight", isBold ? "bold" : "normal")]) }
        if let isUnderlined = style.isUnderlined {
            rule.add([("text-decoration", isUnderlined ? "underline" : "none")])
        }
        if let background = style.background { rule.add([("background", "#\(background.hex)")]) }
        return rule
    }

    private static func fonts(_ font: String, _ latin: String, _ sheet: StyleSheet) -> [(String, String)] {
        [
            ("--latin", FontStack(latin, sheet).names), ("--han", FontStack(font, sheet).text),
            ("font-family", "var(--latin), var(--han)"),
        ]
    }
}

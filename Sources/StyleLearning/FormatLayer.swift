internal import RenderKit

/// What one level of formatting says: the defaults, a style, a paragraph or a run itself (ISO/IEC 29500-1, 17.7.2). What it does
/// not say it takes from the level below.
struct FormatLayer: Sendable {
    /// `w:ind` and `w:spacing`, attribute by attribute.
    private var indents: [String: Int] = [:]
    private var spaces: [String: Int] = [:]
    private var lineRule: String?
    private var paragraph: SampleFormat = [:]
    private var text: SampleFormat = [:]
    /// The list that numbers the paragraph, and the level in it.
    var list: String?
    var listLevel: Int?
    /// The styles that it names.
    var paragraphStyle: String?
    var characterStyle: String?
    var isHidden: Bool?

    /// This layer over another.
    func over(_ base: FormatLayer) -> FormatLayer {
        var result = base
        // A first line that is set in takes the place of one that hangs out, and the other way round.
        if indents.keys.contains(where: { $0.hasPrefix("firstLine") }) {
            result.indents = result.indents.filter { !$0.key.hasPrefix("hanging") }
        }
        if indents.keys.contains(where: { $0.hasPrefix("hanging") }) {
            result.indents = result.indents.filter { !$0.key.hasPrefix("firstLine") }
        }
        result.indents.merge(indents) { $1 }
        result.spaces.merge(spaces) { $1 }
        result.lineRule = lineRule ?? base.lineRule
        result.paragraph.merge(paragraph) { $1 }
        result.text.merge(text) { $1 }
        result.list = list ?? base.list
        result.listLevel = listLevel ?? base.listLevel
        result.paragraphStyle = paragraphStyle ?? base.paragraphStyle
        result.characterStyle = characterStyle ?? base.characterStyle
        result.isHidden = isHidden ?? base.isHidden
        return result
    }

    /// This layer as a style of characters over one of paragraphs: what both make bold is not (17.7.3).
    func toggled(over base: FormatLayer) -> FormatLayer {
        var result = over(base)
        if text[.bold] == .flag(true), base.text[.bold] == .flag(true) { result.text[.bold] = .flag(false) }
        return result
    }

    /// The indents alone, as a list sets them.
    var indentsOnly: FormatLayer {
        var layer = FormatLayer()
        layer.indents = indents
        return layer
    }

    /// What it says about characters alone.
    var textOnly: FormatLayer {
        var layer = FormatLayer()
        layer.text = text
        layer.characterStyle = characterStyle
        layer.isHidden = isHidden
        return layer
    }

    // MARK: Reading

    /// Takes over what `w:pPr` says, but not the properties of the mark at its end.
    mutating func readParagraph(_ node: SampleNode) {
        for child in node.children {
            switch child.name {
            case "pStyle": paragraphStyle = child.value
            case "jc":
                let name =
                    switch child.value {
                    case "center": "centred"
                    case "right", "end": "right"
                    case "both": "justified"
                    case "distribute", "thaiDistribute": "distributed"
                    default: "left"
                    }
                paragraph[.alignment] = .name(name)
            case "ind":
                for (key, name) in [
                    ("start", "left"), ("end", "right"), ("startChars", "leftChars"), ("endChars", "rightChars"),
                ] {
                    if let value = child.twips(key) { indents[name] = value }
                }
                for name in ["left", "right", "firstLine", "hanging"] {
                    if let value = child.twips(name) { indents[name] = value }
                    if let value = child.twips(name + "Chars") { indents[name + "Chars"] = value }
                }
                for (name, other) in [("firstLine", "hanging"), ("hanging", "firstLine")]
                where child.twips(name) ?? child.twips(name + "Chars") != nil {
                    if child.twips(other) ?? child.twips(other + "Chars") == nil {
                        indents[other] = nil
                        indents[other + "Chars"] = nil
                    }
                }
            case "spacing":
                for name in ["before", "after", "line", "beforeLines", "afterLines"] {
                    if let value = child.twips(name) { spaces[name] = value }
                }
                for name in ["beforeAutospacing", "afterAutospacing"] {
                    if let value = child.attributes[name] {
                        spaces[name] = ["1", "true", "on"].contains(value) ? 1 : 0
                    }
                }
                if let rule = child.attributes["lineRule"] {
                    lineRule = rule
                } else if child.twips("line") != nil {
                    lineRule = "auto"
                }
            case "keepNext": paragraph[.keepNext] = .flag(child.isOn)
            case "keepLines": paragraph[.keepLines] = .flag(child.isOn)
            case "pageBreakBefore": paragraph[.pageBreak] = .flag(child.isOn)
            case "snapToGrid": paragraph[.snapToGrid] = .flag(child.isOn)
            case "outlineLvl":
                if let level = child.number { paragraph[.outline] = .level(level > 8 ? 0 : level + 1) }
            case "numPr":
                if let id = child["numId"]?.value { list = id }
                if let level = child["ilvl"]?.number { listLevel = level }
            default: break
            }
        }
    }

    /// Takes over what `w:rPr` says.
    mutating func readText(_ node: SampleNode, _ theme: SampleTheme) {
        for child in node.children {
            switch child.name {
            case "rStyle": characterStyle = child.value
            case "rFonts":
                let eastern = child.attributes["eastAsiaTheme"].flatMap(theme.font) ?? child.attributes["eastAsia"]
                if let eastern { text[.font] = .name(eastern) }
                let western =
                    child.attributes["asciiTheme"].flatMap(theme.font) ?? child.attributes["ascii"]
                    ?? child.attributes["hAnsiTheme"].flatMap(theme.font) ?? child.attributes["hAnsi"]
                if let western { text[.latin] = .name(western) }
            case "sz": if let size = child.number { text[.size] = .twips(size * 10) }
            case "color":
                if let colour = child.value { text[.colour] = .name(Colour(colour)?.hex ?? "auto") }
            case "b": text[.bold] = .flag(child.isOn)
            case "spacing": if let spacing = child.number { text[.spacing] = .twips(spacing) }
            case "vanish": isHidden = child.isOn
            case "shd":
                if let fill = child.attributes["fill"] { text[.background] = .name(Colour(fill)?.hex ?? "auto") }
            case "highlight": break
            default: break
            }
        }
    }

    // MARK: Results

    /// The format of characters; what nothing says is what Word takes.
    var textFormat: SampleFormat {
        var format: SampleFormat = [
            .font: .name("Times New Roman"), .latin: .name("Times New Roman"), .size: .twips(200),
            .colour: .name("auto"),
            .bold: .flag(false), .spacing: .twips(0),
        ]
        format.merge(text) { $1 }
        // Black is what text has that says nothing.
        if format[.colour] == .name("000000") { format[.colour] = .name("auto") }
        return format
    }

    /// What it says itself about characters.
    var statedText: SampleFormat { text }

    /// The format of a paragraph whose characters have a size.
    ///
    /// - Parameter linePitch: The distance from line to line of the page.
    func paragraphFormat(size: Int, linePitch: Int) -> SampleFormat {
        var format: SampleFormat = [
            .alignment: .name("left"), .keepNext: .flag(false), .keepLines: .flag(false), .pageBreak: .flag(false),
            .snapToGrid: .flag(true), .outline: .level(0),
        ]
        format.merge(paragraph) { $1 }
        /// A number of units goes before a distance, which most files have as well, and more exactly.
        func distance(_ name: String, _ count: Int?, _ twips: Int?, _ unit: Int) -> Int {
            guard let count, count != 0 else { return twips ?? 0 }
            let computed = Int((Double(count) * Double(unit) / 100).rounded())
            return twips.map { abs($0 - computed) <= 4 ? $0 : computed } ?? computed
        }
        func indent(_ name: String) -> Int { distance(name, indents[name + "Chars"], indents[name], size) }
        format[.left] = .twips(indent("left"))
        format[.right] = .twips(indent("right"))
        let hanging = indent("hanging")
        format[.firstLine] = .twips(hanging != 0 ? -hanging : indent("firstLine"))
        for (name, property) in [("before", FormatProperty.before), ("after", .after)] {
            // What a browser would take, as Word does.
            let isAutomatic = spaces[name + "Autospacing"] == 1
            let space = distance(name, spaces[name + "Lines"], spaces[name], linePitch)
            format[property] = .twips(isAutomatic ? 280 : space)
        }
        let line = spaces["line"] ?? 240
        let height: ParagraphFormat.LineHeight =
            switch lineRule {
            case "exact": .exact(Length(twips: line))
            case "atLeast": .atLeast(Length(twips: line))
            default: line == 240 ? .automatic : .multiple(Double(line) / 240)
            }
        format[.line] = .line(height)
        return format
    }
}

/// The fonts of a theme, to which styles refer (ISO/IEC 29500-1, 20.1.4.1.18).
struct SampleTheme {
    private var fonts: [String: String] = [:]

    init() {}

    init(_ node: SampleNode) {
        guard let scheme = node.all("fontScheme").first else { return }
        for (name, prefix) in [("majorFont", "major"), ("minorFont", "minor")] {
            guard let group = scheme[name] else { continue }
            if let latin = group["latin"]?.attributes["typeface"], !latin.isEmpty {
                fonts[prefix + "Ascii"] = latin
                fonts[prefix + "HAnsi"] = latin
            }
            let chinese = group.children.first { $0.attributes["script"] == "Hans" }?.attributes["typeface"]
            if let eastern = group["ea"]?.attributes["typeface"], !eastern.isEmpty {
                fonts[prefix + "EastAsia"] = eastern
            } else if let chinese {
                fonts[prefix + "EastAsia"] = chinese
            }
        }
    }

    /// The font for a reference such as `minorEastAsia`.
    func font(_ reference: String) -> String? { fonts[reference] }
}

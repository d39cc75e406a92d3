internal import RenderKit
internal import SummaryModel

/// A style sheet as CSS: a class for each paragraph style, and the page for printing.
struct StyleSheetCSS: Sendable {
    let table: StyleTable
    /// The class of each paragraph style, by number.
    let classes: [String]
    /// By number: whether the style has a Latin font of its own, so that characters which both fonts have must be marked.
    let marksHan: [Bool]
    /// The class of a gap that is open.
    let placeholderClass: String?
    /// The class of a first sentence that is set apart.
    let leadClass: String?
    /// The class of a link.
    let linkClass: String?

    private let rules: [String]
    private let characterRules: [(key: CharacterStyle.Key, text: String)]

    var sheet: StyleSheet { table.sheet }

    init(_ sheet: StyleSheet) {
        table = StyleTable(sheet)
        classes = table.styles.map { OwnClass.name($0.key.rawValue) }
        marksHan = table.styles.map { $0.format.text.font != $0.format.text.latin }
        placeholderClass = sheet[.placeholder].map { OwnClass.name($0.key.rawValue) }
        leadClass = sheet[.leadSentence].map { OwnClass.name($0.key.rawValue) }
        linkClass = sheet[.link].map { OwnClass.name($0.key.rawValue) }
        let normal = sheet.normal.format
        rules = zip(table.styles, classes).map { style, name in
            var rule = CSSRule.paragraph(".\(name)", style.format, over: normal, sheet)
            rule.add(Self.lines(of: style, sheet))
            return rule.text
        }
        characterRules = sheet.characterStyles.map { style in
            (style.key, CSSRule.character(".\(OwnClass.name(style.key.rawValue))", style, sheet).text)
        }
    }

    /// The rules that the head and the imprint of an official document have (GB/T 9704-2012, 7.2.7 and 7.4.1).
    private static func lines(of style: ParagraphStyle, _ sheet: StyleSheet) -> [(String, String)] {
        func line(_ thickness: Length, _ colour: Colour?, _ kind: String = "solid") -> String {
            "\(CSSLength.text(thickness)) \(kind) \(colour.map { "#\($0.hex)" } ?? "currentColor")"
        }
        switch BlockKind(rawValue: style.key.rawValue) {
        case .documentNumber, .issuerHead:
            guard let head = sheet.head, let rule = head.rule,
                style.key.rawValue
                    == (head.arrangement == .letter ? BlockKind.issuerHead : BlockKind.documentNumber).rawValue
            else { return [] }
            let border =
                rule.pattern == .single
                ? line(rule.thickness, rule.colour) : line(rule.height, rule.colour, "double")
            var lines = [("border-bottom", border), ("padding-bottom", CSSLength.text(rule.distance))]
            if head.arrangement == .stacked {
                let inset = CSSLength.text(head.inset, linePitch: sheet.page.linePitch)
                lines += [("padding-left", inset), ("padding-right", inset)]
            }
            return lines
        case .copies, .imprint:
            guard let imprint = sheet.imprint, imprint.outerRule > .zero else { return [] }
            // The rules are as long as the lines of the text.
            func indent(_ measure: Measure) -> String { CSSLength.text(measure, linePitch: sheet.page.linePitch) }
            let indents = [
                ("margin-left", "0"), ("margin-right", "0"), ("padding-left", indent(style.format.leftIndent)),
                ("padding-right", indent(style.format.rightIndent)),
            ]
            let rule = line(imprint.outerRule, nil)
            return indents + [("border-top", rule), ("border-bottom", rule)]
        default: return []
        }
    }

    /// What stands between two lines of an imprint: a thin rule, but none between the addressees and those who get a copy
    /// (GB/T 9704-2012, 7.4.1 and 7.4.2).
    private var imprint: String {
        guard let imprint = sheet.imprint, imprint.outerRule > .zero else { return "" }
        let kinds = [BlockKind.copies, .imprint].map { OwnClass.name($0.rawValue) }
        let thin = imprint.innerRule > .zero ? "\(CSSLength.text(imprint.innerRule)) solid currentColor" : "none"
        return """
            .\(kinds[0]):has(+ .\(kinds[0])), .\(kinds[0]):has(+ .\(kinds[1])), .\(kinds[1]):has(+ .\(kinds[1])) { border-bottom: none; }
            .\(kinds[0]) + .\(kinds[0]) { border-top: none; }
            .\(kinds[0]) + .\(kinds[1]), .\(kinds[1]) + .\(kinds[1]) { border-top: \(thin); }

            """
    }

    /// The class of the phrase of a heading that text runs on after.
    func phraseClass(_ level: Int) -> String? {
        let key = CharacterStyle.Key.headingPhrase(level: level)
        return sheet[key] == nil ? nil : OwnClass.name(key.rawValue)
    }

    /// The style sheet for a document that uses these styles.
    func text(for used: UsedStyles, _ furniture: PageFurniture) -> String {
        var text = PageCSS(sheet: sheet, furniture: furniture).text
        text += base
        for number in used.paragraphs.sorted() { text += rules[number] }
        for rule in characterRules where used.characters.contains(rule.key) { text += rule.text }
        if used.holdsImprint { text += imprint }
        if used.holdsTable { text += tables }
        if used.isTurned { text += landscape(furniture) }
        return text + joined + screen
    }

    /// What holds for the whole page, and the reset of what browsers do by themselves.
    private var base: String {
        var main = CSSRule("main")
        main.add(CSSRule.inherited(sheet.normal.format, over: nil, sheet))
        main.add([
            // A page of the standard is full to its last line, and digits stand without extra space (5.2.3).
            ("orphans", "1"), ("widows", "1"), ("text-autospace", "no-autospace"), ("line-break", "strict"),
            ("hanging-punctuation", "allow-end"), ("overflow-wrap", "anywhere"), ("hyphens", "manual"),
        ])
        var reset = CSSRule("main *")
        reset.add([("margin", "0"), ("padding", "0"), ("font-size", "inherit"), ("font-weight", "inherit")])
        return """
            html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; print-color-adjust: exact; }
            body { margin: 0; }
            \(main.text)\(reset.text)\
            main span, main mark, main time { line-height: 0; }
            mark { color: inherit; background: none; }
            article + article { break-before: page; }
            .\(OwnClass.blank) { white-space: pre-wrap; }
            .\(OwnClass.han) { font-family: var(--han); }
            .\(OwnClass.ending) { break-inside: avoid; }
            .\(OwnClass.joint) { position: relative; width: fit-content; max-width: 100%; margin: 0 auto; }
            .\(OwnClass.joint) > p { text-align-last: justify; padding-right: 2.5em; }
            .\(OwnClass.jointWord) { position: absolute; right: 0; top: 50%; transform: translateY(-50%); line-height: normal; }
            .\(OwnClass.letter) { display: grid; grid-template-columns: 1fr auto; }
            .\(OwnClass.beside) { float: right; line-height: inherit; }

            """
    }

    /// A link looks like the text around it, unless the sheet has a style for it.
    var links: String {
        let plain = "color: inherit; text-decoration: none; line-height: 0;"
        return linkClass == nil ? "main a { \(plain) }\n" : "main a { line-height: 0; }\n"
    }

    /// The numbers of footnotes.
    var notes: String { "main sup { line-height: 0; font-size: 60%; vertical-align: super; }\n" }

    private var tables: String {
        let style = sheet.table
        let colour = style.ruleColour.map { "#\($0.hex)" } ?? "currentColor"
        let rule = style.ruleThickness > .zero ? "\(CSSLength.text(style.ruleThickness)) solid \(colour)" : "none"
        let margin = "\(CSSLength.text(style.rowMargin)) \(CSSLength.text(style.cellMargin))"
        return """
            .\(OwnClass.grid) { width: 100%; border-collapse: collapse; table-layout: fixed; }
            .\(OwnClass.grid) + .\(OwnClass.grid) { margin-top: \(CSSLength.text(sheet.page.linePitch)); }
            .\(OwnClass.grid) th, .\(OwnClass.grid) td { border: \(rule); padding: \(margin); vertical-align: middle; }
            .\(OwnClass.grid) .\(OwnClass.figure) { text-align: right; }
            thead { display: \(style.repeatsHead ? "table-header-group" : "table-row-group"); }
            tr { break-inside: avoid; }
            img { max-width: 100%; vertical-align: bottom; }
            """
    }

    /// Pages in landscape: the paper turned so that its binding is at the top.
    private func landscape(_ furniture: PageFurniture) -> String {
        let page = sheet.page
        let margins = [page.left, page.top, page.right, page.bottom].map { CSSLength.text($0) }.joined(separator: " ")
        return """
            @page landscape { size: \(CSSLength.text(page.height)) \(CSSLength.text(page.width)); margin: \(margins); }
            \(PageCSS(sheet: sheet, furniture: furniture).landscape)\
            .\(OwnClass.landscape) { page: landscape; }

            """
    }

    /// After the rules of the styles, whose spaces they take away.
    private var joined: String {
        ".\(OwnClass.joinedAbove) { margin-top: 0; }\n.\(OwnClass.joinedBelow) { margin-bottom: 0; }\n"
    }

    /// On a screen, one column that is no wider than the text of the page.
    private var screen: String {
        let pitch = CSSLength.text(sheet.page.linePitch)
        return """
            @media screen {
              main { max-width: \(CSSLength.text(sheet.page.textWidth)); margin: \(pitch) auto; padding: 0 1em; }
            }

            """
    }
}

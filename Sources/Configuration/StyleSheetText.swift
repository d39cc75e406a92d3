public import RenderKit
internal import SummaryModel

/// A style sheet as YAML with everything resolved that it takes from others: decoding the text gives the sheet again.
public struct StyleSheetText {
    private var lines: [String] = []

    /// The text of a sheet, without the line end of its last line.
    public static func text(_ sheet: StyleSheet) -> String {
        var text = StyleSheetText()
        text.write(sheet)
        return text.lines.joined(separator: "\n")
    }

    private typealias Entries = [(key: String, value: String?)]

    private mutating func write(_ sheet: StyleSheet) {
        put(0, [("version", "1")])
        section("summary", [("zh", string(sheet.summary.zh)), ("en", string(sheet.summary.en))])
        put(0, [("language", string(sheet.language)), ("latin-language", string(sheet.latinLanguage))])
        let page = sheet.page
        section(
            "page",
            [
                ("width", length(page.width)), ("height", length(page.height)), ("top", length(page.top)),
                ("left", length(page.left)), ("right", length(page.right)), ("bottom", length(page.bottom)),
                ("header", length(page.header)), ("footer", length(page.footer)),
                ("line-pitch", length(page.linePitch)), ("lines", String(page.linesPerPage)),
                ("characters", String(page.charactersPerLine)), ("grid", page.grid.rawValue),
            ]
        )
        lines.append("fonts:")
        for font in sheet.fonts { put(1, [(string(font.role), flow(font))]) }
        section(
            "title",
            [("characters", String(sheet.title.charactersPerLine)), ("break-lines", String(sheet.title.breaksLines))]
        )
        put(0, [("numbering", sheet.numbering.rawValue)])
        section(
            "page-number",
            [
                ("position", sheet.pageNumber.position.rawValue), ("inset", measure(sheet.pageNumber.inset)),
                ("before", string(sheet.pageNumber.before)), ("after", string(sheet.pageNumber.after)),
            ]
        )
        section(
            "signature",
            [
                ("date-offset", measure(sheet.dateOffset)), ("seal", String(sheet.hasSeal)),
                ("name-stamp", sheet.hasNameStamp ? "true" : nil),
            ]
        )
        writeElements(sheet)
        lines.append("paragraphs:")
        for style in sheet.allParagraphStyles {
            lines.append("  \(string(style.key.rawValue)):")
            put(2, entries(style, base: style.base.map { sheet[$0] }))
        }
        lines.append("characters:")
        for style in sheet.characterStyles { put(1, [(string(style.key.rawValue), flow(style))]) }
        let table = sheet.table
        section(
            "table",
            [
                ("id", string(table.id)), ("name", string(table.name)), ("rule", length(table.ruleThickness)),
                ("rule-colour", table.ruleColour.map { string($0.hex) }), ("cell-margin", length(table.cellMargin)),
                ("row-margin", length(table.rowMargin)), ("repeat-head", String(table.repeatsHead)),
                ("landscape", table.landscape == .never ? nil : table.landscape.rawValue),
            ]
        )
    }

    private mutating func writeElements(_ sheet: StyleSheet) {
        if let head = sheet.head {
            section(
                "head",
                [
                    ("arrangement", head.arrangement.rawValue), ("mark-top", length(head.markTop)),
                    ("rule", head.rule.map { flow($0, head.ruleLength) }), ("inset", measure(head.inset)),
                ]
            )
        }
        if let imprint = sheet.imprint {
            section(
                "imprint",
                [
                    ("outer-rule", length(imprint.outerRule)), ("inner-rule", length(imprint.innerRule)),
                    ("at-foot", String(imprint.isAtFoot)),
                ]
            )
        }
        if let first = sheet.firstPage {
            let rule = first.footRule.map { flow($0, first.footRuleLength) }
            section("first-page", [("page-number", String(first.hasPageNumber)), ("foot-rule", rule)])
        }
        if !sheet.expectedElements.isEmpty {
            let names = ExpectedElement.allCases.filter(sheet.expectedElements.contains).map(\.rawValue)
            put(0, [("expects", "[\(names.joined(separator: ", "))]")])
        }
        if !sheet.leadSentences.isEmpty {
            let kinds = sheet.leadSentences.map(\.rawValue).sorted()
            put(0, [("lead-sentences", "[\(kinds.joined(separator: ", "))]")])
        }
        if let contents = sheet.contents {
            section(
                "contents",
                [
                    ("levels", String(contents.levels)), ("title", string(contents.title)),
                    ("place", contents.place.rawValue), ("update", String(contents.updatesOnOpening)),
                ]
            )
        }
    }

    // MARK: Styles

    /// What a style says: what differs from its base, and all else that is not what a style has by itself.
    private func entries(_ style: ParagraphStyle, base: ParagraphStyle?) -> Entries {
        let format = style.format
        let usual = ParagraphFormat(text: format.text)
        let inherited = base?.format
        var entries: Entries = [
            ("id", string(style.id)), ("name", string(style.name)), ("custom", style.isCustom ? "true" : nil),
            ("based-on", style.base.map { string($0.rawValue) }), ("next", style.next.map { string($0.rawValue) }),
            ("group", style.group.map(string)), ("font", string(format.text.font)),
            ("latin", string(format.text.latin)), ("size", size(format.text.size)),
        ]
        func add<Value: Equatable>(
            _ key: String,
            _ value: (ParagraphFormat) -> Value,
            unless usual: Value,
            _ text: (Value) -> String
        ) {
            let own = value(format)
            if own != usual || inherited.map({ value($0) != own }) == true { entries.append((key, text(own))) }
        }
        add("colour", \.text.colour, unless: nil) { $0.map { string($0.hex) } ?? "auto" }
        add("bold", \.text.isBold, unless: false) { String($0) }
        add("character-spacing", \.text.characterSpacing, unless: .zero, length)
        entries.append(("align", format.alignment.rawValue))
        add("first-line", \.firstLineIndent, unless: .zero, measure)
        add("left", \.leftIndent, unless: .zero, measure)
        add("right", \.rightIndent, unless: .zero, measure)
        entries.append(("line", lineHeight(format.lineHeight)))
        add("before", \.spaceBefore, unless: .zero, measure)
        add("after", \.spaceAfter, unless: .zero, measure)
        add("keep-with-next", \.keepsWithNext, unless: usual.keepsWithNext) { String($0) }
        add("keep-lines", \.keepsLines, unless: usual.keepsLines) { String($0) }
        add("page-break-before", \.breaksPageBefore, unless: usual.breaksPageBefore) { String($0) }
        add("snap-to-grid", \.snapsToGrid, unless: usual.snapsToGrid) { String($0) }
        add("outline-level", \.outlineLevel, unless: nil) { $0.map(String.init) ?? "null" }
        return entries
    }

    private func flow(_ style: CharacterStyle) -> String {
        flow([
            ("id", string(style.id)), ("name", string(style.name)), ("font", style.font.map(string)),
            ("latin", style.latin.map(string)), ("size", style.size.map(size)),
            ("colour", style.colour.map { string($0.hex) }), ("bold", style.isBold.map { String($0) }),
            ("underline", style.isUnderlined.map { String($0) }),
            ("background", style.background.map { string($0.hex) }), ("control", style.isControl ? "true" : nil),
        ])
    }

    private func flow(_ font: FontFamily) -> String {
        flow([
            ("name", string(font.name)), ("alternative", font.alternative.map(string)),
            ("fallbacks", font.fallbacks.isEmpty ? nil : "[\(font.fallbacks.map(string).joined(separator: ", "))]"),
            ("character-set", String(font.characterSet)), ("family", font.family.rawValue),
            ("pitch", font.pitch.rawValue),
        ])
    }

    private func flow(_ rule: RuleStyle, _ ruleLength: Length?) -> String {
        flow([
            ("pattern", rule.pattern.rawValue), ("thickness", length(rule.thickness)),
            ("colour", rule.colour.map { string($0.hex) }), ("distance", length(rule.distance)),
            ("length", ruleLength.map(length)),
        ])
    }

    // MARK: Lines

    private mutating func section(_ name: String, _ entries: Entries) {
        lines.append("\(name):")
        put(1, entries)
    }

    private mutating func put(_ depth: Int, _ entries: Entries) {
        for (key, value) in entries {
            if let value { lines.append("\(String(repeating: "  ", count: depth))\(key): \(value)") }
        }
    }

    private func flow(_ entries: Entries) -> String {
        "{ \(entries.compactMap { entry in entry.value.map { "\(entry.key): \($0)" } }.joined(separator: ", ")) }"
    }

    // MARK: Values

    private func string(_ text: String) -> String { YAMLText.string(text) }
    private func measure(_ measure: Measure) -> String { StyleValueText.measure(measure) }
    private func lineHeight(_ height: ParagraphFormat.LineHeight) -> String { StyleValueText.lineHeight(height) }
    private func size(_ size: Length) -> String { StyleValueText.size(size) }
    private func length(_ length: Length) -> String { StyleValueText.length(length) }
}

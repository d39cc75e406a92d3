import RenderKit
import SummaryModel

/// Writes style sheets as Swift source, so that a program that starts has nothing to parse.
///
/// Only what differs from the default of its type is written; of a sheet that resembles an earlier
/// one only what differs from that.
struct StyleSheetSource {
    /// The source of the file.
    let text: String

    /// Writes the sheets of a program, the default first.
    init(_ sheets: [StyleSheet]) {
        let cases = sheets.map { "        case \(Self.literal($0.name)): sheet\(Self.number($0, in: sheets))\n" }
        text =
            Self.head + cases.joined() + "        default: nil\n        }\n    }\n\n"
            + sheets.map { Self.sheet($0, among: sheets) }.joined() + Self.foot
    }

    private static func number(_ sheet: StyleSheet, in sheets: [StyleSheet]) -> Int {
        (sheets.firstIndex { $0.name == sheet.name } ?? 0) + 1
    }

    // MARK: Sheets

    /// The properties of a sheet that are small, each with its value.
    private static func properties(_ sheet: StyleSheet) -> [(name: String, value: String)] {
        [
            ("name", literal(sheet.name)),
            ("summary", call("LocalizedText", [("zh", literal(sheet.summary.zh)), ("en", literal(sheet.summary.en))])),
            ("language", literal(sheet.language)),
            ("latinLanguage", literal(sheet.latinLanguage)),
            ("page", page(sheet.page)),
            ("fonts", list(sheet.fonts.map(font))),
            (
                "pageNumber",
                call(
                    "PageNumberStyle",
                    [
                        ("position", ".\(sheet.pageNumber.position)"), ("inset", measure(sheet.pageNumber.inset)),
                        ("before", literal(sheet.pageNumber.before)), ("after", literal(sheet.pageNumber.after)),
                    ]
                )
            ),
            (
                "title",
                call(
                    "TitleStyle",
                    [
                        ("charactersPerLine", String(sheet.title.charactersPerLine)),
                        ("breaksLines", String(sheet.title.breaksLines)),
                    ]
                )
            ),
            ("dateOffset", measure(sheet.dateOffset)),
            ("hasSeal", String(sheet.hasSeal)),
            ("hasNameStamp", String(sheet.hasNameStamp)),
            ("head", sheet.head.map(head) ?? "nil"),
            ("imprint", sheet.imprint.map(imprint) ?? "nil"),
            ("firstPage", sheet.firstPage.map(firstPage) ?? "nil"),
            ("table", table(sheet.table)),
            ("numbering", ".\(sheet.numbering)"),
            (
                "expectedElements",
                "["
                    + ExpectedElement.allCases.filter(sheet.expectedElements.contains).map { ".\($0)" }
                    .joined(separator: ", ") + "]"
            ),
        ]
    }

    private static func whole(_ sheet: StyleSheet, _ number: Int) -> String {
        let properties = properties(sheet)
        var source = "    private static let sheet\(number): StyleSheet = {\n"
        source += "        var paragraphs: [ParagraphStyle] = []\n"
        for style in sheet.paragraphStyles {
            source += "        paragraphs.append(\n\(paragraph(style, 12))\n        )\n"
        }
        source += "        var characters: [CharacterStyle] = []\n"
        for style in sheet.characterStyles {
            source += "        characters.append(\n\(character(style, 12))\n        )\n"
        }
        let arguments =
            properties.prefix(6).map { "            \($0.name): \(indented($0.value, 12))" }
            + [
                "            normal: \(paragraph(sheet.normal, 12).drop { $0 == " " })",
                "            body: \(paragraph(sheet.body, 12).drop { $0 == " " })",
                "            paragraphStyles: paragraphs", "            characterStyles: characters",
            ] + properties.dropFirst(6).map { "            \($0.name): \(indented($0.value, 12))" }
        return source + "        return StyleSheet(\n\(arguments.joined(separator: ",\n"))\n        )\n    }()\n\n"
    }

    /// A sheet as an earlier one with what is different: that from which it differs in the fewest styles.
    private static func sheet(_ sheet: StyleSheet, among sheets: [StyleSheet]) -> String {
        func differing(_ other: StyleSheet) -> Int {
            zip(sheet.paragraphStyles, other.paragraphStyles).count { $0 != $1 }
        }
        let number = number(sheet, in: sheets)
        let earlier = sheets.prefix(number - 1).filter { hasSameKeys(sheet, $0) }
        guard let first = earlier.min(by: { differing($0) < differing($1) }) else { return whole(sheet, number) }
        var source = "    private static let sheet\(number): StyleSheet = {\n"
        source += "        var sheet = sheet\(Self.number(first, in: sheets))\n"
        for (property, base) in zip(properties(sheet), properties(first)) where property.value != base.value {
            source += "        sheet.\(property.name) = \(indented(property.value, 8))\n"
        }
        if sheet.normal != first.normal {
            source += "        sheet.normal =\n\(paragraph(sheet.normal, 12))\n"
        }
        if sheet.body != first.body { source += "        sheet.body =\n\(paragraph(sheet.body, 12))\n" }
        for (index, style) in sheet.paragraphStyles.enumerated() where style != first.paragraphStyles[index] {
            source += "        sheet.paragraphStyles[\(index)] =\n\(paragraph(style, 12))\n"
        }
        for (index, style) in sheet.characterStyles.enumerated() where style != first.characterStyles[index] {
            source += "        sheet.characterStyles[\(index)] =\n\(character(style, 12))\n"
        }
        return source + "        return sheet\n    }()\n\n"
    }

    private static func hasSameKeys(_ sheet: StyleSheet, _ other: StyleSheet) -> Bool {
        sheet.paragraphStyles.map(\.key) == other.paragraphStyles.map(\.key)
            && sheet.characterStyles.map(\.key) == other.characterStyles.map(\.key)
    }

    // MARK: Styles

    private static func paragraph(_ style: ParagraphStyle, _ indent: Int) -> String {
        let format = style.format
        var arguments = [
            ("", literal(style.key.rawValue)), ("id", literal(style.id)), ("name", literal(style.name)),
        ]
        if style.isCustom { arguments.append(("isCustom", "true")) }
        if let base = style.base { arguments.append(("base", literal(base.rawValue))) }
        if let next = style.next { arguments.append(("next", literal(next.rawValue))) }
        if let group = style.group { arguments.append(("group", literal(group))) }
        arguments.append(("text", text(format.text)))
        var changes: [(String, String)] = []
        let usual = ParagraphFormat(text: format.text)
        func change<Value: Equatable>(_ name: String, _ value: Value, _ usual: Value, _ source: (Value) -> String) {
            if value != usual { changes.append((name, source(value))) }
        }
        change("alignment", format.alignment, usual.alignment) { ".\($0)" }
        change("firstLineIndent", format.firstLineIndent, usual.firstLineIndent, measure)
        change("leftIndent", format.leftIndent, usual.leftIndent, measure)
        change("rightIndent", format.rightIndent, usual.rightIndent, measure)
        change("lineHeight", format.lineHeight, usual.lineHeight, lineHeight)
        change("spaceBefore", format.spaceBefore, usual.spaceBefore, measure)
        change("spaceAfter", format.spaceAfter, usual.spaceAfter, measure)
        change("keepsWithNext", format.keepsWithNext, usual.keepsWithNext) { "\($0)" }
        change("keepsLines", format.keepsLines, usual.keepsLines) { "\($0)" }
        change("breaksPageBefore", format.breaksPageBefore, usual.breaksPageBefore) { "\($0)" }
        change("snapsToGrid", format.snapsToGrid, usual.snapsToGrid) { "\($0)" }
        change("outlineLevel", format.outlineLevel, usual.outlineLevel) { $0.map(String.init) ?? "nil" }
        return changing("paragraph", arguments, changes, indent)
    }

    private static func character(_ style: CharacterStyle, _ indent: Int) -> String {
        var changes: [(String, String)] = []
        if let font = style.font { changes.append(("font", literal(font))) }
        if let latin = style.latin { changes.append(("latin", literal(latin))) }
        if let size = style.size { changes.append(("size", length(size))) }
        if let colour = style.colour { changes.append(("colour", Self.colour(colour))) }
        if let isBold = style.isBold { changes.append(("isBold", "\(isBold)")) }
        if let background = style.background { changes.append(("background", colour(background))) }
        let arguments = [
            ("", literal(style.key.rawValue)), ("id", literal(style.id)), ("name", literal(style.name)),
        ]
        return changing("character", arguments, changes, indent)
    }

    /// A call with a closure that changes what is made.
    private static func changing(
        _ function: String,
        _ arguments: [(String, String)],
        _ changes: [(String, String)],
        _ indent: Int
    ) -> String {
        let blanks = String(repeating: " ", count: indent)
        var source = blanks + indented(call(function, arguments), indent)
        guard !changes.isEmpty else { return source }
        source += " {\n"
        for (name, value) in changes { source += "\(blanks)    $0.\(name) = \(value)\n" }
        return source + "\(blanks)}"
    }

    private static func text(_ format: TextFormat) -> String {
        var arguments = [
            ("font", literal(format.font)), ("latin", literal(format.latin)), ("size", length(format.size)),
        ]
        if let colour = format.colour { arguments.append(("colour", Self.colour(colour))) }
        if format.isBold { arguments.append(("isBold", "true")) }
        if format.characterSpacing != .zero { arguments.append(("characterSpacing", length(format.characterSpacing))) }
        return "TextFormat(\(arguments.map { "\($0.0): \($0.1)" }.joined(separator: ", ")))"
    }

    private static func page(_ page: PageLayout) -> String {
        call(
            "PageLayout",
            [
                ("width", length(page.width)), ("height", length(page.height)), ("top", length(page.top)),
                ("bottom", length(page.bottom)), ("left", length(page.left)), ("right", length(page.right)),
                ("header", length(page.header)), ("footer", length(page.footer)),
                ("linePitch", length(page.linePitch)), ("linesPerPage", String(page.linesPerPage)),
                ("charactersPerLine", String(page.charactersPerLine)), ("grid", ".\(page.grid)"),
            ]
        )
    }

    private static func font(_ font: FontFamily) -> String {
        call(
            "FontFamily",
            [
                ("role", literal(font.role)), ("name", literal(font.name)),
                ("alternative", font.alternative.map(literal) ?? "nil"),
                ("fallbacks", "[\(font.fallbacks.map(literal).joined(separator: ", "))]"),
                ("characterSet", String(font.characterSet)),
                ("family", ".\(font.family)"), ("pitch", ".\(font.pitch)"),
            ]
        )
    }

    private static func head(_ head: HeadStyle) -> String {
        call(
            "HeadStyle",
            [
                ("arrangement", ".\(head.arrangement)"), ("markTop", length(head.markTop)),
                ("rule", head.rule.map { indented(rule($0), 4) } ?? "nil"),
                ("ruleLength", head.ruleLength.map(length) ?? "nil"),
                ("inset", measure(head.inset)),
            ]
        )
    }

    private static func imprint(_ imprint: ImprintStyle) -> String {
        call(
            "ImprintStyle",
            [
                ("outerRule", length(imprint.outerRule)), ("innerRule", length(imprint.innerRule)),
                ("isAtFoot", String(imprint.isAtFoot)),
            ]
        )
    }

    private static func firstPage(_ page: FirstPageStyle) -> String {
        call(
            "FirstPageStyle",
            [
                ("hasPageNumber", String(page.hasPageNumber)),
                ("footRule", page.footRule.map { indented(rule($0), 4) } ?? "nil"),
                ("footRuleLength", length(page.footRuleLength)),
            ]
        )
    }

    private static func rule(_ rule: RuleStyle) -> String {
        call(
            "RuleStyle",
            [
                ("pattern", ".\(rule.pattern)"), ("thickness", length(rule.thickness)),
                ("colour", rule.colour.map(colour) ?? "nil"), ("distance", length(rule.distance)),
            ]
        )
    }

    private static func table(_ table: TableStyle) -> String {
        call(
            "TableStyle",
            [
                ("id", literal(table.id)), ("name", literal(table.name)),
                ("ruleThickness", length(table.ruleThickness)),
                ("ruleColour", table.ruleColour.map(colour) ?? "nil"), ("cellMargin", length(table.cellMargin)),
                ("rowMargin", length(table.rowMargin)), ("repeatsHead", String(table.repeatsHead)),
            ]
        )
    }

    // MARK: Values

    private static func literal(_ text: String) -> String { text.debugDescription }

    private static func length(_ length: Length) -> String { "Length(twips: \(length.twips))" }

    private static func colour(_ colour: Colour) -> String { "Colour(\(literal(colour.hex)))" }

    private static func measure(_ measure: Measure) -> String {
        switch measure {
        case .zero: ".zero"
        case .absolute(let length): ".absolute(\(Self.length(length)))"
        case .characters(let count): ".characters(\(count))"
        case .lines(let count): ".lines(\(count))"
        }
    }

    private static func lineHeight(_ height: ParagraphFormat.LineHeight) -> String {
        switch height {
        case .automatic: ".automatic"
        case .exact(let length): ".exact(\(Self.length(length)))"
        case .atLeast(let length): ".atLeast(\(Self.length(length)))"
        case .multiple(let factor): ".multiple(\(factor))"
        }
    }

    /// A call with each argument on a line of its own.
    private static func call(_ function: String, _ arguments: [(String, String)]) -> String {
        let lines = arguments.map { name, value in (name.isEmpty ? "" : "\(name): ") + value }
        return "\(function)(\n    \(lines.joined(separator: ",\n    "))\n)"
    }

    private static func list(_ elements: [String]) -> String {
        "[\n\(elements.map { "    \(indented($0, 4)),\n" }.joined())]"
    }

    /// The lines after the first moved to the right.
    private static func indented(_ source: String, _ count: Int) -> String {
        source.replacing("\n", with: "\n" + String(repeating: " ", count: count))
    }

    // MARK: The file

    private static let head = """
        // Made from Styles/*.yaml; RECORD=1 swift test --filter RepositoryTests writes it. Do not edit.

        internal import RenderKit
        internal import SummaryModel

        /// The style sheets that come with the program, decoded, so that a program that starts has nothing to parse.
        enum PreparedStyles {
            /// The sheet of this name; `nil` when there is none.
            static func sheet(_ name: String) -> StyleSheet? {
                switch name {

        """

    private static let foot = """
            private static func paragraph(
                _ key: String,
                id: String,
                name: String,
                isCustom: Bool = false,
                base: String? = nil,
                next: String? = nil,
                group: String? = nil,
                text: TextFormat,
                _ change: (inout ParagraphFormat) -> Void = { _ in }
            ) -> ParagraphStyle {
                var format = ParagraphFormat(text: text)
                change(&format)
                return ParagraphStyle(
                    key: .init(rawValue: key),
                    id: id,
                    name: name,
                    isCustom: isCustom,
                    base: base.map { .init(rawValue: $0) },
                    next: next.map { .init(rawValue: $0) },
                    group: group,
                    format: format
                )
            }

            private static func character(
                _ key: String,
                id: String,
                name: String,
                _ change: (inout CharacterStyle) -> Void = { _ in }
            ) -> CharacterStyle {
                var style = CharacterStyle(key: .init(rawValue: key), id: id, name: name)
                change(&style)
                return style
            }
        }

        """
}

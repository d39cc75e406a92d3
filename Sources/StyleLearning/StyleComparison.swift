internal import Configuration
internal import RenderKit
internal import SummaryModel

/// In what a sample differs from the same document as a style sheet sets it: both are measured in the same way, and what is
/// different becomes a change of the sheet.
struct StyleComparison {
    /// A change of a sheet.
    struct Change: Hashable {
        var path: [String]
        var value: String
        /// How many styles lie under the one that it concerns. What a style is based on is changed first.
        var depth = 0
        /// The font, when it gives a role another one.
        var font: String?
    }

    private(set) var changes: [Change] = []
    /// The keys of the styles that the sample shows.
    private(set) var shown: Set<ParagraphStyle.Key> = []

    private let sample: WordSample
    private let made: WordSample
    private let sheet: StyleSheet
    private var isOwn: Bool { sample.ownStyle != nil }

    init(_ sample: WordSample, _ document: Document, _ made: WordSample, _ sheet: StyleSheet) {
        self.sample = sample
        self.made = made
        self.sheet = sheet
        let theirs = BlockMatching(document, sheet, sample)
        let ours = BlockMatching(document, sheet, made)
        let votes = Votes(theirs, ours, sample, made, sheet)
        shown = votes.shown
        let body =
            votes.value(.body, .line).flatMap { value -> ParagraphFormat.LineHeight? in
                guard case .line(let line) = value else { return nil }
                return line
            } ?? sheet.body.format.lineHeight
        comparePage(bodyLine: body, votes)
        compareStyles(votes)
        compareCharacters(votes)
        comparePageNumber()
        compareTables(theirs, ours)
        compareHead(theirs, ours)
        compareImprint(theirs, ours)
        compareNumbering(theirs)
    }

    private mutating func change(_ path: [String], _ value: String, depth: Int = 0) {
        if !changes.contains(where: { $0.path == path }) {
            changes.append(Change(path: path, value: value, depth: depth))
        }
    }

    private mutating func change(_ path: [String], _ length: Int, depth: Int = 0) {
        change(path, StyleValueText.length(Length(twips: length)), depth: depth)
    }

    // MARK: Page

    private mutating func comparePage(bodyLine: ParagraphFormat.LineHeight, _ votes: Votes) {
        /// Files of others round to whole points or hundredths of a millimetre.
        let tolerance = isOwn ? 0 : 2
        var lengths: [String: Int] = [:]
        for key in ["width", "height", "top", "bottom", "left", "right", "header", "footer"] {
            guard let ours = made.page.lengths[key] else { return }
            lengths[key] = ours
            guard let theirs = sample.page.lengths[key], (0...31_680).contains(theirs) else { continue }
            if abs(theirs - ours) > tolerance { lengths[key] = theirs }
        }
        let width = (lengths["width"] ?? 0) - (lengths["left"] ?? 0) - (lengths["right"] ?? 0)
        let height = (lengths["height"] ?? 0) - (lengths["top"] ?? 0) - (lengths["bottom"] ?? 0)
        guard width > 0, height > 0 else { return }
        var size = sheet.body.format.text.size.twips
        if case .twips(let found)? = votes.value(.body, .size) { size = found }
        var spacing = sheet.body.format.text.characterSpacing.twips
        if case .twips(let found)? = votes.value(.body, .spacing) { spacing = found }
        let pitch = min(height, linePitch(bodyLine, size))
        let grid = sample.page.grid
        let isNew = lengths != made.page.lengths || pitch != sheet.page.linePitch.twips || grid != made.page.grid
        for (key, ours) in made.page.lengths.sorted(by: { $0.key < $1.key }) {
            if let theirs = lengths[key], theirs != ours { change(["page", key], theirs) }
        }
        if pitch != sheet.page.linePitch.twips { change(["page", "line-pitch"], pitch) }
        if grid != made.page.grid { change(["page", "grid"], grid.rawValue) }
        guard isNew || votes.value(.body, .size) != nil || votes.value(.body, .spacing) != nil else { return }
        let lines = min(200, max(1, height / max(1, pitch)))
        var advance = max(20, size + spacing)
        if grid == .word, let space = sample.page.characterSpace { advance = max(20, size + space * 20 / 4096) }
        // A grid divides the line, so that a rest of less than a twip for each character is none.
        let characters = min(200, max(1, grid == .word ? (width + advance / 4) / advance : width / advance))
        if lines != sheet.page.linesPerPage { change(["page", "lines"], String(lines)) }
        if characters != sheet.page.charactersPerLine { change(["page", "characters"], String(characters)) }
        var title = sheet[BlockKind.title].format.text.size.twips
        if case .twips(let found)? = votes.value(ParagraphStyle.Key(rawValue: "title"), .size) { title = found }
        guard width != sheet.page.textWidth.twips || title != sheet[BlockKind.title].format.text.size.twips else {
            return
        }
        let titleCharacters = min(200, max(4, width / max(20, title)))
        if titleCharacters != sheet.title.charactersPerLine {
            change(["title", "characters"], String(titleCharacters))
        }
    }

    /// From line to line: what the body text has, or else the grid.
    private func linePitch(_ line: ParagraphFormat.LineHeight, _ size: Int) -> Int {
        let grid = sample.page.linePitch
        if let grid, grid > 0, grid == made.page.linePitch { return grid }
        switch line {
        case .exact(let length): return max(1, length.twips)
        case .atLeast(let length): return max(1, length.twips)
        case .automatic where sample.page.grid != .none: return grid ?? size * 13 / 10
        case .automatic: return size * 13 / 10
        case .multiple(let factor):
            return max(1, Int(factor * Double(sample.page.grid == .none ? size * 13 / 10 : grid ?? size * 13 / 10)))
        }
    }

    // MARK: Styles

    /// What the body text says that all others have from it.
    private static let common: [FormatProperty] = [.font, .latin, .size, .line, .snapToGrid]

    private mutating func compareStyles(_ votes: Votes) {
        for style in sheet.allParagraphStyles where style.key != .footer && style.key != .header {
            var depth = 0
            var base = style.base
            while let next = base, depth < 20 {
                depth += 1
                base = sheet[next].base
            }
            var wanted: SampleFormat = [:]
            if shown.contains(style.key) {
                wanted = votes.values(style.key)
            } else if isOwn {
                // The file says what a style is that no paragraph shows.
                wanted = definition(style.id)
            } else if style.key == .normal {
                for property in Self.common where isInherited(property) {
                    wanted[property] = votes.value(.body, property)
                }
            } else if style.format.text.characterSpacing != .zero, style.key != .body,
                style.format.text.characterSpacing == sheet.body.format.text.characterSpacing
            {
                // What is condensed as the body text is, follows it.
                wanted[.spacing] = votes.value(.body, .spacing)
            }
            for property in FormatProperty.allCases {
                guard let value = wanted[property], isLearned(property, value, in: style.key) else { continue }
                guard let text = text(of: value, property, size: size(wanted, style)) else { continue }
                // The role may stay when it is the role that gets another font.
                let format = style.format.text
                if property == .font, text == StyleValueText.string(format.font) { continue }
                if property == .latin, text == StyleValueText.string(format.latin) { continue }
                change(["paragraphs", style.key.rawValue, property.rawValue], text, depth: depth)
            }
        }
    }

    private func size(_ wanted: SampleFormat, _ style: ParagraphStyle) -> Int {
        if case .twips(let size)? = wanted[.size] { return size }
        return style.format.text.size.twips
    }

    /// Whether body text has a property from the style under it.
    private func isInherited(_ property: FormatProperty) -> Bool {
        let (body, normal) = (sheet.body.format, sheet.normal.format)
        return switch property {
        case .font: body.text.font == normal.text.font
        case .latin: body.text.latin == normal.text.latin
        case .size: body.text.size == normal.text.size
        case .line: body.lineHeight == normal.lineHeight
        case .snapToGrid: body.snapsToGrid == normal.snapsToGrid
        default: false
        }
    }

    /// The outline and what keeps lines together are no look, and the files of others rarely say them.
    private func isLearned(_ property: FormatProperty, _ value: FormatValue, in key: ParagraphStyle.Key) -> Bool {
        if property == .outline || property == .keepNext || property == .keepLines { return isOwn }
        // The place of a mark is that of the head.
        let isMark = key.rawValue == BlockKind.issuerHead.rawValue
        return !(isMark && property == .before && sheet.head != nil && shown.contains(key))
    }

    /// In what a style of the sample differs from the style of the sheet.
    private func definition(_ id: String) -> SampleFormat {
        guard let theirs = sample.styles.styles[id], let ours = made.styles.styles[id] else { return [:] }
        func format(_ style: SampleStyles.Style, _ sample: WordSample) -> SampleFormat {
            let layer = style.layer.over(sample.styles.defaults)
            let text = layer.textFormat
            var size = 200
            if case .twips(let found)? = text[.size] { size = found }
            let pitch = sample.page.linePitch ?? 312
            return text.merging(layer.paragraphFormat(size: size, linePitch: pitch)) { first, _ in first }
        }
        let own = format(ours, made)
        return format(theirs, sample).filter { $0.key != .background && own[$0.key] != $0.value }
    }

    private mutating func compareCharacters(_ votes: Votes) {
        for style in sheet.characterStyles {
            let path = ["characters", style.key.rawValue]
            if isOwn, let theirs = sample.styles.styles[style.id]?.layer.statedText {
                let ours = made.styles.styles[style.id]?.layer.statedText ?? [:]
                for (property, value) in theirs.sorted(by: { $0.key.rawValue < $1.key.rawValue })
                where ours[property] != value {
                    if let text = text(of: value, property, size: 200) {
                        change(path + [property.rawValue], text, depth: 3)
                    }
                }
                continue
            }
            for level in 1...5 where style.key == .headingPhrase(level: level) {
                // A phrase that the sample does not show looks like the heading of its level.
                let heading = ParagraphStyle.Key(rawValue: "heading\(level)")
                let wanted = votes.phrases[level] ?? (shown.contains(heading) ? votes.values(heading) : [:])
                for property in [FormatProperty.font, .latin, .size, .colour, .bold] {
                    guard let value = wanted[property] else { continue }
                    if let text = text(of: value, property, size: 200) {
                        change(path + [property.rawValue], text, depth: 0)
                    }
                }
            }
        }
    }

    // MARK: Values

    /// A value as a style sheet says it; `nil` for one that it cannot.
    private mutating func text(of value: FormatValue, _ property: FormatProperty, size: Int) -> String? {
        switch (property, value) {
        case (.font, .name(let name)): return role(FontNames.eastern(name), isWestern: false).map(StyleValueText.string)
        case (.latin, .name(let name)): return role(name, isWestern: true).map(StyleValueText.string)
        case (.colour, .name(let name)), (.background, .name(let name)):
            return StyleValueText.string(name)
        case (.alignment, .name(let name)): return name
        case (.size, .twips(let size)):
            return (20...32_760).contains(size) ? StyleValueText.size(Length(twips: size)) : nil
        case (.spacing, .twips(let twips)): return StyleValueText.length(Length(twips: twips))
        case (.left, .twips(let twips)), (.right, .twips(let twips)), (.firstLine, .twips(let twips)):
            return Self.measure(twips, unit: size, "字")
        case (.before, .twips(let twips)), (.after, .twips(let twips)):
            return Self.measure(twips, unit: sheet.page.linePitch.twips, "行")
        case (.line, .line(let height)): return StyleValueText.lineHeight(height)
        case (_, .flag(let flag)): return String(flag)
        case (.outline, .level(let level)): return level == 0 ? nil : String(level)
        default: return nil
        }
    }

    /// So many halves of a unit, where these are the same twips; else a distance.
    private static func measure(_ twips: Int, unit: Int, _ name: String) -> String {
        let halves = Int((Double(twips) * 2 / Double(max(1, unit))).rounded())
        if twips != 0, abs(halves) <= 40, (Double(halves) * Double(unit) / 2).rounded() == Double(twips) {
            return halves % 2 == 0 ? "\(halves / 2)\(name)" : "\(halves < 0 ? "-" : "")\(abs(halves) / 2).5\(name)"
        }
        return StyleValueText.length(Length(twips: twips))
    }

    // MARK: Fonts

    /// The role of a font: one that the sheet has, one whose font the sample does not use, or a new one.
    private mutating func role(_ name: String, isWestern: Bool) -> String? {
        if let font = sheet.fonts.first(where: { FontNames.areSame($0.name, name) }) { return font.role }
        guard !name.isEmpty, !name.hasPrefix("+") else { return nil }
        // What was found for this font before.
        if let known = changes.first(where: { $0.path.first == "fonts" && $0.path.last == "name" && $0.font == name }) {
            return known.path[1]
        }
        let usual = FontNames.role(of: name) ?? (isWestern && name.unicodeScalars.allSatisfy(\.isASCII) ? "西文" : nil)
        let free = usual.flatMap { role in sheet.fonts.first { $0.role == role } }.flatMap { font in
            sample.usedFonts.contains { FontNames.areSame($0, font.name) } ? nil : font.role
        }
        let wasGiven = free.map { role in changes.contains { $0.path == ["fonts", role, "name"] } } ?? true
        let role = wasGiven ? name : free ?? name
        let entry = sample.fonts.first { $0.attributes["name"].map { FontNames.areSame($0, name) } ?? false }
        let alternative =
            entry?["altName"]?.value?.split(separator: ",").first.map(String.init)
            ?? FontNames.names(of: name).dropFirst().first
        let isChinese = FontNames.names(of: name).count > 1 || name.unicodeScalars.contains { !$0.isASCII }
        let set = entry?["charset"]?.value.flatMap { Int($0, radix: 16) } ?? (isChinese ? 134 : 0)
        let family = entry?["family"]?.value.flatMap(FontFamily.Class.init) ?? .auto
        let pitch = entry?["pitch"]?.value.flatMap(FontFamily.Pitch.init) ?? .variable
        changes.append(
            Change(path: ["fonts", role, "name"], value: StyleValueText.string(name), font: name)
        )
        change(["fonts", role, "alternative"], alternative.map(StyleValueText.string) ?? "null")
        change(["fonts", role, "character-set"], String(min(255, max(0, set))))
        change(["fonts", role, "family"], family.rawValue)
        change(["fonts", role, "pitch"], pitch.rawValue)
        return role
    }

    // MARK: Page number

    private mutating func comparePageNumber() {
        let theirs = PageNumberFacts(sample)
        let ours = PageNumberFacts(made)
        if theirs.position != ours.position { change(["page-number", "position"], theirs.position.rawValue) }
        if theirs.position == .outer, theirs.inset != ours.inset {
            var size = sheet[ParagraphStyle.Key.footer].format.text.size.twips
            if case .twips(let found)? = sample.footers["default"]?.number?.textFormat()[.size] { size = found }
            change(["page-number", "inset"], Self.measure(theirs.inset, unit: size, "字"), depth: 2)
        }
        if theirs.position != .none {
            if theirs.before != ours.before { change(["page-number", "before"], StyleValueText.string(theirs.before)) }
            if theirs.after != ours.after { change(["page-number", "after"], StyleValueText.string(theirs.after)) }
        }
        let number = sample.footers["default"]?.number
        compare(number, made.footers["default"]?.number, .footer)
        compare(sample.headers["default"]?.lines.first, made.headers["default"]?.lines.first, .header)
        if isOwn, number == nil || made.footers["default"]?.number == nil { compareDefinition(.footer) }
        if isOwn, sample.headers["default"]?.lines.first == nil { compareDefinition(.header) }
        compareFirstPage()
    }

    private mutating func compareDefinition(_ key: ParagraphStyle.Key) {
        let wanted = definition(sheet[key].id)
        for property in FormatProperty.allCases {
            guard let value = wanted[property] else { continue }
            if let text = text(of: value, property, size: size(wanted, sheet[key])) {
                change(["paragraphs", key.rawValue, property.rawValue], text, depth: 1)
            }
        }
    }

    private mutating func compare(_ theirs: SampleParagraph?, _ ours: SampleParagraph?, _ key: ParagraphStyle.Key) {
        guard let theirs, let ours else { return }
        let (text, own) = (theirs.textFormat(), ours.textFormat())
        for property in FormatProperty.ofText where text[property] != own[property] {
            guard let value = text[property] else { continue }
            if let text = self.text(of: value, property, size: 200) {
                change(["paragraphs", key.rawValue, property.rawValue], text, depth: 1)
            }
        }
        for property in [FormatProperty.line, .before, .after] where theirs.format[property] != ours.format[property] {
            guard let value = theirs.format[property] else { continue }
            if let text = self.text(of: value, property, size: 200) {
                change(["paragraphs", key.rawValue, property.rawValue], text, depth: 1)
            }
        }
    }

    private mutating func compareFirstPage() {
        guard sample.page.hasFirstPage != made.page.hasFirstPage || sample.page.hasFirstPage else { return }
        guard sample.page.hasFirstPage else {
            change(["first-page"], "null")
            return
        }
        let hasNumber = sample.footers["first"]?.number != nil
        if !made.page.hasFirstPage || hasNumber != (made.footers["first"]?.number != nil) {
            change(["first-page", "page-number"], String(hasNumber))
        }
        if let rule = sample.footers["first"]?.rule, rule != made.footers["first"]?.rule, made.page.hasFirstPage {
            changeRule(["first-page", "foot-rule"], rule, distance: sheet.firstPage?.footRule?.distance.twips)
        }
    }

    // MARK: Tables

    private mutating func compareTables(_ theirs: BlockMatching, _ ours: BlockMatching) {
        let look: SampleTable.Look
        let own: SampleTable.Look
        if let first = theirs.tables.first, let second = ours.tables.first {
            look = sample.tables[first.table].look
            own = made.tables[second.table].look
            let repeats = sample.tables[first.table].repeatsHead
            if first.headRows > 0, repeats != made.tables[second.table].repeatsHead {
                change(["table", "repeat-head"], String(repeats))
            }
        } else if isOwn, let first = sample.styles.styles[sheet.table.id],
            let second = made.styles.styles[sheet.table.id]
        {
            look = first.table
            own = second.table
        } else {
            return
        }
        if (look.rule ?? 0) != (own.rule ?? 0) { change(["table", "rule"], min(1440, (look.rule ?? 0) * 5 / 2)) }
        let colours = [look.colour, own.colour].map { $0.flatMap(Colour.init)?.hex }
        if colours[0] != colours[1], look.rule ?? 0 > 0 {
            change(["table", "rule-colour"], colours[0].map(StyleValueText.string) ?? "auto")
        }
        // What a file does not say is what Word takes: 0.19 cm at the sides, nothing above.
        if (look.cellMargin ?? 108) != (own.cellMargin ?? 108) {
            change(["table", "cell-margin"], look.cellMargin ?? 108)
        }
        if (look.rowMargin ?? 0) != (own.rowMargin ?? 0) { change(["table", "row-margin"], look.rowMargin ?? 0) }
    }

    // MARK: Head and imprint

    private static let headKeys: Set<String> = [
        "issuer_head", "doc_number", "copy-number", "classification", "urgency",
    ]

    /// The paragraphs above the title that belong to the head, with their rules.
    private static func head(_ matching: BlockMatching, _ sample: WordSample) -> [SampleParagraph] {
        guard let last = matching.matches.last(where: { headKeys.contains($0.key.rawValue) })?.paragraph else {
            return []
        }
        var end = last + 1
        while end < sample.paragraphs.count, sample.paragraphs[end].text.isEmpty { end += 1 }
        return Array(sample.paragraphs[..<end])
    }

    private mutating func compareHead(_ theirs: BlockMatching, _ ours: BlockMatching) {
        guard let head = sheet.head else { return }
        let (their, our) = (Self.head(theirs, sample), Self.head(ours, made))
        guard !their.isEmpty, !our.isEmpty else { return }
        /// The first rule with the distance of the line above it.
        func rule(_ paragraphs: [SampleParagraph]) -> (rule: SampleRule, leading: Int)? {
            guard let paragraph = paragraphs.first(where: { $0.ruleBelow != nil || $0.ruleAbove != nil }),
                let rule = paragraph.ruleBelow ?? paragraph.ruleAbove
            else { return nil }
            guard case .twips(let size)? = paragraph.textFormat()[.size],
                case .line(let line)? = paragraph.format[.line],
                case .exact(let height) = line
            else { return (rule, 0) }
            return (rule, max(0, (height.twips - size) / 2))
        }
        let (theirRule, ourRule) = (rule(their), rule(our))
        if let theirRule, theirRule.rule != ourRule?.rule {
            changeRule(["head", "rule"], theirRule.rule, distance: theirRule.rule.space * 20 + theirRule.leading)
        } else if theirRule == nil, ourRule != nil, isOwn {
            change(["head", "rule"], "null", depth: 5)
        }
        func mark(_ matching: BlockMatching, _ sample: WordSample) -> SampleParagraph? {
            matching.matches.first { $0.key.rawValue == BlockKind.issuerHead.rawValue }.map {
                sample.paragraphs[$0.paragraph]
            }
        }
        guard let their = mark(theirs, sample), let our = mark(ours, made) else { return }
        func top(_ paragraph: SampleParagraph) -> Int? {
            if let frame = paragraph.frame { return frame["y"].flatMap(SampleNode.number) }
            guard case .twips(let before)? = paragraph.format[.before] else { return nil }
            return before + paragraph.blankAbove
        }
        if (their.frame == nil) == (our.frame == nil), let theirTop = top(their), let ourTop = top(our),
            theirTop != ourTop
        {
            let place = head.markTop.twips + theirTop - ourTop
            if (0...31_680).contains(place) { change(["head", "mark-top"], place, depth: 5) }
        }
    }

    private mutating func changeRule(_ path: [String], _ rule: SampleRule, distance: Int?) {
        let pattern: RuleStyle.Pattern =
            rule.pattern.hasPrefix("thickThin")
            ? .thickThin : rule.pattern.hasPrefix("thinThick") ? .thinThick : .single
        var entries = [
            "pattern: \(pattern.rawValue)",
            "thickness: \(StyleValueText.length(Length(twips: min(240, rule.size * 5 / 2))))",
        ]
        if let colour = Colour(rule.colour) { entries.append("colour: \(StyleValueText.string(colour.hex))") }
        entries.append("distance: \(StyleValueText.length(Length(twips: min(620, max(0, distance ?? 0)))))")
        // The distance depends on the lines, which are learned before.
        change(path, "{ \(entries.joined(separator: ", ")) }", depth: 5)
    }

    private mutating func compareImprint(_ theirs: BlockMatching, _ ours: BlockMatching) {
        guard sheet.imprint != nil else { return }
        func facts(_ matching: BlockMatching, _ sample: WordSample) -> (outer: Int, inner: Int?, isAtFoot: Bool)? {
            let rows = matching.matches.filter { ["cc", "imprint"].contains($0.key.rawValue) }
                .map { sample.paragraphs[$0.paragraph] }
            guard let first = rows.first, let last = rows.last else { return nil }
            let outer = first.ruleAbove?.size ?? last.ruleBelow?.size ?? 0
            let inner = rows.count > 1 ? first.ruleBelow?.size ?? rows[1].ruleAbove?.size ?? 0 : nil
            return (outer, inner, first.table.map { sample.tables[$0].isAtFoot } ?? false)
        }
        guard let their = facts(theirs, sample), let our = facts(ours, made) else { return }
        if their.outer != our.outer { change(["imprint", "outer-rule"], min(240, their.outer * 5 / 2)) }
        if let theirInner = their.inner, theirInner != our.inner {
            change(["imprint", "inner-rule"], min(240, theirInner * 5 / 2))
        }
        if their.isAtFoot != our.isAtFoot { change(["imprint", "at-foot"], String(their.isAtFoot)) }
    }

    // MARK: Numbers

    private mutating func compareNumbering(_ theirs: BlockMatching) {
        let headings = theirs.matches.compactMap(\.hasListNumber)
        guard !headings.isEmpty else { return }
        let form: NumberingForm = headings.count { $0 } * 2 > headings.count ? .native : .literal
        if form != sheet.numbering { change(["numbering"], form.rawValue) }
    }
}

extension FontNames {
    /// The role that a font usually has in official documents, by its name.
    static func role(of name: String) -> String? {
        let name = names(of: name).joined(separator: " ").lowercased()
        let words: [(String, [String])] = [
            ("小标宋", ["小标宋", "xiaobiaosong"]), ("仿宋", ["仿宋", "fangsong"]), ("楷体", ["楷", "kai"]),
            ("黑体", ["黑", "simhei", "heiti"]), ("宋体", ["宋", "simsun", "songti"]),
        ]
        return words.first { $0.1.contains { name.contains($0) } }?.0
    }

    /// The font of Chinese characters where a file names one that has none: Word takes its usual one.
    static func eastern(_ name: String) -> String {
        let western = [
            "Times New Roman", "Calibri", "Cambria", "Arial", "Aptos", "Segoe UI", "Liberation Serif",
            "Liberation Sans",
        ]
        return western.contains(name) ? "宋体" : name
    }
}

/// Where the number of a page stands, as a file shows it.
private struct PageNumberFacts {
    var position = PageNumberStyle.Position.none
    var inset = 0
    var before = ""
    var after = ""

    init(_ sample: WordSample) {
        guard let odd = sample.footers["default"], odd.number != nil else { return }
        before = odd.before
        after = odd.after
        if odd.hasOtherField {
            // 第 1 页 共 5 页: a sheet has the number of the page alone.
            for word in ["共", "of", "/"] {
                if let range = after.firstRange(of: word) { after = String(after[..<range.lowerBound]) }
            }
        }
        let even = sample.hasEvenPages ? sample.footers["even"] : nil
        let differs = even.map { $0.number != nil && $0.place != odd.place } ?? false
        switch odd.place {
        case "outside": position = .outer
        case "center": position = .centred
        default: position = differs || odd.place == "right" ? .outer : .centred
        }
        if position == .outer { inset = odd.inset }
    }
}

extension WordSample {
    /// The names of the fonts in which text is set.
    var usedFonts: Set<String> {
        var names: Set<String> = []
        for paragraph in paragraphs {
            for run in paragraph.runs {
                for property in [FormatProperty.font, .latin] {
                    if case .name(let name)? = run.format[property] { names.insert(name) }
                }
            }
        }
        return names
    }
}

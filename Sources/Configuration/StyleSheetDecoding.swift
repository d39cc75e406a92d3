public import RenderKit
public import StageKit
internal import SummaryModel

/// Makes a style sheet from a value that was read from YAML.
///
/// All problems are collected and thrown together, each with its place and the nearest known name. The sheet that
/// `extends:` names is laid under this one, mapping by mapping, before anything is decoded.
public struct StyleSheetDecoding {
    /// Gives the value of the style sheet of a name; `nil` when there is none.
    public typealias Resolver = (_ name: String) throws(ConfigurationError) -> ConfigurationValue?

    /// Decodes a style sheet.
    ///
    /// - Parameters:
    ///   - value: The sheet as read.
    ///   - name: The name of the sheet.
    ///   - known: The names that `extends:` may use, for suggestions.
    ///   - resolve: Gives the sheet that `extends:` names.
    /// - Throws: ``ConfigurationError`` with every problem of the sheet.
    public static func decode(
        _ value: ConfigurationValue,
        name: String,
        known: [String] = [],
        resolve: Resolver = { _ in nil }
    ) throws(ConfigurationError) -> StyleSheet {
        let value = try extended(value, chain: [name], known: known, resolve: resolve)
        var decoding = StyleSheetDecoding()
        let sheet = decoding.sheet(value, name: name)
        guard let sheet, decoding.problems.isEmpty else { throw ConfigurationError(decoding.problems) }
        return sheet
    }

    private var problems: [ConfigurationProblem] = []
    private var fontRoles: [String] = []
    /// The colours that the sheet names.
    private var colours: [String: Colour] = [:]
    /// The line pitch of the page, which is one 行.
    private var linePitch = Length.zero
    /// The identities and names of styles that are taken, in lower case; first those that every file has.
    private var ids: Set<String> = ["defaultparagraphfont", "tablenormal", "nolist"]
    private var names: Set<String> = ["default paragraph font", "normal table", "no list"]

    private init() {}

    // MARK: Extending

    private static func extended(
        _ value: ConfigurationValue,
        chain: [String],
        known: [String],
        resolve: Resolver
    ) throws(ConfigurationError) -> ConfigurationValue {
        let value = PageProfile.expanded(value)
        guard let reference = value["extends"] else { return value }
        let wanted = LocalizedText(zh: "样式", en: "style")
        guard let name = reference.text else {
            throw ConfigurationError([
                .wrongType(
                    of: "extends",
                    wanted: LocalizedText(zh: "样式的名称", en: "the name of a style"),
                    found: reference
                )
            ])
        }
        let isFile = ConfigurationPath.isFile(name)
        let key = isFile ? ConfigurationPath.resolve(name, from: reference.place.file) : name
        guard !chain.contains(key) else {
            let path = (chain + [key]).joined(separator: " → ")
            throw ConfigurationError([
                ConfigurationProblem(
                    place: reference.place,
                    message: LocalizedText(zh: "extends 成环：\(path)", en: "extends runs in a circle: \(path)")
                )
            ])
        }
        guard let base = try isFile ? ConfigurationLoader.dataFile(name, reference.place) : resolve(name) else {
            throw ConfigurationError([.unknownName(wanted, name, known: known, at: reference.place)])
        }
        return merge(value, over: try extended(base, chain: chain + [key], known: known, resolve: resolve))
    }

    /// The entries of `value` over those of `base`; mappings inside both are merged, everything else replaces.
    private static func merge(_ value: ConfigurationValue, over base: ConfigurationValue) -> ConfigurationValue {
        guard let upper = value.entries, var entries = base.entries else { return value }
        for entry in upper {
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index].value = merge(entry.value, over: entries[index].value)
                entries[index].keyPlace = entry.keyPlace
            } else {
                entries.append(entry)
            }
        }
        return ConfigurationValue(.mapping(entries), place: value.place)
    }

    // MARK: The sheet

    private mutating func sheet(_ value: ConfigurationValue, name: String) -> StyleSheet? {
        guard checkMapping(value, "style", keys: StyleSheetKeys.sheet) else { return nil }
        if let version = required("version", in: value), version.content != .integer(1) {
            report(version.place, zh: "样式文件的 version 应为 1", en: "the version of a style sheet must be 1")
        }
        let fonts = self.fonts(required("fonts", in: value))
        fontRoles = fonts.map(\.role)
        colours = value["colours"].map { self.colours($0) } ?? [:]
        let summary = self.summary(required("summary", in: value))
        let language = text("language", in: value)
        let latinLanguage = text("latin-language", in: value)
        let page = required("page", in: value).flatMap { self.page($0) }
        linePitch = page?.linePitch ?? .zero
        let title = required("title", in: value).flatMap { self.title($0) }
        let pageNumber = required("page-number", in: value).flatMap { self.pageNumber($0) }
        let signature = required("signature", in: value)
        let dateOffset = signature.flatMap {
            checkMapping($0, "signature", keys: StyleSheetKeys.signature) ? self.measure("date-offset", in: $0) : nil
        }
        let hasSeal = signature.flatMap { optional("seal", in: $0) { $0.flag($1, $2) } } ?? false
        let hasNameStamp = signature.flatMap { optional("name-stamp", in: $0) { $0.flag($1, $2) } } ?? false
        if hasSeal, hasNameStamp, let place = signature?["name-stamp"]?.place {
            report(place, zh: "seal 与 name-stamp 不能都是 true", en: "seal and name-stamp cannot both be true")
        }
        let head = given("head", in: value).flatMap { self.head($0) }
        let imprint = given("imprint", in: value).flatMap { self.imprint($0) }
        let firstPage = given("first-page", in: value).flatMap { self.firstPage($0) }
        let characters = self.characters(required("characters", in: value))
        let table = required("table", in: value).flatMap { self.table($0) }
        let contents = given("contents", in: value).flatMap { self.contents($0) }
        let leadSentences = given("lead-sentences", in: value).map { self.leadSentences($0) } ?? []
        let numbering = value["numbering"] == nil ? .literal : choice("numbering", in: value, NumberingForm.self)
        var paragraphs = self.paragraphs(required("paragraphs", in: value))
        // Word's grid sets the characters closer by itself; both together would be too much.
        if page?.grid == .word {
            for index in paragraphs.indices where paragraphs[index].format.text.characterSpacing < .zero {
                paragraphs[index].format.text.characterSpacing = .zero
            }
        }
        guard let summary, let language, let latinLanguage, let page, let title, let pageNumber, let dateOffset,
            let table, let numbering,
            let normal = paragraphs.first(where: { $0.key == .normal }),
            let body = paragraphs.first(where: { $0.key == .body })
        else { return nil }
        var sheet = StyleSheet(
            name: name,
            summary: summary,
            language: language,
            latinLanguage: latinLanguage,
            page: page,
            fonts: fonts,
            normal: normal,
            body: body,
            paragraphStyles: paragraphs.filter { $0.key != .normal && $0.key != .body },
            characterStyles: characters,
            pageNumber: pageNumber,
            title: title,
            dateOffset: dateOffset,
            hasSeal: hasSeal,
            hasNameStamp: hasNameStamp,
            head: head,
            imprint: imprint,
            firstPage: firstPage,
            table: table,
            numbering: numbering
        )
        sheet.contents = contents
        sheet.leadSentences = leadSentences
        sheet.expectedElements = given("expects", in: value).map { self.expectedElements($0) } ?? []
        addMissingStyles(to: &sheet, at: (value["contents"] ?? value["lead-sentences"] ?? value).place)
        return sheet
    }

    /// Adds the styles of what the sheet has that it does not describe.
    private mutating func addMissingStyles(to sheet: inout StyleSheet, at place: ConfigurationPlace) {
        for style in sheet.missingContentsStyles {
            claim(id: style.id, name: style.name, at: place)
            sheet.paragraphStyles.append(style)
        }
        if let style = sheet.missingLeadSentenceStyle {
            claim(id: style.id, name: style.name, at: place)
            sheet.characterStyles.append(style)
        }
    }

    private mutating func summary(_ value: ConfigurationValue?) -> LocalizedText? {
        guard let value, checkMapping(value, "summary", keys: StyleSheetKeys.summary), let zh = text("zh", in: value),
            let en = text("en", in: value)
        else { return nil }
        return LocalizedText(zh: zh, en: en)
    }

    private mutating func page(_ value: ConfigurationValue) -> PageLayout? {
        let keys = StyleSheetKeys.page
        guard checkMapping(value, "page", keys: keys) else { return nil }
        _ = optional("profile", in: value) { $0.choice($1, $2, PageProfile.self) }
        let lengths = keys.prefix(9).map { length($0, in: value) }
        let grid = optional("grid", in: value) { $0.choice($1, $2, PageLayout.Grid.self) } ?? .condensed
        let lines = integer("lines", in: value, 1...200)
        let characters = integer("characters", in: value, 1...200)
        let known = lengths.compactMap(\.self)
        guard known.count == lengths.count, let lines, let characters else { return nil }
        let page = PageLayout(
            width: known[0],
            height: known[1],
            top: known[2],
            bottom: known[3],
            left: known[4],
            right: known[5],
            header: known[6],
            footer: known[7],
            linePitch: known[8],
            linesPerPage: lines,
            charactersPerLine: characters,
            grid: grid
        )
        // A section of Word holds at most 31,680 twips, which is 22 inches.
        guard known.allSatisfy({ (0...31_680).contains($0.twips) }), page.textWidth > .zero, page.textHeight > .zero
        else {
            report(value.place, zh: "页边距没有给正文留下位置", en: "the margins leave no room for the text")
            return nil
        }
        guard page.linePitch > .zero, page.linePitch.twips * lines <= page.textHeight.twips else {
            let most = page.linePitch > .zero ? page.textHeight.twips / page.linePitch.twips : 0
            report(
                value["lines"]?.place ?? value.place,
                zh: "版心排不下 \(lines) 行，按这个行距最多 \(most) 行",
                en: "\(lines) lines do not fit; at this line pitch \(most) do"
            )
            return nil
        }
        return page
    }

    private mutating func fonts(_ value: ConfigurationValue?) -> [FontFamily] {
        guard let value, let entries = mapping(value, "fonts") else { return [] }
        var fonts: [FontFamily] = []
        for entry in entries {
            guard checkMapping(entry.value, entry.key, keys: StyleSheetKeys.font) else { continue }
            let name = text("name", in: entry.value)
            let set = integer("character-set", in: entry.value, 0...255)
            let family = choice("family", in: entry.value, FontFamily.Class.self)
            let pitch = choice("pitch", in: entry.value, FontFamily.Pitch.self)
            guard let name, let set, let family, let pitch else { continue }
            fonts.append(
                FontFamily(
                    role: entry.key,
                    name: name,
                    alternative: given("alternative", in: entry.value).flatMap { text("alternative", $0) },
                    fallbacks: optional("fallbacks", in: entry.value) { $0.texts($1, $2) } ?? [],
                    characterSet: UInt8(set),
                    family: family,
                    pitch: pitch
                )
            )
        }
        return fonts
    }

    private mutating func title(_ value: ConfigurationValue) -> TitleStyle? {
        guard checkMapping(value, "title", keys: StyleSheetKeys.title) else { return nil }
        let characters = integer("characters", in: value, 4...200)
        let breaks = required("break-lines", in: value).flatMap { flag("break-lines", $0) }
        guard let characters, let breaks else { return nil }
        return TitleStyle(charactersPerLine: characters, breaksLines: breaks)
    }

    private mutating func pageNumber(_ value: ConfigurationValue) -> PageNumberStyle? {
        guard checkMapping(value, "page-number", keys: StyleSheetKeys.pageNumber) else { return nil }
        let position = choice("position", in: value, PageNumberStyle.Position.self)
        let inset = measure("inset", in: value)
        let before = text("before", in: value)
        let after = text("after", in: value)
        guard let position, let inset, let before, let after else { return nil }
        return PageNumberStyle(position: position, inset: inset, before: before, after: after)
    }

    private mutating func table(_ value: ConfigurationValue) -> TableStyle? {
        guard checkMapping(value, "table", keys: StyleSheetKeys.table) else { return nil }
        let id = identity(in: value)
        let name = text("name", in: value)
        let rule = length("rule", in: value)
        let margin = length("cell-margin", in: value)
        let rowMargin = length("row-margin", in: value)
        let repeats = required("repeat-head", in: value).flatMap { flag("repeat-head", $0) }
        let landscape = value["landscape"] == nil ? .never : choice("landscape", in: value, TableStyle.Landscape.self)
        guard let id, let name, let rule, let margin, let rowMargin, let repeats, let landscape else { return nil }
        claim(id: id, name: name, at: value.place)
        var style = TableStyle(
            id: id,
            name: name,
            ruleThickness: rule,
            ruleColour: optional("rule-colour", in: value) { $0.colour($1, $2) } ?? nil,
            cellMargin: margin,
            rowMargin: rowMargin,
            repeatsHead: repeats
        )
        style.landscape = landscape
        return style
    }

    private mutating func characters(_ value: ConfigurationValue?) -> [CharacterStyle] {
        guard let value, let entries = mapping(value, "characters") else { return [] }
        let known = StyleSheetKeys.characters
        var styles: [CharacterStyle] = []
        for entry in entries {
            guard known.contains(entry.key) else {
                let what = LocalizedText(zh: "字符样式", en: "character style")
                problems.append(.unknownName(what, entry.key, known: known, at: entry.keyPlace))
                continue
            }
            guard checkMapping(entry.value, entry.key, keys: StyleSheetKeys.character),
                let id = identity(in: entry.value),
                let name = text("name", in: entry.value)
            else { continue }
            var style = CharacterStyle(key: CharacterStyle.Key(rawValue: entry.key), id: id, name: name)
            style.font = optional("font", in: entry.value) { $0.font($1, $2) }
            style.latin = optional("latin", in: entry.value) { $0.font($1, $2) }
            style.size = optional("size", in: entry.value) { $0.fontSize($1, $2) }
            style.colour = optional("colour", in: entry.value) { $0.colour($1, $2) } ?? nil
            style.isBold = optional("bold", in: entry.value) { $0.flag($1, $2) }
            style.isUnderlined = optional("underline", in: entry.value) { $0.flag($1, $2) }
            if entry.key == CharacterStyle.Key.placeholder.rawValue {
                style.isControl = optional("control", in: entry.value) { $0.flag($1, $2) } ?? false
            }
            style.background = optional("background", in: entry.value) { $0.colour($1, $2) } ?? nil
            styles.append(style)
            claim(id: id, name: name, at: entry.keyPlace)
        }
        return styles
    }

    // MARK: Paragraph styles

    private mutating func paragraphs(_ value: ConfigurationValue?) -> [ParagraphStyle] {
        guard let value, let entries = mapping(value, "paragraphs") else { return [] }
        var styles: [String: ParagraphStyle] = [:]
        for key in [ParagraphStyle.Key.normal.rawValue, ParagraphStyle.Key.body.rawValue]
        where !entries.contains(where: { $0.key == key }) {
            report(value.place, zh: "缺少段落样式“\(key)”", en: "the paragraph style '\(key)' is missing")
        }
        for entry in entries {
            if let style = paragraph(entry, among: entries, done: &styles, chain: []) {
                claim(id: style.id, name: style.name, at: entry.keyPlace)
            }
        }
        return entries.compactMap { styles[$0.key] }
    }

    private mutating func paragraph(
        _ entry: ConfigurationValue.Entry,
        among entries: [ConfigurationValue.Entry],
        done: inout [String: ParagraphStyle],
        chain: [String]
    ) -> ParagraphStyle? {
        if let style = done[entry.key] { return style }
        guard !chain.contains(entry.key) else {
            let path = (chain + [entry.key]).joined(separator: " → ")
            report(entry.keyPlace, zh: "based-on 成环：\(path)", en: "based-on runs in a circle: \(path)")
            return nil
        }
        let value = entry.value
        let names = entries.map(\.key)
        let known = names.filter { $0 != entry.key }
        let what = LocalizedText(zh: "段落样式", en: "paragraph style")
        // A style without a name is most likely a misspelt key of the sheet that this one extends.
        if value.entries != nil, value["name"] == nil {
            problems.append(.unknownName(what, entry.key, known: known, at: entry.keyPlace))
            return nil
        }
        guard checkMapping(value, entry.key, keys: StyleSheetKeys.paragraph) else { return nil }
        var base: ParagraphStyle?
        if entry.key != ParagraphStyle.Key.normal.rawValue {
            guard let reference = required("based-on", in: value), let name = text("based-on", reference) else {
                return nil
            }
            guard let baseEntry = entries.first(where: { $0.key == name }) else {
                problems.append(.unknownName(what, name, known: known, at: reference.place))
                return nil
            }
            base = paragraph(baseEntry, among: entries, done: &done, chain: chain + [entry.key])
            if base == nil { return nil }
        }
        let next = optional("next", in: value) { $0.text($1, $2) }
        if let next, !names.contains(next), let place = value["next"]?.place {
            problems.append(.unknownName(what, next, known: names, at: place))
        }
        guard let id = identity(in: value), let name = text("name", in: value),
            let format = format(value, over: base?.format)
        else { return nil }
        let style = ParagraphStyle(
            key: ParagraphStyle.Key(rawValue: entry.key),
            id: id,
            name: name,
            isCustom: optional("custom", in: value) { $0.flag($1, $2) } ?? false,
            base: base?.key,
            next: next.map(ParagraphStyle.Key.init),
            group: optional("group", in: value) { $0.text($1, $2) } ?? base?.group,
            format: format
        )
        done[entry.key] = style
        return style
    }

    private mutating func format(_ value: ConfigurationValue, over base: ParagraphFormat?) -> ParagraphFormat? {
        var format: ParagraphFormat
        if let base {
            format = base
        } else {
            guard let font = required("font", in: value).flatMap({ self.font("font", $0) }),
                let latin = required("latin", in: value).flatMap({ self.font("latin", $0) }),
                let size = required("size", in: value).flatMap({ fontSize("size", $0) })
            else { return nil }
            format = ParagraphFormat(text: TextFormat(font: font, latin: latin, size: size))
        }
        set(&format.text.font, "font", value) { $0.font($1, $2) }
        set(&format.text.latin, "latin", value) { $0.font($1, $2) }
        set(&format.text.size, "size", value) { $0.fontSize($1, $2) }
        set(&format.text.colour, "colour", value) { $0.colour($1, $2) }
        set(&format.text.isBold, "bold", value) { $0.flag($1, $2) }
        set(&format.text.characterSpacing, "character-spacing", value) { $0.length($1, $2) }
        set(&format.alignment, "align", value) { $0.choice($1, $2, ParagraphFormat.Alignment.self) }
        set(&format.firstLineIndent, "first-line", value) { $0.measure($1, $2) }
        set(&format.leftIndent, "left", value) { $0.measure($1, $2) }
        set(&format.rightIndent, "right", value) { $0.measure($1, $2) }
        set(&format.lineHeight, "line", value) { $0.lineHeight($1, $2) }
        set(&format.spaceBefore, "before", value) { $0.measure($1, $2) }
        set(&format.spaceAfter, "after", value) { $0.measure($1, $2) }
        set(&format.keepsWithNext, "keep-with-next", value) { $0.flag($1, $2) }
        set(&format.keepsLines, "keep-lines", value) { $0.flag($1, $2) }
        set(&format.breaksPageBefore, "page-break-before", value) { $0.flag($1, $2) }
        set(&format.snapsToGrid, "snap-to-grid", value) { $0.flag($1, $2) }
        set(&format.outlineLevel, "outline-level", value) { $0.integer($1, $2, 1...9) }
        return format
    }

    private mutating func set<Value>(
        _ property: inout Value,
        _ key: String,
        _ value: ConfigurationValue,
        _ read: (inout StyleSheetDecoding, String, ConfigurationValue) -> Value?
    ) {
        if let found = optional(key, in: value, read) { property = found }
    }

    // MARK: Values

    mutating func report(_ place: ConfigurationPlace, zh: String, en: String) {
        problems.append(ConfigurationProblem(place: place, message: LocalizedText(zh: zh, en: en)))
    }

    /// Styles of all types share their identities and names.
    private mutating func claim(id: String, name: String, at place: ConfigurationPlace) {
        if !ids.insert(id.lowercased()).inserted {
            report(place, zh: "样式标识“\(id)”重复，请换一个", en: "the style id '\(id)' is used twice; choose another")
        }
        if !names.insert(name.lowercased()).inserted {
            report(place, zh: "样式名称“\(name)”重复，请换一个", en: "the style name '\(name)' is used twice; choose another")
        }
    }

    mutating func mapping(_ value: ConfigurationValue, _ name: String) -> [ConfigurationValue.Entry]? {
        if let entries = value.entries { return entries }
        problems.append(.wrongType(of: name, wanted: LocalizedText(zh: "映射", en: "a mapping"), found: value))
        return nil
    }

    mutating func checkMapping(_ value: ConfigurationValue, _ name: String, keys: [String]) -> Bool {
        guard let entries = mapping(value, name) else { return false }
        for entry in entries where !keys.contains(entry.key) {
            problems.append(.unknownName(LocalizedText(zh: "项", en: "key"), entry.key, known: keys, at: entry.keyPlace))
        }
        return true
    }

    mutating func required(_ key: String, in value: ConfigurationValue) -> ConfigurationValue? {
        if let found = value[key] { return found }
        report(value.place, zh: "缺少“\(key)”", en: "'\(key)' is missing")
        return nil
    }

    mutating func optional<Value>(
        _ key: String,
        in value: ConfigurationValue,
        _ read: (inout StyleSheetDecoding, String, ConfigurationValue) -> Value?
    ) -> Value? {
        value[key].flatMap { read(&self, key, $0) }
    }

    private mutating func text(_ key: String, in value: ConfigurationValue) -> String? {
        required(key, in: value).flatMap { text(key, $0) }
    }

    mutating func text(_ key: String, _ value: ConfigurationValue) -> String? {
        if let text = value.text { return text }
        problems.append(.wrongType(of: key, wanted: LocalizedText(zh: "文字", en: "a string"), found: value))
        return nil
    }

    /// The identity of a style inside a file: ASCII letters and digits, so that every program takes it.
    private mutating func identity(in value: ConfigurationValue) -> String? {
        guard let found = required("id", in: value), let id = text("id", found) else { return nil }
        if !id.isEmpty, id.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isASCIILetterOrDigit }) { return id }
        report(
            found.place,
            zh: "样式标识“\(id)”只能用 ASCII 字母和数字",
            en: "the style id '\(id)' may hold ASCII letters and digits only"
        )
        return nil
    }

    mutating func flag(_ key: String, _ value: ConfigurationValue) -> Bool? {
        if case .bool(let flag) = value.content { return flag }
        problems.append(
            .wrongType(of: key, wanted: LocalizedText(zh: " true 或 false", en: "true or false"), found: value)
        )
        return nil
    }

    private mutating func integer(_ key: String, in value: ConfigurationValue, _ range: ClosedRange<Int>) -> Int? {
        required(key, in: value).flatMap { integer(key, $0, range) }
    }

    mutating func integer(_ key: String, _ value: ConfigurationValue, _ range: ClosedRange<Int>) -> Int? {
        if case .integer(let number) = value.content, range.contains(number) { return number }
        let wanted = LocalizedText(
            zh: " \(range.lowerBound) 至 \(range.upperBound) 的整数",
            en: "an integer from \(range.lowerBound) to \(range.upperBound)"
        )
        problems.append(.wrongType(of: key, wanted: wanted, found: value))
        return nil
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        in value: ConfigurationValue,
        _ type: Choice.Type
    ) -> Choice? {
        required(key, in: value).flatMap { choice(key, $0, type) }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ value: ConfigurationValue,
        _ type: Choice.Type
    ) -> Choice? {
        guard let text = text(key, value) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let what = LocalizedText(zh: "“\(key)”取值", en: "value of '\(key)'")
        problems.append(.unknownName(what, text, known: Choice.allCases.map(\.rawValue), at: value.place))
        return nil
    }

    mutating func measure(_ key: String, in value: ConfigurationValue) -> Measure? {
        required(key, in: value).flatMap { measure(key, $0) }
    }

    mutating func measure(_ key: String, _ value: ConfigurationValue) -> Measure? {
        guard let text = text(key, value) else { return nil }
        if let measure = Measure(text) { return measure }
        let units = Measure.units
        report(
            value.place,
            zh: "“\(key)”应为数字加单位（\(units.joined(separator: "、"))），这里是“\(text)”",
            en: "'\(key)' must be a number with a unit (\(units.joined(separator: ", "))), found '\(text)'"
        )
        return nil
    }

    mutating func length(_ key: String, in value: ConfigurationValue) -> Length? {
        required(key, in: value).flatMap { length(key, $0) }
    }

    mutating func length(_ key: String, _ value: ConfigurationValue) -> Length? {
        guard let measure = measure(key, value) else { return nil }
        if case .absolute(let length) = measure { return length }
        report(
            value.place,
            zh: "“\(key)”应以毫米、厘米或磅为单位",
            en: "'\(key)' must be in millimetres, centimetres or points"
        )
        return nil
    }

    private mutating func lineHeight(_ key: String, _ value: ConfigurationValue) -> ParagraphFormat.LineHeight? {
        guard let text = text(key, value) else { return nil }
        if text == "auto" { return .automatic }
        for unit in ["倍", "x"] where text.hasSuffix(unit) {
            if let factor = Double(text.dropLast(unit.count)), (0.1...20).contains(factor) { return .multiple(factor) }
        }
        for word in ["至少", "at-least "] where text.hasPrefix(word) {
            if case .absolute(let length)? = Measure(String(text.dropFirst(word.count))), length > .zero {
                return .atLeast(length)
            }
        }
        if case .lines(let count)? = Measure(text) {
            return .exact(Length(twips: Int((count * Double(linePitch.twips)).rounded())))
        }
        return length(key, value).map(ParagraphFormat.LineHeight.exact)
    }

    /// Colours by the names that the sheet gives them.
    private mutating func colours(_ value: ConfigurationValue) -> [String: Colour] {
        guard let entries = mapping(value, "colours") else { return [:] }
        var colours: [String: Colour] = [:]
        for entry in entries {
            if let colour = colour(entry.key, entry.value) ?? nil { colours[entry.key] = colour }
        }
        return colours
    }

    private mutating func texts(_ key: String, _ value: ConfigurationValue) -> [String]? {
        guard case .list(let items) = value.content else { return text(key, value).map { [$0] } }
        return items.compactMap { text(key, $0) }
    }

    private mutating func fontSize(_ key: String, _ value: ConfigurationValue) -> Length? {
        guard let text = text(key, value) else { return nil }
        if let size = FontSize.size(of: text) { return size }
        problems.append(
            .unknownName(
                LocalizedText(zh: "字号", en: "type size"),
                text,
                known: FontSize.named.map(\.name),
                at: value.place
            )
        )
        return nil
    }

    private mutating func font(_ key: String, _ value: ConfigurationValue) -> String? {
        guard let text = text(key, value) else { return nil }
        if fontRoles.contains(text) { return text }
        problems.append(.unknownName(LocalizedText(zh: "字体", en: "font"), text, known: fontRoles, at: value.place))
        return nil
    }

    /// A colour, or `auto`, which is the inner `nil`.
    mutating func colour(_ key: String, _ value: ConfigurationValue) -> Colour?? {
        guard let text = text(key, value) else { return nil }
        if text == "auto" { return .some(nil) }
        if let colour = colours[text] ?? Colour(text) { return colour }
        report(
            value.place,
            zh: "“\(key)”应为六位十六进制颜色、colours 中的名称或 auto，这里是“\(text)”",
            en: "'\(key)' must be a colour of six hexadecimal digits, a name of 'colours' or auto, found '\(text)'"
        )
        return nil
    }
}

extension Character {
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}

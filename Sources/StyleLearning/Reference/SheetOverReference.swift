package import RenderKit

extension ReferenceFile {
    /// A style sheet with the styles of the file in the place of its own: each kind takes the style of the file that has its
    /// name. What the file has no style for keeps that of the sheet, with what it changes about the style that it is based on.
    package func sheet(over base: StyleSheet) -> StyleSheet {
        var work = SheetOverReference(self, base)
        return work.sheet()
    }
}

/// Puts the styles of a reference file in the place of those of a sheet.
struct SheetOverReference {
    private let file: ReferenceFile
    private let base: StyleSheet
    private let isOwn: Bool
    private let page: PageLayout
    /// The identities of the styles of each type by their folded names.
    private var named: [String: [String: String]] = [:]
    private var taken: Set<String>
    private var takenNames: Set<String>
    private var made: [ParagraphStyle.Key: ParagraphStyle] = [:]

    init(_ file: ReferenceFile, _ base: StyleSheet) {
        self.file = file
        self.base = base
        isOwn = file.ownStyle != nil
        page = Self.page(of: file, base)
        // Of styles with the same name the one whose identity comes first.
        for (id, style) in file.styles.styles.sorted(by: { $0.key < $1.key }) {
            let name = ReferenceNames.folded(style.name)
            if named[style.type]?[name] == nil { named[style.type, default: [:]][name] = id }
        }
        taken = Set(file.styles.styles.keys)
        takenNames = Set(file.styles.styles.values.map { ReferenceNames.folded($0.name) })
    }

    mutating func sheet() -> StyleSheet {
        var sheet = base
        sheet.page = page
        for style in base.allParagraphStyles { _ = make(style.key) }
        sheet.normal = made[.normal] ?? base.normal
        sheet.body = made[base.body.key] ?? base.body
        sheet.paragraphStyles = base.paragraphStyles.map { made[$0.key] ?? $0 }
        // Kinds that the sheet sets as body text, but the file does not.
        for key in ReferenceNames.keys where made[key] == nil {
            if let id = match(key, name: nil, id: nil) { sheet.paragraphStyles.append(foreign(key, id, nil)) }
        }
        sheet.characterStyles = base.characterStyles.map { style in
            var style = style
            if isOwn, file.styles.styles[style.id]?.type == "character" { return style }
            (style.id, style.name) = free(style.id, style.name)
            return style
        }
        if let link = find("character", ReferenceNames.link),
            let place = sheet.characterStyles.firstIndex(where: { $0.key == .link })
        {
            sheet.characterStyles[place].id = link
        }
        table(&sheet)
        fonts(&sheet)
        let title = sheet[ParagraphStyle.Key(rawValue: "title")]
        if title.isForeign {
            sheet.title.charactersPerLine = max(4, page.textWidth.twips / max(1, title.format.text.size.twips))
        }
        if !isOwn { sheet.firstPage = nil }
        sheet.reference = parts(sheet)
        return sheet
    }

    // MARK: Paragraphs

    private mutating func make(_ key: ParagraphStyle.Key) -> ParagraphStyle {
        if let style = made[key] { return style }
        let style = base[key]
        // Only what has a style of its own is asked for.
        made[key] = style
        let id =
            key == .normal
            ? file.styles.defaultID("paragraph")
            : key == base.body.key ? bodyID() : match(key, name: style.name, id: style.id)
        if let id {
            made[key] = foreign(key, id, style)
        } else {
            var added = style
            (added.id, added.name) = free(style.id, style.name)
            if let parent = style.base {
                added.format = style.format.moved(from: base[parent].format, to: make(parent).format)
            }
            made[key] = added
        }
        return made[key] ?? style
    }

    /// A style of the file in the place of one of the sheet.
    private func foreign(_ key: ParagraphStyle.Key, _ id: String, _ style: ParagraphStyle?) -> ParagraphStyle {
        let found = file.styles.style(id, type: "paragraph")
        let layer = found.layer.over(file.styles.defaults)
        let format = ParagraphFormat(layer, linePitch: page.linePitch.twips)
        // A style of this program is still its own when somebody has changed it in a word processor.
        if var style, isOwn, style.id == id || style.name == found.name {
            if !style.format.looksLike(format, on: page, { base.fontName($0) }) { style.format = format }
            style.id = id
            return style
        }
        var new = ParagraphStyle(key: key, id: id, name: found.name, format: format)
        new.isForeign = true
        new.isNumbered = layer.list.map { $0 != "0" } ?? false
        return new
    }

    /// The style of body text: that which has a name of such, unless the text of the file does without it.
    private func bodyID() -> String? {
        let names = (isOwn ? [base.body.name] : []) + ReferenceNames.body
        let normal = file.styles.defaultID("paragraph")
        let plain = (file.uses[""] ?? 0) + (normal.flatMap { file.uses[$0] } ?? 0)
        for name in names {
            guard let id = named["paragraph"]?[ReferenceNames.folded(name)] else { continue }
            if isOwn || plain == 0 || file.uses[id] ?? 0 > 0 { return id }
        }
        return normal
    }

    private func match(_ key: ParagraphStyle.Key, name: String?, id: String?) -> String? {
        if isOwn, let id, file.styles.styles[id]?.type == "paragraph" { return id }
        return find("paragraph", (name.map { [$0] } ?? []) + ReferenceNames.names(of: key))
    }

    private func find(_ type: String, _ names: [String]) -> String? {
        for name in names {
            if let id = named[type]?[ReferenceNames.folded(name)] { return id }
        }
        return nil
    }

    /// An identity and a name that no style of the file has.
    private mutating func free(_ id: String, _ name: String) -> (String, String) {
        var (newID, newName, number) = (id, name, 1)
        while taken.contains(newID) || takenNames.contains(ReferenceNames.folded(newName)) {
            number += 1
            if taken.contains(newID) { newID = "\(id)\(number)" }
            if takenNames.contains(ReferenceNames.folded(newName)) { newName = "\(name) \(number)" }
        }
        taken.insert(newID)
        takenNames.insert(ReferenceNames.folded(newName))
        return (newID, newName)
    }

    // MARK: Tables, fonts, page

    private mutating func table(_ sheet: inout StyleSheet) {
        let own = isOwn ? [base.table.name] : []
        guard let id = find("table", own + ReferenceNames.table) else {
            (sheet.table.id, sheet.table.name) = free(base.table.id, base.table.name)
            return
        }
        sheet.table.id = id
        let look = file.styles.style(id, type: "table").table
        if let margin = look.cellMargin { sheet.table.cellMargin = Length(twips: margin) }
        if let margin = look.rowMargin { sheet.table.rowMargin = Length(twips: margin) }
    }

    /// The fonts of styles of the file have their names for roles.
    private func fonts(_ sheet: inout StyleSheet) {
        var known = Set(sheet.fonts.map(\.role))
        for style in sheet.allParagraphStyles {
            for name in [style.format.text.font, style.format.text.latin] where known.insert(name).inserted {
                let node = file.fonts.first { $0.attributes["name"] == name }
                let names = node?["altName"]?.value?.split(separator: ",").map { String($0) } ?? []
                sheet.fonts.append(
                    FontFamily(
                        role: name,
                        name: name,
                        alternative: names.first,
                        fallbacks: Array(names.dropFirst()),
                        characterSet: node?["charset"]?.value.flatMap { UInt8($0, radix: 16) } ?? 0,
                        family: node?["family"]?.value.flatMap(FontFamily.Class.init(rawValue:)) ?? .auto,
                        pitch: node?["pitch"]?.value.flatMap(FontFamily.Pitch.init(rawValue:)) ?? .variable
                    )
                )
            }
        }
    }

    /// The page of the file, as far as it says something.
    private static func page(of file: ReferenceFile, _ base: StyleSheet) -> PageLayout {
        func twips(_ element: String, _ attribute: String) -> Length? {
            let text = file.page.first { $0.name == element }?.attributes[attribute]
            return text.flatMap(SampleNode.number).map { Length(twips: $0) }
        }
        var page = base.page
        if let width = twips("pgSz", "w"), width > .zero { page.width = width }
        if let height = twips("pgSz", "h"), height > .zero { page.height = height }
        for (name, path) in [
            ("top", \PageLayout.top), ("bottom", \.bottom), ("left", \.left), ("right", \.right), ("header", \.header),
            ("footer", \.footer),
        ] as [(String, WritableKeyPath<PageLayout, Length>)] {
            // A margin that is negative keeps headers out.
            if let length = twips("pgMar", name) { page[keyPath: path] = Length(twips: abs(length.twips)) }
        }
        if page.textWidth.twips < 720 || page.textHeight.twips < 720 { return base.page }
        let grid = file.page.first { $0.name == "docGrid" }
        if let pitch = twips("docGrid", "linePitch"), pitch > .zero { page.linePitch = pitch }
        switch grid?.attributes["type"] {
        case "lines": page.grid = .condensed
        case "linesAndChars", "snapToChars": page.grid = .word
        default: page.grid = .none
        }
        if page == base.page { return page }
        let normal = file.styles.style(nil, type: "paragraph").layer.over(file.styles.defaults)
        let size = ParagraphFormat(normal, linePitch: page.linePitch.twips).text.size.twips
        page.linesPerPage = max(1, page.textHeight.twips / max(1, page.linePitch.twips))
        page.charactersPerLine = max(1, page.textWidth.twips / max(1, size))
        return page
    }

    /// The page; the paper and the margins of the sheet where the file says nothing of them.
    private var completePage: [ReferenceElement] {
        var elements = file.page
        func twips(_ length: Length) -> String { String(length.twips) }
        let place = elements.firstIndex { $0.name == "pgSz" }
        if place == nil {
            elements.insert(ReferenceElement("pgSz", ["w": twips(page.width), "h": twips(page.height)]), at: 0)
        }
        if !elements.contains(where: { $0.name == "pgMar" }) {
            let margins = [
                "top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left, "header": page.header,
                "footer": page.footer, "gutter": .zero,
            ]
            elements.insert(ReferenceElement("pgMar", margins.mapValues(twips)), at: (place ?? 0) + 1)
        }
        return elements
    }

    private mutating func parts(_ sheet: StyleSheet) -> ReferenceParts {
        let notes = find("character", ReferenceNames.noteReference)
        var fonts = file.fonts.map { font in
            var element = ReferenceElement(font)
            // Fonts inside the file are parts of their own.
            element.children.removeAll { $0.name.hasPrefix("embed") }
            return element
        }
        // Programs ask for fonts that the table does not name as well.
        let known = Set(fonts.compactMap { $0.attributes["name"] }).union(sheet.fonts.map(\.name))
        fonts += file.usedFonts.subtracting(known).sorted().map { ReferenceElement("font", ["name": $0]) }
        return ReferenceParts(
            styles: file.stylesPart,
            styleIDs: Set(file.styles.styles.keys),
            noteReference: notes ?? free("FootnoteReference", "footnote reference").0,
            baseCharacter: file.styles.defaultID("character"),
            baseTable: file.styles.defaultID("table"),
            settings: file.settings,
            lists: file.lists,
            fonts: fonts,
            fontNames: Set(fonts.compactMap { $0.attributes["name"] }),
            page: completePage,
            furniture: file.furniture,
            hasEvenPages: file.hasEvenPages,
            hasFirstPage: file.hasFirstPage,
            isOwn: isOwn,
            parts: file.parts
        )
    }
}

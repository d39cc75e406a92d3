internal import RenderKit
internal import XMLWriting

/// `word/styles.xml`: the style sheet as named styles (ISO/IEC 29500-1, 17.7), or those of a reference file and what that does not
/// have.
struct StylesPart {
    let style: StyleSheet
    var hasComments = false

    /// The part.
    func bytes() throws -> [UInt8] {
        guard let reference = style.reference else { return try XMLWriter.bytes { write($0) } }
        var added: [UInt8] = []
        try XMLWriter.write(to: { added.append(contentsOf: $0) }, declaration: false) { xml in
            let writing = FormatWriting(style: style)
            var ids = reference.styleIDs
            for paragraph in style.allParagraphStyles where ids.insert(paragraph.id).inserted {
                write(paragraph, writing, xml)
            }
            if ids.insert(reference.noteReference).inserted { noteReference(xml) }
            for character in style.characterStyles where ids.insert(character.id).inserted {
                write(character, writing, xml)
            }
            if ids.insert(style.table.id).inserted { table(style.table, xml) }
            if hasComments { CommentsPart.writeStyles(besides: ids, xml) }
        }
        return reference.styles.before + added + reference.styles.after
    }

    private func write(_ xml: borrowing XMLWriter) {
        let writing = FormatWriting(style: style)
        xml.start("w:styles")
        xml.attribute("xmlns:w", Namespaces.main)
        defaults(writing, xml)
        for paragraph in style.allParagraphStyles { write(paragraph, writing, xml) }
        xml.raw(
            """
            <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
            <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
            <w:uiPriority w:val="99"/><w:semiHidden/></w:style>\
            <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>\
            <w:semiHidden/></w:style>
            """
        )
        noteReference(xml)
        if hasComments { CommentsPart.writeStyles(xml) }
        for character in style.characterStyles { write(character, writing, xml) }
        table(style.table, xml)
        xml.end()
    }

    /// Opens a style.
    private func start(_ type: String, _ xml: borrowing XMLWriter) {
        xml.start("w:style")
        // The file may have another prefix.
        if style.reference != nil { xml.attribute("xmlns:w", Namespaces.main) }
        xml.attribute("w:type", type)
    }

    private func base(_ reference: String?, _ own: String, _ xml: borrowing XMLWriter) {
        if let base = style.reference == nil ? own : reference { xml.value("w:basedOn", base) }
    }

    private func noteReference(_ xml: borrowing XMLWriter) {
        start("character", xml)
        xml.attribute("w:styleId", style.noteReference)
        xml.value("w:name", "footnote reference")
        base(style.reference?.baseCharacter, "DefaultParagraphFont", xml)
        xml.value("w:uiPriority", 99)
        xml.element("w:rPr") { xml.value("w:vertAlign", "superscript") }
        xml.end()
    }

    /// LibreOffice takes the grid from the style Normal, Word from the defaults, so both say the same.
    private func defaults(_ writing: FormatWriting, _ xml: borrowing XMLWriter) {
        xml.element("w:docDefaults") {
            xml.element("w:rPrDefault") {
                xml.element("w:rPr") {
                    writing.text(style.normal.format.text, over: nil, xml)
                    xml.empty(
                        "w:lang",
                        ["w:val": style.latinLanguage, "w:eastAsia": style.language, "w:bidi": "ar-SA"]
                    )
                }
            }
            xml.empty("w:pPrDefault", [:])
        }
    }

    private func write(_ paragraph: ParagraphStyle, _ writing: FormatWriting, _ xml: borrowing XMLWriter) {
        let base = paragraph.base.map { style[$0] }
        start("paragraph", xml)
        if paragraph.key == .normal { xml.attribute("w:default", "1") }
        if paragraph.isCustom { xml.attribute("w:customStyle", "1") }
        xml.attribute("w:styleId", paragraph.id)
        xml.value("w:name", paragraph.name)
        if let base { xml.value("w:basedOn", base.id) }
        if let next = paragraph.next { xml.value("w:next", style[next].id) }
        xml.flag("w:qFormat", true)
        xml.element("w:pPr") {
            writing.paragraph(paragraph.format, over: base?.format, decoration: decoration(of: paragraph), xml)
        }
        xml.element("w:rPr") { writing.text(paragraph.format.text, over: base?.format.text, xml) }
        xml.end()
    }

    /// The page numbers of a table of contents stand at the right edge of the text.
    private func decoration(of paragraph: ParagraphStyle) -> ParagraphDecoration? {
        guard let levels = style.contents?.levels,
            (1...levels).contains(where: { paragraph.key == .contents(level: $0) })
        else { return nil }
        let edge = ParagraphDecoration.TabStop(position: style.page.textWidth, isRight: true, hasLeader: true)
        return ParagraphDecoration(tabs: [edge])
    }

    private func write(_ character: CharacterStyle, _ writing: FormatWriting, _ xml: borrowing XMLWriter) {
        start("character", xml)
        xml.attribute("w:customStyle", "1")
        xml.attribute("w:styleId", character.id)
        xml.value("w:name", character.name)
        base(style.reference?.baseCharacter, "DefaultParagraphFont", xml)
        xml.flag("w:qFormat", true)
        xml.element("w:rPr") {
            writing.changes(character, behind: character.background, isHinted: false, xml)
        }
        xml.end()
    }

    private func table(_ table: TableStyle, _ xml: borrowing XMLWriter) {
        start("table", xml)
        xml.attribute("w:styleId", table.id)
        xml.value("w:name", table.name)
        base(style.reference?.baseTable, "TableNormal", xml)
        xml.element("w:tblPr") {
            if table.ruleThickness > .zero {
                xml.element("w:tblBorders") {
                    let sides: [StaticString] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
                    for side in sides {
                        // The width of a border is in eighths of a point.
                        let width = String(Int((table.ruleThickness.points * 8).rounded()))
                        let colour = table.ruleColour?.hex ?? "auto"
                        xml.empty(side, ["w:val": "single", "w:sz": width, "w:space": "0", "w:color": colour])
                    }
                }
            }
            xml.element("w:tblCellMar") {
                let margin = String(table.cellMargin.twips)
                let rowMargin = String(table.rowMargin.twips)
                xml.empty("w:top", ["w:w": rowMargin, "w:type": "dxa"])
                xml.empty("w:left", ["w:w": margin, "w:type": "dxa"])
                xml.empty("w:bottom", ["w:w": rowMargin, "w:type": "dxa"])
                xml.empty("w:right", ["w:w": margin, "w:type": "dxa"])
            }
        }
        xml.end()
    }
}

extension StyleSheet {
    /// The identity of the style of the number of a footnote.
    var noteReference: String { reference?.noteReference ?? "FootnoteReference" }
}

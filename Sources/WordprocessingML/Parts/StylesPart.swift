internal import RenderKit
internal import XMLWriting

/// `word/styles.xml`: the style sheet as named styles (ISO/IEC 29500-1, 17.7).
struct StylesPart {
    let style: StyleSheet
    var hasComments = false

    func write(_ xml: borrowing XMLWriter) {
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
        xml.raw(
            """
            <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>\
            <w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>\
            <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
            """
        )
        if hasComments { xml.raw(CommentsPart.styles) }
        for character in style.characterStyles { write(character, writing, xml) }
        table(style.table, xml)
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
        xml.start("w:style")
        xml.attribute("w:type", "paragraph")
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
        xml.start("w:style")
        xml.attribute("w:type", "character")
        xml.attribute("w:customStyle", "1")
        xml.attribute("w:styleId", character.id)
        xml.value("w:name", character.name)
        xml.value("w:basedOn", "DefaultParagraphFont")
        xml.flag("w:qFormat", true)
        xml.element("w:rPr") {
            writing.changes(character, behind: character.background, isHinted: false, xml)
        }
        xml.end()
    }

    private func table(_ table: TableStyle, _ xml: borrowing XMLWriter) {
        xml.start("w:style")
        xml.attribute("w:type", "table")
        xml.attribute("w:styleId", table.id)
        xml.value("w:name", table.name)
        xml.value("w:basedOn", "TableNormal")
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

internal import RenderKit
internal import XMLWriting

extension XMLWriter {
    /// Writes an element with `w:val`.
    borrowing func value(_ name: StaticString, _ value: String) {
        start(name)
        attribute("w:val", value)
        end()
    }

    /// Writes an element with `w:val`.
    borrowing func value(_ name: StaticString, _ value: Int) { self.value(name, String(value)) }

    /// Writes a switch: nothing but the element is “on”.
    borrowing func flag(_ name: StaticString, _ isOn: Bool) {
        start(name)
        if !isOn { attribute("w:val", "0") }
        end()
    }
}

/// Writes the properties of paragraphs and runs, in the order that the schema wants (ISO/IEC 29500-1, 17.3).
struct FormatWriting {
    let style: StyleSheet

    // MARK: Paragraphs

    /// Writes in what `format` differs from `base`; everything when there is no base.
    ///
    /// - Parameters:
    ///   - list: The list that numbers the paragraph. Its indents stand on the paragraph itself, because those of a list win
    ///     over those of a style.
    ///   - isUnnumbered: Whether the list of its style does not number it.
    ///   - decoration: What it has besides a format.
    func paragraph(
        _ format: ParagraphFormat,
        over base: ParagraphFormat?,
        list: ListPlan.Position? = nil,
        isUnnumbered: Bool = false,
        decoration: ParagraphDecoration? = nil,
        _ xml: borrowing XMLWriter
    ) {
        if format.keepsWithNext != base?.keepsWithNext ?? false { xml.flag("w:keepNext", format.keepsWithNext) }
        if format.keepsLines != base?.keepsLines ?? false { xml.flag("w:keepLines", format.keepsLines) }
        if format.breaksPageBefore != base?.breaksPageBefore ?? false {
            xml.flag("w:pageBreakBefore", format.breaksPageBefore)
        }
        decoration?.writeFrame(xml)
        // A page of the standard is full to its last line, and digits stand without extra space (5.2.3).
        if base == nil { xml.flag("w:widowControl", false) }
        if let list {
            xml.element("w:numPr") {
                xml.value("w:ilvl", list.level)
                xml.value("w:numId", list.number)
            }
        }
        // Number 0 stands for no list (ISO/IEC 29500-1, 17.9.18).
        if isUnnumbered { xml.raw("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>") }
        decoration?.write(xml)
        if base == nil {
            // What Word does anyway. LibreOffice 7.4 reads it the other way round, and does not print a mark that hangs.
            xml.flag("w:overflowPunct", true)
            xml.flag("w:autoSpaceDE", false)
            xml.flag("w:autoSpaceDN", false)
        }
        if format.snapsToGrid != base?.snapsToGrid ?? true { xml.flag("w:snapToGrid", format.snapsToGrid) }
        if base.map({ hasSameSpacing($0, format) }) != true { spacing(format, over: base, xml) }
        if list != nil || !hasSameIndents(base, format) { indents(format, xml) }
        if format.alignment != base?.alignment { xml.value("w:jc", alignment(format.alignment)) }
        if format.outlineLevel != base?.outlineLevel {
            // 9 is Word's way of saying body text.
            xml.value("w:outlineLvl", format.outlineLevel.map { $0 - 1 } ?? 9)
        }
    }

    private func spacing(_ format: ParagraphFormat, over base: ParagraphFormat?, _ xml: borrowing XMLWriter) {
        xml.start("w:spacing")
        space(format.spaceBefore, over: base?.spaceBefore, in: format, "w:before", "w:beforeLines", xml)
        space(format.spaceAfter, over: base?.spaceAfter, in: format, "w:after", "w:afterLines", xml)
        switch format.lineHeight {
        case .automatic:
            // 240 is one line of the font, whatever its size.
            xml.attribute("w:line", "240")
            xml.attribute("w:lineRule", "auto")
        case .exact(let height):
            xml.attribute("w:line", String(height.twips))
            xml.attribute("w:lineRule", "exact")
        case .atLeast(let height):
            xml.attribute("w:line", String(height.twips))
            xml.attribute("w:lineRule", "atLeast")
        case .multiple(let factor):
            xml.attribute("w:line", String(Int((factor * 240).rounded())))
            xml.attribute("w:lineRule", "auto")
        }
        xml.end()
    }

    /// A number of lines wins over a distance, also one that is inherited, so both say the same.
    private func space(
        _ space: Measure,
        over base: Measure?,
        in format: ParagraphFormat,
        _ name: StaticString,
        _ linesName: StaticString,
        _ xml: borrowing XMLWriter
    ) {
        let twips = twips(space, in: format)
        if space.isInLines || base?.isInLines == true {
            xml.attribute(linesName, hundredths(twips, of: style.page.linePitch))
        }
        xml.attribute(name, String(twips))
    }

    private func indents(_ format: ParagraphFormat, _ xml: borrowing XMLWriter) {
        let left = twips(format.leftIndent, in: format)
        let right = twips(format.rightIndent, in: format)
        let first = twips(format.firstLineIndent, in: format)
        // A number of characters wins over a distance, also one that is inherited, so both say the same. But Word counts
        // `leftChars` from a hanging first line and LibreOffice from the margin, so there distances stand alone.
        xml.start("w:ind")
        if first >= 0 { xml.attribute("w:leftChars", hundredths(left, of: format.text.size)) }
        xml.attribute("w:left", String(left))
        xml.attribute("w:rightChars", hundredths(right, of: format.text.size))
        xml.attribute("w:right", String(right))
        if first >= 0 {
            xml.attribute("w:firstLineChars", hundredths(first, of: format.text.size))
            xml.attribute("w:firstLine", String(first))
        } else {
            xml.attribute("w:hanging", String(-first))
        }
        xml.end()
    }

    private func hundredths(_ twips: Int, of unit: Length) -> String {
        String(Int((Double(twips) * 100 / Double(max(1, unit.twips))).rounded()))
    }

    private func twips(_ measure: Measure, in format: ParagraphFormat) -> Int {
        measure.length(characterSize: format.text.size, linePitch: style.page.linePitch).twips
    }

    private func hasSameSpacing(_ a: ParagraphFormat, _ b: ParagraphFormat) -> Bool {
        a.spaceBefore == b.spaceBefore && a.spaceAfter == b.spaceAfter && a.lineHeight == b.lineHeight
    }

    private func hasSameIndents(_ base: ParagraphFormat?, _ format: ParagraphFormat) -> Bool {
        let sizes = (base?.text.size ?? format.text.size) == format.text.size
        let isPlain = [format.firstLineIndent, format.leftIndent, format.rightIndent].allSatisfy { $0 == .zero }
        guard let base else { return isPlain }
        return (sizes || isPlain) && base.firstLineIndent == format.firstLineIndent
            && base.leftIndent == format.leftIndent && base.rightIndent == format.rightIndent
    }

    private func alignment(_ alignment: ParagraphFormat.Alignment) -> String {
        switch alignment {
        case .left: "left"
        case .centred: "center"
        case .right: "right"
        case .justified: "both"
        case .distributed: "distribute"
        }
    }

    // MARK: Runs

    /// Writes in what `format` differs from `base`; everything when there is no base.
    func text(_ format: TextFormat, over base: TextFormat?, _ xml: borrowing XMLWriter) {
        if format.font != base?.font || format.latin != base?.latin {
            xml.start("w:rFonts")
            fonts(format.font, format.latin, xml)
            xml.end()
        }
        if format.isBold != base?.isBold ?? false { bold(format.isBold, xml) }
        if format.colour != base?.colour { xml.value("w:color", format.colour?.hex ?? "auto") }
        if format.characterSpacing != base?.characterSpacing ?? .zero {
            xml.value("w:spacing", format.characterSpacing.twips)
        }
        if format.size != base?.size { size(format.size, xml) }
    }

    /// Writes what a character style changes, without its name.
    ///
    /// - Parameter isHinted: Whether the run holds characters that Word counts as Chinese only when it is told so.
    func changes(
        _ character: CharacterStyle?,
        behind background: Colour?,
        isHinted: Bool,
        _ xml: borrowing XMLWriter
    ) {
        if isHinted || character?.font != nil || character?.latin != nil {
            xml.start("w:rFonts")
            if isHinted { xml.attribute("w:hint", "eastAsia") }
            fonts(character?.font, character?.latin, xml)
            xml.end()
        }
        if let isBold = character?.isBold { bold(isBold, xml) }
        if let colour = character?.colour { xml.value("w:color", colour.hex) }
        if let length = character?.size { size(length, xml) }
        if let isUnderlined = character?.isUnderlined { xml.value("w:u", isUnderlined ? "single" : "none") }
        if let background {
            xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": background.hex])
        }
    }

    private func fonts(_ font: String?, _ latin: String?, _ xml: borrowing XMLWriter) {
        if let latin {
            xml.attribute("w:ascii", style.fontName(latin))
            xml.attribute("w:hAnsi", style.fontName(latin))
        }
        if let font { xml.attribute("w:eastAsia", style.fontName(font)) }
        if let latin { xml.attribute("w:cs", style.fontName(latin)) }
    }

    private func bold(_ isBold: Bool, _ xml: borrowing XMLWriter) {
        xml.flag("w:b", isBold)
        xml.flag("w:bCs", isBold)
    }

    /// Sizes are in half points.
    func size(_ size: Length, _ xml: borrowing XMLWriter) {
        let halfPoints = Int((size.points * 2).rounded())
        xml.value("w:sz", halfPoints)
        xml.value("w:szCs", halfPoints)
    }
}

extension Measure {
    fileprivate var isInLines: Bool { if case .lines = self { true } else { false } }
}

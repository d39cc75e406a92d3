internal import RenderKit
internal import XMLWriting

/// The starts of paragraphs and runs that come again and again, written once.
struct FormatFragments: Sendable {
    /// The styles.
    let table: StyleTable
    /// By style, and by which spaces fall away.
    private var paragraphs: [XMLFragment] = []
    /// By format, and by whether the run is hinted: the properties.
    private var runs: [XMLFragment] = []
    /// The same with `<w:t>`, and with `<w:t xml:space="preserve">`.
    private var texts: [XMLFragment] = []
    private var blankTexts: [XMLFragment] = []
    /// Whether links have a style of their own.
    private let hasLinkStyle: Bool

    private var style: StyleSheet { table.sheet }

    init(style: StyleSheet) throws {
        table = StyleTable(style)
        hasLinkStyle = style[.link] != nil
        let open = XMLFragment(text: "<w:p>")
        for (index, style) in table.styles.enumerated() {
            // Most styles have no space that could fall away.
            var written: [(format: ParagraphFormat, fragment: XMLFragment)] = []
            for spaces in 0..<4 {
                let layout = BlockLayout.Placement(
                    style: index,
                    dropsSpaceBefore: spaces & 1 != 0,
                    dropsSpaceAfter: spaces & 2 != 0
                )
                let format = layout.format(of: style)
                if let same = written.first(where: { $0.format == format }) {
                    paragraphs.append(same.fragment)
                } else {
                    let fragment = open + (try XMLFragment { writeProperties(ParagraphPlacement(layout), $0) })
                    written.append((format, fragment))
                    paragraphs.append(fragment)
                }
            }
        }
        let hasLeadStyle = style[.leadSentence] != nil
        for format in RunFormat.all(hasLinkStyle: hasLinkStyle) {
            for isHinted in [false, true] {
                if format.isLead, !hasLeadStyle {
                    // It looks like what stands around it.
                    var plain = format
                    plain.isLead = false
                    let run = plain.number * 2 + (isHinted ? 1 : 0)
                    runs.append(runs[run])
                    texts.append(texts[run])
                    blankTexts.append(blankTexts[run])
                    continue
                }
                let run = XMLFragment(text: "<w:r>") + (try XMLFragment { writeProperties(format, isHinted, $0) })
                runs.append(run)
                texts.append(run + XMLFragment(text: "<w:t>"))
                blankTexts.append(run + XMLFragment(text: "<w:t xml:space=\"preserve\">"))
            }
        }
    }

    /// Opens a paragraph: what follows are its runs, and `</w:p>`.
    func startParagraph(_ placement: ParagraphPlacement, _ xml: borrowing XMLWriter) {
        guard placement.isUsual else {
            xml.raw("<w:p>")
            writeProperties(placement, xml)
            return
        }
        let layout = placement.layout
        let spaces = (layout.dropsSpaceBefore ? 1 : 0) + (layout.dropsSpaceAfter ? 2 : 0)
        xml.raw(paragraphs[layout.style * 4 + spaces])
    }

    /// Writes a text as one run. LF, CR and CR LF become a line break, TAB a tab.
    ///
    /// - Parameter isWrapped: Whether a line break stands before it that is not of the document, but of the layout.
    func write(_ text: String, _ format: RunFormat, isWrapped: Bool = false, _ xml: borrowing XMLWriter) {
        var (text, format) = (text, format)
        if !hasLinkStyle { format.isLink = false }
        text.withUTF8 { utf8 in
            let run = format.number * 2 + (EastAsianHint.isNeeded(utf8) ? 1 : 0)
            guard !isWrapped, let first = utf8.first, let last = utf8.last, !UTF8Scan.holdsControls(utf8) else {
                xml.raw(runs[run])
                // The type is the one that a break has anyway (ISO/IEC 29500-1, 17.18.3). Naming it tells a reader of the
                // file that the break is not of the document.
                if isWrapped { xml.raw("<w:br w:type=\"textWrapping\"/>") }
                writeLines(utf8, xml)
                xml.raw("</w:r>")
                return
            }
            xml.raw(Self.mayBareBlank(utf8, first, last) ? blankTexts[run] : texts[run])
            xml.text(utf8)
            xml.raw("</w:t></w:r>")
        }
    }

    /// Writes a piece as one run.
    func write(_ piece: TextPiece, _ xml: borrowing XMLWriter) {
        write(piece.text, piece.format, isWrapped: piece.isWrapped, xml)
    }

    /// Writes a piece as one run in a size of its own.
    func write(_ piece: TextPiece, size: Length, _ xml: borrowing XMLWriter) {
        var text = piece.text
        text.withUTF8 { utf8 in
            xml.element("w:r") {
                xml.element("w:rPr") {
                    if piece.format.isPlaceholder, let gap = style[.placeholder] { xml.value("w:rStyle", gap.id) }
                    let writing = FormatWriting(style: style)
                    writing.changes(nil, behind: nil, isHinted: EastAsianHint.isNeeded(utf8), xml)
                    writing.size(size, xml)
                }
                if piece.isWrapped { xml.raw("<w:br w:type=\"textWrapping\"/>") }
                writeLines(utf8, xml)
            }
        }
    }

    private func writeLines(_ utf8: UnsafeBufferPointer<UInt8>, _ xml: borrowing XMLWriter) {
        var start = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            guard byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                index &+= 1
                continue
            }
            writeLine(UnsafeBufferPointer(rebasing: utf8[start..<index]), xml)
            if byte == 0x09 { xml.raw("<w:tab/>") } else { xml.raw("<w:br/>") }
            index &+= byte == 0x0D && index &+ 1 < utf8.count && utf8[index &+ 1] == 0x0A ? 2 : 1
            start = index
        }
        writeLine(UnsafeBufferPointer(rebasing: utf8[start..<utf8.count]), xml)
    }

    private func writeLine(_ utf8: UnsafeBufferPointer<UInt8>, _ xml: borrowing XMLWriter) {
        guard let first = utf8.first, let last = utf8.last else { return }
        if Self.mayBareBlank(utf8, first, last) { xml.raw("<w:t xml:space=\"preserve\">") } else { xml.raw("<w:t>") }
        xml.text(utf8)
        xml.raw("</w:t>")
    }

    /// Whether a text may begin or end with a blank. Word cuts blanks at the ends unless it is told not to. A character that
    /// XML cannot hold is left out and may bare a blank: U+0000 to U+001F, and U+FFFE and U+FFFF (EF BF BE, EF BF BF).
    private static func mayBareBlank(_ utf8: UnsafeBufferPointer<UInt8>, _ first: UInt8, _ last: UInt8) -> Bool {
        first <= 0x20 || last <= 0x20 || first == 0xEF && utf8[1] == 0xBF || last == 0xBE || last == 0xBF
    }

    /// The least height of a line.
    private static let leastLine = Length(twips: 20)

    /// Writes an empty paragraph of a height of its own; without one it takes no room.
    func emptyLine(
        height: Length = leastLine,
        startsPage: Bool = false,
        decoration: ParagraphDecoration? = nil,
        section: SectionProperties? = nil,
        _ xml: borrowing XMLWriter
    ) {
        xml.element("w:p") {
            xml.element("w:pPr") {
                xml.value("w:pStyle", table.styles[table.body].id)
                if startsPage { xml.flag("w:pageBreakBefore", true) }
                decoration?.writeFrame(xml)
                decoration?.write(xml)
                xml.flag("w:snapToGrid", false)
                xml.empty(
                    "w:spacing",
                    ["w:line": String(max(Self.leastLine, height).twips), "w:lineRule": "exact"]
                )
                section?.write(xml)
            }
        }
    }

    /// Writes a rule at a place of the page: below a line that takes no room, because programs do not agree on which part of a
    /// double line is the upper one when it stands above.
    func rule(_ rule: RuleStyle, in frame: ParagraphDecoration.Frame, _ xml: borrowing XMLWriter) {
        var (rule, frame) = (rule, frame)
        rule.distance = .zero
        frame.top.twips -= Self.leastLine.twips
        emptyLine(decoration: ParagraphDecoration(frame: frame, ruleBelow: rule), xml)
    }

    private func writeProperties(_ placement: ParagraphPlacement, _ xml: borrowing XMLWriter) {
        let paragraph = table.styles[placement.layout.style]
        let format = placement.layout.format(of: paragraph)
        xml.element("w:pPr") {
            xml.value("w:pStyle", paragraph.id)
            FormatWriting(style: style).paragraph(
                format,
                over: paragraph.format,
                list: placement.list,
                isUnnumbered: placement.isUnnumbered,
                decoration: placement.decoration,
                xml
            )
            if placement.list != nil { markProperties(placement, of: paragraph, xml) }
            placement.section?.write(xml)
        }
    }

    private func markProperties(
        _ placement: ParagraphPlacement,
        of paragraph: ParagraphStyle,
        _ xml: borrowing XMLWriter
    ) {
        // A number takes the type of the mark that ends its paragraph. LibreOffice does not take the spacing of the
        // paragraph style for it, so the mark says that too.
        let phrase = placement.phraseLevel.flatMap { style[.headingPhrase(level: $0)] }
        let spacing = paragraph.format.text.characterSpacing
        guard phrase != nil || spacing != .zero else { return }
        xml.element("w:rPr") {
            if let phrase { xml.value("w:rStyle", phrase.id) }
            if spacing != .zero { xml.value("w:spacing", spacing.twips) }
        }
    }

    private func writeProperties(_ format: RunFormat, _ isHinted: Bool, _ xml: borrowing XMLWriter) {
        let phrase = format.style.flatMap { style[$0] }
        let marked = format.isPlaceholder ? style[.placeholder] : format.isLink ? style[.link] : nil
        guard isHinted || phrase != nil || marked != nil else { return }
        xml.element("w:rPr") {
            // A run has one character style: that of a gap, so that all gaps can be found by it.
            if let named = marked ?? phrase { xml.value("w:rStyle", named.id) }
            FormatWriting(style: style).changes(
                marked == nil ? nil : phrase,
                behind: nil,
                isHinted: isHinted,
                xml
            )
        }
    }
}

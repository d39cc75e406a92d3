internal import RenderKit
internal import XMLWriting

/// The properties of paragraphs and runs that come again and again, written once.
struct FormatFragments {
    private struct RunKey: Hashable {
        var format: RunFormat
        var isHinted: Bool
    }

    private let style: StyleSheet
    private var paragraphs: [BlockLayout.Placement: XMLFragment] = [:]
    private var runs: [RunKey: XMLFragment] = [:]

    init(style: StyleSheet) throws {
        self.style = style
        for paragraph in style.allParagraphStyles {
            let choices = paragraph.group == nil ? [false] : [false, true]
            for before in choices {
                for after in choices {
                    let placement = BlockLayout.Placement(
                        key: paragraph.key,
                        dropsSpaceBefore: before,
                        dropsSpaceAfter: after
                    )
                    paragraphs[placement] = try XMLFragment { writeProperties(placement, $0) }
                }
            }
        }
        for format in RunFormat.all {
            for isHinted in [false, true] {
                let key = RunKey(format: format, isHinted: isHinted)
                runs[key] = try XMLFragment { writeProperties(key, $0) }
            }
        }
    }

    /// Opens a paragraph: what follows are its runs, and `</w:p>`.
    func startParagraph(_ placement: BlockLayout.Placement, _ xml: borrowing XMLWriter) {
        xml.raw("<w:p>")
        if let fragment = paragraphs[placement] {
            xml.raw(fragment)
        } else {
            writeProperties(placement, xml)
        }
    }

    /// Writes a piece as one run. LF, CR and CR LF become a line break, TAB a tab.
    func write(_ piece: TextPiece, _ xml: borrowing XMLWriter) {
        var text = piece.text
        text.withUTF8 { utf8 in
            xml.raw("<w:r>")
            xml.raw(runs[RunKey(format: piece.format, isHinted: Self.needsHint(utf8))] ?? .empty)
            // The type is the one that a break has anyway (ISO/IEC 29500-1, 17.18.3). Naming it tells a reader of the file
            // that the break is not of the document.
            if piece.isWrapped { xml.raw("<w:br w:type=\"textWrapping\"/>") }
            var start = 0
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                guard byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                    index &+= 1
                    continue
                }
                write(UnsafeBufferPointer(rebasing: utf8[start..<index]), xml)
                if byte == 0x09 { xml.raw("<w:tab/>") } else { xml.raw("<w:br/>") }
                index &+= byte == 0x0D && index &+ 1 < utf8.count && utf8[index &+ 1] == 0x0A ? 2 : 1
                start = index
            }
            write(UnsafeBufferPointer(rebasing: utf8[start..<utf8.count]), xml)
            xml.raw("</w:r>")
        }
    }

    private func write(_ utf8: UnsafeBufferPointer<UInt8>, _ xml: borrowing XMLWriter) {
        guard let first = utf8.first, let last = utf8.last else { return }
        // Word cuts blanks at the ends unless it is told not to. A character that XML cannot hold is left out and may bare
        // a blank: U+0000 to U+001F, and U+FFFE and U+FFFF (EF BF BE, EF BF BF).
        let mayBareBlank =
            first <= 0x20 || last <= 0x20 || first == 0xEF && utf8[1] == 0xBF || last == 0xBE || last == 0xBF
        if mayBareBlank { xml.raw("<w:t xml:space=\"preserve\">") } else { xml.raw("<w:t>") }
        xml.text(utf8)
        xml.raw("</w:t>")
    }

    /// Whether a text holds characters that take the Latin font unless the run says otherwise (ISO/IEC 29500-1,
    /// 17.3.2.26): “ ” ‘ ’ — … ① ℃ and all of U+2000 to U+2FFF, · ° ± and all of U+0080 to U+00BF, × and ÷.
    private static func needsHint(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in utf8.indices {
            switch utf8[index] {
            case 0xE2, 0xC2: return true
            case 0xC3 where index + 1 < utf8.count && (utf8[index + 1] == 0x97 || utf8[index + 1] == 0xB7): return true
            default: continue
            }
        }
        return false
    }

    private func writeProperties(_ placement: BlockLayout.Placement, _ xml: borrowing XMLWriter) {
        let paragraph = style[placement.key]
        var format = paragraph.format
        if placement.dropsSpaceBefore, format.spaceBefore != .zero { format.spaceBefore = .lines(0) }
        if placement.dropsSpaceAfter, format.spaceAfter != .zero { format.spaceAfter = .lines(0) }
        if placement.startsPage { format.breaksPageBefore = true }
        if let indent = placement.rightIndent { format.rightIndent = .absolute(indent) }
        xml.element("w:pPr") {
            xml.value("w:pStyle", paragraph.id)
            FormatWriting(style: style).paragraph(format, over: paragraph.format, list: placement.list, xml)
            guard placement.list != nil else { return }
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
    }

    private func writeProperties(_ key: RunKey, _ xml: borrowing XMLWriter) {
        let phrase = key.format.phraseLevel.flatMap { style[.headingPhrase(level: $0)] }
        let placeholder = key.format.isPlaceholder ? style[.placeholder] : nil
        guard key.isHinted || phrase != nil || placeholder != nil else { return }
        xml.element("w:rPr") {
            // A run has one character style: that of a gap, so that all gaps can be found by it.
            if let named = placeholder ?? phrase { xml.value("w:rStyle", named.id) }
            FormatWriting(style: style).changes(
                placeholder == nil ? nil : phrase,
                behind: nil,
                isHinted: key.isHinted,
                xml
            )
        }
    }
}

internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// Writes the head of an official document (版头, GB/T 9704-2012, 7.2 and 10.1): the elements above its title, each at its
/// place.
struct HeadWriter {
    private let fragments: FormatFragments
    private let head: HeadStyle
    private let layout: BlockLayout
    private let range: Range<Int>
    /// The mark of the issuing body.
    private let mark: (index: Int, space: Length, size: MarkSize)?

    private var sheet: StyleSheet { fragments.table.sheet }
    private var page: PageLayout { sheet.page }

    init?(_ layout: BlockLayout, _ range: Range<Int>, _ fragments: FormatFragments) {
        guard !range.isEmpty, let head = fragments.table.sheet.head else { return nil }
        mark = layout.mark(in: range)
        self.head = head
        self.fragments = fragments
        self.layout = layout
        self.range = range
    }

    /// Writes the paragraphs.
    func write(_ xml: borrowing XMLWriter) {
        var lines: [Int] = []
        var marks: [Int] = []
        var numbers: [Int] = []
        /// What stands below the number of a bulletin: who edits it, and when.
        var trailing: [Int] = []
        for index in range where layout.text(from: index) == index {
            let block = layout.blocks[index]
            if block.kind == .documentNumber {
                numbers.append(index)
                continue
            }
            switch HeadLine(block.content.shownText) {
            case .copyNumber, .classification, .urgency: lines.append(index)
            case .mark where numbers.isEmpty: marks.append(index)
            case .mark: trailing.append(index)
            case .signers: numbers.append(index)
            }
        }
        switch head.arrangement {
        case .stacked: writeStacked(lines, marks, numbers, xml)
        case .letter: writeLetter(lines, marks, numbers, xml)
        }
        for index in trailing { paragraph(index, placement(index), xml) }
    }

    // MARK: Stacked

    private func writeStacked(
        _ lines: [Int],
        _ marks: [Int],
        _ numbers: [Int],
        _ xml: borrowing XMLWriter
    ) {
        for index in lines { paragraph(index, placement(index), xml) }
        let space = mark?.space ?? .zero
        if let joint = JointMark(marks.map { TextPiece.pieces(of: layout.blocks[$0]) }) {
            writeJointMark(joint, marks, space, isLast: numbers.isEmpty, xml)
            if !numbers.isEmpty { writeNumber(numbers, xml) }
            return
        }
        for (place, index) in marks.enumerated() {
            var placement = placement(index, dropsSpaceAfter: place + 1 < marks.count)
            if place == 0 { placement.layout.spaceBefore = space }
            if numbers.isEmpty, place + 1 == marks.count { placement.decoration = ruled(index) }
            fragments.startParagraph(placement, xml)
            for piece in TextPiece.pieces(of: layout.blocks[index]) { writeMark(piece, xml) }
            xml.raw("</w:p>")
        }
        if !numbers.isEmpty { writeNumber(numbers, xml) }
    }

    /// The names of the bodies that issue jointly stand one below the other and are equally long; 文件 stands at their right, in
    /// the middle of their height (7.2.4). It is a table without rules.
    private func writeJointMark(
        _ joint: JointMark,
        _ marks: [Int],
        _ space: Length,
        isLast: Bool,
        _ xml: borrowing XMLWriter
    ) {
        guard let first = marks.first else { return }
        let size = markSize(first)
        let names = joint.names.map { layout.width(of: $0.map(\.text).joined(), size: size).twips }.max() ?? 0
        let suffix = layout.width(of: joint.suffix.text, size: size).twips
        // Programs differ in how they round; a line that is a little too long would be broken.
        let widths = [names + size.twips / 2, suffix + size.twips / 2]
        // A table has no space above it.
        fragments.emptyLine(height: space, startsPage: layout.startsPage(at: first), xml)
        xml.element("w:tbl") {
            xml.element("w:tblPr") {
                xml.empty("w:tblW", ["w:w": String(widths[0] + widths[1]), "w:type": "dxa"])
                xml.value("w:jc", "center")
                xml.empty("w:tblLayout", ["w:type": "fixed"])
                xml.element("w:tblCellMar") {
                    xml.empty("w:left", ["w:w": "0", "w:type": "dxa"])
                    xml.empty("w:right", ["w:w": "0", "w:type": "dxa"])
                }
            }
            xml.element("w:tblGrid") { for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) } }
            for (place, name) in joint.names.enumerated() {
                xml.element("w:tr") {
                    xml.element("w:tc") {
                        xml.element("w:tcPr") { xml.empty("w:tcW", ["w:w": String(widths[0]), "w:type": "dxa"]) }
                        cell(marks[place], alignment: .distributed, name, xml)
                    }
                    xml.element("w:tc") {
                        xml.element("w:tcPr") {
                            xml.empty("w:tcW", ["w:w": String(widths[1]), "w:type": "dxa"])
                            xml.start("w:vMerge")
                            if place == 0 { xml.attribute("w:val", "restart") }
                            xml.end()
                            xml.value("w:vAlign", "center")
                        }
                        cell(marks[place], alignment: .right, place == 0 ? [joint.suffix] : [], xml)
                    }
                }
            }
        }
        // What stands below keeps its distance from a table, or from the rule under it, by an empty line.
        let after = format(first).spaceAfter.length(characterSize: size, linePitch: page.linePitch)
        if isLast, let rule = ruled(first) { fragments.emptyLine(decoration: rule, xml) }
        fragments.emptyLine(height: after, xml)
    }

    private func cell(
        _ index: Int,
        alignment: ParagraphFormat.Alignment,
        _ pieces: [TextPiece],
        _ xml: borrowing XMLWriter
    ) {
        var placement = placement(index, dropsSpaceAfter: true)
        placement.layout.alignment = alignment
        // The line above the table begins the page.
        placement.layout.startsPage = false
        fragments.startParagraph(placement, xml)
        for piece in pieces { writeMark(piece, xml) }
        xml.raw("</w:p>")
    }

    /// A piece of the mark, in the size in which it fits its line.
    private func writeMark(_ piece: TextPiece, _ xml: borrowing XMLWriter) {
        guard let size = mark?.size, size.isReduced else { return fragments.write(piece, xml) }
        fragments.write(piece, size: size.size, xml)
    }

    private func markSize(_ first: Int) -> Length { mark?.size.size ?? format(first).text.size }

    /// The document number stands in the middle; with those who sign for issue beside it, at the left (7.2.5, 7.2.6).
    private func writeNumber(_ numbers: [Int], _ xml: borrowing XMLWriter) {
        guard let first = numbers.first else { return }
        var placement = placement(first)
        let number = NumberLine(numbers.map { TextPiece.pieces(of: layout.blocks[$0]) })
        guard !number.signers.isEmpty else {
            for index in numbers {
                var placement = self.placement(index, dropsSpaceAfter: index != numbers.last)
                if index == numbers.last { placement.decoration = ruled(index) }
                paragraph(index, placement, xml)
            }
            return
        }
        let size = format(first).text.size
        let inset = head.inset.length(characterSize: size, linePitch: page.linePitch).twips
        // The names of a line stand below those of the first, whose label ends where they begin.
        func width(_ pieces: [TextPiece]) -> Int { layout.width(of: pieces.map(\.text).joined(), size: size).twips }
        let widest = number.rows.map(width).max() ?? 0
        let names = page.textWidth.twips - inset - widest
        let label = names - width([number.label])
        var decoration = ruled(first) ?? ParagraphDecoration()
        decoration.tabs = [inset, label, names].filter { $0 > 0 }.map { .init(position: Length(twips: $0)) }
        placement.decoration = decoration
        placement.layout.alignment = .left
        fragments.startParagraph(placement, xml)
        for (place, row) in number.rows.enumerated() {
            if place > 0 { xml.raw("<w:r><w:br/></w:r>") }
            tab(xml)
            if place + 1 == number.rows.count { for piece in number.number { fragments.write(piece, xml) } }
            tab(xml)
            if place == 0 { fragments.write(number.label, xml) } else { tab(xml) }
            for piece in row { fragments.write(piece, xml) }
        }
        xml.raw("</w:p>")
    }

    /// The rule below a line, at its distance from the characters.
    private func ruled(_ index: Int) -> ParagraphDecoration? {
        guard var rule = head.rule else { return nil }
        rule.distance = Length(twips: rule.distance.twips - format(index).leading(on: page).twips)
        return ParagraphDecoration(ruleBelow: rule)
    }

    // MARK: Letter

    private func writeLetter(
        _ lines: [Int],
        _ marks: [Int],
        _ numbers: [Int],
        _ xml: borrowing XMLWriter
    ) {
        let width = head.ruleLength ?? page.textWidth
        let left = Length(twips: (page.width.twips - width.twips) / 2)
        // What stands in a frame begins no page.
        if layout.startsPage(at: range.lowerBound) { fragments.emptyLine(startsPage: true, xml) }
        if let first = marks.first {
            var placement = placement(first)
            var fitted = format(first)
            fitted.text.size = markSize(first)
            let top = Length(twips: head.markTop.twips - fitted.leading(on: page).twips)
            placement.decoration = ParagraphDecoration(frame: .init(left: left, top: top, width: width))
            placement.layout.dropsSpaceAfter = true
            fragments.startParagraph(placement, xml)
            for (place, index) in marks.enumerated() {
                if place > 0 { xml.raw("<w:r><w:br/></w:r>") }
                for piece in TextPiece.pieces(of: layout.blocks[index]) { writeMark(piece, xml) }
            }
            xml.raw("</w:p>")
            if let rule = head.rule {
                // LibreOffice moves the rule of a paragraph in a frame, so that it has a frame of its own.
                let top = Length(twips: head.markTop.twips + heightOfMark(marks) - rule.height.twips)
                let frame = ParagraphDecoration.Frame(left: left, top: top, width: width)
                fragments.rule(rule, in: frame, xml)
            }
        }
        guard let line = lines.first else {
            for index in numbers { paragraph(index, placement(index, dropsSpaceAfter: index != numbers.last), xml) }
            return
        }
        // The number stands at the right edge, as high as the first of the others, which flow beside it.
        for (row, index) in numbers.enumerated() {
            let format = format(index)
            let text = layout.blocks[index].shownText
            // Programs may set digits and Chinese characters further apart.
            let width = Length(twips: layout.width(of: text, size: format.text.size).twips + format.text.size.twips)
            let above = self.format(line).spaceBefore.length(characterSize: format.text.size, linePitch: page.linePitch)
            let top = head.markTop.twips + heightOfMark(marks) + above.twips + row * format.lineLength(on: page).twips
            var placement = placement(index, dropsSpaceAfter: true)
            placement.layout.dropsSpaceBefore = true
            placement.layout.alignment = .right
            placement.decoration = ParagraphDecoration(
                frame: .init(
                    left: Length(twips: page.width.twips - page.right.twips - width.twips),
                    top: Length(twips: top),
                    width: width,
                    isBesideText: true
                )
            )
            paragraph(index, placement, xml)
        }
        for index in lines {
            var placement = placement(index, dropsSpaceAfter: index != lines.last)
            placement.layout.dropsSpaceBefore = index != line
            paragraph(index, placement, xml)
        }
    }

    /// From the upper edge of the characters of the mark to the lower edge of the rule below it.
    private func heightOfMark(_ marks: [Int]) -> Int {
        guard let first = marks.first else { return 0 }
        let lines = (marks.count - 1) * format(first).lineLength(on: page).twips
        let rule = head.rule.map { $0.distance.twips + $0.height.twips } ?? 0
        return lines + markSize(first).twips + rule
    }

    // MARK: Paragraphs

    private func tab(_ xml: borrowing XMLWriter) { xml.raw("<w:r><w:tab/></w:r>") }

    private func format(_ index: Int) -> ParagraphFormat { fragments.table.styles[layout.style(at: index)].format }

    private func placement(_ index: Int, dropsSpaceAfter: Bool = false) -> ParagraphPlacement {
        var placement = BlockLayout.Placement(style: layout.style(at: index), dropsSpaceAfter: dropsSpaceAfter)
        placement.startsPage = head.arrangement == .stacked && layout.startsPage(at: index)
        return ParagraphPlacement(placement)
    }

    private func paragraph(_ index: Int, _ placement: ParagraphPlacement, _ xml: borrowing XMLWriter) {
        fragments.startParagraph(placement, xml)
        for piece in TextPiece.pieces(of: layout.blocks[index]) { fragments.write(piece, xml) }
        xml.raw("</w:p>")
    }
}

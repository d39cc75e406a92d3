internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// A footer: the page number between its dashes (GB/T 9704-2012, 7.5), and above it the lines that the document has at the
/// foot of every page.
struct FooterPart {
    /// On which pages a footer stands.
    enum Pages: String, Sendable {
        /// Odd pages, or all when there is no footer for even ones.
        case odd = "default"
        case even
        /// The first page, when the style sheet sets it apart.
        case first
    }

    let style: StyleSheet
    let pages: Pages
    let lines: [Block]
    /// Whether it stands on landscape pages.
    var isLandscape = false
    let fragments: FormatFragments

    /// The footers that the style sheet and the document ask for.
    static func all(_ style: StyleSheet, _ lines: [Block], _ fragments: FormatFragments) -> [FooterPart] {
        var pages: [Pages] =
            switch style.pageNumber.position {
            case .outer: [.odd, .even]
            case .centred: [.odd]
            case .none: lines.isEmpty ? [] : [.odd]
            }
        if style.firstPage != nil { pages.append(.first) }
        return pages.map { FooterPart(style: style, pages: $0, lines: lines, fragments: fragments) }
    }

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:ftr")
        xml.attribute("xmlns:w", Namespaces.main)
        for line in lines { write(line, xml) }
        if pages == .first, let rule = style.firstPage?.footRule { footRule(rule, xml) }
        if style.pageNumber.position != .none, pages != .first || style.firstPage?.hasPageNumber == true {
            if isLandscape { turnedPageNumber(xml) } else { pageNumber(xml) }
        } else if lines.isEmpty {
            xml.raw("<w:p/>")
        }
        xml.end()
    }

    private func write(_ line: Block, _ xml: borrowing XMLWriter) {
        let paragraph = style[ParagraphStyle.Key.footer]
        var format = paragraph.format
        format.alignment = .centred
        xml.element("w:p") {
            xml.element("w:pPr") {
                xml.value("w:pStyle", paragraph.id)
                FormatWriting(style: style).paragraph(format, over: paragraph.format, xml)
            }
            for piece in TextPiece.pieces(of: line) { fragments.write(piece, xml) }
        }
    }

    /// A rule at its distance from the lower edge of the paper, in the middle of it.
    private func footRule(_ rule: RuleStyle, _ xml: borrowing XMLWriter) {
        let page = style.page
        let length = style.firstPage?.footRuleLength ?? .zero
        let width = length == .zero ? page.textWidth : length
        let frame = ParagraphDecoration.Frame(
            left: Length(twips: (page.width.twips - width.twips) / 2),
            top: Length(twips: page.height.twips - rule.distance.twips - rule.height.twips),
            width: width
        )
        fragments.rule(rule, in: frame, xml)
    }

    /// The number at the same place of the paper as on other pages (GB/T 9704-2012, 8): what is the lower edge of a page as it
    /// is, is the left one of a landscape page, so the number stands there in a box, turned to the right.
    private func turnedPageNumber(_ xml: borrowing XMLWriter) {
        let page = style.page
        let paragraph = style[ParagraphStyle.Key.footer]
        let height: Length
        if case .exact(let exact) = paragraph.format.lineHeight {
            height = exact
        } else {
            height = Length(points: paragraph.format.text.size.points * 1.5)
        }
        let box = [
            "position:absolute", "margin-left:\(Self.points(page.footer))", "margin-top:\(Self.points(page.left))",
            "width:\(Self.points(height))", "height:\(Self.points(page.textWidth))", "z-index:1",
            "mso-position-horizontal-relative:page", "mso-position-vertical-relative:page",
        ]
        xml.start("w:p")
        xml.element("w:pPr") { xml.value("w:pStyle", paragraph.id) }
        xml.start("w:r")
        xml.start("w:pict")
        xml.start("v:rect")
        xml.attribute("xmlns:v", "urn:schemas-microsoft-com:vml")
        xml.attribute("id", "PageNumber")
        xml.attribute("style", box.joined(separator: ";"))
        xml.attribute("filled", "f")
        xml.attribute("stroked", "f")
        xml.start("v:textbox")
        xml.attribute("style", "layout-flow:vertical")
        xml.attribute("inset", "0,0,0,0")
        xml.element("w:txbxContent") { pageNumber(xml) }
        for _ in 0..<5 { xml.end() }
    }

    private static func points(_ length: Length) -> String {
        let twentieths = length.twips % 20
        return "\(length.twips / 20)" + (twentieths == 0 ? "pt" : ".\(twentieths < 2 ? "0" : "")\(twentieths * 5)pt")
    }

    private func pageNumber(_ xml: borrowing XMLWriter) {
        let number = style.pageNumber
        let paragraph = style[ParagraphStyle.Key.footer]
        var format = paragraph.format
        switch (number.position, pages) {
        case (.outer, .odd), (.outer, .first): (format.alignment, format.rightIndent) = (.right, number.inset)
        case (.outer, .even): (format.alignment, format.leftIndent) = (.left, number.inset)
        case (.centred, _), (.none, _): format.alignment = .centred
        }
        xml.element("w:p") {
            xml.element("w:pPr") {
                xml.value("w:pStyle", paragraph.id)
                FormatWriting(style: style).paragraph(format, over: paragraph.format, xml)
            }
            text(number.before, xml)
            xml.raw(
                """
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>\
                </w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>
                """
            )
            xml.text(pages == .even ? "2" : "1")
            xml.raw("</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            text(number.after, xml)
        }
    }

    private func text(_ text: String, _ xml: borrowing XMLWriter) {
        guard !text.isEmpty else { return }
        xml.raw("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">")
        xml.text(text)
        xml.raw("</w:t></w:r>")
    }
}

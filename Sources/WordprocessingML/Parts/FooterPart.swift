internal import RenderKit
internal import XMLWriting

/// `word/footer1.xml` and `word/footer2.xml`: the page number between its dashes (GB/T 9704-2012, 7.5).
struct FooterPart {
    /// On which pages a footer stands.
    enum Pages: String {
        /// Odd pages, or all when there is no footer for even ones.
        case odd = "default"
        case even
    }

    let style: StyleSheet
    let pages: Pages

    /// The footers that the style sheet asks for.
    static func all(_ style: StyleSheet) -> [FooterPart] {
        switch style.pageNumber.position {
        case .outer: [FooterPart(style: style, pages: .odd), FooterPart(style: style, pages: .even)]
        case .centred: [FooterPart(style: style, pages: .odd)]
        case .none: []
        }
    }

    /// The name of the part, without folder and extension.
    var name: String { pages == .odd ? "footer1" : "footer2" }

    /// The identity of the relationship from the main part.
    var relationship: String { pages == .odd ? "rId11" : "rId12" }

    func write(_ xml: borrowing XMLWriter) {
        let number = style.pageNumber
        let paragraph = style[.footer]
        var format = paragraph.format
        switch (number.position, pages) {
        case (.outer, .odd): (format.alignment, format.rightIndent) = (.right, number.inset)
        case (.outer, .even): (format.alignment, format.leftIndent) = (.left, number.inset)
        case (.centred, _), (.none, _): format.alignment = .centred
        }
        xml.start("w:ftr")
        xml.attribute("xmlns:w", Namespaces.main)
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
            xml.text(pages == .odd ? "1" : "2")
            xml.raw("</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            text(number.after, xml)
        }
        xml.end()
    }

    private func text(_ text: String, _ xml: borrowing XMLWriter) {
        guard !text.isEmpty else { return }
        xml.raw("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">")
        xml.text(text)
        xml.raw("</w:t></w:r>")
    }
}

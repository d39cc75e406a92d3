internal import RenderKit
internal import XMLWriting

/// The properties of a section: its page, its headers and footers, and that its pages are counted from one
/// (ISO/IEC 29500-1, 17.6.17).
struct SectionProperties: Sendable {
    let style: StyleSheet
    /// The relationship of the header; `nil` for none.
    var header: String?
    /// The relationships of the footers.
    var footers: [(pages: FooterPart.Pages, relationship: String)]
    /// Whether the footnotes of the section are counted from one.
    var restartsNotes = false

    func write(_ xml: borrowing XMLWriter) {
        let page = style.page
        xml.element("w:sectPr") {
            if let header {
                var pages: [FooterPart.Pages] = style.pageNumber.position == .outer ? [.odd, .even] : [.odd]
                if style.firstPage != nil { pages.append(.first) }
                for pages in pages { xml.empty("w:headerReference", ["w:type": pages.rawValue, "r:id": header]) }
            }
            for footer in footers {
                xml.empty("w:footerReference", ["w:type": footer.pages.rawValue, "r:id": footer.relationship])
            }
            if restartsNotes { xml.raw("<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>") }
            xml.empty("w:pgSz", ["w:w": String(page.width.twips), "w:h": String(page.height.twips)])
            xml.empty(
                "w:pgMar",
                [
                    "w:top": String(page.top.twips), "w:right": String(page.right.twips),
                    "w:bottom": String(page.bottom.twips), "w:left": String(page.left.twips),
                    "w:header": String(page.header.twips), "w:footer": String(page.footer.twips), "w:gutter": "0",
                ]
            )
            xml.empty("w:pgNumType", ["w:start": "1"])
            // The first page has a footer of its own, and for Word then a header of its own as well.
            if style.firstPage != nil { xml.flag("w:titlePg", true) }
            xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": String(page.linePitch.twips)])
        }
    }
}

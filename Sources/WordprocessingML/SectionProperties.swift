internal import RenderKit
internal import XMLWriting

/// The properties of a section: its page, its headers and footers, and that its pages are counted from one
/// (ISO/IEC 29500-1, 17.6.17).
struct SectionProperties: Sendable {
    let style: StyleSheet
    /// Whether its pages are in landscape. The paper is turned so that the binding is at the top; that puts the head of a table
    /// at the binding on odd pages (GB/T 9704-2012, 8).
    var isLandscape = false
    /// Whether it goes on in the document of the section above, and its pages in the count of that.
    var goesOn = false
    /// The relationships of the footers of landscape pages.
    var landscapeFooters: [(pages: FooterPart.Pages, relationship: String)] = []
    /// The headers and footers, where the page is that of a reference file.
    var referenced: [ReferenceParts.Furniture] = []
    /// The relationship of the header; `nil` for none.
    var header: String?
    /// The relationships of the footers.
    var footers: [(pages: FooterPart.Pages, relationship: String)]
    /// Whether the footnotes of the section are counted from one.
    var restartsNotes = false

    func write(_ xml: borrowing XMLWriter) {
        if let reference = style.reference { return write(reference, xml) }
        let page = style.page
        xml.element("w:sectPr") {
            if let header {
                var pages: [FooterPart.Pages] = style.pageNumber.position == .outer ? [.odd, .even] : [.odd]
                if style.firstPage != nil { pages.append(.first) }
                for pages in pages { xml.empty("w:headerReference", ["w:type": pages.rawValue, "r:id": header]) }
            }
            for footer in isLandscape ? landscapeFooters : footers {
                xml.empty("w:footerReference", ["w:type": footer.pages.rawValue, "r:id": footer.relationship])
            }
            // A turned page goes on counting.
            if restartsNotes, !goesOn { xml.raw("<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>") }
            if isLandscape {
                xml.empty(
                    "w:pgSz",
                    ["w:w": String(page.height.twips), "w:h": String(page.width.twips), "w:orient": "landscape"]
                )
                margins(page.left, page.top, page.right, page.bottom, xml)
            } else {
                xml.empty("w:pgSz", ["w:w": String(page.width.twips), "w:h": String(page.height.twips)])
                margins(page.top, page.right, page.bottom, page.left, xml)
            }
            if !goesOn { xml.empty("w:pgNumType", ["w:start": "1"]) }
            // The first page has a footer of its own, and for Word then a header of its own as well.
            if style.firstPage != nil, !goesOn { xml.flag("w:titlePg", true) }
            grid(page, xml)
        }
    }

    /// The section as a reference file has it; its pages are counted from one.
    private func write(_ reference: ReferenceParts, _ xml: borrowing XMLWriter) {
        let hasOwnFooters = isLandscape && !landscapeFooters.isEmpty
        let late: Set<String> = [
            "cols", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
        ]
        let elements = reference.page.compactMap(turned)
        xml.element("w:sectPr") {
            for item in referenced where item.type == "header" {
                xml.empty("w:headerReference", ["w:type": item.pages, "r:id": item.relationship])
            }
            for item in referenced where item.type == "footer" && !hasOwnFooters {
                xml.empty("w:footerReference", ["w:type": item.pages, "r:id": item.relationship])
            }
            for footer in hasOwnFooters ? landscapeFooters : [] {
                xml.empty("w:footerReference", ["w:type": footer.pages.rawValue, "r:id": footer.relationship])
            }
            if restartsNotes, !goesOn { xml.raw("<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>") }
            for element in elements where !late.contains(element.name) { raw(element, xml) }
            if !goesOn || reference.page.contains(where: { $0.name == "pgNumType" }) {
                var number = reference.page.first { $0.name == "pgNumType" } ?? ReferenceElement("pgNumType")
                number.attributes["start"] = goesOn ? nil : "1"
                raw(number, xml)
            }
            for element in elements where late.contains(element.name) { raw(element, xml) }
        }
    }

    private func raw(_ element: ReferenceElement, _ xml: borrowing XMLWriter) {
        xml.raw(XMLFragment(text: element.xml))
    }

    /// An element of a section, as it is on a page that is turned, or in a section that goes on.
    private func turned(_ element: ReferenceElement) -> ReferenceElement? {
        var element = element
        let old = element.attributes
        switch element.name {
        case "pgNumType": return nil
        case "titlePg": return goesOn ? nil : element
        case "pgSz" where isLandscape:
            element.attributes["w"] = old["h"]
            element.attributes["h"] = old["w"]
            element.attributes["orient"] = "landscape"
        case "pgMar" where isLandscape:
            for (new, side) in [("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")] {
                element.attributes[new] = old[side]
            }
        default: break
        }
        return element
    }

    /// The grid. The width of a character is that of the font of the style Normal and so many 4096ths of a point more
    /// (ISO/IEC 29500-1, 17.6.5).
    private func grid(_ page: PageLayout, _ xml: borrowing XMLWriter) {
        let pitch = String(page.linePitch.twips)
        switch page.grid {
        case .condensed: xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": pitch])
        case .none: xml.empty("w:docGrid", ["w:linePitch": pitch])
        case .word:
            // A twip less, because programs round.
            let width = Length(twips: page.textWidth.twips - 1).points / Double(max(1, page.charactersPerLine))
            let space = ((width - style.normal.format.text.size.points) * 4096).rounded(.down)
            xml.empty(
                "w:docGrid",
                ["w:type": "linesAndChars", "w:linePitch": pitch, "w:charSpace": String(Int(space))]
            )
        }
    }

    private func margins(_ top: Length, _ right: Length, _ bottom: Length, _ left: Length, _ xml: borrowing XMLWriter) {
        xml.empty(
            "w:pgMar",
            [
                "w:top": String(top.twips), "w:right": String(right.twips), "w:bottom": String(bottom.twips),
                "w:left": String(left.twips), "w:header": String(style.page.header.twips),
                "w:footer": String(style.page.footer.twips), "w:gutter": "0",
            ]
        )
    }
}

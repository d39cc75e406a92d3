internal import XMLReading

/// The elements of WordprocessingML and its neighbours that say something about the text (ISO/IEC 29500-1, 17).
enum WordElement: Int, CaseIterable {
    // The body, tables and what may stand around them.
    case document, body, p, tbl, tr, trPr, tc, tcPr, sectPr, txbxContent, altChunk
    // Paragraphs and runs.
    case pPr, r, rPr, t, delText, br, cr, tab, ptab, noBreakHyphen, softHyphen, sym, ruby, rubyBase
    case hyperlink, ins, moveTo, del, moveFrom, smartTag, sdt, sdtPr, sdtContent, fldSimple, customXml, bdo, dir
    case fldChar, instrText, bookmarkStart, bookmarkEnd, drawing, pict, object
    case footnoteReference, endnoteReference, commentReference, commentRangeStart
    // Properties.
    case pStyle, rStyle, numPr, ilvl, numId, outlineLvl, jc, pageBreakBefore, b, vanish, rFonts
    case gridSpan, gridBefore, vMerge, tblHeader, type, headerReference, footerReference, docPartObj, docPartGallery,
        pgSz
    // Styles and numbering.
    case styles, style, name, basedOn
    case numbering, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt, lvlText, suff
    case isLgl, lvlRestart, numStyleLink, styleLink
    // Other stories.
    case footnotes, endnotes, footnote, endnote, comments, comment, hdr, ftr
    // Other namespaces.
    case alternateContent, choice, fallback, math, mathText, documentProperties, picture, chart, diagram, imageData
    case oleObject, blip, extent

    /// What the main namespace of WordprocessingML is called, transitional and strict.
    static let mainSpaces: [StaticString] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]

    /// The names, for the reader of XML.
    static let vocabulary = XMLVocabulary([
        .init(
            mainSpaces,
            names: Dictionary(
                uniqueKeysWithValues: allCases.prefix { $0 != .alternateContent }.map { ("\($0)", $0.rawValue) }
            )
        ),
        .init(
            ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
            names: numbers(["AlternateContent": .alternateContent, "Choice": .choice, "Fallback": .fallback])
        ),
        .init(
            [
                "http://schemas.openxmlformats.org/officeDocument/2006/math",
                "http://purl.oclc.org/ooxml/officeDocument/math",
            ],
            names: numbers(["oMath": .math, "oMathPara": .math, "t": .mathText])
        ),
        .init(
            [
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
            ],
            names: numbers(["docPr": .documentProperties, "extent": .extent])
        ),
        .init(
            [
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
                "http://purl.oclc.org/ooxml/drawingml/picture",
            ],
            names: numbers(["pic": .picture])
        ),
        .init(
            ["http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
            names: numbers(["blip": .blip])
        ),
        .init(
            ["http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"],
            names: numbers(["chart": .chart])
        ),
        .init(
            [
                "http://schemas.openxmlformats.org/drawingml/2006/diagram",
                "http://purl.oclc.org/ooxml/drawingml/diagram",
            ],
            names: numbers(["relIds": .diagram])
        ),
        .init(["urn:schemas-microsoft-com:vml"], names: numbers(["imagedata": .imageData])),
        .init(["urn:schemas-microsoft-com:office:office"], names: numbers(["OLEObject": .oleObject])),
    ])

    private static func numbers(_ names: [String: WordElement]) -> [String: Int] { names.mapValues(\.rawValue) }
}

internal import RenderKit
internal import XMLWriting

/// `word/settings.xml` (ISO/IEC 29500-1, 17.15).
struct SettingsPart {
    let style: StyleSheet
    /// Whether the file has footnotes.
    var hasNotes = false

    /// The part.
    func bytes() throws -> [UInt8] {
        guard let reference = style.reference else { return try XMLWriter.bytes { write($0) } }
        let fields = style.contents?.updatesOnOpening == true ? "<w:updateFields/>" : ""
        let added = fields + (hasNotes ? Self.separators : "")
        return reference.settings.before + Array(added.utf8) + reference.settings.after
    }

    /// The separators of footnotes.
    private static let separators =
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"

    private func write(_ xml: borrowing XMLWriter) {
        xml.start("w:settings")
        xml.attribute("xmlns:w", Namespaces.main)
        xml.empty("w:zoom", ["w:percent": "100"])
        xml.flag("w:bordersDoNotSurroundHeader", true)
        xml.flag("w:bordersDoNotSurroundFooter", true)
        xml.value("w:defaultTabStop", 2 * style.normal.format.text.size.twips)
        // Without it the footer of even pages is never shown.
        if style.pageNumber.position == .outer { xml.flag("w:evenAndOddHeaders", true) }
        xml.value("w:characterSpacingControl", "compressPunctuation")
        if style.contents?.updatesOnOpening == true { xml.flag("w:updateFields", true) }
        if hasNotes {
            xml.raw(XMLFragment(text: Self.separators))
        }
        xml.raw(
            """
            <w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>\
            <w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
            </w:compat>
            """
        )
        xml.empty("w:themeFontLang", ["w:val": style.latinLanguage, "w:eastAsia": style.language])
        xml.end()
    }
}

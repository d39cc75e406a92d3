internal import RenderKit
internal import XMLWriting

/// `word/fontTable.xml`: by what to replace a font that is missing (ISO/IEC 29500-1, 17.8).
struct FontTablePart {
    let style: StyleSheet

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:fonts")
        xml.attribute("xmlns:w", Namespaces.main)
        var seen = style.reference?.fontNames ?? []
        for font in style.reference?.fonts ?? [] { xml.raw(XMLFragment(text: font.xml)) }
        for font in style.fonts where seen.insert(font.name).inserted {
            xml.start("w:font")
            xml.attribute("w:name", font.name)
            // One name or several with commas between them (17.8.3.1).
            let names = (font.alternative.map { [$0] } ?? []) + font.fallbacks
            if !names.isEmpty { xml.value("w:altName", names.joined(separator: ",")) }
            let set = String(font.characterSet, radix: 16, uppercase: true)
            xml.value("w:charset", set.count < 2 ? "0\(set)" : set)
            xml.value("w:family", font.family.rawValue)
            xml.value("w:pitch", font.pitch.rawValue)
            xml.end()
        }
        xml.end()
    }
}

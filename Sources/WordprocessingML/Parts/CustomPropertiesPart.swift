internal import OpenPackaging
internal import RenderKit
internal import XMLWriting

/// `docProps/custom.xml`: the name of the style sheet.
struct CustomPropertiesPart {
    let style: StyleSheet

    func write(_ xml: borrowing XMLWriter) {
        xml.start("Properties")
        xml.attribute("xmlns", Namespaces.customProperties)
        xml.attribute("xmlns:vt", Namespaces.variantTypes)
        xml.start("property")
        // The identity of the one set of user-defined properties; numbers start at 2 (ISO/IEC 29500-1, 22.3).
        xml.attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
        xml.attribute("pid", "2")
        xml.attribute("name", PackageParts.styleProperty)
        xml.element("vt:lpwstr") { xml.text(style.name) }
        xml.end()
        xml.end()
    }
}

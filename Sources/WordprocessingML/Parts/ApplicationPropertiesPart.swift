internal import RenderKit
internal import XMLWriting

/// `docProps/app.xml`: which program wrote the file.
struct ApplicationPropertiesPart {
    let context: RenderContext

    func write(_ xml: borrowing XMLWriter) {
        xml.start("Properties")
        xml.attribute("xmlns", Namespaces.extendedProperties)
        xml.element("Application") { xml.text(context.application) }
        xml.end()
    }
}

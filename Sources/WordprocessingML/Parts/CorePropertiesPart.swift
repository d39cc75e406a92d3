internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// `docProps/core.xml`: title, language, and the date when one is given (ISO/IEC 29500-2, 8).
struct CorePropertiesPart {
    /// The title; empty for none.
    let title: String
    let style: StyleSheet
    let context: RenderContext

    func write(_ xml: borrowing XMLWriter) {
        xml.start("cp:coreProperties")
        xml.attribute("xmlns:cp", Namespaces.coreProperties)
        xml.attribute("xmlns:dc", Namespaces.dublinCore)
        xml.attribute("xmlns:dcterms", Namespaces.dublinCoreTerms)
        xml.attribute("xmlns:xsi", Namespaces.schemaInstance)
        if !title.isEmpty { xml.element("dc:title") { xml.text(title) } }
        xml.element("dc:language") { xml.text(style.language) }
        if let date = context.date {
            for name: StaticString in ["dcterms:created", "dcterms:modified"] {
                xml.start(name)
                xml.attribute("xsi:type", "dcterms:W3CDTF")
                xml.text("\(date)T00:00:00Z")
                xml.end()
            }
        }
        xml.end()
    }

    /// The title of a document: the first, because an attachment may have one as well.
    static func title(of document: Document) -> String {
        let lines = document.blocks.drop { $0.kind != .title }.prefix { $0.kind == .title }
        return lines.map(\.content.shownText).joined()
    }
}

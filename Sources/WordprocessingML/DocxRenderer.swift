internal import OpenPackaging
public import RenderKit
public import SummaryModel
internal import XMLWriting

/// Makes a .docx (ISO/IEC 29500, transitional) that Word, WPS and LibreOffice open.
///
/// Everything is set by named styles of the style sheet. Characters that XML cannot hold are left out, and each of them
/// is in the report.
public struct DocxRenderer: Renderer {
    /// The name of the format.
    public static let format = "docx"

    /// What the format is.
    public static let summary = LocalizedText(zh: "Word 文档（.docx）", en: "A Word document (.docx).")

    /// A terminal should not get a .docx.
    public static let isBinary = true

    /// Creates the renderer.
    public init() {}

    /// Writes `document` into `sink`, which may be a pipe.
    ///
    /// - Throws: What the sink throws, or an error when the document passes 4 GiB.
    public func render(
        _ document: Document,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        var package = Package()
        let furniture = PageFurniture(document)
        let fragments = try FormatFragments(style: style)
        let header = HeaderPart(furniture.header, fragments)
        let footers = FooterPart.all(style, furniture.footer, fragments)
        package.relate(
            "",
            to: [
                Relationship(
                    id: "rId1",
                    type: "\(Namespaces.relationships)/officeDocument",
                    target: "word/document.xml"
                ),
                Relationship(
                    id: "rId2",
                    type: "\(Namespaces.packageRelationships)/metadata/core-properties",
                    target: "docProps/core.xml"
                ),
                Relationship(
                    id: "rId3",
                    type: "\(Namespaces.relationships)/extended-properties",
                    target: "docProps/app.xml"
                ),
                Relationship(
                    id: "rId4",
                    type: "\(Namespaces.relationships)/custom-properties",
                    target: "docProps/custom.xml"
                ),
            ]
        )
        var related = ["styles", "numbering", "settings", "fontTable"].enumerated().map { index, name in
            Relationship(id: "rId\(index + 1)", type: "\(Namespaces.relationships)/\(name)", target: "\(name).xml")
        }
        if header != nil {
            related.append(
                Relationship(
                    id: HeaderPart.relationship,
                    type: "\(Namespaces.relationships)/header",
                    target: "\(HeaderPart.name).xml"
                )
            )
        }
        related += footers.map {
            Relationship(id: $0.relationship, type: "\(Namespaces.relationships)/footer", target: "\($0.name).xml")
        }
        package.relate("word/document.xml", to: related)

        let plan = ListPlan(furniture.text.blocks, style.numbering)
        let main = DocumentPart(
            furniture.text,
            style: style,
            header: header,
            footers: footers,
            fragments: fragments,
            lists: plan
        )
        package.add(
            try PackagePart(name: "word/document.xml", contentType: Namespaces.contentType("document.main")) { push in
                try XMLWriter.write(to: push) { main.write($0) }
            }
        )
        package.add(try part("word/styles.xml", "styles") { StylesPart(style: style).write($0) })
        package.add(try part("word/numbering.xml", "numbering") { NumberingPart(plan: plan).write($0) })
        package.add(try part("word/settings.xml", "settings") { SettingsPart(style: style).write($0) })
        package.add(try part("word/fontTable.xml", "fontTable") { FontTablePart(style: style).write($0) })
        if let header { package.add(try part("word/\(HeaderPart.name).xml", "header") { header.write($0) }) }
        for footer in footers {
            package.add(try part("word/\(footer.name).xml", "footer") { footer.write($0) })
        }
        package.add(
            try PackagePart(
                name: "docProps/core.xml",
                contentType: "application/vnd.openxmlformats-package.core-properties+xml",
                bytes: XMLWriter.bytes { xml in
                    CorePropertiesPart(document: document, style: style, context: context).write(xml)
                }
            )
        )
        package.add(
            try PackagePart(
                name: "docProps/app.xml",
                contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                bytes: XMLWriter.bytes { ApplicationPropertiesPart(context: context).write($0) }
            )
        )
        package.add(
            try PackagePart(
                name: "docProps/custom.xml",
                contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                bytes: XMLWriter.bytes { CustomPropertiesPart(style: style).write($0) }
            )
        )
        try package.write(to: { try sink.write($0) })
        let leaving = furniture.edits(for: Self.format) { !ForbiddenCharacters.isForbidden($0) }
        return RenderReport(edits: UnwritableCharacters.edits(in: document) + leaving)
    }

    private func part(
        _ name: String,
        _ type: String,
        _ body: (borrowing XMLWriter) -> Void
    ) throws -> PackagePart {
        try PackagePart(name: name, contentType: Namespaces.contentType(type), bytes: XMLWriter.bytes { body($0) })
    }
}

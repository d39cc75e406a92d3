internal import OpenPackaging
internal import RenderKit
internal import XMLWriting

/// The parts of a file that do not depend on the document, compressed once, and what all documents are written with.
struct FixedParts: Sendable {
    let style: StyleSheet
    let context: RenderContext
    let fragments: FormatFragments
    /// Whether findings are written as comments.
    let hasComments: Bool
    /// The relationships of the package.
    let relationships: PackagePart
    let styles: PackagePart
    let settings: PackagePart
    let fontTable: PackagePart
    let application: PackagePart
    let custom: PackagePart
    /// The numbering of documents whose markers are text.
    let numbering: PackagePart
    /// The footers of documents that have no lines of their own at the foot of every page.
    let footers: [(pages: FooterPart.Pages, part: PackagePart)]
    /// What is copied from a reference file.
    let reference: [PackagePart]
    /// The content types and the relationships of a document without headers and footers of its own.
    let index: FileIndex

    init(style: StyleSheet, context: RenderContext, hasComments: Bool = false) throws {
        self.hasComments = hasComments
        let fragments = try FormatFragments(style: style)
        let deflater = try Deflater(context.compression)
        func part(_ name: String, _ type: String, _ body: (borrowing XMLWriter) -> Void) throws -> PackagePart {
            let bytes = try XMLWriter.bytes { body($0) }
            return try PackagePart(name: name, contentType: type, bytes: bytes, by: deflater)
        }
        func word(_ name: String, _ bytes: [UInt8]) throws -> PackagePart {
            try PackagePart(
                name: "word/\(name).xml",
                contentType: Namespaces.contentType(name),
                bytes: bytes,
                by: deflater
            )
        }
        relationships = try PackagePart.relationships(of: "", Self.targets, by: deflater)
        styles = try word("styles", StylesPart(style: style, hasComments: hasComments).bytes())
        settings = try word("settings", SettingsPart(style: style).bytes())
        fontTable = try word("fontTable", XMLWriter.bytes { FontTablePart(style: style).write($0) })
        let plan = ListPlan([], .literal)
        numbering = try word("numbering", NumberingPart(plan: plan, reference: style.reference?.lists).bytes())
        reference = try (style.reference?.parts ?? []).map { part in
            try PackagePart(name: part.name, contentType: part.contentType, bytes: part.bytes, by: deflater)
        }
        application = try part(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ) { ApplicationPropertiesPart(context: context).write($0) }
        custom = try part(
            "docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        ) { CustomPropertiesPart(style: style).write($0) }
        // Those of a reference file are among its parts.
        footers = try (style.reference == nil ? FooterPart.all(style, [], fragments) : []).map { footer in
            let name = "word/\(FurnitureParts.footerName(footer.pages)).xml"
            return (footer.pages, try part(name, Namespaces.contentType("footer")) { footer.write($0) })
        }
        self.fragments = fragments
        self.style = style
        self.context = context
        index = try FileIndex(
            footers.map { FurnitureParts.Part($0.part, FurnitureParts.footerRelationship($0.pages)) },
            reference: style.reference,
            by: deflater
        )
    }

    /// The name and the content type of the properties of the file.
    static let coreName = "docProps/core.xml"
    static let coreType = "application/vnd.openxmlformats-package.core-properties+xml"

    /// The settings of a file.
    func settings(hasNotes: Bool) throws -> PackagePart {
        guard hasNotes else { return settings }
        return try PackagePart(
            name: settings.name,
            contentType: settings.contentType,
            bytes: SettingsPart(style: style, hasNotes: true).bytes(),
            compression: context.compression
        )
    }

    /// The properties of a file with this title.
    func core(title: String) throws -> PackagePart {
        try PackagePart(
            name: Self.coreName,
            contentType: Self.coreType,
            bytes: XMLWriter.bytes { CorePropertiesPart(title: title, style: style, context: context).write($0) },
            compression: context.compression
        )
    }

    private static let targets = [
        Relationship(id: "rId1", type: "\(Namespaces.relationships)/officeDocument", target: "word/document.xml"),
        Relationship(
            id: "rId2",
            type: "\(Namespaces.packageRelationships)/metadata/core-properties",
            target: coreName
        ),
        Relationship(id: "rId3", type: "\(Namespaces.relationships)/extended-properties", target: "docProps/app.xml"),
        Relationship(id: "rId4", type: "\(Namespaces.relationships)/custom-properties", target: "docProps/custom.xml"),
    ]
}
